import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/examples';
import { LAYERS } from '../../src/case/scenario';
import type { Request, Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';
import { compareCases } from '../../src/reasoning/questions/cases';
import { anyScenario } from '../engine/any';
import { catalogNow } from '../support/catalog';

const runs = Number(process.env['PAIRS'] ?? 10);
const seed = Number(process.env['SEED'] ?? 5);

const asks = (scenario: Scenario, request: Request): Scenario => ({ ...scenario, request });

/** Through an endpoint comes no public address: no such request is asked about where both cases have one. */
const isAsked = (cases: readonly Scenario[], { context = {} }: Request): boolean =>
  context['aws:SourceIp'] === undefined || cases.some(({ policies }) => policies.endpoint === undefined);

/** A request for the first caller, as another scenario asks. */
function huntedBy(own: Request, { action, resource, context = {} }: Request): Request {
  const { principal, role, user, resourceAccount } = own;
  return {
    principal,
    action,
    resource,
    context,
    ...(role !== undefined && { role }),
    ...(user !== undefined && { user }),
    ...(resourceAccount !== undefined && { resourceAccount }),
  };
}

describe('two cases over all requests', () => {
  it.each(
    EXAMPLES.filter((_, at) => at % 24 === 0).map((example) => [example.id, example.scenario] as const),
  )('%s is equal to itself', (_id, scenario) => {
    expect(compareCases(scenario, scenario, { catalog: catalogNow(), relationOnly: true }).relation).toBe(
      'equal',
    );
  });

  it('are told apart by requests that are decided so, and none contradicts a "no"', { timeout: 0 }, () => {
    const catalog = catalogNow();
    const scenarios = fc.sample(anyScenario(false), { numRuns: 2 * runs, seed });
    const faults: string[] = [];
    let differences = 0;
    let undecided = 0;
    for (let at = 0; at < runs; at += 1) {
      const a: Scenario = { ...scenarios[at]! };
      const layer = LAYERS[at % LAYERS.length]!;
      const other = scenarios[runs + at]!.policies[layer];
      const { [layer]: _own, ...rest } = a.policies;
      const b: Scenario = {
        ...a,
        policies: { ...rest, ...(other !== undefined && { [layer]: other }) },
      };
      if (evaluate(a).problems.length > 0) continue;
      const found = compareCases(a, b, { catalog, relationOnly: true });
      if (found.relation === 'undecided') undecided += 1;
      const sides = [
        ['gained', found.gained, b, a, ['wider', 'incomparable']],
        ['lost', found.lost, a, b, ['narrower', 'incomparable']],
      ] as const;
      for (const [side, groups, more, less, some] of sides) {
        for (const { witness } of groups) {
          differences += 1;
          const [yes, no] = [evaluate(asks(more, witness)).decision, evaluate(asks(less, witness)).decision];
          if (yes !== 'Allowed' || !no.endsWith('Denied'))
            faults.push(`${at} ${side}: ${yes}, ${no} ${JSON.stringify({ a, b, witness })}`);
        }
        if (found.relation === 'undecided' || (some as readonly string[]).includes(found.relation)) continue;
        for (const { request } of scenarios) {
          const hunted = huntedBy(a.request, request);
          if (!isAsked([a, b], hunted)) continue;
          const isHit =
            evaluate(asks(more, hunted)).decision === 'Allowed' &&
            evaluate(asks(less, hunted)).decision.endsWith('Denied');
          if (isHit) {
            faults.push(`${at} ${side}: ${found.relation}, but ${JSON.stringify({ layer, a, b, hunted })}`);
            break;
          }
        }
      }
    }
    expect(faults).toEqual([]);
    expect(differences).toBeGreaterThan(runs / 20);
    expect(undecided).toBeLessThanOrEqual(runs / 10);
  });
});
