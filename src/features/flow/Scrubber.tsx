import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { Possible, ReadStatement } from '../../engine/reading';
import { tickLabel, type Known } from '../../explain/drawing/scrub';
import { statementName } from '../../explain/facts';
import type { Drawing } from '../../drawing/marks';
import { Glyph } from '../../ui/Glyph';
import { Picture } from '../../ui/flow/Picture';

interface ScrubberProps {
  readonly track: Drawing;
  readonly read: readonly ReadStatement[];
  readonly count: number;
  readonly known: readonly Known[];
  readonly possible: Possible;
  readonly onMove: (count: number) => void;
  readonly onPlay: () => void;
  readonly onClose: () => void;
}

/** The timeline under the picture, statement by statement, with what is known and what is still possible. */
export function Scrubber(props: ScrubberProps): ReactElement {
  const { track, read, count, known, possible, onMove, onPlay, onClose } = props;
  const slider = useRef<HTMLInputElement>(null);
  const current = read[count - 1];
  useEffect(() => slider.current?.focus(), []);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const goal = keyGoal(event.key, read, count);
    if (event.key === ' ') onPlay();
    else if (event.key === 'Escape') onClose();
    else if (goal !== undefined) onMove(goal);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="scrub">
      <div className="scrub-track">
        <input
          ref={slider}
          type="range"
          className="scrub-slider"
          aria-label="Statements read"
          aria-valuetext={current ? tickLabel(current, count, read.length) : `0 of ${read.length}`}
          min={1}
          max={read.length}
          value={count}
          onChange={(event) => onMove(Number(event.currentTarget.value))}
          onKeyDown={press}
        />
        <Picture drawing={track} onChoose={(id) => onMove(Number(id))} />
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
          <ul>
            {known.map((one, at) => (
              <li key={one.text} className={at === known.length - 1 ? 'newest' : undefined}>
                <Glyph kind={one.tone} size={12} label="" /> {one.text}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <p className="dim">Still possible</p>
          <ul>
            {possible.allowed && (
              <li>
                <Glyph kind="pass" size={12} label="" /> Allowed
              </li>
            )}
            {possible.implicit && (
              <li>
                <Glyph kind="implicit" size={12} label="" /> No Allow
              </li>
            )}
            {possible.explicit && (
              <li>
                <Glyph kind="explicit" size={12} label="" /> Explicit deny
              </li>
            )}
          </ul>
        </div>
      </div>
    </div>
  );
}

/** Page keys go a gate on or back; the arrows, Home and End are the slider's own. */
function keyGoal(key: string, read: readonly ReadStatement[], count: number): number | undefined {
  if (key !== 'PageDown' && key !== 'PageUp') return undefined;
  const here = read[count - 1]?.gate;
  if (key === 'PageDown') {
    const next = read.findIndex(({ gate }, at) => at >= count && gate !== here);
    return next === -1 ? read.length : next + 1;
  }
  const start = read.findIndex(({ gate }) => gate === here);
  return start + 1 < count ? start + 1 : Math.max(1, start);
}
