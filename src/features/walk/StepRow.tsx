import { useId, type ReactElement } from 'react';
import type { Evaluation } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { stepWords } from '../../explain/steps';
import { lighting, useLit } from '../../store/lit';
import { Icon } from '../../ui/Icon';
import { Rail } from './Rail';
import type { WalkRow } from './rows';
import { StepBody } from './StepBody';

interface StepRowProps {
  readonly row: Extract<WalkRow, { readonly kind: 'step' }>;
  readonly evaluation: Evaluation;
  readonly scenario: Scenario;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
}

const QUIET = ['explicit', 'implicit', 'unknown'];

/** One step of the walk: a row that opens. */
export function StepRow({
  row,
  evaluation,
  scenario,
  isOpen,
  isSelected,
  onToggle,
}: StepRowProps): ReactElement {
  const { step } = row;
  const words = stepWords(step, evaluation, scenario);
  const hot = useLit((state) => state.step === step.id);
  const body = useId();
  const beyond = row.beyond && !QUIET.includes(words.tone);
  return (
    <li
      className={`step on-${row.side} k-${words.tone}`}
      data-step={step.id}
      data-hot={hot || undefined}
      data-open={isSelected || undefined}
      data-beyond={beyond || undefined}
      {...lighting(step.id)}
    >
      <Rail row={row} tone={words.tone} />
      <button
        className="row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? body : undefined}
        onClick={onToggle}
      >
        <span className="num">{row.number}</span>
        <span className="nm">{words.name}</span>
        <span className="grow cut dt">{words.tone === 'none' ? words.detail : ''}</span>
        <span className="word">{words.word}</span>
        <Icon name={isOpen ? 'down' : 'right'} size={10} />
      </button>
      {isOpen && (
        <div id={body}>
          <StepBody step={step} words={words} evaluation={evaluation} scenario={scenario} />
        </div>
      )}
    </li>
  );
}
