import { lazy, Suspense, type ReactElement } from 'react';
import type { Layer } from '../../case/scenario';
import { comparePasted, type Comparison } from '../../explain/pasted';
import { useCase, useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';

const HeldAgainstAws = lazy(() => import('./HeldAgainstAws'));

const LEADS: Record<Comparison['result'], string> = {
  same: 'Reproduced.',
  differs: 'Not reproduced.',
  open: 'Not reproduced yet.',
};

/** A layer that is not visible opens in the editor's place, where the commands stand that print it. */
function showLayer(layer: Layer, hidden: boolean): void {
  const { select, selection, setNarrowTab } = useVerdict.getState();
  select({ address: hidden ? { layer, index: 0 } : selection.address, step: layer });
  setNarrowTab(hidden ? 'policies' : 'flow');
}

/** Beside the verdict: AWS's own evaluation where the case has one, else the message that it was filled in from. */
export function Reproduced(): ReactElement | null {
  const hasAws = useCase().aws !== undefined;
  if (!hasAws) return <OfMessage />;
  return (
    <Suspense>
      <HeldAgainstAws />
    </Suspense>
  );
}

/** Beside the verdict of a case that was filled in from a message: does it come out as AWS said? */
function OfMessage(): ReactElement | null {
  const pasted = useVerdict((state) => state.pasted);
  const setPasted = useVerdict((state) => state.setPasted);
  const scenario = useScenario();
  const evaluation = useEvaluation();
  if (pasted === undefined) return null;
  const { result, text, layer } = comparePasted(pasted, scenario, evaluation);
  return (
    <div className="reproduced" role="note">
      <Icon name={result === 'same' ? 'tick' : 'query'} />
      <span>
        <b>{LEADS[result]}</b> <RichText text={text} />
      </span>
      {layer !== undefined && (
        <button className="link" onClick={() => showLayer(layer, scenario.policies[layer] === 'unknown')}>
          {scenario.policies[layer] === 'unknown' ? 'How to see it' : 'Show it'}
        </button>
      )}
      <span className="grow" />
      <button
        className="btn sm icon"
        aria-label="Stop comparing with the message"
        onClick={() => setPasted(undefined)}
      >
        <Icon name="cross" />
      </button>
    </div>
  );
}
