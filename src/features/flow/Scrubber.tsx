import type { ReactElement } from 'react';
import type { Known } from '../../explain/drawing/scrub';
import type { Drawing } from '../../drawing/marks';
import { statementName } from '../../explain/facts';
import type { Replay } from '../../store/picture';
import { Picture } from '../../ui/flow/Picture';
import { KnownFacts, StillPossible } from './KnownFacts';
import { ReplaySlider } from './ReplaySlider';

interface ScrubberProps {
  readonly track: Drawing;
  readonly replay: Replay;
  readonly known: readonly Known[];
}

/** The timeline under the picture, statement by statement, with what is known and what is still possible. */
export function Scrubber({ track, replay, known }: ScrubberProps): ReactElement {
  const { current, move } = replay;
  return (
    <div className="scrub">
      <div className="scrub-track">
        <ReplaySlider replay={replay} className="scrub-slider" focused />
        <Picture drawing={track} onChoose={(id) => move(Number(id))} />
      </div>
      <div className="scrub-known">
        <div className="scrub-now">
          <p className="dim">Read now</p>
          <p className="cut">
            {current ? (
              <>
                <b>{current.policy}</b> {statementName(current)}
              </>
            ) : (
              'nothing yet'
            )}
          </p>
        </div>
        <div className="scrub-facts grow">
          <p className="dim">Known so far</p>
          <KnownFacts known={known} />
        </div>
        <div>
          <p className="dim">Still possible</p>
          <StillPossible replay={replay} />
        </div>
      </div>
    </div>
  );
}
