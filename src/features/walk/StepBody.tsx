import type { ReactElement } from 'react';
import type { Evaluation, LevelTrace, Step } from '../../engine/evaluation';
import { addressKey, type Layer, type Scenario } from '../../case/scenario';
import { levelWords } from '../../explain/levels';
import { stepRule } from '../../explain/steps/rules';
import type { StepWords } from '../../explain/types';
import { useVerdict } from '../../store/store';
import { Glyph } from '../../ui/Glyph';
import { RichText } from '../../ui/RichText';
import { Notes } from './Notes';
import { PolicyList } from './PolicyList';
import { StatementCard } from './StatementCard';
import { deniesFound } from './statements';
import { isLeveled } from '../../case/layers';

interface StepBodyProps {
  readonly step: Step;
  readonly words: StepWords;
  readonly evaluation: Evaluation;
  readonly scenario: Scenario;
}

/** An opened step: a sentence, its levels, its policies, its statements. */
export function StepBody({ step, words, evaluation, scenario }: StepBodyProps): ReactElement {
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
      {isLeveled(step.id) && <Levels layer={step.id} levels={step.levels} />}
      <PolicyList step={step} evaluation={evaluation} scenario={scenario} />
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
