import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';

const CompareBody = lazy(() => import('./CompareBody'));

/** The case that was kept as A beside the present one. Loaded when it is asked for. */
export function CompareDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'compare');
  const show = useVerdict((state) => state.show);
  if (!isOpen) return null;
  return (
    <Modal title="Two cases" onClose={() => show(undefined)}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <CompareBody />
      </Suspense>
    </Modal>
  );
}
