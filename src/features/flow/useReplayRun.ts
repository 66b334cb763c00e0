import { useEffect } from 'react';
import type { Evaluation } from '../../engine/evaluation';
import { placeOfRead } from '../../explain/drawing/scrub';
import type { Replay } from '../../store/picture';
import { useReplayState } from '../../store/replay';
import { useVerdict } from '../../store/store';

/** Time to read a statement before the next; less where it does not match. */
const PAUSE = { matches: 1100, passes: 500 } as const;

/** While a replay goes, the editor stands at the statement that is read, and playing goes on to the next. */
export function useReplayRun(evaluation: Evaluation, { read, count, current, playing }: Replay): void {
  useEffect(() => {
    if (!current) return;
    const { address, statement } = current;
    useVerdict.getState().open(address, { statement, path: placeOfRead(evaluation, current) });
  }, [current, evaluation]);
  useEffect(() => {
    if (!playing || count === undefined || count >= read.length) return;
    const pause = current?.truth === 'no' ? PAUSE.passes : PAUSE.matches;
    const timer = setTimeout(
      () => useReplayState.getState().show(evaluation, count + 1, count + 1 < read.length),
      pause,
    );
    return () => clearTimeout(timer);
  }, [playing, count, current, read.length, evaluation]);
}
