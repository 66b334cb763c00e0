import { useMemo, type ReactElement } from 'react';
import type { Evaluation } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { LAYERS, isHidden } from '../../case/scenario';
import { changeChain, type ChangeChain } from '../../explain/change-chain';
import { applyChange, changesFor, type Change } from '../../explain/changes';
import type { Offer } from '../../explain/changes/price';
import { keeperWords } from '../../explain/changes/managed';
import { rankChanges } from '../../explain/changes/rank';
import { layerName } from '../../explain/layers';
import { useCatalog } from '../../store/catalog';
import { useEvaluation, useScenario } from '../../store/selectors';
import { ChangeCard } from './ChangeCard';
import { Chain } from './Chain';
import { Hinges } from './Hinges';
import { usePrices } from './usePrices';
import { useProvenPrices } from './useProvenPrices';
import './changes.css';

/** Every change that was tried and works, by the layer that it changes; what costs least comes first. */
export default function Changes(): ReactElement {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const catalog = useCatalog();
  const { action } = scenario.request;
  const changes = useMemo(() => changesFor(scenario, evaluation, catalog), [scenario, evaluation, catalog]);
  const enough = changes.some((change) => change.enough);
  const chain = useMemo(
    () => (enough ? undefined : changeChain(scenario, evaluation, catalog)),
    [enough, scenario, evaluation, catalog],
  );
  const offers = useMemo(() => offersOf(scenario, changes, chain), [scenario, changes, chain]);
  const direction = evaluation.decision === 'Allowed' ? 'closes' : 'opens';
  const pricings = usePrices(scenario, offers, direction);
  const proven = useProvenPrices(scenario, offers);
  // Ranked once before the prices are known and once after, so that nothing moves while they come in.
  const prices = pricings.every(({ kind }) => kind === 'counted')
    ? pricings.map((one) => (one.kind === 'counted' ? one.price : undefined))
    : undefined;
  const ranked = rankChanges(changes, action, prices);
  const kept = keeperWords(scenario);
  const layers = [...new Set(ranked.map(({ layer }) => layer))];
  return (
    <div className="changes">
      <p className="dim">{opening(scenario, evaluation, enough, chain !== undefined)}</p>
      {kept !== undefined && <p className="dim">{kept}</p>}
      {evaluation.decision === 'Allowed' && <Hinges evaluation={evaluation} />}
      {chain !== undefined && chain.changes.length > 1 && (
        <Chain chain={chain} pricing={pricings.at(-1)!} proven={proven.at(-1)} />
      )}
      {layers.map((layer) => (
        <section key={layer}>
          <h3>{layerName(layer)}</h3>
          <ul>
            {ranked
              .filter((change) => change.layer === layer)
              .map((change) => (
                <ChangeCard
                  key={changes.indexOf(change)}
                  change={change}
                  pricing={pricings[changes.indexOf(change)]!}
                  proven={proven[changes.indexOf(change)]}
                  direction={direction}
                />
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** What is priced: each change by itself, and last all that are made together. */
function offersOf(
  scenario: Scenario,
  changes: readonly Change[],
  chain: ChangeChain | undefined,
): readonly Offer[] {
  const single = changes.map((change): Offer => ({ edits: [change], after: applyChange(scenario, change) }));
  return chain ? [...single, { edits: chain.changes, after: chain.scenario }] : single;
}

function opening(
  { policies }: Scenario,
  { decision }: Evaluation,
  enough: boolean,
  together: boolean,
): string {
  const hidden = LAYERS.some((layer) => isHidden(policies[layer]));
  switch (decision) {
    case 'Undetermined':
      return 'The verdict is still open. Settle what it depends on first; then there is something to change.';
    case 'Allowed':
      return enough
        ? 'Each of these was tried, and denies the request by itself.'
        : 'No small change of one policy denies this request.';
    case 'ExplicitlyDenied':
    case 'ImplicitlyDenied':
      if (enough) return 'Each of these was tried by itself; the tag says what the verdict is then.';
      if (together) return 'No single change is enough. These were tried together, and are.';
      return hidden
        ? 'No change in the policies that can be seen is enough: a layer that is not visible may have to change too.'
        : 'No small change in these policies is enough.';
  }
}
