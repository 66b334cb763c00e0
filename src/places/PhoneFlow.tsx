import type { ReactElement } from 'react';
import type { StepId } from '../engine/evaluation';
import ChainList from '../features/flow/ChainList';
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
  return (
    <>
      {chained && <ChainList inside={inside} />}
      {/* Of a chain the open gate stands in the list of stations. */}
      {chained ? <Walk /> : <Walk inside={inside} />}
      <PhoneReplay />
    </>
  );
}
