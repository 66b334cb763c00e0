/** The replay where the list stands for the picture: it stays at the lower edge, with what is known so far. */
import type { ReactElement } from 'react';
import { knownSoFar } from '../../explain/drawing/scrub';
import { statementName } from '../../explain/facts';
import { usePicture } from '../../store/picture';
import { useEvaluation } from '../../store/selectors';
import { Icon } from '../../ui/Icon';
import { KnownFacts, StillPossible } from './KnownFacts';
import { ReplaySlider } from './ReplaySlider';
import { ReplayTools } from './ReplayTools';
import { SaveMenu } from './SaveMenu';
import { useReplayRun } from './useReplayRun';
import './phoneReplay.css';

export default function PhoneReplay(): ReactElement | null {
  const evaluation = useEvaluation();
  const { whole, replay } = usePicture();
  const { read, count, current, close } = replay;
  useReplayRun(evaluation, replay);
  if (whole.start === 'rest') return null;
  return (
    <section className="scrub-dock" aria-label="Replay">
      <div className="scrub-dock-tools">
        <ReplayTools replay={replay} />
        {count === undefined ? (
          <span className="dim grow">Statement by statement</span>
        ) : (
          <ReplaySlider replay={replay} className="scrub-dock-slider" />
        )}
        {count === undefined ? (
          <SaveMenu />
        ) : (
          <button className="btn sm icon" aria-label="End the replay" onClick={close}>
            <Icon name="cross" />
          </button>
        )}
      </div>
      {count !== undefined && (
        <div className="scrub-dock-known">
          <p className="cut">
            <b>
              {count} of {read.length}
            </b>{' '}
            {current && `${current.policy}, ${statementName(current)}`}
          </p>
          <KnownFacts known={knownSoFar(evaluation, whole, read, count)} />
          <div className="scrub-dock-possible">
            <span className="dim">Still possible</span>
            <StillPossible replay={replay} />
          </div>
        </div>
      )}
    </section>
  );
}
