/** The guide's own policies, with account IDs of twelve digits. */
import { PAGES } from '../pages';
import { ADMINISTRATOR, policy, scenario } from '../policy';
import type { guideTitles } from '../titles/guide';
import type { Worked } from '../types';
import { guideConditions } from './guide-conditions';

const appPolicy = policy(
  'MyAppPolicy',
  {
    Sid: 'AllowS3ReadForAppBucket',
    Effect: 'Allow',
    Action: ['s3:GetObject', 's3:ListBucket'],
    Resource: ['arn:aws:s3:::my-app-bucket', 'arn:aws:s3:::my-app-bucket/*'],
  },
  {
    Sid: 'AllowSSMParameterRead',
    Effect: 'Allow',
    Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
    Resource: 'arn:aws:ssm:us-east-1:123456789012:parameter/myapp/*',
  },
  {
    Sid: 'AllowCloudWatchLogs',
    Effect: 'Allow',
    Action: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: 'arn:aws:logs:us-east-1:123456789012:log-group:/myapp/*',
  },
);

function appAsks(action: string, resource: string) {
  return {
    request: {
      principal: 'arn:aws:sts::123456789012:assumed-role/my-app-role/i-0123456789abcdef0',
      action,
      resource,
      resourceAccount: '123456789012',
    },
    policies: { identity: [appPolicy] },
  };
}

const iamWithBoundary = policy('RolesWithBoundary', {
  Sid: 'AllowIAMWithBoundary',
  Effect: 'Allow',
  Action: ['iam:CreateRole', 'iam:AttachRolePolicy'],
  Resource: '*',
  Condition: {
    StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/DeveloperBoundary' },
  },
});

const developerAsks = {
  principal: 'arn:aws:iam::123456789012:user/developer',
  action: 'iam:CreateRole',
  resource: 'arn:aws:iam::123456789012:role/report-worker',
};

/** The inline policy of the guide's `assume_role` call. */
const deploySession = policy('SessionPolicy', { Effect: 'Allow', Action: 's3:*', Resource: '*' });
const deployer = 'arn:aws:sts::999888777666:assumed-role/DeploymentRole/cicd-deploy-session';

const deploymentTrust = policy('DeploymentRoleTrust', {
  Effect: 'Allow',
  Principal: { AWS: 'arn:aws:iam::111222333444:role/CICDPipelineRole' },
  Action: 'sts:AssumeRole',
  Condition: { StringEquals: { 'sts:ExternalId': 'unique-external-id-12345' } },
});

const pipelineAccess = policy('CICDPipelineAccess', {
  Sid: 'AssumeDeploymentRole',
  Effect: 'Allow',
  Action: 'sts:AssumeRole',
  Resource: 'arn:aws:iam::999888777666:role/DeploymentRole',
});

const pipelineAsks = {
  principal: 'arn:aws:sts::111222333444:assumed-role/CICDPipelineRole/build-77',
  action: 'sts:AssumeRole',
  resource: 'arn:aws:iam::999888777666:role/DeploymentRole',
};

export const guide: Record<(typeof guideTitles)[number]['id'], Worked> = {
  'guide-app-read': {
    explanation:
      'Statements are alternatives: one that matches the action and the resource is enough. The bucket and its ' +
      'objects are both listed, so reading an object is covered.',
    scenario: scenario({
      ...appAsks('s3:GetObject', 'arn:aws:s3:::my-app-bucket/config/app.json'),
      tests: [
        {
          name: 'lists the bucket',
          request: { action: 's3:ListBucket', resource: 'arn:aws:s3:::my-app-bucket' },
          expect: 'Allowed',
        },
        {
          name: 'reads a parameter of its own',
          request: {
            action: 'ssm:GetParameter',
            resource: 'arn:aws:ssm:us-east-1:123456789012:parameter/myapp/db-url',
          },
          expect: 'Allowed',
        },
        {
          name: 'writes to its log',
          request: {
            action: 'logs:PutLogEvents',
            resource:
              'arn:aws:logs:us-east-1:123456789012:log-group:/myapp/web:log-stream:i-0123456789abcdef0',
          },
          expect: 'Allowed',
        },
        { name: 'may not delete', request: { action: 's3:DeleteObject' }, expect: 'Denied' },
        {
          name: 'may not read other buckets',
          request: { resource: 'arn:aws:s3:::my-other-bucket/a' },
          expect: 'Denied',
        },
      ],
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'MyAppPolicy', statement: 0, sid: 'AllowS3ReadForAppBucket' }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.policyTypes,
  },

  'guide-app-write': {
    explanation:
      'An Allow gives exactly the actions it lists. `s3:PutObject` isn’t among them, and what nothing allows is denied.',
    scenario: scenario(appAsks('s3:PutObject', 'arn:aws:s3:::my-app-bucket/config/app.json')),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.evaluation,
  },

  'guide-app-parameter': {
    explanation:
      'The path is part of the parameter’s ARN. `parameter/myapp/*` reaches everything below `/myapp/` and nothing beside it.',
    scenario: scenario(
      appAsks('ssm:GetParameter', 'arn:aws:ssm:us-east-1:123456789012:parameter/billing/api-key'),
    ),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.resource,
  },

  'guide-boundary-with': {
    explanation:
      '`iam:PermissionsBoundary` in the request is the boundary the new role will have. Because the policy insists on ' +
      'one, whatever the developer attaches later, the role never gets past it.',
    scenario: scenario({
      request: {
        ...developerAsks,
        context: { 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/DeveloperBoundary' },
      },
      policies: { identity: [iamWithBoundary] },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [
        { layer: 'identity', policy: 'RolesWithBoundary', statement: 0, sid: 'AllowIAMWithBoundary' },
      ],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.boundaries,
  },

  'guide-boundary-without': {
    explanation:
      'No boundary was sent, so the key isn’t in the request, and `StringEquals` never matches an absent key. Without ' +
      'this condition a developer could create a role and attach administrator rights to it.',
    scenario: scenario({ request: developerAsks, policies: { identity: [iamWithBoundary] } }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.boundaries,
  },

  'guide-session-s3': {
    explanation:
      'The session may do what the role’s policies and the policy passed to `AssumeRole` both allow. Both allow ' +
      '`s3:PutObject`; the session policy only lets it pass, the role’s policy grants it.',
    scenario: scenario({
      request: {
        principal: deployer,
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::my-app-bucket/releases/42.zip',
        resourceAccount: '999888777666',
      },
      policies: { session: [deploySession], identity: [ADMINISTRATOR] },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'AdministratorAccess', statement: 0 }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.assumeRole,
  },

  'guide-session-ec2': {
    explanation:
      'A session policy can only take away. It allows `s3:*` and nothing else, so this session has no EC2, however ' +
      'much the role has.',
    scenario: scenario({
      request: { principal: deployer, action: 'ec2:DescribeInstances', resource: '*' },
      policies: { session: [deploySession], identity: [ADMINISTRATOR] },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['session'], decidedAt: 'session' },
    learn: PAGES.assumeRole,
  },

  'guide-trust-with': {
    explanation:
      'Two accounts, two questions. The trust policy must let the caller in, here with the agreed external ID, and ' +
      'the caller’s own policy must allow `sts:AssumeRole` on that role.',
    scenario: scenario({
      request: { ...pipelineAsks, context: { 'sts:ExternalId': 'unique-external-id-12345' } },
      policies: { resource: deploymentTrust, identity: [pipelineAccess] },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [
        { layer: 'identity', policy: 'CICDPipelineAccess', statement: 0, sid: 'AssumeDeploymentRole' },
        { layer: 'resource', policy: 'DeploymentRoleTrust', statement: 0 },
      ],
      missing: [],
    },
    learn: PAGES.externalId,
  },

  'guide-trust-without': {
    explanation:
      'The external ID travels with the request. It wasn’t passed, so the trust policy’s condition finds no value to ' +
      'compare and its Allow doesn’t apply. That is the point: a stranger’s request wouldn’t carry it either.',
    scenario: scenario({
      request: pipelineAsks,
      policies: { resource: deploymentTrust, identity: [pipelineAccess] },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'], decidedAt: 'resource' },
    learn: PAGES.confusedDeputy,
  },

  ...guideConditions,

  'guide-resource-alone': {
    explanation:
      'Inside one account this bucket policy would do. From another account the caller’s own identity-based policy ' +
      'must allow the action too, and here it says nothing about the bucket.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111222333444:assumed-role/CICDPipelineRole/build-77',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::my-app-bucket/config/app.json',
        resourceAccount: '123456789012',
      },
      policies: {
        resource: policy('MyAppBucketPolicy', {
          Sid: 'PipelineReads',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111222333444:role/CICDPipelineRole' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::my-app-bucket/*',
        }),
        identity: [pipelineAccess],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.crossAccountLogic,
  },
};
