import { useState, type ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { Modal } from '../../ui/Modal';
import { PasteBox } from './PasteBox';
import './evidence.css';

/** Start from what AWS printed: a message, an event, or the output of a command. */
export function PasteDialog(): ReactElement | null {
  const isOpen = useVerdict((state) => state.dialog === 'paste');
  const show = useVerdict((state) => state.show);
  const [text, setText] = useState('');
  if (!isOpen) return null;
  return (
    <Modal title="Paste an error" onClose={() => show(undefined)}>
      <PasteBox
        text={text}
        onChange={setText}
        onDone={() => {
          setText('');
          show(undefined);
        }}
      />
    </Modal>
  );
}
