import { useState, type ReactElement, type ReactNode } from 'react';
import type { Scenario } from '../../case/scenario';
import { CASE_FILES, openFile } from '../../store/browser/files';
import { useOpenAddress } from '../../store/openPolicy';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { RichText } from '../../ui/RichText';
import { CopyBlock } from '../../ui/place/Source';
import { readA, type ReadA } from './readA';
import './compare.css';

interface ChooseAProps {
  /** What is chosen. */
  readonly side: 'A' | 'B';
  readonly onTake: (scenario: Scenario, said: string) => void;
  /** The field that takes a principal of the loaded account, where one is loaded. */
  readonly principal?: ReactNode;
  /** Back to the comparison, where there is one. */
  readonly onBack?: (() => void) | undefined;
}

/** The case on the page, one from a file, a link, or one policy as it was, as A or as B. */
export function ChooseA({ side, onTake, principal, onBack }: ChooseAProps): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const open = useOpenAddress();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<Exclude<ReadA, { kind: 'case' }>>();
  const read = async (written: string, source: 'file' | 'text'): Promise<void> => {
    const found = await readA(written, source, present, open);
    if (found.kind === 'case') onTake(found.scenario, found.said);
    else setAnswer(found);
  };
  const fromFile = async (): Promise<void> => {
    const file = await openFile(CASE_FILES);
    if (file !== undefined) await read(file.text, 'file');
  };
  return (
    <div className="compare compare-choose">
      <p>
        {side === 'A'
          ? 'A is what the case on the page is compared with. It stays in this browser until you forget it.'
          : 'B is the case on the page. Another one takes its place; Undo brings it back.'}
      </p>
      <div className="compare-ways">
        {side === 'A' && (
          <button className="btn main" onClick={() => onTake(present, '')}>
            Keep the case on the page as A
          </button>
        )}
        <button className="btn line" onClick={() => void fromFile()}>
          Open {side} from a file…
        </button>
      </div>
      {principal}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void read(text, 'text');
        }}
      >
        <label htmlFor="compare-link">
          Or paste a link to a case, its JSON, one policy, or the name of a policy that AWS manages
        </label>
        <textarea
          id="compare-link"
          className="area"
          rows={5}
          spellCheck={false}
          value={text}
          aria-invalid={answer?.kind === 'unreadable'}
          aria-describedby="compare-fault"
          onChange={({ target }) => {
            setText(target.value);
            setAnswer(undefined);
          }}
        />
        <p id="compare-fault" className="field-error" role="alert">
          {answer?.kind === 'unreadable' && <RichText text={backticks(answer.message)} />}
        </p>
        {answer?.kind === 'commands' && (
          <div role="status">
            <p>
              The page knows the names of AWS’s policies, not their texts. Paste here what these print for{' '}
              {answer.name}:
            </p>
            {answer.commands.map((command) => (
              <CopyBlock key={command} text={command} of={answer.name} />
            ))}
          </div>
        )}
        <div className="compare-ways">
          <button className="btn line" disabled={text.trim() === ''}>
            Take it as {side}
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
