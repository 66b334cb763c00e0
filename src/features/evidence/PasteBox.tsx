import { useMemo, type ReactElement } from 'react';
import { readEvidence } from '../../scenario/evidence';
import { scenarioFromEvidence } from '../../scenario/from-evidence';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { copyText } from '../../ui/copyText';

interface PasteBoxProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onDone: () => void;
}

/** The box, what was understood of the text in it, and one button that fills the case in. */
export function PasteBox({ text, onChange, onDone }: PasteBoxProps): ReactElement {
  const present = useScenario();
  const replace = useVerdict((state) => state.replace);
  const found = useMemo(() => {
    if (text.trim() === '') return undefined;
    const evidence = readEvidence(text);
    return { evidence, ...scenarioFromEvidence(evidence, present) };
  }, [text, present]);
  const usable = found !== undefined && found.evidence.kind !== 'unknown';
  return (
    <>
      <textarea
        className="area"
        rows={8}
        autoFocus
        spellCheck={false}
        aria-label="Error message, event or command output"
        placeholder={
          'An AccessDenied message, a decoded authorization message, a CloudTrail event,\nor what the AWS CLI printed for a policy or a principal'
        }
        value={text}
        onChange={({ target }) => onChange(target.value)}
      />
      <p className="dim">It is read in this page and goes nowhere else.</p>
      {found && (
        <div className="understood" role="status">
          <Lines title={usable ? 'Understood' : 'Not recognised'} lines={found.understood} />
          <Lines title="Good to know" lines={found.evidence.notes} />
          <Lines title="Not in the text" lines={found.unknown} />
          {found.commands.length > 0 && (
            <section>
              <h3>To see what is hidden</h3>
              {found.commands.map(({ command, why }) => (
                <div key={command} className="command">
                  <span className="dim">{why}</span>
                  <code>{command}</code>
                  <button className="btn sm line" onClick={() => void copyText(command)}>
                    Copy
                  </button>
                </div>
              ))}
            </section>
          )}
        </div>
      )}
      <div className="actions">
        <button
          className="btn main"
          disabled={!usable}
          onClick={() => {
            if (found) replace(found.scenario, 'Filled in the case from what was pasted');
            onDone();
          }}
        >
          Fill in the case
        </button>
      </div>
    </>
  );
}

function Lines({
  title,
  lines,
}: {
  readonly title: string;
  readonly lines: readonly string[];
}): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
