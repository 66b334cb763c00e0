import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/**
 * The harness must have teeth: copies of the core with one rule broken must fail it. Each copy is the core loaded anew
 * with one of its modules replaced.
 */

/** Pairs are tried in portions until a fault shows. */
const PORTION = 15;
const MOST_PORTIONS = 10;

interface Sabotage {
  readonly name: string;
  readonly module: string;
  readonly broken: (real: Record<string, unknown>) => Record<string, unknown>;
}

const of = (real: Record<string, unknown>, name: string) => real[name] as (...given: unknown[]) => unknown;

const SABOTAGES: readonly Sabotage[] = [
  {
    name: 'every key is always there',
    module: '../../src/reasoning/path',
    broken: (real) => ({ ...real, presenceOf: () => 'must' }),
  },
  {
    name: 'a variable is a text that stands for itself',
    module: '../../src/reasoning/templates',
    broken: (real) => ({
      ...real,
      templatePattern: (parts: unknown, manner: unknown, values: unknown) =>
        of(real, 'templatePattern')(parts, manner, values ?? new Map()),
      isOpen: () => false,
    }),
  },
  {
    name: 'free templates always match',
    module: '../../src/reasoning/classes/choice',
    broken: (real) => ({ ...real, subsets: (free: readonly unknown[]) => [free] }),
  },
  {
    name: 'a key has one value only',
    module: '../../src/reasoning/classes/singles',
    broken: (real) => ({
      ...real,
      singlesOf: (...given: unknown[]) => {
        const singles = of(real, 'singlesOf')(...given) as { readonly list: readonly unknown[] };
        return { ...singles, list: singles.list.slice(0, 1) };
      },
    }),
  },
];

/** In how many pairs the harness sees a fault; a broken core that leaves most open is seen as well. */
async function faultsWith({ module, broken }: Sabotage): Promise<number> {
  vi.doMock(module, async (original) => broken(await original<Record<string, unknown>>()));
  const { comparePolicies } = await import('../../src/reasoning/questions/compare');
  const { runPairs } = await import('./pairs');
  for (let portion = 1; portion <= MOST_PORTIONS; portion += 1) {
    const { faults, undecided } = runPairs(comparePolicies, portion, PORTION);
    if (faults.length > 0 || undecided > PORTION / 3) return faults.length + undecided;
  }
  return 0;
}

describe('a core with one rule broken', () => {
  beforeEach(() => vi.resetModules());
  afterEach(() => {
    for (const { module } of SABOTAGES) vi.doUnmock(module);
    vi.resetModules();
  });

  it.each(SABOTAGES)('is found: $name', { timeout: 0 }, async (sabotage) => {
    expect(await faultsWith(sabotage)).toBeGreaterThan(0);
  });
});
