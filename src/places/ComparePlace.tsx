import { useState, type ReactElement } from 'react';
import CompareBody from '../features/compare/CompareBody';
import CompareEmpty from '../features/compare/CompareEmpty';
import { useVerdict } from '../store/store';
import { PlaceMark } from '../ui/place/marks';
import { PlaceBand } from '../ui/place/PlaceBand';

/** Two versions of a case side by side. */
export default function ComparePlace(): ReactElement {
  const kept = useVerdict((state) => state.kept);
  const [choosing, setChoosing] = useState(false);
  // An A that is forgotten here can be brought back here.
  if (kept !== undefined && !choosing) setChoosing(true);
  if (!choosing) return <CompareEmpty onChoose={() => setChoosing(true)} />;
  return (
    <>
      <PlaceBand id="compare-answer" mark={<PlaceMark kind="sets" />} heading="Before and after">
        The case kept as A, and the one on the page.
      </PlaceBand>
      <div className="pl-body">
        <CompareBody />
      </div>
    </>
  );
}
