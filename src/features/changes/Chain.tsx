import type { ReactElement } from 'react';
import type { Comparison } from '../../reasoning/comparison';
import { layerName } from '../../explain/layers';
import type { ChangeChain } from '../../explain/change-chain';
import { RichText } from '../../ui/RichText';
import { applyScenario } from './apply';
import { PriceNote } from './PriceNote';
import type { Pricing } from './usePrices';

interface ChainProps {
  readonly chain: ChangeChain;
  readonly pricing: Pricing;
  /** The same over every resource, once it is proved. */
  readonly proven: Comparison | undefined;
}

/** Changes that are only enough together, made with one click. */
export function Chain({ chain, pricing, proven }: ChainProps): ReactElement {
  const { changes, scenario } = chain;
  const last = changes.at(-1)!;
  return (
    <section className="change">
      <div className="change-head">
        <h3 className="grow">Together</h3>
        <span className="tag">then allowed</span>
        <button
          className="btn line sm"
          onClick={() => applyScenario(scenario, last, `Applied ${changes.length} changes`)}
        >
          Apply all {changes.length}
        </button>
      </div>
      <ol className="change-chain">
        {changes.map(({ title, layer }, index) => (
          <li key={index}>
            <RichText text={title} /> <span className="dim">{layerName(layer)}</span>
          </li>
        ))}
      </ol>
      <PriceNote pricing={pricing} proven={proven} alone direction="opens" />
    </section>
  );
}
