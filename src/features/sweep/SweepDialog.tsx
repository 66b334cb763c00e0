import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';

const Sweep = lazy(() => import('./Sweep'));

/** Every action of AWS against the case. Loaded when it is asked for. */
export function SweepDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'sweep');
  const show = useVerdict((state) => state.show);
  if (!isOpen) return null;
  return (
    <Modal title="Every action against this case" onClose={() => show(undefined)}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <Sweep />
      </Suspense>
    </Modal>
  );
}
