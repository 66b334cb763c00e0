/** Random pairs of policies through the comparison: every example is evaluated, every "no" is hunted. */
import type { Request } from '../../src/case/scenario';
import type { Catalog } from '../../src/catalog/service-reference';
import type { CompareOptions } from '../../src/reasoning/questions/compare';
import type { Comparison } from '../../src/reasoning/comparison';
import { allowsRequest } from '../support/judge/reasoning';
import { generator, near, policy, request } from './random';
import type { Policy } from './random';

export interface Tally {
  pairs: number;
  witnesses: number;
  undecided: number;
  /** Requests that were tried against a "no". */
  hunted: number;
  /** True differences, and those of them that the hunt finds by itself. */
  differences: number;
  huntFinds: number;
  slowest: number;
  faults: string[];
}

export type Compare = (a: Policy, b: Policy, type: 'identity', options: CompareOptions) => Comparison;

const TRIES = 180;

function differs(more: Policy, less: Policy, requests: readonly Request[]): Request | undefined {
  return requests.find(
    (one) => allowsRequest(more, 'identity', one) === true && allowsRequest(less, 'identity', one) === false,
  );
}

export function runPairs(
  compare: Compare,
  seed: number,
  count: number,
  catalog?: Catalog,
  clock?: () => number,
): Tally {
  const random = generator(seed);
  const tally: Tally = {
    pairs: 0,
    witnesses: 0,
    undecided: 0,
    hunted: 0,
    differences: 0,
    huntFinds: 0,
    slowest: 0,
    faults: [],
  };
  for (let at = 0; at < count; at += 1) {
    const a = policy(random);
    const b = random() < 0.5 ? near(random, a) : policy(random);
    const before = clock?.() ?? 0;
    const found = compare(a, b, 'identity', { ...(catalog && { catalog }), relationOnly: true });
    tally.slowest = Math.max(tally.slowest, (clock?.() ?? 0) - before);
    tally.pairs += 1;
    if (found.relation === 'undecided' || found.anyName === 'undecided') tally.undecided += 1;
    const requests = Array.from({ length: TRIES }, () => request(random));
    for (const [side, more, less] of [
      ['gained', b, a],
      ['lost', a, b],
    ] as const) {
      const examples = [...found[side].map(({ witness }) => witness), found.anyNameWitness[side]].filter(
        (one) => one !== undefined,
      );
      tally.witnesses += examples.length;
      for (const one of examples) {
        const holds =
          allowsRequest(more, 'identity', one) === true && allowsRequest(less, 'identity', one) === false;
        if (!holds) tally.faults.push(`pair ${at}, ${side}: not confirmed ${JSON.stringify({ a, b, one })}`);
      }
      const hit = differs(more, less, requests);
      const isDecided = found.anyName !== 'undecided';
      const saysNone = isDecided && !SOME[side].has(found.anyName);
      if (saysNone) {
        tally.hunted += requests.length;
        if (hit)
          tally.faults.push(`pair ${at}, ${side}: ${found.anyName}, but ${JSON.stringify({ a, b, hit })}`);
      } else if (examples.length > 0) {
        tally.differences += 1;
        if (hit) tally.huntFinds += 1;
      }
    }
  }
  return tally;
}

const SOME = {
  gained: new Set(['wider', 'incomparable']),
  lost: new Set(['narrower', 'incomparable']),
};
