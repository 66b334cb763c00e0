import { useState, type ReactElement, type ReactNode } from 'react';
import type { Evaluation, Step } from '../../engine/evaluation';
import { addressKey, type Scenario } from '../../case/scenario';
import { stepRule } from '../../explain/steps/rules';
import type { StepWords } from '../../explain/types';
import { useVerdict } from '../../store/store';
import { RichText } from '../../ui/RichText';
import { Notes } from './Notes';
import { PolicyList } from './PolicyList';
import { StatementCard } from './StatementCard';
import { deniesFound } from './statements';

interface StepBodyProps {
  readonly step: Step;
  readonly words: StepWords;
  readonly evaluation: Evaluation;
  readonly scenario: Scenario;
  /** On the phone: its telling statement, element by element. All of its policies are then asked for. */
  readonly children?: ReactNode;
}

/** An opened step: a sentence, its policies, its statements. */
export function StepBody({ step, words, evaluation, scenario, children }: StepBodyProps): ReactElement {
  const [all, setAll] = useState(false);
  const showRule = useVerdict((state) => state.showRule);
  return (
    <div className="in">
      {words.sentence.length > 0 && (
        <p className="say">
          <RichText text={words.sentence} />
        </p>
      )}
      {/* Those of the default deny stand at the verdict, where they are seen without opening it. */}
      {step.id !== 'defaultDeny' && <Notes notes={words.notes} />}
      {step.id === 'explicitDeny' && <Denies evaluation={evaluation} scenario={scenario} />}
      {children}
      {children === undefined || all ? (
        <PolicyList step={step} evaluation={evaluation} scenario={scenario} />
      ) : (
        step.levels.some(({ policies }) => policies.length > 0) && (
          <button className="btn sm more" onClick={() => setAll(true)}>
            Policy by policy
          </button>
        )
      )}
      <p className="note">
        <button className="link" onClick={() => showRule(stepRule(step.id))}>
          How this step counts
        </button>
      </p>
    </div>
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
