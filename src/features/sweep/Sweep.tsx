import { useDeferredValue, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Decision } from '../../engine/evaluation';
import { startSweep } from '../../store/browser/startSweep';
import { useCatalog, useReferenceWords } from '../../store/catalog';
import { useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { copyText } from '../../ui/copyText';
import { planSweep, type Plan } from './plan';
import { csvOf, sweptOf } from './rows';
import { SweepTable } from './SweepTable';
import './sweep.css';

export default function Sweep(): ReactElement {
  const catalog = useCatalog();
  const words = useReferenceWords();
  const scenario = useScenario();
  const plan = useMemo(() => catalog && planSweep(catalog, scenario), [catalog, scenario]);
  return plan ? <Run plan={plan} /> : <p role="status">{words}: it names the actions to try.</p>;
}

type State = 'running' | 'cancelled' | 'failed';

function Run({ plan: latest }: { readonly plan: Plan }): ReactElement {
  // More of the reference may arrive meanwhile: the names of the actions stay the same.
  const [plan] = useState(latest);
  const [decisions, setDecisions] = useState<readonly (readonly Decision[])[]>([]);
  const [state, setState] = useState<State>('running');
  const total = plan.groups.reduce((sum, { actions }) => sum + actions.length, 0);
  const decided = decisions.reduce((sum, { length }) => sum + length, 0);
  const done = decided === total;
  // The table has hundreds of rows: it is made piece by piece, so that the page answers meanwhile.
  const shown = useDeferredValue(done);
  useEffect(() => {
    if (state !== 'running') return undefined;
    return startSweep(
      plan.groups,
      (more) => setDecisions((before) => [...before, more]),
      () => setState('failed'),
    );
  }, [plan, state]);
  const again = (): void => {
    setDecisions([]);
    setState('running');
  };
  return (
    <div className="sweep">
      <Premises plan={plan} />
      {!done && (
        <div className="sweep-progress">
          {state === 'running' ? (
            <>
              <progress aria-label="Actions decided" max={total} value={decided} />
              <button className="btn" onClick={() => setState('cancelled')}>
                Cancel
              </button>
            </>
          ) : (
            <>
              <span role="status">
                {state === 'failed' ? 'The actions could not be decided.' : 'Cancelled.'}
              </span>
              <button className="btn" onClick={again}>
                Start again
              </button>
            </>
          )}
        </div>
      )}
      {shown && done && <Result plan={plan} decisions={decisions} />}
    </div>
  );
}

/** What is the same for all actions, and what is not. */
function Premises({ plan }: { readonly plan: Plan }): ReactElement {
  const { owners } = plan;
  return (
    <p className="dim">
      Principal, policies and context are those of the case.{' '}
      {owners.length > 0 &&
        `Actions of ${owners.join(', ')} are asked on the resource of the case, whichever of its types they work on. `}
      {owners.length > 0 ? 'All others are asked on ' : 'All actions are asked on '}
      <code>*</code>, without the resource-based policy: they cannot work on this resource. Policies that name
      resources do not allow them there.
    </p>
  );
}

function Result({
  plan,
  decisions,
}: {
  readonly plan: Plan;
  readonly decisions: readonly (readonly Decision[])[];
}): ReactElement {
  const say = useVerdict((state) => state.say);
  const swept = useMemo(() => sweptOf(plan, decisions.flat()), [plan, decisions]);
  const copy = async (): Promise<void> => {
    const copied = await copyText(csvOf(swept));
    say(copied ? 'Copied as CSV.' : 'This browser does not allow copying.', {
      tone: copied ? 'info' : 'error',
    });
  };
  return (
    <>
      <p role="status">{swept.length.toLocaleString('en')} actions decided.</p>
      <SweepTable swept={swept} />
      <div className="actions">
        <button className="btn" onClick={() => void copy()}>
          Copy as CSV
        </button>
      </div>
    </>
  );
}
