import { useMemo, type ReactElement } from 'react';
import type { Evaluation } from '../../engine/evaluation';
import type { Layer, Scenario } from '../../engine/scenario';
import { LAYERS } from '../../engine/scenario';
import { changeChain } from '../../explain/change-chain';
import { changesFor, type Change } from '../../explain/changes';
import { layerName } from '../../explain/layers';
import { useEvaluation, useScenario } from '../../store/selectors';
import { ChangeCard } from './ChangeCard';
import { Chain } from './Chain';
import { Hinges } from './Hinges';
import './changes.css';

/** Every change that was tried and works, by the layer that it changes. */
export default function Changes(): ReactElement {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const changes = useMemo(() => changesFor(scenario, evaluation), [scenario, evaluation]);
  const enough = changes.some((change) => change.enough);
  const chain = useMemo(
    () => (enough ? undefined : changeChain(scenario, evaluation)),
    [enough, scenario, evaluation],
  );
  const layers = LAYERS.filter((layer) => changes.some((change) => change.layer === layer));
  return (
    <div className="changes">
      <p className="dim">{opening(scenario, evaluation, enough, chain !== undefined)}</p>
      {evaluation.decision === 'Allowed' && <Hinges evaluation={evaluation} />}
      {chain !== undefined && chain.changes.length > 1 && <Chain chain={chain} />}
      {layers.map((layer) => (
        <section key={layer}>
          <h3>{layerName(layer)}</h3>
          <ul>
            {changes.filter(in_(layer)).map((change, index) => (
              <ChangeCard key={index} change={change} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function in_(layer: Layer): (change: Change) => boolean {
  return (change) => change.layer === layer;
}

function opening(
  { policies }: Scenario,
  { decision }: Evaluation,
  enough: boolean,
  together: boolean,
): string {
  const hidden = LAYERS.some((layer) => policies[layer] === 'unknown');
  switch (decision) {
    case 'Undetermined':
      return 'The verdict is still open. Settle what it hangs on first; then there is something to change.';
    case 'Allowed':
      return enough
        ? 'Each of these was tried, and closes the request by itself.'
        : 'No small change of one policy closes this request.';
    case 'ExplicitlyDenied':
    case 'ImplicitlyDenied':
      if (enough) return 'Each of these was tried by itself; the tag says what the verdict is then.';
      if (together) return 'No single change is enough. These were tried together, and are.';
      return hidden
        ? 'No change in the policies that can be seen is enough: a layer that is not visible may have to change too.'
        : 'No small change in these policies is enough.';
  }
}
