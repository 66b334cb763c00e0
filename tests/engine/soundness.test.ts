import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision, Supposed, Supposition } from '../../src/engine/evaluation';
import type { Scenario } from '../../src/case/scenario';
import { completed, isTrust, mapStatements, reversed, supposing, without } from './change';
import { THEMES, anyOf } from './retold';

/**
 * What `Undetermined` means, for every service with rules of its own. The same scenarios each time; to look further,
 * by hand: SEED=7 RUNS=5000 npx vitest run tests/engine/soundness.test.ts
 */
const SEED = Number(process.env['SEED'] ?? 20261125);
const RUNS = Number(process.env['RUNS'] ?? 60);

const decisionOf = (scenario: Scenario): Decision => evaluate(scenario).decision;
const isAllowed = (decision: Decision): boolean => decision === 'Allowed';

describe.each(THEMES)('%s', (theme) => {
  const settings = { numRuns: RUNS, seed: SEED };

  it('a settled verdict is the verdict of every completion', () => {
    fc.assert(
      fc.property(anyOf(theme, true), fc.infiniteStream(fc.nat()), (scenario, numbers) => {
        const { decision } = evaluate(scenario);
        if (decision === 'Undetermined') return;
        for (let round = 0; round < 6; round += 1) {
          const found = decisionOf(completed(scenario, numbers));
          // What stays open in a completion, such as the Region of the request, may go one way only.
          if (found === 'Undetermined') continue;
          expect(isAllowed(found)).toBe(isAllowed(decision));
          if (decision === 'ExplicitlyDenied') expect(found).toBe(decision);
        }
      }),
      settings,
    );
  });

  it('an open verdict has a way to be allowed and a way to be denied', () => {
    fc.assert(
      fc.property(anyOf(theme, true), (scenario) => {
        const { decision, hinges, dependsOn } = evaluate(scenario);
        if (decision !== 'Undetermined') return;
        expect(hinges!.each.map((hinge) => hinge.dependency)).toEqual(dependsOn);
        expect(decisionOf(supposing(scenario, hinges!.allowedIf))).toBe('Allowed');
        expect(decisionOf(supposing(scenario, hinges!.deniedIf))).toMatch(/Denied$/);
      }),
      settings,
    );
  });

  it('each way that is told is one, whatever the rest turns out to be', () => {
    fc.assert(
      fc.property(anyOf(theme, true), fc.infiniteStream(fc.nat()), (scenario, numbers) => {
        const { hinges } = evaluate(scenario);
        if (!hinges) return;
        const never = (wrong: RegExp, supposed: readonly Supposed[]): void => {
          const under = supposing(scenario, supposed);
          for (let round = 0; round < 4; round += 1)
            expect(decisionOf(completed(under, numbers))).not.toMatch(wrong);
        };
        never(/Denied$/, hinges.allowedIf);
        never(/^Allowed$/, hinges.deniedIf);
        for (const { dependency, allowsWhen, deniesWhen } of hinges.each) {
          const told = (
            list: readonly Supposition[],
            others: readonly Supposition[],
            wrong: RegExp,
          ): void => {
            for (const supposition of list) {
              const supposed = [{ dependency, supposition }];
              expect(decisionOf(supposing(scenario, supposed))).not.toMatch(wrong);
              if (!others.some((other) => isDeepStrictEqual(other, supposition))) never(wrong, supposed);
            }
          };
          told(allowsWhen, deniesWhen, /Denied$/);
          told(deniesWhen, allowsWhen, /^Allowed$/);
        }
      }),
      settings,
    );
  });

  it('what decided is what must go for another verdict', () => {
    fc.assert(
      fc.property(anyOf(theme, false), (scenario) => {
        const { decision, decidedBy } = evaluate(scenario);
        // Of the key behind an alias, statements may hold in part and together: each key is denied by one or another.
        if (scenario.request.resource.includes(':alias/')) return;
        // A session of the root user is allowed what its session policy allows, without any statement of an identity.
        if (scenario.request.user?.endsWith(':root')) return;
        if (decidedBy.length > 0) expect(decisionOf(without(scenario, decidedBy))).not.toBe(decision);
      }),
      settings,
    );
  });

  it('order does not matter', () => {
    fc.assert(
      fc.property(anyOf(theme, false), (scenario) => {
        expect(decisionOf(reversed(scenario))).toBe(decisionOf(scenario));
      }),
      settings,
    );
  });

  it('the case of resources does: a grant for the same letters in capitals is none', () => {
    fc.assert(
      fc.property(anyOf(theme, false), (scenario) => {
        const { resource, principal } = scenario.request;
        // A trust policy has no Resource, and the root user of the account needs no Allow.
        if (resource === '*' || principal.endsWith(':root') || isTrust(scenario)) return;
        // Without a statement for any resource, none in other capitals applies: neither Allow nor Deny is left.
        const loud = mapStatements(scenario, (statements) =>
          statements.map((statement) => ({
            ...statement,
            Resource: resource.toUpperCase(),
            NotResource: undefined,
          })),
        );
        // Without the ACL, which grants whatever policies say.
        const { s3: _, ...rest } = loud;
        const { decision } = evaluate(JSON.parse(JSON.stringify(rest)) as Scenario);
        expect(decision).toBe('ImplicitlyDenied');
      }),
      settings,
    );
  });
});
