import { PAGES } from '../pages';
import { ADMINISTRATOR, FULL_AWS_ACCESS, level, policy, scenario, via } from '../policy';
import type { stepsTitles } from '../titles/steps';
import type { Worked } from '../types';
import { stepAll } from './step-all';

export const steps: Record<(typeof stepsTitles)[number]['id'], Worked> = {
  'step-explicit-deny': {
    explanation:
      'Every policy that applies is searched for a Deny first. `ProtectBackups` has one that matches, and no Allow ' +
      'anywhere can outweigh it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/carla',
        action: 's3:DeleteObject',
        resource: 'arn:aws:s3:::example-vault/backups/monday.tar',
        resourceAccount: '111122223333',
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS)],
        identity: [
          policy('VaultFullAccess', {
            Sid: 'AllOfTheVault',
            Effect: 'Allow',
            Action: 's3:*',
            Resource: ['arn:aws:s3:::example-vault', 'arn:aws:s3:::example-vault/*'],
          }),
          via(
            'Operators',
            policy('ProtectBackups', {
              Sid: 'KeepBackups',
              Effect: 'Deny',
              Action: ['s3:DeleteObject', 's3:DeleteObjectVersion'],
              Resource: 'arn:aws:s3:::example-vault/backups/*',
            }),
          ),
        ],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'identity', policy: 'ProtectBackups', statement: 0, sid: 'KeepBackups' }],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.evaluation,
  },

  'step-scp': {
    explanation:
      'Each level of the organization must allow the action. `OU Sandbox` replaced `FullAWSAccess` with a list, ' +
      'and `sagemaker` isn’t on it; no policy in the account can add it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:role/Researcher',
        action: 'sagemaker:CreateNotebookInstance',
        resource: 'arn:aws:sagemaker:eu-west-1:111122223333:notebook-instance/trial',
      },
      policies: {
        scp: [
          level('Root', FULL_AWS_ACCESS),
          level(
            'OU Sandbox',
            policy('SandboxServices', {
              Sid: 'SandboxServices',
              Effect: 'Allow',
              Action: ['cloudwatch:*', 'dynamodb:*', 'ec2:*', 'iam:*', 'lambda:*', 'logs:*', 's3:*'],
              Resource: '*',
            }),
          ),
          level('Account', FULL_AWS_ACCESS),
        ],
        identity: [ADMINISTRATOR],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['scp'], decidedAt: 'scp' },
    learn: PAGES.scpEvaluation,
  },

  'step-resource': {
    explanation:
      'In one account, a resource-based policy that names the user herself is enough. Her identity-based policies ' +
      'aren’t asked for an Allow any more.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/dora',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS)],
        resource: policy('OrdersQueuePolicy', {
          Sid: 'DoraSends',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/dora' },
          Action: 'sqs:SendMessage',
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders',
        }),
        identity: [],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'OrdersQueuePolicy', statement: 0, sid: 'DoraSends' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.evaluation,
  },

  'step-boundary': {
    explanation:
      'What a user with a permissions boundary may do is what both the boundary and the identity-based policy allow. ' +
      'The boundary lists reads and writes of items, not deleting the table.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/emil',
        action: 'dynamodb:DeleteTable',
        resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Carts',
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS)],
        boundary: policy('TeamBoundary', {
          Sid: 'Items',
          Effect: 'Allow',
          Action: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
          Resource: '*',
        }),
        identity: [
          policy('CartsAccess', {
            Sid: 'Carts',
            Effect: 'Allow',
            Action: 'dynamodb:*',
            Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Carts',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['boundary'], decidedAt: 'boundary' },
    learn: PAGES.boundaries,
  },

  'step-session': {
    explanation:
      'A policy passed when the role was assumed narrows that one session. The role may write, the session policy ' +
      'allows reading only, and the session has what both allow.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Publisher/preview',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::example-site/index.html',
        resourceAccount: '111122223333',
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS)],
        session: [
          policy('PreviewSession', {
            Sid: 'ReadSite',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:ListBucket'],
            Resource: ['arn:aws:s3:::example-site', 'arn:aws:s3:::example-site/*'],
          }),
        ],
        identity: [
          policy('PublisherAccess', {
            Sid: 'PublishSite',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject'],
            Resource: 'arn:aws:s3:::example-site/*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['session'], decidedAt: 'session' },
    learn: PAGES.policyTypes,
  },

  'step-identity': {
    explanation:
      'With no Deny, and no boundary or session policy to narrow it, one matching Allow in an identity-based policy ' +
      'is enough inside the account.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/farid',
        action: 'ssm:GetParameter',
        resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/url',
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS)],
        identity: [
          policy('ShopSettings', {
            Sid: 'ReadShopSettings',
            Effect: 'Allow',
            Action: ['ssm:GetParameter', 'ssm:GetParameters'],
            Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/shop/*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'ShopSettings', statement: 0, sid: 'ReadShopSettings' }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.evaluation,
  },

  'step-default': {
    explanation:
      'Requests start out denied and only an Allow changes that. Grace’s one policy speaks of another service, so ' +
      'nothing here says yes, although nothing says no either.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/grace',
        action: 'lambda:InvokeFunction',
        resource: 'arn:aws:lambda:eu-west-1:111122223333:function:invoice',
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS)],
        identity: [
          policy('QueueReader', {
            Sid: 'ReadQueues',
            Effect: 'Allow',
            Action: ['sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
            Resource: '*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'], decidedAt: 'defaultDeny' },
    learn: PAGES.evaluation,
  },

  'step-all': stepAll,
};
