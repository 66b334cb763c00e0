import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { Modal } from '../../ui/pop/Modal';

const CompareBody = lazy(() => import('./CompareBody'));

/** The case that was kept as A beside the present one. Loaded when it is asked for. */
export function CompareDialog(): ReactElement | null {
  const close = useDialog('compare');
  if (!close) return null;
  return (
    <Modal title="Two cases" onClose={close}>
      <CompareBody />
    </Modal>
  );
}
