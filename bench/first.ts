/** The first things that a process does with the engine. The engine comes from outside: it may be an earlier build. */
import type { Evaluation } from '../src/engine/evaluation';
import type { Request, Scenario } from '../src/case/scenario';
import { allActions } from './reference';
import { heavy, light } from './scenarios';

interface Engine {
  readonly evaluate: (scenario: Scenario) => Evaluation;
  readonly sweep: (scenario: Scenario, actions: readonly string[]) => Iterable<readonly unknown[]>;
}

interface Taken {
  readonly ms: number;
  /** How long a fixed loop takes here and now: absolute figures mean something beside it only. */
  readonly loop: number;
}

const ROUNDS = 50;

/** As a person does it: an action, a resource and a value are typed, a key at a time. */
function typed(request: Request, round: number): Request {
  const at = 1 + (round % 17);
  if (round < 17)
    return { ...request, action: `${request.action.slice(0, 3)}${'GetObjectAclTags1'.slice(0, at)}` };
  if (round < 34) return { ...request, resource: `${request.resource}.${'2024-march-report'.slice(0, at)}` };
  return {
    ...request,
    context: { ...request.context, 'aws:PrincipalTag/team': 'platform-and-data'.slice(0, at) },
  };
}

/** Looks at every step, statement and element, as an open walk does. */
function seenIn({ steps }: Evaluation): number {
  let seen = 0;
  for (const { levels } of steps)
    for (const { policies } of levels)
      for (const { statements } of policies)
        for (const { elements } of statements)
          for (const { truth, reason } of elements)
            if (truth !== 'unknown' || reason.kind === 'condition') seen += 1;
  return seen;
}

/** Of computing, in milliseconds: what else the machine does is not counted. */
function timed(run: () => void): number {
  const start = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Some 10 ms of arithmetic and small objects. */
function loop(): number {
  const values = new Map<string, number>();
  for (let at = 0; at < 60_000; at += 1)
    values.set(`key${at % 977}`, (values.get(`key${at % 977}`) ?? 0) + at);
  return values.size;
}

export function measureFirst({ evaluate, sweep }: Engine, mode: string, root: string): Taken {
  const again = (scenario: Scenario, seen: boolean): number =>
    timed(() => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const evaluation = evaluate({ ...scenario, request: typed(scenario.request, round) });
        if (seen) seenIn(evaluation);
      }
    });
  const measures: Readonly<Record<string, () => number>> = {
    light: () => again(light(), false),
    lightSeen: () => again(light(), true),
    heavy: () => again(heavy(), false),
    heavySeen: () => again(heavy(), true),
    cold: () => {
      const text = JSON.stringify(heavy());
      const all = Array.from({ length: ROUNDS }, () => JSON.parse(text) as Scenario);
      return timed(() => all.forEach((scenario) => evaluate(scenario)));
    },
    sweep: () => {
      const actions = allActions(root);
      const scenario = heavy();
      return timed(() => {
        for (const decisions of sweep(scenario, actions)) if (decisions.length === 0) throw new Error('none');
      });
    },
  };
  const ms = measures[mode]!();
  return { ms, loop: timed(loop) };
}
