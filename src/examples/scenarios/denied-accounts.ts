/** Why was it denied: two accounts, trust, and who the caller is. */
import { PAGES } from '../pages';
import { ADMINISTRATOR, policy, scenario } from '../policy';
import type { Worked } from '../types';
import { DEPLOY_ROLE, githubAsks, githubTrust } from './roles';

const analytics = 'arn:aws:sts::111122223333:assumed-role/Analytics/dana';
const sharedKey = 'arn:aws:kms:eu-west-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab';

export const deniedAccounts = {
  'cross-account-one-side': {
    explanation:
      'A bucket policy of another account can’t grant on its own. The role’s account must say yes as well, through an ' +
      'identity-based policy, and this role’s policy knows only another bucket.',
    scenario: scenario({
      request: {
        principal: analytics,
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-partner/orders.csv',
        resourceAccount: '444455556666',
      },
      policies: {
        resource: policy('PartnerBucketPolicy', {
          Sid: 'AnalyticsReads',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Analytics' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-partner/*',
        }),
        identity: [
          policy('AnalyticsAccess', {
            Sid: 'OwnLake',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::example-lake/*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.crossAccountAccess,
  },

  'encrypted-object': {
    explanation:
      'Reading an encrypted object takes two permissions: `s3:GetObject` on the object and `kms:Decrypt` on its key. ' +
      'This is the second one. The key’s policy speaks only of its own account, so the role is left outside.',
    scenario: scenario({
      request: { principal: analytics, action: 'kms:Decrypt', resource: sharedKey },
      policies: {
        resource: policy('KeyPolicy', {
          Sid: 'EnableIamPolicies',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::444455556666:root' },
          Action: 'kms:*',
          Resource: '*',
        }),
        identity: [
          policy('ReadPartnerData', {
            Sid: 'Decrypt',
            Effect: 'Allow',
            Action: 'kms:Decrypt',
            Resource: sharedKey,
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    learn: PAGES.keyPolicyExternal,
  },

  'trust-misses-caller': {
    explanation:
      'A role can be assumed only by those its trust policy lets in, even inside its own account. ' +
      '`AdministratorAccess` allows the call, but the role trusts EC2 and nobody else.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 'sts:AssumeRole',
        resource: DEPLOY_ROLE,
      },
      policies: {
        resource: policy('DeployTrust', {
          Sid: 'InstancesOnly',
          Effect: 'Allow',
          Principal: { Service: 'ec2.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
        identity: [ADMINISTRATOR],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    learn: PAGES.evaluation,
  },

  'trust-wants-mfa': {
    explanation:
      'The principal matches, the condition doesn’t: no MFA went with the call, so the key is absent and `Bool` fails. ' +
      'An Allow whose condition fails is no Allow.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::444455556666:role/Production',
      },
      policies: {
        resource: policy('ProductionTrust', {
          Sid: 'AliceWithMfa',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/alice' },
          Action: 'sts:AssumeRole',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        }),
        identity: [policy('AssumeAny', { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' })],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    learn: PAGES.mfaAccess,
  },

  'github-subject': {
    explanation:
      'The token’s subject says what the workflow runs for: a branch, a pull request or an environment. ' +
      '`StringEquals` wants the branch to the letter, and a pull request has another subject.',
    scenario: scenario({
      request: githubAsks('repo:example-org/shop:pull_request'),
      policies: { resource: githubTrust },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'], decidedAt: 'resource' },
    learn: PAGES.oidcRole,
  },

  'github-immutable-subject': {
    explanation:
      'Repositories made or renamed since 15 July 2026 have the numbers of their owner and of themselves in the subject, ' +
      'which stay when names change. A policy with the names alone does not match it: list the new form, too.',
    scenario: scenario({
      request: githubAsks('repo:example-org@4242/shop@170017:ref:refs/heads/main'),
      policies: { resource: githubTrust },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'], decidedAt: 'resource' },
    learn: PAGES.oidcRole,
  },

  'recreated-role': {
    explanation:
      'When a trust policy is saved, IAM replaces a role’s ARN by its unique ID. A role made anew has another ID, so ' +
      'the policy still means the old one; save it again with the ARN.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Builder/job-9',
        action: 'sts:AssumeRole',
        resource: DEPLOY_ROLE,
        context: { 'aws:userid': 'AROAEXAMPLENEW7654321:job-9' },
      },
      policies: {
        resource: policy('DeployTrust', {
          Sid: 'Builder',
          Effect: 'Allow',
          Principal: { AWS: 'AROAEXAMPLEOLD1234567' },
          Action: 'sts:AssumeRole',
        }),
        identity: [
          policy('BuilderAccess', { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: DEPLOY_ROLE }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    learn: PAGES.identifiers,
  },

  'confused-deputy': {
    explanation:
      'A service calls for many customers. `aws:SourceAccount` says for whom, and the topic accepts S3 only when it ' +
      'acts for our own account; these events come from somebody else’s bucket.',
    scenario: scenario({
      request: {
        principal: 's3.amazonaws.com',
        action: 'sns:Publish',
        resource: 'arn:aws:sns:eu-west-1:111122223333:uploads',
        context: {
          'aws:SourceAccount': '999900001111',
          'aws:SourceArn': 'arn:aws:s3:::someone-elses-bucket',
        },
      },
      policies: {
        resource: policy('UploadsTopicPolicy', {
          Sid: 'OurBuckets',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: 'arn:aws:sns:eu-west-1:111122223333:uploads',
          Condition: { StringEquals: { 'aws:SourceAccount': '111122223333' } },
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'], decidedAt: 'resource' },
    learn: PAGES.confusedDeputy,
  },

  'kms-no-delegation': {
    explanation:
      'For a KMS key, identity-based policies count only if the key policy lets the account use them. This one names ' +
      'a single role, so every other Allow in the account is without effect.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
      policies: {
        resource: policy('KeyPolicy', {
          Sid: 'VaultOnly',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Vault' },
          Action: 'kms:*',
          Resource: '*',
        }),
        identity: [ADMINISTRATOR],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'], decidedAt: 'resource' },
    learn: PAGES.keyPolicies,
  },

  'federated-user': {
    explanation:
      'A session from `GetFederationToken` has what its user and its session policy both allow. None was passed, so ' +
      'nothing is left, whatever the user may do.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:federated-user/visitor',
        user: 'arn:aws:iam::111122223333:user/broker',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-docs/welcome.pdf',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('BrokerAccess', {
            Sid: 'ReadDocs',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::example-docs/*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['session'] },
    learn: PAGES.federationToken,
  },
} satisfies Record<string, Worked>;
