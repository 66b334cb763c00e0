import { lazy, Suspense, type ReactElement } from 'react';
import { PartBoundary } from '../PartBoundary';
import type { ModalProps } from './types';

const OpenModal = lazy(() => import('./OpenModal'));

/** A dialog over the page, rendered while it is open; its frame is loaded with the first one. */
export function Modal(props: ModalProps): ReactElement {
  return (
    <PartBoundary>
      <Suspense fallback={null}>
        <OpenModal {...props} />
      </Suspense>
    </PartBoundary>
  );
}
