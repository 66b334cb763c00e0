import { useState, type ReactElement } from 'react';
import CompareBody from '../features/compare/CompareBody';
import CompareEmpty from '../features/compare/CompareEmpty';
import { ProofBand } from '../features/compare/ProofBand';
import { ProofBody } from '../features/compare/ProofBody';
import { useVerdict } from '../store/store';
import { PlaceMark } from '../ui/place/marks';
import { PlaceBand } from '../ui/place/PlaceBand';

/** Two versions of a case over all requests: A is what was kept, B the case on the page. */
export default function ComparePlace({ shown }: { readonly shown: boolean }): ReactElement {
  const kept = useVerdict((state) => state.kept);
  const [choosing, setChoosing] = useState(false);
  // An A that is forgotten here can be brought back here.
  if (kept !== undefined && !choosing) setChoosing(true);
  if (!choosing) return <CompareEmpty onChoose={() => setChoosing(true)} />;
  if (kept === undefined)
    return (
      <>
        <PlaceBand id="compare-answer" mark={<PlaceMark kind="sets" />} heading="Which case is A?">
          The one on the page is B.
        </PlaceBand>
        <div className="pl-body">
          <CompareBody />
        </div>
      </>
    );
  return (
    <>
      <ProofBand id="compare-answer" />
      <div className="cmp-place">
        <ProofBody kept={kept} shown={shown} />
        <div className="cmp-texts">
          <CompareBody />
        </div>
      </div>
    </>
  );
}
