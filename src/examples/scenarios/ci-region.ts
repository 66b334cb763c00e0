/** The large one: fourteen policies over seven layers, and one statement that decides. */
import { PAGES } from '../pages';
import { FULL_AWS_ACCESS, level, policy, scenario, typed } from '../policy';
import type { Worked } from '../types';
import { DENY_LEAVE, ENFORCE_ORG, ORGANIZATION } from './organization';

const approvedRegions = typed(
  'ApprovedRegions',
  `
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "DenyOutsideApprovedRegions",
      "Effect": "Deny",
      "NotAction": [
        "cloudfront:*", "iam:*", "organizations:*",
        "route53:*", "sts:*", "support:*"
      ],
      "Resource": "*",
      "Condition": {
        "StringNotEquals": {
          "aws:RequestedRegion": [
            "eu-west-1", "eu-central-1"
          ]
        }
      }
    }
  ]
}`,
);

const protectAuditTrail = policy('ProtectAuditTrail', {
  Sid: 'KeepTheTrail',
  Effect: 'Deny',
  Action: [
    'cloudtrail:DeleteTrail',
    'cloudtrail:StopLogging',
    'cloudtrail:UpdateTrail',
    'cloudtrail:PutEventSelectors',
  ],
  Resource: '*',
});

const requireImdsV2 = policy('RequireImdsV2', {
  Sid: 'RequireImdsV2',
  Effect: 'Deny',
  Action: 'ec2:RunInstances',
  Resource: 'arn:aws:ec2:*:*:instance/*',
  Condition: { StringNotEquals: { 'ec2:MetadataHttpTokens': 'required' } },
});

const endpointPolicy = policy('vpce-0a1b2c3d4e5f60718', {
  Sid: 'OurPeopleOnly',
  Effect: 'Allow',
  Principal: '*',
  Action: '*',
  Resource: '*',
  Condition: { StringEquals: { 'aws:PrincipalOrgID': ORGANIZATION } },
});

const platformBoundary = policy(
  'PlatformBoundary',
  {
    Sid: 'PlatformServices',
    Effect: 'Allow',
    Action: ['autoscaling:*', 'ec2:*', 'elasticloadbalancing:*', 'logs:*', 's3:*', 'ssm:*'],
    Resource: '*',
  },
  { Sid: 'PassRoles', Effect: 'Allow', Action: 'iam:PassRole', Resource: '*' },
  {
    Sid: 'NoBoundaryEdits',
    Effect: 'Deny',
    Action: ['iam:DeleteRolePermissionsBoundary', 'iam:PutRolePermissionsBoundary'],
    Resource: '*',
  },
);

const pipelineScope = policy('PipelineScope', {
  Sid: 'FromTheBuildNetwork',
  Effect: 'Allow',
  Action: ['ec2:*', 's3:GetObject', 'ssm:GetParameters'],
  Resource: '*',
  Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } },
});

const platformDeployAccess = policy(
  'PlatformDeployAccess',
  {
    Sid: 'LaunchFleet',
    Effect: 'Allow',
    Action: ['ec2:CreateFleet', 'ec2:CreateTags', 'ec2:RunInstances', 'ec2:TerminateInstances'],
    Resource: ['arn:aws:ec2:*:111122223333:*/*', 'arn:aws:ec2:*::image/ami-*'],
  },
  {
    Sid: 'ReadBuildArtifacts',
    Effect: 'Allow',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::example-build-artifacts/*',
  },
  {
    Sid: 'ReadDeploySettings',
    Effect: 'Allow',
    Action: ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
    Resource: 'arn:aws:ssm:*:111122223333:parameter/platform/*',
  },
  {
    Sid: 'DrainBalancers',
    Effect: 'Allow',
    Action: ['elasticloadbalancing:DeregisterTargets', 'elasticloadbalancing:RegisterTargets'],
    Resource: 'arn:aws:elasticloadbalancing:*:111122223333:targetgroup/platform-*/*',
  },
  {
    Sid: 'WriteDeployLog',
    Effect: 'Allow',
    Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
    Resource: 'arn:aws:logs:*:111122223333:log-group:/platform/deploy:*',
  },
);

const ec2ReadOnly = policy(
  'AmazonEC2ReadOnlyAccess',
  { Effect: 'Allow', Action: ['ec2:Describe*', 'ec2:GetSecurityGroupsForVpc'], Resource: '*' },
  { Effect: 'Allow', Action: ['elasticloadbalancing:Describe*'], Resource: '*' },
  {
    Effect: 'Allow',
    Action: ['cloudwatch:ListMetrics', 'cloudwatch:GetMetricStatistics', 'cloudwatch:Describe*'],
    Resource: '*',
  },
  { Effect: 'Allow', Action: ['autoscaling:Describe*'], Resource: '*' },
);

export const ciRegion: Worked = {
  explanation:
    'One matching Deny ends the matter, wherever it stands and whatever else allows. This SCP denies every action ' +
    'outside two Regions except those of global services, and the launch was asked for in `eu-north-1`.',
  scenario: scenario({
    request: {
      principal: 'arn:aws:sts::111122223333:assumed-role/PlatformDeploy/ci-8841',
      action: 'ec2:RunInstances',
      resource: 'arn:aws:ec2:eu-north-1:111122223333:instance/*',
      resourceAccount: '111122223333',
      context: {
        'ec2:MetadataHttpTokens': 'required',
        'aws:PrincipalOrgID': ORGANIZATION,
        'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718',
      },
    },
    policies: {
      scp: [
        level('Root', FULL_AWS_ACCESS, DENY_LEAVE),
        level('OU Workloads', FULL_AWS_ACCESS, approvedRegions),
        level('OU Production', FULL_AWS_ACCESS, protectAuditTrail, requireImdsV2),
        level('Account', FULL_AWS_ACCESS),
      ],
      rcp: [level('Root', ENFORCE_ORG)],
      endpoint: endpointPolicy,
      boundary: platformBoundary,
      session: [pipelineScope],
      identity: [platformDeployAccess, ec2ReadOnly],
    },
  }),
  expect: {
    decision: 'ExplicitlyDenied',
    decidedBy: [
      {
        layer: 'scp',
        policy: 'ApprovedRegions',
        statement: 0,
        sid: 'DenyOutsideApprovedRegions',
        target: 'OU Workloads',
      },
    ],
    decidedAt: 'explicitDeny',
  },
  learn: PAGES.evaluation,
};
