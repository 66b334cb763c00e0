import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { Modal } from '../../ui/pop/Modal';

const AlsoNeeds = lazy(() => import('./AlsoNeeds'));

/** What else AWS may check for the same call. Loaded when it is asked for. */
export function AlsoNeedsDialog(): ReactElement | null {
  const close = useDialog('alsoNeeds');
  if (!close) return null;
  return (
    <Modal title="What else AWS checks for this call" onClose={close}>
      <AlsoNeeds />
    </Modal>
  );
}
