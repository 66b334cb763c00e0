import { useMemo, useState, type ReactElement } from 'react';
import type { Evaluation, PolicyTrace, Step } from '../../engine/evaluation';
import { addressKey, type Scenario } from '../../case/scenario';
import { useVerdict } from '../../store/store';
import { PolicyPart } from './PolicyPart';
import { opensAtFirst, tell } from './statements';

interface PolicyListProps {
  readonly step: Step;
  readonly evaluation: Evaluation;
  readonly scenario: Scenario;
}

/** As many quiet policies stand beside those that tell something; more are folded away. */
const QUIET = 2;

/** The policies of a step: those that decided first, the rest in the order of their levels. */
export function PolicyList({ step, evaluation, scenario }: PolicyListProps): ReactElement {
  const [unfolded, setUnfolded] = useState(false);
  const selected = useVerdict(({ selection }) =>
    selection.statement !== undefined && selection.address ? addressKey(selection.address) : undefined,
  );
  const entries = useMemo(
    () =>
      step.levels.flatMap(({ target, policies }) =>
        policies.map((policy) => ({ target, policy, key: addressKey(policy.address) })),
      ),
    [step],
  );
  const telling = useMemo(() => {
    const tells = (policy: PolicyTrace): boolean =>
      policy.statements.some((trace) => tell(trace, evaluation, scenario).telling);
    return new Set(entries.filter(({ policy }) => tells(policy)).map(({ key }) => key));
  }, [entries, evaluation, scenario]);

  const ordered = [
    ...entries.filter(({ key }) => telling.has(key)),
    ...entries.filter(({ key }) => !telling.has(key)),
  ];
  const stays = ordered.filter(
    ({ key, policy }) => telling.has(key) || key === selected || policy.state === 'unreadable',
  );
  const folded = ordered.length - stays.length;
  const folds = telling.size > 0 && folded > QUIET && !unfolded;
  return (
    <>
      {(folds ? stays : ordered).map(({ target, policy, key }) => (
        <PolicyPart
          key={key}
          policy={policy}
          step={step}
          target={target}
          evaluation={evaluation}
          scenario={scenario}
          alone={entries.length === 1}
          opensAtFirst={
            opensAtFirst(policy, step, ({ address }) => telling.has(addressKey(address))) || key === selected
          }
        />
      ))}
      {folds && (
        <button className="btn sm more" onClick={() => setUnfolded(true)}>
          Show {folded} other policies
        </button>
      )}
    </>
  );
}
