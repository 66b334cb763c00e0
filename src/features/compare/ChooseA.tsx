import { useState, type ReactElement } from 'react';
import type { Scenario } from '../../case/scenario';
import { readCase } from '../../formats/read-case';
import { CASE_FILES, openFile } from '../../store/browser/files';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';

interface ChooseAProps {
  readonly onTake: (scenario: Scenario) => void;
  /** Back to the comparison, where there is one. */
  readonly onBack?: (() => void) | undefined;
}

/** The case on the page, one from a file, or one from a link, kept as A. */
export function ChooseA({ onTake, onBack }: ChooseAProps): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const [text, setText] = useState('');
  const [fault, setFault] = useState<string>();
  const read = async (written: string, source: 'file' | 'text'): Promise<void> => {
    const found = await readCase(written, source);
    if (found.kind === 'unreadable') setFault(found.message);
    else onTake(found.scenario);
  };
  const open = async (): Promise<void> => {
    const file = await openFile(CASE_FILES);
    if (file !== undefined) await read(file.text, 'file');
  };
  return (
    <div className="compare-choose">
      <p>
        Keep one case as A and see it beside the one on the page: both verdicts, step by step, and what
        differs in request and policies. A stays in this browser until you forget it.
      </p>
      <div className="compare-ways">
        <button className="btn main" onClick={() => onTake(present)}>
          Keep the case on the page as A
        </button>
        <button className="btn line" onClick={() => void open()}>
          Open A from a file…
        </button>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void read(text, 'text');
        }}
      >
        <label htmlFor="compare-link">Or paste a link to a case, or its JSON</label>
        <textarea
          id="compare-link"
          className="area"
          rows={3}
          spellCheck={false}
          value={text}
          aria-invalid={fault !== undefined}
          aria-describedby="compare-fault"
          onChange={({ target }) => {
            setText(target.value);
            setFault(undefined);
          }}
        />
        <p id="compare-fault" className="field-error" role="alert">
          {fault !== undefined && <RichText text={backticks(fault)} />}
        </p>
        <div className="compare-ways">
          <button className="btn line" disabled={text.trim() === ''}>
            Take it as A
          </button>
          {onBack && (
            <button type="button" className="btn" onClick={onBack}>
              Back to the comparison
            </button>
          )}
        </div>
      </form>
    </div>
  );
}
