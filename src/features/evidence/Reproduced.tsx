import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import type { Layer } from '../../case/scenario';
import { comparePasted, type Comparison } from '../../explain/pasted';
import { useCase, useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';

const HeldAgainstAws = lazy(() => import('./HeldAgainstAws'));

const LEADS: Record<Comparison['result'], string> = {
  same: 'Reproduced.',
  consistent: 'Consistent with the message.',
  differs: 'Not reproduced.',
  open: 'Not reproduced yet.',
};

/** After a change of one's own the message is no longer what the verdict should say. */
const CHANGED_SINCE: Comparison = {
  result: 'differs',
  text: ['The case was denied as the message says, before it was changed.'],
};

/** A layer that is not visible opens in the editor's place, where the commands stand that print it. */
function showLayer(layer: Layer, hidden: boolean): void {
  const { select, selection, setNarrowTab } = useVerdict.getState();
  select({ address: hidden ? { layer, index: 0 } : selection.address, step: layer });
  setNarrowTab(hidden ? 'policies' : 'flow');
}

/** Under the verdict, a line of its own: AWS's own evaluation, where the case has one. */
export function AwsEvaluation(): ReactElement | null {
  if (useCase().aws === undefined) return null;
  return (
    <Suspense>
      <HeldAgainstAws />
    </Suspense>
  );
}

/** Beside the verdict: the message that the case was filled in from, where AWS's whole evaluation is not there. */
export function Reproduced(): ReactElement | null {
  return useCase().aws === undefined ? <OfMessage /> : null;
}

/** Beside the verdict of a case that was filled in from a message: does it come out as AWS said? */
function OfMessage(): ReactElement | null {
  const pasted = useVerdict((state) => state.pasted);
  const setPasted = useVerdict((state) => state.setPasted);
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const compared = pasted && comparePasted(pasted, scenario, evaluation);
  const isAccounted = compared?.result === 'same' || compared?.result === 'consistent';
  // From then on what differs is the person's own change, and the verdict is the case's.
  useEffect(() => {
    if (isAccounted && pasted?.accounted !== true) setPasted({ ...pasted, accounted: true });
  }, [isAccounted, pasted, setPasted]);
  if (!compared) return null;
  const { result, text, layer } =
    pasted.accounted === true && compared.result === 'differs' ? CHANGED_SINCE : compared;
  return (
    <div className="reproduced" role="note">
      <Icon name={result === 'same' || result === 'consistent' ? 'tick' : 'query'} />
      <span>
        <b>{pasted.accounted === true && result === 'differs' ? 'Changed.' : LEADS[result]}</b>{' '}
        <RichText text={text} />
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
