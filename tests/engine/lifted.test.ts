import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/examples';
import type { Policies, Scenario } from '../../src/case/scenario';
import { evaluate } from '../../src/engine/evaluate';
import { secondRefusal } from '../../src/engine/lifted';
import { readings } from '../../src/engine/reading';
import { SESSION, policy, scenario } from '../explain/support';
import { anyScenario } from './any';

const ALL = { Effect: 'Allow', Action: '*', Resource: '*' };
const NONE = { Effect: 'Allow', Action: 'logs:*', Resource: '*' };
const DENY = { Effect: 'Deny', Action: 's3:*', Resource: '*' };

function one(name: string, ...statements: readonly object[]) {
  return { name, document: policy(...statements) };
}

function asked(policies: Policies): Scenario {
  return scenario({}, policies);
}

const identity = [one('All', ALL)];

describe('behind a stop', () => {
  it('is the next layer that would refuse, with every Deny lifted', () => {
    const found = secondRefusal(
      asked({
        scp: [{ target: 'Root', policies: [one('S', ALL, DENY)] }],
        boundary: one('B', NONE),
        identity,
      }),
    );
    expect(found).toEqual({ lifted: { kind: 'denies' }, next: { layer: 'boundary' }, more: 0 });
  });

  it('is the next level of the SCPs', () => {
    const scp = ['Root', 'OU A', 'OU B'].map((target, at) => ({
      target,
      policies: [one('S', at === 0 ? ALL : NONE)],
    }));
    expect(secondRefusal(asked({ scp, identity }))).toEqual({
      lifted: { kind: 'allow', layer: 'scp', level: 1 },
      next: { layer: 'scp', level: 2 },
      more: 0,
    });
  });

  it('is nothing where the request would get through', () => {
    expect(secondRefusal(asked({ boundary: one('B', NONE), identity }))).toBeUndefined();
    expect(secondRefusal(asked({ identity: [one('I', ALL, DENY)] }))).toBeUndefined();
    expect(secondRefusal(asked({ identity }))).toBeUndefined();
  });

  it('is the identity-based policies, and how many more', () => {
    const policies = { boundary: one('B', NONE), session: [one('S', NONE)], identity: [one('I', NONE)] };
    const found = secondRefusal(scenario({ principal: SESSION }, policies));
    expect(found).toMatchObject({ lifted: { layer: 'boundary' }, next: { layer: 'session' }, more: 1 });
  });

  it('is not a layer whose Allow is not needed', () => {
    const resource = one('R', { ...ALL, Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' } });
    const found = secondRefusal(
      scenario(
        { principal: 'arn:aws:iam::111122223333:user/alice' },
        { scp: [{ target: 'Root', policies: [one('S', NONE)] }], resource, identity: [one('I', NONE)] },
      ),
    );
    expect(found).toBeUndefined();
  });

  it('is the other account', () => {
    const found = secondRefusal(
      scenario(
        { resourceAccount: '444455556666' },
        { identity: [one('I', NONE)], resource: one('R', { ...NONE, Principal: '*' }) },
      ),
    );
    expect(found).toMatchObject({ lifted: { kind: 'allow' }, more: 0 });
    expect(found?.next.layer).not.toBe(found?.lifted.kind === 'allow' && found.lifted.layer);
  });
});

describe('statement by statement', () => {
  const read = readings(asked({ boundary: one('B', DENY, NONE), identity }));

  it('reads every Deny first, then what could allow, gate by gate', () => {
    expect(read.statements.map(({ gate, policy: name, statement }) => [gate, name, statement])).toEqual([
      ['explicitDeny', 'B', 0],
      ['boundary', 'B', 1],
      ['identity', 'All', 0],
    ]);
  });

  it('tells what is still possible', () => {
    expect(read.knownAfter(0)).toEqual({ allowed: true, explicit: true, implicit: true });
    expect(read.knownAfter(1)).toEqual({ allowed: false, explicit: true, implicit: false });
    const boundary = readings(asked({ boundary: one('B', NONE), identity }));
    expect(boundary.knownAfter(1)).toEqual({ allowed: false, explicit: false, implicit: true });
  });
});

/** What must hold of any case, however far it was read. */
function faults(given: Scenario): readonly string[] {
  const { decision, problems } = evaluate(given);
  const { statements, knownAfter } = readings(given);
  if (problems.length > 0) return [];
  const wrong: string[] = [];
  let before = { allowed: true, explicit: true, implicit: true };
  for (let count = 0; count <= statements.length; count += 1) {
    const now = knownAfter(count);
    for (const way of ['allowed', 'explicit', 'implicit'] as const) {
      if (now[way] && !before[way]) wrong.push(`${way} becomes possible after ${count}`);
    }
    const verdict = {
      Allowed: 'allowed',
      ExplicitlyDenied: 'explicit',
      ImplicitlyDenied: 'implicit',
      Undetermined: undefined,
    } as const;
    const way = verdict[decision];
    if (way && !now[way]) wrong.push(`${decision} is ruled out after ${count} of ${statements.length}`);
    before = now;
  }
  const next = secondRefusal(given);
  if (next && !decision.endsWith('Denied')) wrong.push('refused again, and never refused');
  return wrong;
}

describe('any case', () => {
  it('of the examples', () => {
    for (const example of EXAMPLES) expect([example.id, faults(example.scenario)]).toEqual([example.id, []]);
  });

  it('at random', () => {
    fc.assert(
      fc.property(anyScenario(true), (given) => {
        expect(faults(given)).toEqual([]);
      }),
      { numRuns: Number(process.env.RUNS ?? 80) },
    );
  });
});
