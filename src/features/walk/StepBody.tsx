import { useMemo, type ReactElement } from 'react';
import type { Evaluation, LevelTrace, PolicyTrace, Step } from '../../engine/evaluation';
import { addressKey, type Layer, type Scenario } from '../../engine/scenario';
import { policiesOf } from '../../explain/facts';
import { levelWords } from '../../explain/levels';
import type { StepWords } from '../../explain/types';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { RichText } from '../../ui/RichText';
import { PolicyPart } from './PolicyPart';
import { StatementCard } from './StatementCard';
import { deniesFound, opensAtFirst, tell } from './statements';

interface StepBodyProps {
  readonly step: Step;
  readonly words: StepWords;
  readonly evaluation: Evaluation;
  readonly scenario: Scenario;
}

/** An opened step: a sentence, its levels, its policies, its statements. */
export function StepBody({ step, words, evaluation, scenario }: StepBodyProps): ReactElement {
  return (
    <div className="in">
      {words.sentence.length > 0 && (
        <p className="say">
          <RichText text={words.sentence} />
        </p>
      )}
      <Notes notes={words.notes} />
      {step.id === 'explicitDeny' && <Denies evaluation={evaluation} scenario={scenario} />}
      {(step.id === 'scp' || step.id === 'rcp') && <Levels layer={step.id} levels={step.levels} />}
      <Policies step={step} evaluation={evaluation} scenario={scenario} />
    </div>
  );
}

/** Rules told beside the step; each leads to the page of rules. */
function Notes({ notes }: { readonly notes: StepWords['notes'] }): ReactElement {
  const showRule = useVerdict((state) => state.showRule);
  return (
    <>
      {notes.map(({ text, rule }) => (
        <p key={rule} className="note">
          <RichText text={text} />{' '}
          <button className="link" onClick={() => showRule(rule)}>
            Read the rule
          </button>
        </p>
      ))}
    </>
  );
}

function Denies({ evaluation, scenario }: Pick<StepBodyProps, 'evaluation' | 'scenario'>): ReactElement {
  return (
    <>
      {deniesFound(evaluation, scenario).map((told) => (
        <StatementCard
          key={`${addressKey(told.trace.address)}/${told.trace.statement}`}
          told={told}
          evaluation={evaluation}
          policy={told.trace.policy}
          lines={undefined}
        />
      ))}
    </>
  );
}

function Levels({
  layer,
  levels,
}: {
  readonly layer: Layer;
  readonly levels: readonly LevelTrace[];
}): ReactElement {
  return (
    <>
      {levels.map((level, index) => {
        const { tone, word } = levelWords(layer, level);
        const count = level.policies.length;
        return level.target === undefined ? null : (
          <div key={index} className={`lv k-${tone}`}>
            <Glyph kind={tone} size={13} label="" />
            <span className="cut">{level.target}</span>
            <span className="dim">
              {count === 0 ? 'no policies' : count === 1 ? '1 policy' : `${count} policies`}
            </span>
            <span className="word">{word}</span>
          </div>
        );
      })}
    </>
  );
}

function Policies({ step, evaluation, scenario }: Omit<StepBodyProps, 'words'>): ReactElement {
  const selected = useVerdict((state) => state.selection);
  const telling = useMemo(() => {
    const told = new Set(
      policiesOf(step)
        .filter((policy) => policy.statements.some((trace) => tell(trace, evaluation, scenario).telling))
        .map((policy) => addressKey(policy.address)),
    );
    return (policy: PolicyTrace) => told.has(addressKey(policy.address));
  }, [step, evaluation, scenario]);
  const isSelected = (policy: PolicyTrace): boolean =>
    selected.statement !== undefined &&
    selected.address !== undefined &&
    addressKey(selected.address) === addressKey(policy.address);
  const several = policiesOf(step).length > 1;
  // The policies that decided come before the rest; levels keep their order otherwise.
  const entries = step.levels.flatMap(({ target, policies }) =>
    policies.map((policy) => ({ target, policy })),
  );
  const ordered = [
    ...entries.filter(({ policy }) => telling(policy)),
    ...entries.filter(({ policy }) => !telling(policy)),
  ];
  return (
    <>
      {ordered.map(({ target, policy }) => (
        <PolicyPart
          key={addressKey(policy.address)}
          policy={policy}
          step={step}
          target={target}
          evaluation={evaluation}
          scenario={scenario}
          alone={!several}
          opensAtFirst={opensAtFirst(policy, step, telling) || isSelected(policy)}
        />
      ))}
    </>
  );
}
