/** The guide's policy of three conditions: Region, MFA and encryption. */
import type { ContextValue } from '../../case/scenario';
import { PAGES } from '../pages';
import { policy, scenario } from '../policy';
import type { Worked } from '../types';

const conditionsPolicy = policy(
  'ConditionsPolicy',
  {
    Effect: 'Allow',
    Action: 'ec2:*',
    Resource: '*',
    Condition: { StringEquals: { 'aws:RequestedRegion': ['us-east-1', 'us-west-2'] } },
  },
  {
    Effect: 'Deny',
    Action: '*',
    Resource: '*',
    Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
  },
  {
    Effect: 'Allow',
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::my-bucket/*',
    Condition: { StringEquals: { 's3:x-amz-server-side-encryption': 'AES256' } },
  },
);

function ask(action: string, resource: string, context: Readonly<Record<string, ContextValue>>) {
  return {
    request: {
      principal: 'arn:aws:iam::123456789012:user/alice',
      action,
      resource,
      resourceAccount: '123456789012',
      context,
    },
    policies: { identity: [conditionsPolicy] },
  };
}

const upload = 'arn:aws:s3:::my-bucket/report.csv';

export const guideConditions = {
  'guide-conditions-region': {
    explanation:
      'The first statement applies because the call goes to `us-west-2`. The Deny doesn’t, because MFA was used; the ' +
      'third speaks of S3.',
    scenario: scenario({
      ...ask('ec2:StartInstances', 'arn:aws:ec2:us-west-2:123456789012:instance/i-0123456789abcdef0', {
        'aws:MultiFactorAuthPresent': 'true',
      }),
      tests: [
        {
          name: 'MFA was not used',
          request: { context: { 'aws:MultiFactorAuthPresent': 'false' } },
          expect: 'Denied',
        },
        {
          name: 'another Region',
          request: { resource: 'arn:aws:ec2:ap-south-1:123456789012:instance/i-0123456789abcdef0' },
          expect: 'Denied',
        },
      ],
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'ConditionsPolicy', statement: 0 }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.globalKeys,
  },

  'guide-conditions-elsewhere': {
    explanation:
      'An Allow with a condition is silent when the condition fails; it doesn’t turn into a Deny. Nothing else allows ' +
      '`ec2:StartInstances` in `eu-west-1`, so the request falls to the default.',
    scenario: scenario(
      ask('ec2:StartInstances', 'arn:aws:ec2:eu-west-1:123456789012:instance/i-0123456789abcdef0', {
        'aws:MultiFactorAuthPresent': 'true',
      }),
    ),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.condition,
  },

  'guide-conditions-no-mfa': {
    explanation:
      'The second statement denies everything unless MFA was used. `BoolIfExists` also matches when the key is absent, ' +
      'so calls signed with a long-term access key are denied as well.',
    scenario: scenario(
      ask('ec2:StartInstances', 'arn:aws:ec2:us-west-2:123456789012:instance/i-0123456789abcdef0', {
        'aws:MultiFactorAuthPresent': 'false',
      }),
    ),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'identity', policy: 'ConditionsPolicy', statement: 1 }],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.mfaAccess,
  },

  'guide-conditions-encrypted': {
    explanation:
      '`s3:x-amz-server-side-encryption` is the header of the upload. It was sent and says `AES256`, so the third ' +
      'statement allows the write.',
    scenario: scenario(
      ask('s3:PutObject', upload, {
        'aws:MultiFactorAuthPresent': 'true',
        's3:x-amz-server-side-encryption': 'AES256',
      }),
    ),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'ConditionsPolicy', statement: 2 }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.operators,
  },

  'guide-conditions-plain': {
    explanation:
      'The condition reads the request, not the bucket. Default encryption would protect the object, but the header ' +
      'wasn’t sent, so the key is absent and `StringEquals` doesn’t match.',
    scenario: scenario(ask('s3:PutObject', upload, { 'aws:MultiFactorAuthPresent': 'true' })),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.operators,
  },
} satisfies Record<string, Worked>;
