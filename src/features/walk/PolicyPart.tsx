import { useMemo, useState, type ReactElement } from 'react';
import type { Evaluation, PolicyTrace, Step } from '../../engine/evaluation';
import { policyAt, type Scenario } from '../../case/scenario';
import { textAt } from '../../explain/source';
import { pathAtOffset, statementSpans } from '../../language/spans';
import { positionAt } from '../../language/place';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { StatementCard } from './StatementCard';
import { policyNote, toldOf } from './statements';

/** As many statements of one policy as are shown before asking: what tells comes first, and these are two screens of cards. */
const SHOWN = 12;

interface PolicyPartProps {
  readonly policy: PolicyTrace;
  readonly step: Step;
  /** The level of an SCP or RCP. */
  readonly target: string | undefined;
  readonly evaluation: Evaluation;
  readonly scenario: Scenario;
  readonly opensAtFirst: boolean;
  /** Alone in its step: always open. */
  readonly alone: boolean;
}

/** One policy of a step with its statements. */
export function PolicyPart(props: PolicyPartProps): ReactElement {
  const { policy, step, target, scenario, alone } = props;
  const [chosen, setChosen] = useState<boolean>();
  const open = alone || (chosen ?? props.opensAtFirst);
  const via = policyAt(scenario.policies, policy.address)?.via;
  const note = [target, via !== undefined ? `via ${via}` : undefined, policyNote(policy, step)]
    .filter((text) => text !== undefined)
    .join(' · ');
  return (
    <div className="po">
      {alone ? (
        <div className="po-name">
          <b>{policy.name}</b>
          <span className="dim cut">{note}</span>
        </div>
      ) : (
        <button className="po-name" aria-expanded={open} onClick={() => setChosen(!open)}>
          <b className="cut">{policy.name}</b>
          <span className="dim cut grow">{note}</span>
          <Icon name={open ? 'down' : 'right'} size={10} />
        </button>
      )}
      {open && policy.state === 'unreadable' && <Problem policy={policy} scenario={scenario} />}
      {open && policy.state !== 'unreadable' && <Statements {...props} />}
    </div>
  );
}

function Statements({ policy, evaluation, scenario }: PolicyPartProps): ReactElement {
  const [limit, setLimit] = useState(SHOWN);
  const told = useMemo(() => toldOf(policy, evaluation, scenario), [policy, evaluation, scenario]);
  const lines = useMemo(() => statementLines(textAt(scenario, policy.address) ?? ''), [policy, scenario]);
  const hidden = told.length - limit;
  return (
    <>
      {told.slice(0, limit).map((entry) => (
        <StatementCard
          key={entry.trace.statement}
          told={entry}
          evaluation={evaluation}
          lines={lines[entry.trace.statement]}
        />
      ))}
      {hidden > 0 && (
        <button className="btn sm more" onClick={() => setLimit(told.length)}>
          Show {hidden} more
        </button>
      )}
    </>
  );
}

/** `4–9`, or `4` for a statement on one line. */
export function statementLines(text: string): readonly string[] {
  return statementSpans(text).map(({ offset, length }) => {
    const first = positionAt(text, offset).line;
    const last = positionAt(text, offset + length).line;
    return first === last ? `${first}` : `${first}–${last}`;
  });
}

/** Text that cannot be read: what is wrong, and the way to it. */
function Problem({
  policy,
  scenario,
}: {
  readonly policy: PolicyTrace;
  readonly scenario: Scenario;
}): ReactElement {
  const open = useVerdict((state) => state.open);
  const text = textAt(scenario, policy.address) ?? '';
  const { problem } = policy;
  const path = problem && pathAtOffset(text, problem.offset);
  return (
    <button className="stm problem" onClick={() => open(policy.address, { path, focus: true })}>
      <span className="t">
        <Icon name="warning" size={13} />
        <span className="grow">{problem?.message ?? 'This policy can’t be read.'}</span>
        {problem && <span className="ln">line {positionAt(text, problem.offset).line}</span>}
      </span>
    </button>
  );
}
