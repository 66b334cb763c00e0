import { useState, type ReactElement } from 'react';
import type { Scenario } from '../../case/scenario';
import { useVerdict } from '../../store/store';
import { ChooseA } from './ChooseA';
import { Comparison } from './Comparison';
import './compare.css';

/** The comparison, or the ways to a case to compare with. */
export default function CompareBody(): ReactElement {
  const kept = useVerdict((state) => state.kept);
  const keep = useVerdict((state) => state.keep);
  const [choosing, setChoosing] = useState(false);
  const [forgotten, setForgotten] = useState<Scenario>();
  const take = (scenario: Scenario): void => {
    keep(scenario);
    setChoosing(false);
    setForgotten(undefined);
  };
  if (kept !== undefined && !choosing)
    return (
      <Comparison
        kept={kept}
        onOther={() => setChoosing(true)}
        onForget={() => {
          setForgotten(kept);
          keep(undefined);
        }}
      />
    );
  return (
    <div className="compare">
      {forgotten !== undefined && (
        <p className="compare-forgotten" role="status">
          Forgot A.{' '}
          <button className="btn sm line" autoFocus onClick={() => take(forgotten)}>
            Bring it back
          </button>
        </p>
      )}
      <ChooseA onTake={take} onBack={kept === undefined ? undefined : () => setChoosing(false)} />
    </div>
  );
}
