import { useState, type ReactElement } from 'react';
import type { Scenario } from '../../../case/scenario';
import type { Decision } from '../../../engine/evaluation';
import { applyEdits } from '../../../lessons/edits';
import type { SwitchPosition, Switches } from '../../../lessons/types';
import { evaluationOf, explanationOf } from '../../../store/derive';
import { plain } from '../../../explain/rich';
import { Prose } from '../Prose';
import { DECISION_WORDS } from '../words';

const POSITIONS: Readonly<Record<SwitchPosition, string>> = {
  neither: 'Both off',
  allow: 'Only the Allow',
  deny: 'Only the Deny',
  both: 'Both on',
};
const CHOICES: readonly Decision[] = ['Allowed', 'ImplicitlyDenied', 'ExplicitlyDenied'];

interface SwitchPartProps {
  readonly switches: Switches;
  readonly scenario: Scenario;
  readonly onDone: () => void;
}

/** Four positions of two switches, each predicted; then they are tried. */
export function SwitchPart({ switches, scenario, onDone }: SwitchPartProps): ReactElement {
  const [said, setSaid] = useState<Partial<Record<SwitchPosition, Decision>>>({});
  const [tried, setTried] = useState(false);
  const all = Object.keys(POSITIONS) as SwitchPosition[];
  return (
    <form
      className="learn-first"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
      }}
    >
      <h2>
        <Prose text={switches.question} />
      </h2>
      {all.map((position) => {
        const { edits, say } = switches.positions[position];
        const asked = applyEdits(scenario, edits);
        const { decision } = evaluationOf(asked);
        return (
          <fieldset key={position} className="learn-switch">
            <legend>{POSITIONS[position]}</legend>
            {CHOICES.map((choice) => (
              <label key={choice} className="learn-check">
                <input
                  type="radio"
                  name={`learn-${position}`}
                  checked={said[position] === choice}
                  disabled={tried}
                  onChange={() => setSaid({ ...said, [position]: choice })}
                />
                {DECISION_WORDS[choice]}
              </label>
            ))}
            {tried && (
              <p>
                <b>{said[position] === decision ? 'So it is.' : `It is: ${DECISION_WORDS[decision]}.`}</b>{' '}
                <Prose text={say} />
                <span className="hidden-text"> {plain(explanationOf(asked).sentence)}</span>
              </p>
            )}
          </fieldset>
        );
      })}
      <div className="learn-row">
        {tried ? (
          <button className="btn main" type="button" onClick={onDone}>
            On to the question
          </button>
        ) : (
          <>
            <button className="btn main" type="submit" disabled={all.some((one) => said[one] === undefined)}>
              Try them
            </button>
            <button className="link" type="button" onClick={() => setTried(true)}>
              Just show me
            </button>
          </>
        )}
      </div>
    </form>
  );
}
