import { lazy, type ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { Modal } from '../../ui/pop/Modal';
import { usePasteAnywhere } from './usePasteAnywhere';
import './evidence.css';

const PasteBox = lazy(() => import('./PasteBox'));

/** Start from what AWS printed: a message, an event, or the output of a command. */
export function PasteDialog(): ReactElement | null {
  const close = useDialog('paste');
  usePasteAnywhere();
  if (!close) return null;
  return (
    <Modal title="Paste an error or a policy" onClose={close}>
      <PasteBox />
    </Modal>
  );
}
