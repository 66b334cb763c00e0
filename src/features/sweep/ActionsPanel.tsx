import { useDeferredValue, useMemo, type ReactElement, type ReactNode } from 'react';
import type { SweptAction } from '../../reasoning/sweep';
import { useReferenceWords } from '../../store/catalog';
import { useVerdict } from '../../store/store';
import { copyText } from '../../ui/copyText';
import { Icon } from '../../ui/Icon';
import { ActionGroups } from './ActionGroups';
import type { Plan } from './plan';
import { csvOf, sweptOf } from './rows';
import { useSweep } from './useSweep';
import './sweep.css';

/** What else this caller can do: every action of AWS against the case, in the editor's place. */
export default function ActionsPanel(): ReactElement {
  const { state, cancel, again } = useSweep();
  const words = useReferenceWords();
  // The list has hundreds of rows: the page answers while it is made.
  const shown = useDeferredValue(state);
  if (shown.kind === 'done' && state.kind === 'done')
    return <Done plan={shown.plan} decisions={shown.decisions} />;
  return (
    <Frame note="asked with this principal and context">
      <div className="sweep-progress">
        {state.kind === 'waiting' && <p role="status">{words}: it names the actions to try.</p>}
        {(state.kind === 'running' || state.kind === 'done') && (
          <>
            <progress
              aria-label="Actions decided"
              max={state.kind === 'running' ? state.total : 1}
              value={state.kind === 'running' ? state.decided : 1}
            />
            <button className="btn line" onClick={cancel}>
              Cancel
            </button>
          </>
        )}
        {(state.kind === 'cancelled' || state.kind === 'failed') && (
          <>
            <span role="status">
              {state.kind === 'failed' ? 'The actions could not be decided.' : 'Canceled.'}
            </span>
            <button className="btn line" onClick={again}>
              Start again
            </button>
          </>
        )}
      </div>
    </Frame>
  );
}

interface DoneProps {
  readonly plan: Plan;
  readonly decisions: readonly SweptAction[];
}

function Done({ plan, decisions }: DoneProps): ReactElement {
  const say = useVerdict((state) => state.say);
  const swept = useMemo(() => sweptOf(plan, decisions), [plan, decisions]);
  const copy = async (): Promise<void> => {
    const copied = await copyText(csvOf(swept));
    say(copied ? 'Copied as CSV.' : 'This browser does not allow copying.', {
      tone: copied ? 'info' : 'error',
    });
  };
  return (
    <Frame
      note={`${swept.length.toLocaleString('en')} asked with this principal and context`}
      tools={
        <button className="btn sm" onClick={() => void copy()}>
          Copy as CSV
        </button>
      }
      foot={premises(plan)}
    >
      <ActionGroups swept={swept} />
    </Frame>
  );
}

/** What is the same for all actions, and what is not. */
function premises({ owners }: Plan): string {
  return owners.length > 0
    ? `Actions of ${owners.join(', ')} on the case’s resource; all others on *, without the resource’s policy`
    : 'All actions on *, without the resource’s policy';
}

interface FrameProps {
  readonly note: string;
  readonly tools?: ReactNode;
  readonly foot?: string;
  readonly children: ReactNode;
}

function Frame({ note, tools, foot, children }: FrameProps): ReactElement {
  const openSlot = useVerdict((state) => state.openSlot);
  return (
    <section className="panel sweep" aria-labelledby="sweep-title">
      <div className="head">
        <h2 className="grow cut" id="sweep-title">
          Every action{' '}
          <span className="sweep-note dim" role="status">
            {note}
          </span>
        </h2>
        {tools}
        <button className="btn sm icon" aria-label="Back to the policy" onClick={() => openSlot(undefined)}>
          <Icon name="cross" />
        </button>
      </div>
      {children}
      {foot !== undefined && (
        <div className="foot">
          <span className="cut" title={foot}>
            {foot}
          </span>
        </div>
      )}
    </section>
  );
}
