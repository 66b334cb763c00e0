import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';

const Comparison = lazy(() => import('./Comparison'));

/** The case that was kept as A beside the present one. Loaded when it is asked for. */
export function CompareDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'compare');
  const kept = useVerdict((state) => state.kept);
  const show = useVerdict((state) => state.show);
  if (!isOpen || kept === undefined) return null;
  return (
    <Modal title="A and now" onClose={() => show(undefined)}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <Comparison kept={kept} />
      </Suspense>
    </Modal>
  );
}
