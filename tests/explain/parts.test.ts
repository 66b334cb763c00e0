import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Scenario } from '../../src/case/scenario';
import { partsOf } from '../../src/reasoning/parts';

function asking(resource: string, ...statements: object[]): Scenario {
  return {
    schema: 2,
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
    expect(parts?.map(({ decision, pattern }) => [decision, pattern]).sort()).toEqual([
      ['Allowed', 'arn:aws:s3:::b/public/*'],
      ['ExplicitlyDenied', 'arn:aws:s3:::b/*/secret'],
      ['ImplicitlyDenied', undefined],
    ]);
  });

  const decisions = (given: Scenario): readonly string[] =>
    partsOf(given)!
      .map(({ decision }) => decision)
      .sort();

  it.each(['x', 'a', '0', 'q'])('finds what lies beside a pattern that begins with %s', (letter) => {
    expect(decisions(asking('arn:aws:s3:::b/*', allow(`arn:aws:s3:::b/${letter}*`)))).toEqual([
      'Allowed',
      'ImplicitlyDenied',
    ]);
  });

  it('finds what only several patterns have in common', () => {
    const given = asking('arn:aws:s3:::b/*', allow('arn:aws:s3:::b/x*'), {
      Effect: 'Deny',
      Action: '*',
      NotResource: 'arn:aws:s3:::b/*y',
    });
    const part = partsOf(given)!.find(({ decision }) => decision === 'Allowed');
    expect(part?.resource).toMatch(/^arn:aws:s3:::b\/x.*y$/);
    expect(decisions(given)).toEqual(['Allowed', 'ExplicitlyDenied', 'ImplicitlyDenied']);
  });

  it('shows no resource without a name', () => {
    const parts = partsOf(asking('arn:aws:s3:::b/*', allow('arn:aws:s3:::b/public/*')))!;
    expect(parts.map(({ resource }) => resource)).not.toContain('arn:aws:s3:::b/');
  });

  it('tries a variable by its value', () => {
    const parts = partsOf(asking('arn:aws:s3:::b/*', allow('arn:aws:s3:::b/${aws:username}/*')))!;
    expect(parts.find(({ decision }) => decision === 'Allowed')?.resource).toMatch(
      /^arn:aws:s3:::b\/alice\//,
    );
  });

  it('agrees with every resource that the pattern stands for', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), minLength: 1, maxLength: 5 });
    const key = fc.string({ unit: fc.constantFrom('a', 'b', '/', 'c'), minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(pattern, pattern, fc.boolean(), key, (one, other, not, name) => {
        const element = { [not ? 'NotResource' : 'Resource']: `arn:aws:s3:::b/${other}` };
        const given = asking('arn:aws:s3:::b/*', allow(`arn:aws:s3:::b/${one}`), {
          Effect: 'Deny',
          Action: '*',
          ...element,
        });
        const { decision } = evaluate({
          ...given,
          request: { ...given.request, resource: `arn:aws:s3:::b/${name}` },
        });
        expect(decisions(given)).toContain(decision);
      }),
      { numRuns: 200 },
    );
  });

  it('takes a variable for a wildcard', () => {
    const parts = partsOf(asking('arn:aws:s3:::b/*', allow('arn:aws:s3:::b/${aws:username}/x')));
    expect(parts?.map(({ decision }) => decision)).toContain('ImplicitlyDenied');
  });
});
