/** How long a verdict takes, in milliseconds. */
import { evaluate } from '../src/engine/evaluate';
import type { Evaluation } from '../src/engine/evaluation';
import type { Request, Scenario } from '../src/case/scenario';
import { drawFlow } from '../src/explain/drawing/flow';
import { flowSpec } from '../src/explain/drawing/flow-spec';
import { align } from '../src/language/align';
import { globOf } from '../src/language/glob';
import { sweep } from '../src/reasoning/sweep';
import { readAccount } from '../src/intake/account/read';
import { readEvidence } from '../src/intake/evidence/read';
import { CODE, largeAccount, longLog } from './pasted';
import { allActions } from './reference';
import { heavy, light } from './scenarios';

export interface Measured {
  readonly name: string;
  readonly median: number;
  readonly p95: number;
  readonly p25: number;
  /** What the project promises, where it promises anything. */
  readonly limit?: number;
}

/** What else the machine does comes in spells: of several batches the one that was left in peace tells most. */
const BATCHES = 5;

function times(run: () => unknown, rounds: number): readonly number[] {
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    run();
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b);
}

/** `rounds` in a batch. */
function measure(name: string, run: () => unknown, limit?: number, rounds = 500): Measured {
  const until = performance.now() + 300;
  while (performance.now() < until) run();
  const middle = Math.floor(rounds / 2);
  const batches = Array.from({ length: BATCHES }, () => times(run, rounds));
  const quietest = batches.reduce((best, batch) => (batch[middle]! < best[middle]! ? batch : best));
  return {
    name,
    p25: quietest[Math.floor(rounds / 4)]!,
    median: quietest[middle]!,
    p95: quietest[Math.floor(rounds * 0.95)]!,
    ...(limit !== undefined && { limit }),
  };
}

type Change = (request: Request, round: number) => Request;

/** What a person changes between two looks at the verdict: each time to something that was not there before. */
const CHANGES: Readonly<Record<string, Change>> = {
  'new resource of the bucket': (request, round) => ({
    ...request,
    resource: `${request.resource}.${round}`,
  }),
  'new resource in a new Region': (request, round) => ({
    ...request,
    resource: `arn:aws:s3:eu-west-${round}:111122223333:team-128/report.${round}`,
  }),
  'new action': (request, round) => ({ ...request, action: `s3:GetObject${round}` }),
  'new value of a key': (request, round) => ({
    ...request,
    context: { ...request.context, 'aws:PrincipalTag/team': `team-${round}` },
  }),
  'new principal': (request, round) => ({
    ...request,
    principal: `arn:aws:iam::111122223333:user/alice-${round}`,
  }),
};

/** All of them in turn. */
function inTurn(request: Request, round: number): Request {
  const changes = Object.values(CHANGES);
  return changes[round % changes.length]!(request, round);
}

/** The same policies and a new request each time; every element of every statement is read. */
function warm(scenario: Scenario, change: Change): () => number {
  let round = 0;
  return () => {
    round += 1;
    return readAll(evaluate({ ...scenario, request: change(scenario.request, round) }));
  };
}

/** Looks at every step, every statement and every element, as an open walk does. */
function readAll(result: Evaluation): number {
  let seen = 0;
  for (const step of result.steps)
    for (const level of step.levels)
      for (const policy of level.policies)
        for (const { elements } of policy.statements)
          for (const { truth, reason, path } of elements)
            if (truth !== 'unknown' || reason.kind === 'condition' || path !== '') seen += 1;
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

/** Gates, words and places of the picture; the browser's own drawing comes on top. */
function drawn(): () => number {
  const scenario = heavy();
  const evaluation = evaluate(scenario);
  return () => drawFlow(flowSpec(scenario, evaluation), { width: 1440, low: false }).marks.length;
}

/** A pattern of stars in every second place, none of which can be told apart early. */
function laidOver(): () => number {
  const glob = globOf('*a'.repeat(1000));
  const text = 'a'.repeat(2000);
  return () => align(glob, text)?.taken.length ?? 0;
}

/** `root` is the folder of the project. */
export function runAll(root: string): readonly Measured[] {
  const lightText = JSON.stringify(light());
  const heavyText = JSON.stringify(heavy());
  const actions = allActions(root);
  const count = `${actions.length} actions`;
  const unknownText = JSON.stringify(withUnknowns());
  const resource = CHANGES['new resource of the bucket']!;
  const [log, account] = [longLog(), largeAccount()];
  return [
    measure('drawing of a heavy case', drawn(), 16, 60),
    measure('2,000 signs laid over 2,000', laidOver(), 5, 60),
    measure('a pasted log of 100 KB', () => readEvidence(log), 50, 20),
    ...Object.entries(CODE).map(([name, code]) =>
      measure(`${name}, 100 KB`, () => readEvidence(code), 50, 20),
    ),
    measure('account details of 15 MB', () => readAccount(account), 1000, 1),
    measure('light, new resource', warm(light(), resource)),
    measure('light, cold', () => evaluate(JSON.parse(lightText) as Scenario)),
    ...Object.entries(CHANGES).map(([name, change]) => measure(`heavy, ${name}`, warm(heavy(), change), 0.3)),
    measure('heavy, these five in turn', warm(heavy(), inTurn), 0.3),
    measure('heavy, cold', () => evaluate(JSON.parse(heavyText) as Scenario), 1),
    measure('heavy, cold, every element read', () => readAll(evaluate(JSON.parse(heavyText) as Scenario))),
    measure('heavy, two keys unknown', warm(withUnknowns(), resource)),
    measure(`sweep of ${count}, light, cold`, sweepCold(lightText, actions), undefined, 5),
    measure(`sweep of ${count}, heavy, cold`, sweepCold(heavyText, actions), 1000, 5),
    measure(`sweep of ${count}, heavy, two keys unknown`, sweepCold(unknownText, actions), undefined, 5),
  ];
}
