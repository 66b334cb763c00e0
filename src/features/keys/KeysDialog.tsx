import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { Modal } from '../../ui/pop/Modal';

const KeyTable = lazy(() => import('./KeyTable'));

/** Which context keys the verdict depends on, and at which values. Loaded when it is asked for. */
export function KeysDialog(): ReactElement | null {
  const close = useDialog('keys');
  if (!close) return null;
  return (
    <Modal title="Which keys matter" onClose={close}>
      <KeyTable />
    </Modal>
  );
}
