import type { ReactElement } from 'react';
import type { Because, ScenarioTest } from '../../case/scenario';
import { layerName } from '../../explain/layers';
import { reasonsFor } from '../../explain/test-reasons';
import { becauseOfTest } from '../../store/testEdits';
import { useCase } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { WORDS } from './words';

const keyOf = (because: Because): string =>
  JSON.stringify([because.layer, because.policy, because.statement]);

/** What a test expects to decide, besides the decision: a statement, or a layer without an Allow. */
export function BecauseField({
  test,
  index,
}: {
  readonly test: ScenarioTest;
  readonly index: number;
}): ReactElement {
  const scenario = useCase();
  const edit = useVerdict((state) => state.edit);
  const { layers, statements } = reasonsFor(scenario, test);
  const choices = new Map<string, Because>(
    [...layers, ...statements.map(({ because }) => because)].map((because) => [keyOf(because), because]),
  );
  const { because } = test;
  const now = because === undefined ? '' : keyOf(because);
  const isGone = because !== undefined && !choices.has(now);
  return (
    <select
      className="input tests-because"
      aria-label={WORDS.because(test.name)}
      value={now}
      onChange={({ target }) => edit((present) => becauseOfTest(present, index, choices.get(target.value)))}
    >
      <option value="">{WORDS.any}</option>
      {isGone && (
        <option value={now}>{WORDS.gone(String(because.statement ?? layerName(because.layer)))}</option>
      )}
      {layers.length > 0 && (
        <optgroup label={WORDS.layers}>
          {layers.map((one) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {layerName(one.layer)}
            </option>
          ))}
        </optgroup>
      )}
      {statements.length > 0 && (
        <optgroup label={WORDS.statements}>
          {statements.map(({ because: one, name, policy }) => (
            <option key={keyOf(one)} value={keyOf(one)}>
              {WORDS.statement(name, policy)}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}
