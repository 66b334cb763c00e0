/** Sentences that were untrue beside a right verdict, each with the case that showed it. */
import { describe, expect, it } from 'vitest';
import { checkPolicy } from '../../src/checks/check-policy';
import { evaluate } from '../../src/engine/evaluate';
import type { Scenario } from '../../src/case/scenario';
import { explain } from '../../src/explain/headline';
import { plain } from '../../src/explain/rich';
import { stepWords } from '../../src/explain/steps';
import { markdownReport } from '../../src/export/report';
import { readEvidence } from '../../src/intake/evidence/read';
import { scenarioFromEvidence } from '../../src/intake/from-evidence';
import { catalogNow } from '../support/catalog';
import { policy, scenario } from './support';

const ACCOUNT = '111122223333';

describe('a public bucket under RestrictPublicBuckets', () => {
  const given: Scenario = {
    ...scenario(
      { principal: 'arn:aws:iam::444455556666:user/x', resourceAccount: ACCOUNT },
      {
        identity: [{ name: 'Own', document: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) }],
        resource: {
          name: 'Bucket',
          document: policy({ Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: '*' }),
        },
      },
    ),
    s3: { blockPublicAccess: { restrictPublicBuckets: true } },
  };

  it('is no implicit deny beside an explicit one, and a statement of it does match', () => {
    const evaluation = evaluate(given);
    const { chip, sentence } = explain(given, evaluation);
    expect(chip).toBe('Block Public Access');
    expect(plain(sentence)).toBe(
      'Block Public Access keeps everyone outside the account from this public bucket',
    );
    const step = evaluation.steps.find(({ id }) => id === 'resource')!;
    expect(plain(stepWords(step, evaluation, given).sentence)).toBe(
      'The bucket policy is public, so Block Public Access takes what it allows from everyone outside the bucket’s account.',
    );
  });
});

describe('a grant to a caller for whom no account holds policies', () => {
  it.each([
    ['cloudwatch.amazonaws.com', { AWS: '*' }],
    [
      'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1ABCDEF',
      { AWS: 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1ABCDEF' },
    ],
    ['*', '*'],
  ])('speaks of no account of the caller: %s', (principal, Principal) => {
    const given = scenario(
      { principal },
      {
        resource: {
          name: 'Bucket',
          document: policy({ Effect: 'Allow', Principal, Action: 's3:*', Resource: '*' }),
        },
      },
    );
    const evaluation = evaluate(given);
    const step = evaluation.steps.find(({ id }) => id === 'resource')!;
    expect(plain(stepWords(step, evaluation, given).sentence)).toBe(
      'The bucket policy grants s3:GetObject to the caller directly. Nothing else has to allow it.',
    );
  });
});

describe('a message that tells a thing by its name', () => {
  const notes = (text: string): string => {
    const evidence = readEvidence(text);
    return [...evidence.notes, ...scenarioFromEvidence(evidence).unknown].join('\n');
  };

  it('is not said to tell nothing of it as well', () => {
    const told = notes(
      'User: arn:aws:iam::111122223333:user/x is not authorized to perform: sts:AssumeRole on resource: role deployer',
    );
    expect(told).toContain('The resource is named `role deployer`, not by its ARN; fill it in.');
    expect(told).not.toContain('The resource is not told');
  });

  it.each([
    ['masked', 'arn:aws:execute-api:eu-west-1:********3333:abc/prod/GET/pets', 'is masked; fill in the ARN'],
    ['cut off', 'arn:aws:s3', 'is cut off or broken over lines, so it is not used; fill it in.'],
  ])('nor where its ARN is %s', (_, resource, says) => {
    const told = notes(
      `User: arn:aws:iam::111122223333:user/x is not authorized to perform: s3:GetObject on resource: ${resource} because no identity-based policy allows the s3:GetObject action`,
    );
    expect(told).toContain(says);
    expect(told).not.toContain('The resource is not told');
  });

  it.each([
    `Resource: arn:aws:cloudwatch:eu-west-1:${ACCOUNT}:alarm:cpu is not authorized to perform: SNS:Publish on resource: arn:aws:sns:eu-west-1:${ACCOUNT}:t`,
    `CloudWatch Alarms is not authorized to perform: SNS:Publish on resource: arn:aws:sns:eu-west-1:${ACCOUNT}:t`,
  ])('names CloudWatch as the caller of an alarm: %s', (text) => {
    const { request, notes: told } = readEvidence(text);
    expect(request?.principal).toBe('cloudwatch.amazonaws.com');
    expect(told.join()).not.toContain('given by the name');
  });
});

describe('an action that the reference lacks', () => {
  const messages = (action: string): string =>
    checkPolicy(
      JSON.stringify(policy({ Effect: 'Allow', Action: action, Resource: '*' })),
      'identity',
      catalogNow(),
    )
      .map(({ message }) => message)
      .join('\n');

  it.each(['s3:GetObjectFoo', 'nosuch:Thing', 's3:GetFoo*'])(
    'is dated, not denied for ever: %s',
    (action) => {
      expect(messages(action)).toContain(`AWS’s service reference of ${catalogNow().date}`);
      expect(messages(action)).not.toMatch(/matches nothing|has no effect/);
    },
  );
});

describe('the report', () => {
  it('names a policy once', () => {
    const given = scenario(
      {},
      { identity: [{ name: 'Own', document: policy({ Effect: 'Allow', Action: '*', Resource: '*' }) }] },
    );
    const report = markdownReport(given, evaluate(given));
    expect(report).toContain('Deny just this in `Own` (Identity-based).');
    expect(report).not.toContain('in `Own`, in `Own`');
  });
});
