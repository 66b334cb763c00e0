import { useMemo, useState, type ReactElement } from 'react';
import type { Scenario } from '../../engine/scenario';
import type { Evidence } from '../../scenario/evidence/types';
import { readEvidence } from '../../scenario/evidence/read';
import { scenarioFromEvidence, type FromEvidence } from '../../scenario/from-evidence';
import { useScenario } from '../../store/selectors';
import { isEmpty, useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { copyText } from '../../ui/copyText';
import { RichText } from '../../ui/RichText';

interface Found extends FromEvidence {
  readonly evidence: Evidence;
}

/** Is the paste about a request of its own? Then the policies on the page are another case's until said otherwise. */
function isOwnCase({ kind }: Evidence): boolean {
  return kind === 'denial' || kind === 'decodedMessage' || kind === 'cloudTrail' || kind === 'encodedMessage';
}

function find(text: string, present: Scenario, keep: boolean | undefined): Found | undefined {
  if (text.trim() === '') return undefined;
  const evidence = readEvidence(text);
  const join = keep ?? !isOwnCase(evidence);
  return { evidence, ...scenarioFromEvidence(evidence, join ? present : undefined) };
}

/** The box, what was understood of the text in it, and one button that fills the case in. */
export default function PasteBox(): ReactElement {
  const present = useScenario();
  const text = useVerdict((state) => state.pasteText);
  const setText = useVerdict((state) => state.setPasteText);
  const [keep, setKeep] = useState<boolean>();
  const found = useMemo(() => find(text, present, keep), [text, present, keep]);
  return (
    <>
      <textarea
        className="area"
        rows={8}
        autoFocus
        spellCheck={false}
        aria-label="Error message, event or command output"
        placeholder="An AccessDenied message, a decoded authorization message, a CloudTrail event, or what the AWS CLI printed for a policy or a principal"
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <p className="dim">It is read in this page and goes nowhere else.</p>
      {found && <Understood found={found} />}
      {found && !isEmpty(present) && (
        <label className="check">
          <input
            type="checkbox"
            checked={keep ?? !isOwnCase(found.evidence)}
            onChange={({ target }) => setKeep(target.checked)}
          />
          Keep the policies that are on the page
        </label>
      )}
      <div className="actions">
        <button className="btn main" disabled={!isUsable(found)} onClick={() => found && fill(found)}>
          Fill in the case
        </button>
      </div>
    </>
  );
}

function isUsable(found: Found | undefined): boolean {
  if (found === undefined || found.evidence.kind === 'unknown') return false;
  return found.evidence.request !== undefined || (found.evidence.policies ?? []).length > 0;
}

/** One undo step; the step that AWS named stands open. */
function fill({ evidence, scenario, layer }: Found): void {
  const { replace, setPasteText, setPasted, select, show } = useVerdict.getState();
  replace(scenario, 'Filled in the case from what was pasted');
  if (layer !== undefined) select({ step: layer });
  if (evidence.kind === 'denial')
    setPasted({
      ...(evidence.layer !== undefined && { layer: evidence.layer }),
      ...(evidence.denial !== undefined && { denial: evidence.denial }),
      ...(evidence.request !== undefined && { request: evidence.request }),
    });
  setPasteText('');
  show(undefined);
}

function Understood({ found }: { readonly found: Found }): ReactElement {
  const { evidence, understood, unknown, commands } = found;
  return (
    <div className="understood" role="status">
      <Lines title={evidence.kind === 'unknown' ? 'Not recognised' : 'Understood'} lines={understood} />
      <Lines title="Not in the text, and good to know" lines={unknown} />
      {commands.length > 0 && (
        <section>
          <h3>To see what is hidden</h3>
          {commands.map(({ command, why }) => (
            <div key={command} className="command">
              <span className="dim">
                <RichText text={backticks(why)} />
              </span>
              <code>{command}</code>
              <CopyButton text={command} />
            </div>
          ))}
        </section>
      )}
    </div>
  );
}

function CopyButton({ text }: { readonly text: string }): ReactElement {
  const say = useVerdict((state) => state.say);
  const copy = async (): Promise<void> => {
    say((await copyText(text)) ? 'Copied the command' : 'This browser did not let the page copy.');
  };
  return (
    <button className="btn sm line" onClick={() => void copy()}>
      Copy
    </button>
  );
}

interface LinesProps {
  readonly title: string;
  readonly lines: readonly string[];
}

function Lines({ title, lines }: LinesProps): ReactElement | null {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <RichText text={backticks(line)} />
          </li>
        ))}
      </ul>
    </section>
  );
}
