import type { ReactElement } from 'react';
import type { Evaluation, Step } from '../../engine/evaluation';
import type { Scenario } from '../../engine/scenario';
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
          const differs = old?.word !== current?.word || old?.tone !== current?.tone;
          return (
            <tr key={id}>
              <th scope="row">{(current ?? old)?.name}</th>
              <Cell words={old} />
              <Cell words={current} />
              <td>{differs && <span className="tag">differs</span>}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell({ words }: { readonly words: StepWords | undefined }): ReactElement {
  if (words === undefined) return <td className="dim">–</td>;
  return (
    <td className={`k-${words.tone}`}>
      <Glyph kind={words.tone} size={13} label="" /> {words.word}
    </td>
  );
}

function wordsByStep(evaluation: Evaluation, scenario: Scenario): ReadonlyMap<Step['id'], StepWords> {
  return new Map(evaluation.steps.map((step) => [step.id, stepWords(step, evaluation, scenario)]));
}
