import { useDeferredValue, useState, type ReactElement } from 'react';
import type { Scenario } from '../../case/scenario';
import { useProofStore } from '../../store/proof';
import { useVerdict } from '../../store/store';
import { Guards } from './Guards';
import { ProofRows } from './ProofRows';
import { Texts } from './Texts';
import { ThisRequest } from './ThisRequest';
import { TurnedTests } from './TurnedTests';
import './proof.css';

const NONE: readonly never[] = [];

type Tab = 'access' | 'texts' | 'guards';
const TABS: readonly (readonly [Tab, string])[] = [
  ['access', 'Access'],
  ['texts', 'Texts'],
  ['guards', 'Guards'],
];

interface ProofBodyProps {
  readonly kept: Scenario;
}

/** Guards and tests, what is gained and lost, and the texts; side by side where there is room, else one by one. */
export function ProofBody({ kept }: ProofBodyProps): ReactElement {
  const present = useVerdict(({ history }) => history.present);
  const { last: answer, running } = useProofStore();
  // The sentence is drawn first; what a very large answer has below it is worked out in short turns after that.
  const last = useDeferredValue(answer);
  const [tab, setTab] = useState<Tab>('access');
  const [sideBySide, setSideBySide] = useState(false);
  const failing = last?.guards.filter(({ kind }) => kind === 'fails').length ?? 0;
  return (
    <>
      <div className="cmp-tabs" role="group" aria-label="Parts of the comparison">
        {TABS.map(([id, word]) => (
          <button key={id} aria-pressed={tab === id} onClick={() => setTab(id)}>
            {word}
            {id === 'guards' && failing > 0 && <span className="dim"> {failing} fail</span>}
          </button>
        ))}
      </div>
      <div className={`cmp-place show-${tab}${sideBySide ? ' cmp-wide' : ''}`}>
        <div className="cmp-left">
          <Guards last={last} />
          <TurnedTests tests={last?.tests ?? NONE} />
        </div>
        <div className={running && last ? 'cmp-middle cmp-old' : 'cmp-middle'}>
          {last ? <ProofRows last={last} /> : <p className="cmp-none">Comparing …</p>}
        </div>
        <div className="cmp-right">
          <Texts
            a={kept}
            b={present}
            comparison={last?.comparison}
            sideBySide={sideBySide}
            onSideBySide={setSideBySide}
          />
          <ThisRequest kept={kept} />
        </div>
      </div>
    </>
  );
}
