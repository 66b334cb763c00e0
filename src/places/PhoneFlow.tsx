import type { ReactElement } from 'react';
import type { StepId } from '../engine/evaluation';
import ChainList from '../features/flow/ChainList';
import LinkedList from '../features/flow/LinkedList';
import PhoneReplay from '../features/flow/PhoneReplay';
import { Walk } from '../features/walk/Walk';
import InsideStep from '../features/zoom/InsideStep';
import { useVerdict } from '../store/store';

const inside = (step: StepId): ReactElement => <InsideStep step={step} />;

/**
 * Where there is no room for the picture, the list is it: with stations, values and replay in their places. All of it
 * comes at once, so that nothing moves.
 */
export default function PhoneFlow(): ReactElement {
  const chained = useVerdict(({ history }) => history.present.chain !== undefined);
  const several = useVerdict(({ history }) => (history.present.linked ?? []).length > 0);
  return (
    <>
      {chained && <ChainList inside={inside} />}
      {!chained && several && <LinkedList inside={inside} />}
      {/* Of a chain the open gate stands in the list of stations, of a call below its rails. */}
      {chained || several ? <Walk /> : <Walk inside={inside} />}
      <PhoneReplay />
    </>
  );
}
