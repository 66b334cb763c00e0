/** How long a verdict takes, in milliseconds. */
import { evaluate } from '../src/engine/evaluate';
import type { Evaluation } from '../src/engine/evaluation';
import type { Scenario } from '../src/engine/scenario';
import { sweep } from '../src/engine/sweep';
import { allActions } from './reference';
import { heavy, light } from './scenarios';

export interface Measured {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  /** What the project promises, where it promises anything. */
  readonly limit?: number;
}

function measure(name: string, run: () => unknown, limit?: number, rounds = 1000): Measured {
  const until = performance.now() + 300;
  while (performance.now() < until) run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return {
    name,
    median: times[Math.floor(rounds / 2)]!,
    p95: times[Math.floor(rounds * 0.95)]!,
    ...(limit !== undefined && { limit }),
  };
}

/** The same policies and a new request each time. */
function warm(scenario: Scenario): () => Evaluation {
  let round = 0;
  return () => {
    round += 1;
    const { request } = scenario;
    return evaluate({ ...scenario, request: { ...request, resource: `${request.resource}.${round}` } });
  };
}

/** Looks at every element of every statement, as an open walk does. */
function readAll(result: Evaluation): number {
  let seen = 0;
  for (const step of result.steps)
    for (const level of step.levels)
      for (const policy of level.policies)
        for (const statement of policy.statements) seen += statement.elements.length;
  return seen;
}

function withUnknowns(): Scenario {
  const scenario = heavy();
  const context = { ...scenario.request.context, 'aws:PrincipalTag/team': null, 'aws:SourceIp': null };
  return { ...scenario, request: { ...scenario.request, context } };
}

/** Every action of the reference, from policies that nobody has read yet. */
function sweepCold(text: string, actions: readonly string[]): () => number {
  return () => {
    let decided = 0;
    for (const decisions of sweep(JSON.parse(text) as Scenario, actions)) decided += decisions.length;
    return decided;
  };
}

/** `root` is the folder of the project. */
export function runAll(root: string): readonly Measured[] {
  const lightText = JSON.stringify(light());
  const heavyText = JSON.stringify(heavy());
  const lightWarm = warm(light());
  const heavyWarm = warm(heavy());
  const unknown = warm(withUnknowns());
  const actions = allActions(root);
  const count = `${actions.length} actions`;
  const unknownText = JSON.stringify(withUnknowns());
  return [
    measure('light, warm', lightWarm),
    measure('light, cold', () => evaluate(JSON.parse(lightText) as Scenario)),
    measure('heavy, warm', heavyWarm, 0.1),
    measure('heavy, warm, every element read', () => readAll(heavyWarm())),
    measure('heavy, cold', () => evaluate(JSON.parse(heavyText) as Scenario), 1),
    measure('heavy, two keys unknown', unknown),
    measure(`sweep of ${count}, light, cold`, sweepCold(lightText, actions), undefined, 15),
    measure(`sweep of ${count}, heavy, cold`, sweepCold(heavyText, actions), 1000, 15),
    measure(`sweep of ${count}, heavy, two keys unknown`, sweepCold(unknownText, actions), undefined, 15),
  ];
}
