import { useMemo, type ReactElement } from 'react';
import { policyAt, policyText } from '../../case/scenario';
import { applyChange, type Change } from '../../explain/changes';
import type { Price } from '../../explain/changes/price';
import type { Comparison } from '../../reasoning/comparison';
import { plain } from '../../explain/rich';
import { textDiff } from '../../explain/text-diff';
import { useScenario } from '../../store/selectors';
import { backticks } from '../../ui/backticks';
import { Diff } from '../../ui/Diff';
import { RichText } from '../../ui/RichText';
import { usePastedCode } from '../../store/pastedCode';
import { languageOf } from '../../export/code/languages';
import { applyScenario } from './apply';
import { ChangeInCode } from './ChangeInCode';
import { PriceNote } from './PriceNote';
import type { Pricing } from './usePrices';
import { PRICE } from './words';

interface ChangeCardProps {
  readonly change: Change;
  readonly pricing: Pricing;
  /** The same over every resource, once it is proved. */
  readonly proven: Comparison | undefined;
  readonly direction: Price['direction'];
}

/** One change: what it does, what it costs, the lines that differ, and the button that makes it. */
export function ChangeCard({ change, pricing, proven, direction }: ChangeCardProps): ReactElement {
  const scenario = useScenario();
  const pasted = usePastedCode((state) => state.language);
  const language = languageOf(scenario.placeholders, pasted);
  const title = plain(change.title);
  return (
    <li className="change">
      <div className="change-head">
        <b className="grow">
          <RichText text={change.title} />
        </b>
        <span className="tag">{effect(change)}</span>
        <button
          className="btn line sm"
          aria-label={`Apply: ${title}`}
          onClick={() => applyScenario(applyChange(scenario, change), change, `Applied: ${title}`)}
        >
          Apply
        </button>
      </div>
      <p className="dim">{PRICE[change.kind]}</p>
      {change.warning !== undefined && (
        <p className="change-warning" role="note">
          <RichText text={backticks(change.warning)} />
        </p>
      )}
      <ChangeDiff change={change} />
      {language !== undefined && <ChangeInCode change={change} language={language} />}
      {change.kind !== 'setKey' && (
        <PriceNote pricing={pricing} proven={proven} alone={change.enough} direction={direction} />
      )}
    </li>
  );
}

function effect({ enough, result }: Change): string {
  if (result === 'Undetermined') return 'then not known';
  if (!enough) return 'not enough alone';
  return result === 'Allowed' ? 'then allowed' : 'then denied';
}

/** The lines of the policy that the change takes away and puts in. */
function ChangeDiff({ change }: { readonly change: Change }): ReactElement | null {
  const scenario = useScenario();
  const { address, newText } = change;
  const lines = useMemo(() => {
    if (newText === undefined) return [];
    const old = policyAt(scenario.policies, address);
    return textDiff(old === undefined ? '' : policyText(old), newText);
  }, [scenario, address, newText]);
  if (lines.length === 0) return null;
  return <Diff label={`Lines of ${change.policy} that change`} lines={lines} />;
}
