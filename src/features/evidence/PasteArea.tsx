import { useState, type ClipboardEvent, type DragEvent, type ReactElement } from 'react';
import { openFile } from '../../store/browser/files';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';

/** A text field with megabytes in it freezes the page while it is laid out; what is longer is shown as one line. */
const LONG = 100_000;

/** Where the text goes in: typed, pasted, dropped as a file, or chosen from the disk. */
export function PasteArea(): ReactElement {
  const text = useVerdict((state) => state.pasteText);
  const setText = useVerdict((state) => state.setPasteText);
  const [over, setOver] = useState(false);
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) setText(await file.text());
  };
  const drop = (event: DragEvent): void => {
    if (event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    void take(event.dataTransfer.files[0]);
  };
  /** A long text in an empty box goes past the field. */
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (text.length + pasted.length <= LONG) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    setText(text.slice(0, selectionStart) + pasted + text.slice(selectionEnd));
  };
  return (
    <div
      className={over ? 'paste-area over' : 'paste-area'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      {text.length > LONG ? (
        <LongText text={text} onClear={() => setText('')} />
      ) : (
        <textarea
          className="area"
          rows={text === '' ? 6 : 8}
          autoFocus
          spellCheck={false}
          aria-label="Error message, event or command output"
          placeholder={PLACEHOLDER}
          value={text}
          onPaste={paste}
          onChange={({ target }) => setText(target.value)}
        />
      )}
      <div className="paste-foot">
        <span className="dim grow safe">
          <Icon name="lock" /> Read in this page, sent nowhere
        </span>
        {text !== '' && text.length <= LONG && (
          <button className="btn sm" onClick={() => setText('')}>
            Clear
          </button>
        )}
        <button className="btn sm line" onClick={() => void chooseFile(setText)}>
          Choose a file…
        </button>
      </div>
    </div>
  );
}

const PLACEHOLDER = `User: arn:aws:… is not authorized to perform: … on resource: …

or a decoded message, CloudTrail events, policies, or whatever the AWS CLI printed`;

async function chooseFile(setText: (text: string) => void): Promise<void> {
  const file = await openFile('.json,.txt,.log,.tf,.md,application/json,text/plain');
  if (file !== undefined) setText(file.text);
}

function LongText({ text, onClear }: { readonly text: string; readonly onClear: () => void }): ReactElement {
  const size =
    text.length >= 1_000_000
      ? `${(text.length / 1_000_000).toFixed(1)} million`
      : `${Math.round(text.length / 1000)} thousand`;
  return (
    <div className="long-text">
      <span className="grow">
        <b>{size} characters</b>
        <code className="cut">{text.slice(0, 300).replace(/\s+/g, ' ')}</code>
      </span>
      <button className="btn sm line" onClick={onClear} autoFocus>
        Take it out
      </button>
    </div>
  );
}
