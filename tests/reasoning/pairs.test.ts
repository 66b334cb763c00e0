import { describe, expect, it } from 'vitest';
import { comparePolicies } from '../../src/reasoning/questions/compare';
import { catalogNow } from '../support/catalog';
import { runPairs } from './pairs';

/** `PAIRS=6000 SEED=3 npx vitest run tests/reasoning/pairs.test.ts` looks further. */
const count = Number(process.env['PAIRS'] ?? 60);
const seed = Number(process.env['SEED'] ?? 1);

describe('random pairs of policies', () => {
  it(
    'are told apart by requests that the evaluator confirms, and no request contradicts a "no"',
    { timeout: 0 },
    () => {
      const tally = runPairs(comparePolicies, seed, count, undefined, () => performance.now());
      expect(tally.faults).toEqual([]);
      // A hunt that finds little would prove little.
      expect(tally.huntFinds / tally.differences).toBeGreaterThan(0.5);
      expect(tally.undecided / tally.pairs).toBeLessThanOrEqual(0.02);
      if (process.env['PAIRS']) process.stdout.write(`${JSON.stringify(tally)}\n`);
    },
  );

  it('the same over what AWS has', { timeout: 0 }, () => {
    const tally = runPairs(comparePolicies, seed + 1, Math.ceil(count / 5), catalogNow());
    expect(tally.faults).toEqual([]);
    if (process.env['PAIRS']) process.stdout.write(`${JSON.stringify(tally)}\n`);
  });
});
