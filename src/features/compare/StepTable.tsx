import type { ReactElement } from 'react';
import type { Evaluation, Step } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { stepWords } from '../../explain/steps';
import type { StepWords } from '../../explain/types';
import { Glyph } from '../../ui/Glyph';

interface StepTableProps {
  readonly kept: Scenario;
  readonly before: Evaluation;
  readonly present: Scenario;
  readonly now: Evaluation;
}

/** Every step with its outcome on both sides; a step that differs says so. */
export function StepTable({ kept, before, present, now }: StepTableProps): ReactElement {
  const was = wordsByStep(before, kept);
  const is = wordsByStep(now, present);
  const ids = [...new Set([...is.keys(), ...was.keys()])];
  return (
    <table className="compare-steps">
      <thead>
        <tr>
          <th scope="col">Step</th>
          <th scope="col">A</th>
          <th scope="col">Now</th>
          <th scope="col">
            <span className="hidden-text">Differs</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => {
          const [old, current] = [was.get(id), is.get(id)];
          const difference = differenceOf(old, current);
          return (
            <tr key={id} className={difference === 'differs' ? 'differs' : undefined}>
              <th scope="row">{(current ?? old)?.name}</th>
              <Cell words={old} />
              <Cell words={current} />
              <td>
                {difference !== undefined && (
                  <span className="tag">
                    <span aria-hidden="true">{difference === 'differs' ? '≠' : '≈'}</span>
                    {difference}
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Another outcome, or the same on other grounds. */
function differenceOf(
  old: StepWords | undefined,
  current: StepWords | undefined,
): 'differs' | 'other grounds' | undefined {
  if (old?.word !== current?.word || old?.tone !== current?.tone) return 'differs';
  return old?.detail === current?.detail ? undefined : 'other grounds';
}

function Cell({ words }: { readonly words: StepWords | undefined }): ReactElement {
  if (words === undefined) return <td className="dim">–</td>;
  return (
    <td className={`k-${words.tone}`}>
      <Glyph kind={words.tone} size={13} label="" /> {words.word}
      {words.detail !== '' && <span className="dim"> {words.detail}</span>}
    </td>
  );
}

function wordsByStep(evaluation: Evaluation, scenario: Scenario): ReadonlyMap<Step['id'], StepWords> {
  return new Map(evaluation.steps.map((step) => [step.id, stepWords(step, evaluation, scenario)]));
}
