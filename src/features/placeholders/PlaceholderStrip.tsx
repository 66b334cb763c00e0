import { lazy, Suspense, type ReactElement } from 'react';
import { useCase } from '../../store/selectors';

const PlaceholderNote = lazy(() => import('./PlaceholderNote'));

/** Under the verdict of a case whose policies come from code. Loaded for those only. */
export function PlaceholderStrip(): ReactElement | null {
  if (Object.keys(useCase().placeholders ?? {}).length === 0) return null;
  return (
    <Suspense fallback={null}>
      <PlaceholderNote />
    </Suspense>
  );
}
