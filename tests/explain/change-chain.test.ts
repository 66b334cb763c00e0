import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Policies, Scenario } from '../../src/case/scenario';
import { changeChain } from '../../src/explain/change-chain';
import { request, policy, scenario } from './support';

const chain = (asked: Scenario) => changeChain(asked, evaluate(asked));
const named = (name: string, ...statements: object[]) => ({ name, document: policy(...statements) });
const ALLOW = { Effect: 'Allow', Action: 's3:ListBucket', Resource: '*' };

const asked = (policies: Policies): Scenario => scenario(request({ action: 's3:GetObject' }), policies);

describe('changes that are only enough together', () => {
  it('mends each layer that stops the request, one after the other', () => {
    const found = chain(asked({ identity: [named('Access', ALLOW)], boundary: named('Boundary', ALLOW) }));
    expect(found?.changes.map(({ layer }) => layer).toSorted()).toEqual(['boundary', 'identity']);
    expect(evaluate(found!.scenario).decision).toBe('Allowed');
  });

  it('goes on after an explicit deny is lifted', () => {
    const deny = { Effect: 'Deny', Action: 's3:*', Resource: '*' };
    const found = chain(asked({ identity: [named('Access', deny)] }));
    expect(found?.changes[0]?.kind).toBe('exempt');
    expect(found?.changes).toHaveLength(2);
    expect(evaluate(found!.scenario).decision).toBe('Allowed');
  });

  it('is undefined when a hidden layer leaves the verdict open, and for an allow', () => {
    expect(chain(asked({ identity: [named('Access', ALLOW)], scp: 'unknown' }))).toBeUndefined();
    expect(
      chain(asked({ identity: [named('Access', { Effect: 'Allow', Action: '*', Resource: '*' })] })),
    ).toBeUndefined();
  });
});
