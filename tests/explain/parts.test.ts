import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/engine/scenario';
import { partsOf } from '../../src/explain/parts';

function asking(resource: string, ...statements: object[]): Scenario {
  return {
    schema: 1,
    request: { principal: 'arn:aws:iam::111122223333:user/alice', action: 's3:GetObject', resource },
    policies: {
      identity: [{ name: 'P', document: { Version: '2012-10-17', Statement: statements } }],
    },
  };
}

const allow = (Resource: string): object => ({ Effect: 'Allow', Action: 's3:GetObject', Resource });

describe('partsOf', () => {
  it('has nothing to say about a concrete resource, or about no resource', () => {
    expect(partsOf(asking('arn:aws:s3:::b/key', allow('*')))).toBeUndefined();
    expect(partsOf(asking('*', allow('*')))).toBeUndefined();
  });

  it('is one part where the policies tell nothing apart', () => {
    expect(partsOf(asking('arn:aws:s3:::b/*', allow('arn:aws:s3:::b/*')))).toEqual([
      { decision: 'Allowed', resource: expect.stringMatching(/^arn:aws:s3:::b\//) as string },
    ]);
  });

  it('shows a narrower Allow and a narrower Deny, each with a resource of its own', () => {
    const parts = partsOf(
      asking('arn:aws:s3:::b/*', allow('arn:aws:s3:::b/public/*'), {
        Effect: 'Deny',
        Action: '*',
        Resource: 'arn:aws:s3:::b/*/secret',
      }),
    );
    expect(parts?.map(({ decision, pattern }) => [decision, pattern])).toEqual([
      ['ImplicitlyDenied', undefined],
      ['Allowed', 'arn:aws:s3:::b/public/*'],
      ['ExplicitlyDenied', 'arn:aws:s3:::b/*/secret'],
    ]);
  });

  it('takes a variable for a wildcard', () => {
    const parts = partsOf(asking('arn:aws:s3:::b/*', allow('arn:aws:s3:::b/${aws:username}/x')));
    expect(parts?.map(({ decision }) => decision)).toContain('ImplicitlyDenied');
  });
});
