import { useState, type ReactElement } from 'react';
import type { Scenario } from '../case/scenario';
import { AskCompare } from '../features/compare/AskCompare';
import { ChooseA } from '../features/compare/ChooseA';
import CompareEmpty from '../features/compare/CompareEmpty';
import { ProofBand } from '../features/compare/ProofBand';
import { ProofBody } from '../features/compare/ProofBody';
import { keepCaseA, useCaseA } from '../store/caseA';
import { useVerdict } from '../store/store';
import { PlaceMark } from '../ui/place/marks';
import { PlaceBand } from '../ui/place/PlaceBand';

type Side = 'A' | 'B';

/** Two versions of a case over all requests: A is what was kept, B the case on the page. */
export default function ComparePlace({ shown }: { readonly shown: boolean }): ReactElement {
  const kept = useCaseA();
  const [choosing, setChoosing] = useState<Side>();
  const [forgotten, setForgotten] = useState<Scenario>();
  const { say, replace } = useVerdict.getState();
  const take = (side: Side, scenario: Scenario, said: string): void => {
    if (side === 'A') keepCaseA(scenario);
    else replace(scenario, 'Took another case as B');
    if (said !== '') say(said);
    setChoosing(undefined);
  };
  if (choosing !== undefined)
    return (
      <>
        <PlaceBand
          id="compare-answer"
          mark={<PlaceMark kind="sets" />}
          heading={`Which case is ${choosing}?`}
        >
          {choosing === 'A' ? 'The one on the page is B.' : 'A stays as it is.'}
        </PlaceBand>
        <div className="pl-body">
          <ChooseA
            side={choosing}
            onTake={(scenario, said) => take(choosing, scenario, said)}
            onBack={kept && (() => setChoosing(undefined))}
          />
        </div>
      </>
    );
  if (kept === undefined)
    return (
      <CompareEmpty onChoose={() => setChoosing('A')} onBack={forgotten && (() => keepCaseA(forgotten))} />
    );
  const forget = (): void => {
    setForgotten(kept);
    keepCaseA(undefined);
  };
  return (
    <>
      <AskCompare kept={kept} onChoose={setChoosing} onForget={forget} />
      <ProofBand id="compare-answer" />
      <ProofBody kept={kept} shown={shown} />
    </>
  );
}
