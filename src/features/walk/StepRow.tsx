import { useId, type ReactElement, type ReactNode } from 'react';
import type { Evaluation } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { isLeveled } from '../../case/layers';
import { stepWords } from '../../explain/steps';
import type { Tone } from '../../explain/types';
import { lighting, useLit } from '../../store/lit';
import { Icon } from '../../ui/Icon';
import type { DrawnRow } from './drawn';
import { LevelRows } from './LevelRows';
import { Rail } from './Rail';
import type { WalkRow } from './rows';
import { StepBody } from './StepBody';

interface StepRowProps {
  readonly row: Extract<WalkRow, { readonly kind: 'step' }>;
  readonly drawn: DrawnRow;
  readonly evaluation: Evaluation;
  readonly scenario: Scenario;
  readonly isOpen: boolean;
  readonly isSelected: boolean;
  readonly onToggle: () => void;
  /** In a replay: the statement that is read here. */
  readonly reading: string | undefined;
  /** What stands in the opened step in the place of its policies. */
  readonly inside: ReactNode;
}

const LOUD: readonly Tone[] = ['explicit', 'implicit', 'unknown'];

/** One step of the walk: a row that opens. */
export function StepRow(props: StepRowProps): ReactElement {
  const { row, drawn, evaluation, scenario, isOpen, isSelected, onToggle, inside } = props;
  const { step } = row;
  const { spec } = drawn;
  const words = stepWords(step, evaluation, scenario);
  const { tone, word } = spec ? { tone: spec.tone, word: spec.words[0] ?? '' } : words;
  const hot = useLit((state) => state.step === step.id);
  const body = useId();
  const late = drawn.before === 'rest' || drawn.before === 'even';
  const beyond = late && !LOUD.includes(tone);
  const leveled = isLeveled(step.id) && step.levels.some(({ target }) => target !== undefined);
  const levels = isOpen && leveled && spec !== undefined;
  return (
    <li
      className={`step on-${row.side} k-${tone}`}
      data-step={step.id}
      data-hot={hot || undefined}
      data-open={isSelected || undefined}
      data-beyond={beyond || undefined}
      {...lighting(step.id)}
    >
      <Rail drawn={drawn} tone={tone} late={beyond} short={levels} />
      <button
        className="row"
        aria-expanded={isOpen}
        aria-controls={isOpen ? body : undefined}
        onClick={onToggle}
      >
        <span className="num">{row.number}</span>
        <span className="tx">
          <span className="nm">{words.name}</span>
          <Under {...props} tone={tone} />
        </span>
        <span className="grow cut dt">{tone === 'none' && spec?.look === 'off' ? words.detail : ''}</span>
        <span className="word">{word}</span>
        <Icon name={isOpen ? 'down' : 'right'} size={10} />
      </button>
      {isOpen && (
        <div id={body}>
          {levels && <LevelRows gate={spec} levels={step.levels} choosable={inside !== undefined} />}
          <div className={levels ? 'tail' : undefined}>
            {levels && (
              <div className="way" aria-hidden="true">
                <i className={`all is-${drawn.after}`} />
              </div>
            )}
            <StepBody step={step} words={words} evaluation={evaluation} scenario={scenario}>
              {inside}
            </StepBody>
          </div>
        </div>
      )}
    </li>
  );
}

/** Under the name: what is read now, what has changed, or, where no picture stands over the list, where it stops. */
function Under({
  drawn,
  reading,
  tone,
  inside,
}: StepRowProps & { readonly tone: Tone }): ReactElement | null {
  const { spec } = drawn;
  if (reading !== undefined) return <span className="sub cut">{reading}</span>;
  if (!spec) return null;
  const [detail = ''] = spec.details;
  if (spec.flag?.ink === 'accent')
    return (
      <span className="sub cut">
        <b>changed</b> · {detail}
      </span>
    );
  const told = inside !== undefined && LOUD.includes(tone) && detail !== '';
  return told ? <span className="sub cut">{detail}</span> : null;
}
