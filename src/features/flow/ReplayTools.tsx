import type { ReactElement } from 'react';
import { Icon } from '../../ui/Icon';
import type { Replay } from '../../store/picture';

/** Back, play, on: the timeline appears at the first step and goes with Escape. */
export function ReplayTools({ replay }: { readonly replay: Replay }): ReactElement {
  const { count, read, playing, move, play } = replay;
  return (
    <div className="flow-replay" role="group" aria-label="Replay">
      <button
        className="btn sm icon"
        aria-label="One statement back"
        disabled={count === undefined || count <= 1}
        onClick={() => move((count ?? 1) - 1)}
      >
        <Icon name="left" />
      </button>
      <button
        className="btn sm icon"
        aria-label={playing ? 'Pause the replay' : 'Replay, statement by statement'}
        onClick={play}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </button>
      <button
        className="btn sm icon"
        aria-label="One statement on"
        disabled={count !== undefined && count >= read.length}
        onClick={() => move((count ?? 0) + 1)}
      >
        <Icon name="right" />
      </button>
    </div>
  );
}
