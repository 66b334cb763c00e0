import { lazy, Suspense, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';

const KeyTable = lazy(() => import('./KeyTable'));

/** Which context keys the verdict hangs on, and at which values. Loaded when it is asked for. */
export function KeysDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'keys');
  const show = useVerdict((state) => state.show);
  if (!isOpen) return null;
  return (
    <Modal title="Which keys matter" onClose={() => show(undefined)}>
      <Suspense fallback={<p className="dim">Loading…</p>}>
        <KeyTable />
      </Suspense>
    </Modal>
  );
}
