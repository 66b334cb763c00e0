import { useId, useState, type ReactElement, type ReactNode } from 'react';
import { CopyBlock } from '../../ui/place/Source';

interface GivenPanelProps {
  readonly name: string;
  /** What it is for. */
  readonly children: ReactNode;
  readonly command: string | undefined;
  readonly act: string;
  /** Returns why the text cannot be used, or nothing. */
  readonly onText: (text: string) => string | undefined;
  readonly onClose: () => void;
}

/** Where a policy is pasted that the account's file does not hold, with the command that prints it. */
export function GivenPanel({ name, children, command, act, onText, onClose }: GivenPanelProps): ReactElement {
  const id = useId();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  return (
    <section className="acct-given" aria-label={name}>
      <div>
        <label htmlFor={id}>
          <b>{name}</b>
        </label>
        <p className="dim">{children}</p>
        {command !== undefined && <CopyBlock text={command} of={name} />}
      </div>
      <div>
        <textarea
          id={id}
          className="area"
          spellCheck={false}
          rows={5}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setProblem(undefined);
          }}
        />
        {problem !== undefined && (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <div className="acct-given-acts">
          <button className="btn line" type="button" onClick={onClose}>
            Close
          </button>
          <button
            className="btn main"
            type="button"
            disabled={text.trim() === ''}
            onClick={() => {
              const fault = onText(text);
              setProblem(fault);
              if (fault === undefined) onClose();
            }}
          >
            {act}
          </button>
        </div>
      </div>
    </section>
  );
}
