/** The picture of the case before it has places, for all who draw it: band and list say the same at every moment. */
import { useCallback, useMemo } from 'react';
import type { Scenario } from '../case/scenario';
import type { StepId } from '../engine/evaluation';
import { secondRefusal, type SecondRefusal } from '../engine/lifted';
import { readings, type Readings, type ReadStatement } from '../engine/reading';
import { withBefore } from '../explain/drawing/before';
import { flowSpec } from '../explain/drawing/flow-spec';
import { specAfter, statementsRead } from '../explain/drawing/scrub';
import { withSecond } from '../explain/drawing/second';
import type { FlowSpec } from '../explain/drawing/spec';
import { evaluationOf, onceFor } from './derive';
import { useReplayState } from './replay';
import { useEvaluation, useScenario } from './selectors';
import { useVerdict } from './store';

const specOf: (scenario: Scenario) => FlowSpec = onceFor((scenario) =>
  flowSpec(scenario, evaluationOf(scenario)),
);
/** Undefined counts as told too: that nothing would refuse next is worked out once. */
const secondOf: (scenario: Scenario) => { readonly second: SecondRefusal | undefined } = onceFor(
  (scenario) => ({
    second: secondRefusal(scenario),
  }),
);
const readingsOf: (scenario: Scenario) => Readings = onceFor(readings);

/** What would refuse the request next, were its stop away. */
export function secondRefusalOf(scenario: Scenario): SecondRefusal | undefined {
  return secondOf(scenario).second;
}

export interface Replay {
  readonly all: readonly ReadStatement[];
  readonly read: readonly ReadStatement[];
  readonly known: Readings['knownAfter'];
  /** Undefined: the picture is whole. */
  readonly count: number | undefined;
  readonly current: ReadStatement | undefined;
  readonly playing: boolean;
  readonly move: (count: number) => void;
  readonly play: () => void;
  readonly close: () => void;
}

interface PictureOfCase {
  /** With the way of the case kept as A, and behind a stop the next refusal. */
  readonly whole: FlowSpec;
  /** As far as the replay has come. */
  readonly spec: FlowSpec;
  /** The gate whose statement was read last. */
  readonly here: StepId | undefined;
  readonly replay: Replay;
}

export function usePicture(): PictureOfCase {
  const whole = useWhole();
  const replay = useReplay();
  const { read, count, current } = replay;
  const spec = useMemo(
    () => (count === undefined ? whole : specAfter(whole, read, count)),
    [whole, read, count],
  );
  return { whole, spec, here: current?.gate, replay };
}

function useWhole(): FlowSpec {
  const scenario = useScenario();
  const before = useVerdict(({ history }) => history.present.before);
  const kept = useVerdict((state) => state.kept);
  return useMemo(() => {
    const now = specOf(scenario);
    const old = kept ?? (before && { ...before, schema: 2 as const });
    if (!old) return withSecond(now, secondRefusalOf(scenario));
    const compared = withBefore(now, specOf(old), evaluationOf(old));
    return compared === now ? withSecond(now, secondRefusalOf(scenario)) : compared;
  }, [scenario, kept, before]);
}

const NONE: Readings = {
  statements: [],
  knownAfter: () => ({ allowed: true, explicit: true, implicit: true }),
};

/** Replay of an answer that is known. */
function useReplay(): Replay {
  const scenario = useScenario();
  const evaluation = useEvaluation();
  const on = useReplayState((state) => state.of === evaluation);
  const at = useReplayState((state) => state.count);
  const playing = useReplayState((state) => state.playing) && on;
  // Worked out when the replay is asked for, not at every keystroke.
  const told = on ? readingsOf(scenario) : NONE;
  const read = useMemo(() => statementsRead(evaluation, told), [evaluation, told]);
  const count = on ? Math.min(at, read.length) : undefined;
  const show = useCallback(
    (next: number, plays: boolean) => useReplayState.getState().show(evaluation, next, plays),
    [evaluation],
  );
  return {
    all: told.statements,
    read,
    known: told.knownAfter,
    count,
    current: count === undefined ? undefined : read[count - 1],
    playing,
    move: (next) => show(next, false),
    play: () => {
      if (playing) show(count ?? 1, false);
      else show(count === undefined || count >= read.length ? 1 : count, true);
    },
    close: () => useReplayState.getState().end(),
  };
}
