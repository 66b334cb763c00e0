import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { Modal } from '../../ui/pop/Modal';

const Sweep = lazy(() => import('./Sweep'));

/** Every action of AWS against the case. Loaded when it is asked for. */
export function SweepDialog(): ReactElement | null {
  const close = useDialog('sweep');
  if (!close) return null;
  return (
    <Modal title="Every action against this case" onClose={close}>
      <Sweep />
    </Modal>
  );
}
