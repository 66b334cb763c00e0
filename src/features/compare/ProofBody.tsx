import type { ReactElement } from 'react';
import type { Scenario } from '../../case/scenario';
import { useProof } from '../../store/proof';
import { useVerdict } from '../../store/store';
import { Guards, TurnedTests } from './ProofSide';
import { ProofRows } from './ProofRows';
import './proof.css';

const NONE: readonly never[] = [];

/** Guards and tests at the left, what is gained and lost beside them. */
export function ProofBody({
  kept,
  shown,
}: {
  readonly kept: Scenario;
  readonly shown: boolean;
}): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const { last } = useProof(kept, present, shown);
  return (
    <div className="cmp-proof">
      <div className="cmp-left">
        <Guards answers={last?.guards ?? NONE} />
        <TurnedTests tests={last?.tests ?? NONE} />
      </div>
      {last ? <ProofRows comparison={last.comparison} /> : <p className="cmp-none">Comparing …</p>}
    </div>
  );
}
