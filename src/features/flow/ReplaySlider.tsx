import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import type { ReadStatement } from '../../engine/reading';
import { tickLabel } from '../../explain/drawing/scrub';
import type { Replay } from '../../store/picture';

interface ReplaySliderProps {
  readonly replay: Replay;
  readonly className: string;
  /** It has the keyboard's focus when it comes. */
  readonly focused?: boolean;
}

/** How many statements were read, as a slider: space plays, Escape ends the replay, page keys go a gate on or back. */
export function ReplaySlider({ replay, className, focused = false }: ReplaySliderProps): ReactElement {
  const { read, count = 0, current, move, play, close } = replay;
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) slider.current?.focus();
  }, [focused]);
  const press = (event: KeyboardEvent<HTMLElement>): void => {
    const goal = keyGoal(event.key, read, count);
    if (event.key === ' ') play();
    else if (event.key === 'Escape') close();
    else if (goal !== undefined) move(goal);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <input
      ref={slider}
      type="range"
      className={className}
      aria-label="Statements read"
      aria-valuetext={current ? tickLabel(current, count, read.length) : `${count} of ${read.length}`}
      min={1}
      max={read.length}
      value={count}
      onChange={(event) => move(Number(event.currentTarget.value))}
      onKeyDown={press}
    />
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
