import type { ReactElement } from 'react';
import { comparePasted, type Comparison } from '../../explain/pasted';
import { useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';

const LEADS: Record<Comparison['result'], string> = {
  same: 'Reproduced.',
  differs: 'Not reproduced.',
  open: 'Not reproduced yet.',
};

/** Beside the verdict of a case that was filled in from a message: does it come out as AWS said? */
export function Reproduced(): ReactElement | null {
  const pasted = useVerdict((state) => state.pasted);
  const setPasted = useVerdict((state) => state.setPasted);
  const scenario = useScenario();
  const evaluation = useEvaluation();
  if (pasted === undefined) return null;
  const { result, text } = comparePasted(pasted, scenario, evaluation);
  return (
    <div className="reproduced" role="note">
      <Icon name={result === 'same' ? 'tick' : 'query'} />
      <span>
        <b>{LEADS[result]}</b> <RichText text={text} />
      </span>
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
