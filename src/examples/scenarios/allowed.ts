import { PAGES } from '../pages';
import { FULL_AWS_ACCESS, level, policy, scenario } from '../policy';
import type { allowedTitles } from '../titles/allowed';
import type { Worked } from '../types';
import { allowedPrincipals } from './allowed-principals';
import { allowedTested } from './allowed-tested';

const drops = 'arn:aws:s3:::example-drops/*';

export const allowed: Record<(typeof allowedTitles)[number]['id'], Worked> = {
  'boundary-not-asked': {
    explanation:
      'When a resource-based policy of the same account names the user, the grant is complete. A missing Allow in her ' +
      'boundary doesn’t take it away; a Deny in the boundary would.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/nora',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::example-drops/nora/draft.txt',
        resourceAccount: '111122223333',
      },
      policies: {
        resource: policy('DropsBucketPolicy', {
          Sid: 'NoraDrops',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/nora' },
          Action: 's3:PutObject',
          Resource: drops,
        }),
        boundary: policy('ChatBoundary', { Sid: 'Chat', Effect: 'Allow', Action: 'sqs:*', Resource: '*' }),
        identity: [policy('ChatAccess', { Effect: 'Allow', Action: 'sqs:*', Resource: '*' })],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'DropsBucketPolicy', statement: 0, sid: 'NoraDrops' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.boundaries,
  },

  'session-not-asked': {
    explanation:
      'Naming the role would leave the session policy in force. Naming the session itself grants past it, inside the ' +
      'same account.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Worker/job-7',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:results',
      },
      policies: {
        resource: policy('ResultsQueuePolicy', {
          Sid: 'JobSeven',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/Worker/job-7' },
          Action: 'sqs:SendMessage',
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:results',
        }),
        session: [policy('ReadSession', { Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: '*' })],
        identity: [policy('WorkerAccess', { Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: '*' })],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'ResultsQueuePolicy', statement: 0, sid: 'JobSeven' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.policyTypes,
  },

  'wildcard-principal-arn': {
    explanation:
      'What counts is what the `Principal` element names. A role named there stays under its boundary; a star that a ' +
      'condition on `aws:PrincipalArn` narrows to the same role doesn’t.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Exporter/run-1',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::example-drops/export.csv',
        resourceAccount: '111122223333',
      },
      policies: {
        resource: policy('DropsBucketPolicy', {
          Sid: 'ExporterByArn',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: drops,
          Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Exporter' } },
        }),
        boundary: policy('DatabaseBoundary', { Effect: 'Allow', Action: 'rds:*', Resource: '*' }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'DropsBucketPolicy', statement: 0, sid: 'ExporterByArn' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.principal,
  },

  'for-all-values': {
    explanation:
      '`ForAllValues` asks that no value breaks the rule, and with no values none does: it is true for an absent key. ' +
      'Add `"Null": { "aws:TagKeys": "false" }` to insist on tags.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/olga',
        action: 'ec2:CreateVolume',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:volume/*',
      },
      policies: {
        identity: [
          policy('TaggedVolumes', {
            Sid: 'TaggedVolumes',
            Effect: 'Allow',
            Action: 'ec2:CreateVolume',
            Resource: '*',
            Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner', 'cost-center'] } },
          }),
        ],
      },
      tests: [
        {
          name: 'a tag that is permitted',
          request: { context: { 'aws:TagKeys': ['owner'] } },
          expect: 'Allowed',
        },
        {
          name: 'a tag that isn’t',
          request: { context: { 'aws:TagKeys': ['owner', 'mood'] } },
          expect: 'Denied',
        },
      ],
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'TaggedVolumes', statement: 0, sid: 'TaggedVolumes' }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.multivalued,
  },

  'deny-never-fires': {
    explanation:
      '`aws:RequestTag` is a tag sent with the request, and ending a machine sends none, so the Deny never matches. The ' +
      'tag on the machine itself is `aws:ResourceTag`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/olga',
        action: 'ec2:TerminateInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d4e5f60718',
        context: { 'aws:ResourceTag/stage': 'production' },
      },
      policies: {
        identity: [
          policy(
            'MachineAccess',
            { Sid: 'Machines', Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
            {
              Sid: 'KeepProduction',
              Effect: 'Deny',
              Action: 'ec2:TerminateInstances',
              Resource: '*',
              Condition: { StringEquals: { 'aws:RequestTag/stage': 'production' } },
            },
          ),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'MachineAccess', statement: 0, sid: 'Machines' }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.globalKeys,
  },

  'kms-default': {
    explanation:
      'The statement for the account gives nobody the key; it lets identity-based policies of the account count. Pia’s ' +
      'policy allows `kms:Decrypt`, and the two together do it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/pia',
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      },
      policies: {
        resource: policy('KeyPolicy', {
          Sid: 'Enable IAM User Permissions',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*',
        }),
        identity: [
          policy('UseKeys', { Sid: 'UseKeys', Effect: 'Allow', Action: 'kms:Decrypt', Resource: '*' }),
        ],
      },
    }),
    expect: { decision: 'Allowed', missing: [] },
    learn: PAGES.keyPolicyDefault,
  },

  'not-action': {
    explanation:
      'With an Allow, `NotAction` grants everything it doesn’t list: every other service, today’s and tomorrow’s. It ' +
      'reads like a narrow exception and is nearly an administrator.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/quinn',
        action: 'payments:ListPaymentPreferences',
        resource: '*',
      },
      policies: {
        identity: [
          policy('NoIam', {
            Sid: 'NoIam',
            Effect: 'Allow',
            NotAction: ['iam:*', 'organizations:*'],
            Resource: '*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'NoIam', statement: 0, sid: 'NoIam' }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.notAction,
  },

  'developer-becomes-admin': {
    explanation:
      'Whoever may attach any policy to a role they can use is an administrator one call later. Insist on a permissions ' +
      'boundary with `iam:PermissionsBoundary`, or on certain policies with `iam:PolicyARN`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/rosa',
        action: 'iam:AttachRolePolicy',
        resource: 'arn:aws:iam::111122223333:role/rosa-test',
        context: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/AdministratorAccess' },
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS)],
        identity: [
          policy('RoleMaker', {
            Sid: 'MakeRoles',
            Effect: 'Allow',
            Action: ['iam:CreateRole', 'iam:AttachRolePolicy'],
            Resource: '*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'RoleMaker', statement: 0, sid: 'MakeRoles' }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.boundaries,
  },

  ...allowedPrincipals,
  ...allowedTested,
};
