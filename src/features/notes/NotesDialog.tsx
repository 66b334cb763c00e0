import type { ReactElement } from 'react';
import { useDialog } from '../../store/dialog';
import { Modal } from '../../ui/pop/Modal';
import { Notes } from './NotesField';

/** The notes where the bar has no room for their word. */
export function NotesDialog(): ReactElement | null {
  const close = useDialog('notes');
  if (!close) return null;
  return (
    <Modal title="Notes" onClose={close}>
      <Notes />
    </Modal>
  );
}
