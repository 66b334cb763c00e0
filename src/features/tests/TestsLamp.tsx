import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';

const Lamp = lazy(() => import('./Lamp'));

/** How the case's tests stand, where it has any. What runs them is loaded only then. */
export function TestsLamp(): ReactElement | null {
  const hasTests = useVerdict(({ history }) => (history.present.tests?.length ?? 0) > 0);
  if (!hasTests) return null;
  return (
    <Suspense fallback={null}>
      <Lamp />
    </Suspense>
  );
}
