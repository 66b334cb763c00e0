import type { ReactElement } from 'react';
import { HARM, type Price, type PricedAction } from '../../explain/changes/price';
import { priceWords, type PriceLine } from '../../explain/changes/price-words';
import { provenPriceWords } from '../../explain/changes/proven-price';
import type { Comparison } from '../../reasoning/comparison';
import { useScenario } from '../../store/selectors';
import { RichText } from '../../ui/RichText';
import type { Pricing } from './usePrices';

interface PriceNoteProps {
  readonly pricing: Pricing;
  /** The same over every resource, once it is proved. */
  readonly proven: Comparison | undefined;
  /** The change turns the verdict by itself. */
  readonly alone: boolean;
  readonly direction: Price['direction'];
}

/** So many actions are named at once; the rest on demand. */
const NAMED = 4;

/** What a change opens or closes besides, counted over all actions of AWS. */
export function PriceNote({ pricing, proven, alone, direction }: PriceNoteProps): ReactElement {
  const { action } = useScenario().request;
  const lines = proven && provenPriceWords(proven, direction);
  if (lines) return <Lines lines={lines} />;
  if (pricing.kind === 'counting') return <p className="price dim">Counting what else it {direction}…</p>;
  if (pricing.kind === 'failed')
    return (
      <p className="price dim">
        What else it {direction} could not be counted: the service reference is not loaded.
      </p>
    );
  const { price } = pricing;
  return <Lines lines={priceWords(price, action, alone)} />;
}

function Lines({ lines }: { readonly lines: readonly PriceLine[] }): ReactElement {
  return (
    <div className="price">
      {lines.map(({ text, actions }, at) => (
        <div key={at} className="price-line">
          <RichText text={text} /> <Names actions={actions.slice(0, NAMED)} />
          {actions.length > NAMED && <Rest actions={actions} />}
        </div>
      ))}
    </div>
  );
}

function Names({ actions }: { readonly actions: readonly PricedAction[] }): ReactElement {
  return (
    <>
      {actions.map(({ action }, at) => (
        <span key={action}>
          {at > 0 && ', '}
          <code>{action}</code>
        </span>
      ))}
    </>
  );
}

/** All of them, by what they can do. */
function Rest({ actions }: { readonly actions: readonly PricedAction[] }): ReactElement {
  const levels = HARM.map((level) => ({ level, of: actions.filter((one) => one.level === level) }));
  return (
    <details>
      <summary>and {(actions.length - NAMED).toLocaleString('en')} more</summary>
      <dl>
        {levels
          .filter(({ of }) => of.length > 0)
          .map(({ level, of }) => (
            <div key={level}>
              <dt>
                {level} ({of.length.toLocaleString('en')})
              </dt>
              <dd>
                <Names actions={of} />
              </dd>
            </div>
          ))}
      </dl>
    </details>
  );
}
