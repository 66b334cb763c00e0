import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Scenario } from '../../case/scenario';
import type { Evaluation } from '../../engine/evaluation';
import { readings, type Readings, type ReadStatement } from '../../engine/reading';
import { placeOfRead, statementsRead } from '../../explain/drawing/scrub';
import { useVerdict } from '../../store/store';

/** Time to read a statement before the next; less where it does not match. */
const PAUSE = { matches: 1100, passes: 500 } as const;

export interface Scrub {
  readonly all: readonly ReadStatement[];
  readonly read: readonly ReadStatement[];
  readonly known: Readings['knownAfter'];
  /** Undefined: the picture is whole. */
  readonly count: number | undefined;
  readonly playing: boolean;
  readonly move: (count: number) => void;
  readonly play: () => void;
  readonly close: () => void;
}

const NONE: Readings = {
  statements: [],
  knownAfter: () => ({ allowed: true, explicit: true, implicit: true }),
};

/** The replay of an answer that is known. It belongs to one evaluation: an edit ends it. */
export function useScrub(scenario: Scenario, evaluation: Evaluation): Scrub {
  const [state, setState] = useState<{
    readonly of: Evaluation;
    readonly count: number;
    readonly playing: boolean;
  }>();
  const on = state?.of === evaluation;
  // Worked out when the replay is asked for, not at every keystroke.
  const told = useMemo(() => (on ? readings(scenario) : NONE), [scenario, on]);
  const read = useMemo(() => statementsRead(evaluation, told), [evaluation, told]);
  const count = on ? Math.min(state.count, read.length) : undefined;
  const playing = on && state.playing;

  const show = useCallback(
    (next: number, plays: boolean) => setState({ of: evaluation, count: Math.max(1, next), playing: plays }),
    [evaluation],
  );
  const current = count === undefined ? undefined : read[count - 1];
  useEffect(() => {
    if (!current) return;
    const { address, statement } = current;
    useVerdict.getState().open(address, { statement, path: placeOfRead(evaluation, current) });
  }, [current, evaluation]);
  useEffect(() => {
    if (!playing || count === undefined) return;
    if (count >= read.length) return;
    const pause = current?.truth === 'no' ? PAUSE.passes : PAUSE.matches;
    const timer = setTimeout(() => show(count + 1, count + 1 < read.length), pause);
    return () => clearTimeout(timer);
  }, [playing, count, current, read.length, show]);

  return {
    all: told.statements,
    read,
    known: told.knownAfter,
    count,
    playing,
    move: (next) => show(next, false),
    play: () => {
      if (playing) show(count ?? 1, false);
      else show(count === undefined || count >= read.length ? 1 : count, true);
    },
    close: () => setState(undefined),
  };
}
