import { useState, type ReactElement } from 'react';
import type { Scenario } from '../case/scenario';
import { PrincipalField } from '../features/account/PrincipalField';
import { AskCompare } from '../features/compare/AskCompare';
import { ChooseA } from '../features/compare/ChooseA';
import CompareEmpty from '../features/compare/CompareEmpty';
import { ProofBand } from '../features/compare/ProofBand';
import { ProofBody } from '../features/compare/ProofBody';
import { useAccount } from '../store/account/account';
import { takePrincipal } from '../store/account/ask';
import { keepCaseA, useCaseA } from '../store/caseA';
import { useProof } from '../store/proof';
import { useVerdict } from '../store/store';
import { PlaceMark } from '../ui/place/marks';
import { PlaceBand } from '../ui/place/PlaceBand';

type Side = 'A' | 'B';

/** A user or role of the loaded account, with its policies: two of them are compared so. */
function PrincipalChoice({
  side,
  onTake,
}: {
  readonly side: Side;
  readonly onTake: (side: Side, scenario: Scenario, said: string) => void;
}): ReactElement {
  return (
    <label className="compare-principal">
      Or a user or role of the loaded account
      <PrincipalField
        label={`Principal as ${side}`}
        value={undefined}
        onChoose={(arn) => takePrincipal(arn, (scenario) => onTake(side, scenario, ''))}
      />
    </label>
  );
}

/** Asks while the place is seen, and draws nothing: leaving the place and coming back leaves what is drawn alone. */
function CompareAsks({ shown }: { readonly shown: boolean }): null {
  const kept = useCaseA();
  const present = useVerdict(({ history }) => history.present);
  useProof(kept, present, shown);
  return null;
}

/** Always the same element. */
const PAGE = <ComparePage />;

export default function ComparePlace({ shown }: { readonly shown: boolean }): ReactElement {
  return (
    <>
      <CompareAsks shown={shown} />
      {PAGE}
    </>
  );
}

/** Two versions of a case over all requests: A is what was kept, B the case on the page. */
function ComparePage(): ReactElement {
  const kept = useCaseA();
  const [choosing, setChoosing] = useState<Side>();
  const [forgotten, setForgotten] = useState<Scenario>();
  const hasAccount = useAccount(({ overview }) => overview !== undefined);
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
            principal={hasAccount && <PrincipalChoice side={choosing} onTake={take} />}
            onBack={kept && (() => setChoosing(undefined))}
          />
        </div>
      </>
    );
  if (kept === undefined)
    return <CompareEmpty onChoose={setChoosing} onBack={forgotten && (() => keepCaseA(forgotten))} />;
  const forget = (): void => {
    setForgotten(kept);
    keepCaseA(undefined);
  };
  return (
    <>
      <AskCompare kept={kept} onChoose={setChoosing} onForget={forget} />
      <ProofBand id="compare-answer" />
      <ProofBody kept={kept} />
    </>
  );
}
