import { beforeAll, describe, expect, it } from 'vitest';
import type { Policies, Scenario } from '../../src/case/scenario';
import type { Catalog } from '../../src/catalog/service-reference';
import { evaluate } from '../../src/engine/evaluate';
import { trialsOf, type Trial } from '../../src/reasoning/questions/trials';
import { loadCatalog } from '../support/catalog';

let catalog: Catalog;
beforeAll(async () => {
  catalog = await loadCatalog();
});

const policies = (layer: 'identity' | 'resource', ...Statement: readonly object[]): Policies => {
  const policy = { name: 'P', document: { Version: '2012-10-17', Statement: [...Statement] } };
  return layer === 'identity' ? { identity: [policy] } : { resource: policy };
};
const caseOf = (of: Policies): Scenario => ({
  schema: 2,
  request: { principal: '', action: '', resource: '' },
  policies: of,
});
const tried = (of: Policies): readonly Trial[] => trialsOf(caseOf(of), catalog);
const words = (trials: readonly Trial[]): readonly string[] =>
  trials.map(({ statement, decision, request }) => `${statement} ${decision} ${request.action}`);

describe('requests to try on a policy that came without one', () => {
  it('has one that an Allow lets through, and one beside it that nothing allows', () => {
    const trials = tried(
      policies('identity', { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' }),
    );
    expect(trials).toHaveLength(2);
    expect(trials[0]).toMatchObject({
      decision: 'Allowed',
      request: { action: 's3:GetObject', resource: 'arn:aws:s3:::reports/example' },
    });
    expect(trials[1]!.decision).toBe('ImplicitlyDenied');
  });

  it('has one that a Deny stops, and prefers actions that people know', () => {
    const trials = tried(
      policies(
        'identity',
        { Effect: 'Allow', Action: '*', Resource: '*' },
        { Effect: 'Deny', Action: 'iam:*', Resource: '*' },
      ),
    );
    expect(words(trials)).toContain('1 ExplicitlyDenied iam:PassRole');
    expect(trials[0]!.decision).toBe('Allowed');
  });

  it('fills in the keys that a condition needs, and turns the one that decides', () => {
    const trials = tried(
      policies('identity', {
        Effect: 'Allow',
        Action: 'ec2:StartInstances',
        Resource: 'arn:aws:ec2:eu-west-1:444455556666:instance/*',
        Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      }),
    );
    expect(trials[0]!.request).toMatchObject({
      principal: 'arn:aws:iam::444455556666:user/example',
      context: { 'aws:MultiFactorAuthPresent': 'true' },
    });
    expect(trials[1]).toMatchObject({
      decision: 'ImplicitlyDenied',
      request: { action: 'ec2:StartInstances', context: { 'aws:MultiFactorAuthPresent': 'false' } },
    });
  });

  it('takes the caller from a trust policy', () => {
    const trials = tried(
      policies('resource', {
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' },
        Action: 'sts:AssumeRole',
      }),
    );
    expect(trials[0]).toMatchObject({
      decision: 'Allowed',
      request: { principal: 'arn:aws:iam::111122223333:user/alice', action: 'sts:AssumeRole' },
    });
  });

  it('says of each what the evaluator says, and nothing of a policy that cannot be read', () => {
    const of = policies(
      'identity',
      { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
      {
        Effect: 'Deny',
        Action: 's3:*',
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      },
    );
    const trials = tried(of);
    expect(trials.length).toBeGreaterThan(2);
    for (const { request, decision } of trials)
      expect(evaluate({ ...caseOf(of), request }).decision, JSON.stringify(request)).toBe(decision);
    expect(tried({ identity: [{ name: 'P', text: '{ "Statement": [' }] })).toEqual([]);
  });
});
