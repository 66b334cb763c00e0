import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Scenario } from '../../src/case/scenario';
import { LESSONS } from '../../src/lessons/all';
import { ITEMS } from '../../src/lessons/items';
import { settledAt } from '../../src/lessons/settled';

describe.each(ITEMS)('$id', ({ scenario, expect: expected }) => {
  it('is settled where it says', () => {
    const evaluation = evaluate(scenario);
    expect(evaluation.decision).toBe(expected.decision);
    expect(settledAt(evaluation)).toBe(expected.at);
  });
});

/** What makes two cases alike: the same action by the same kind of caller under the same layers, with the same outcome. */
function likeness(scenario: Scenario): string {
  const { decision, principal } = evaluate(scenario);
  const layers = Object.keys(scenario.policies).sort().join();
  const operators = [
    ...JSON.stringify(scenario.policies).matchAll(
      /"((?:For(?:All|Any)Values?:)?(?:String|Arn|Bool|Null|IpAddress|NotIpAddress|Date|Numeric)\w*)":\{/g,
    ),
  ];
  const key = operators
    .map((match) => match[1])
    .sort()
    .join();
  return [scenario.request.action.toLowerCase(), principal.kind, layers, decision, key].join('|');
}

describe('the items', () => {
  it('have ten constructs, each with an easy, a hard and an exit one', () => {
    const constructs = new Set(ITEMS.map(({ construct }) => construct));
    expect(constructs.size).toBe(10);
    for (const construct of constructs) {
      const own = ITEMS.filter((item) => item.construct === construct);
      expect(own.filter(({ use, level }) => use === 'entry' && level === 1).length).toBeGreaterThan(0);
      expect(own.filter(({ use, level }) => use === 'entry' && level === 2).length).toBeGreaterThan(0);
      expect(own.filter(({ use }) => use === 'exit')).not.toHaveLength(0);
    }
  });

  it('are a third of them allowed', () => {
    expect(ITEMS).toHaveLength(35);
    expect(ITEMS.filter((item) => item.expect.decision === 'Allowed')).toHaveLength(12);
  });

  it('of the exit resemble no lesson and no later question', () => {
    const cases = LESSONS.flatMap(({ scenario, transfer }) => [scenario, transfer.scenario]);
    const taken = new Set(cases.map(likeness));
    const exit = ITEMS.filter(({ use }) => use === 'exit');
    expect(exit.filter(({ scenario }) => taken.has(likeness(scenario))).map(({ id }) => id)).toEqual([]);
  });
});
