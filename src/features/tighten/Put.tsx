import { useState, type ReactElement } from 'react';
import { openFiles } from '../../store/browser/files';
import { useTighten } from '../../store/tighten';
import { DropZone } from '../../ui/place/DropZone';
import { addFiles } from './useDroppedFiles';

/** Where evidence is put: pasted, dropped, or chosen as files. A paste is read at once. */
export function Put({ onRead }: { readonly onRead?: () => void }): ReactElement {
  const add = useTighten((state) => state.add);
  const [text, setText] = useState('');
  const read = (content: string): void => {
    if (content.trim() === '') return;
    add([{ name: 'Pasted text', content }]);
    setText('');
    onRead?.();
  };
  const readFiles = (files: readonly File[]): void => {
    addFiles(files);
    if (files.length > 0) onRead?.();
  };
  return (
    <DropZone
      heading="Paste, or drop files here"
      onFiles={readFiles}
      actions={
        <>
          <button className="btn line" disabled={text.trim() === ''} onClick={() => read(text)}>
            Read
          </button>
          <button className="btn line" onClick={() => void openFiles().then(readFiles)}>
            Choose files…
          </button>
        </>
      }
    >
      <span className="tg-paste">
        <span>One or several of the sources listed, in any order</span>
        <textarea
          aria-label="What AWS recorded"
          spellCheck={false}
          value={text}
          placeholder="Paste here"
          onChange={({ target }) => setText(target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text');
            // A large text would make the box slow; it is read as it is.
            if (text === '' && pasted.trim() !== '') {
              event.preventDefault();
              event.stopPropagation();
              read(pasted);
            }
          }}
        />
      </span>
    </DropZone>
  );
}
