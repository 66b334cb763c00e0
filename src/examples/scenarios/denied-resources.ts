/** Why was it denied: what a call really touches, keys, tags and addresses. */
import { PAGES } from '../pages';
import { policy, scenario } from '../policy';
import type { Worked } from '../types';

const alice = 'arn:aws:iam::111122223333:user/alice';
const launcher = 'arn:aws:sts::111122223333:assumed-role/Launcher/console';
const identityMissing = { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] } as const;

const launchInstances = policy('LaunchInstances', {
  Sid: 'Launch',
  Effect: 'Allow',
  Action: 'ec2:RunInstances',
  Resource: [
    'arn:aws:ec2:eu-west-1::image/ami-*',
    'arn:aws:ec2:eu-west-1:111122223333:instance/*',
    'arn:aws:ec2:eu-west-1:111122223333:network-interface/*',
    'arn:aws:ec2:eu-west-1:111122223333:security-group/*',
    'arn:aws:ec2:eu-west-1:111122223333:volume/*',
  ],
});

export const deniedResources = {
  'ip-rule-and-service': {
    explanation:
      'CloudFormation calls EC2 in her name. Her own call came through a VPC endpoint, so no public address goes ' +
      'along, and `NotIpAddress` matches an absent key. Leave such calls out with `aws:ViaAWSService`.',
    scenario: scenario({
      request: {
        principal: alice,
        action: 'ec2:CreateVpc',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:vpc/*',
        context: { 'aws:ViaAWSService': 'true', 'aws:CalledVia': ['cloudformation.amazonaws.com'] },
      },
      policies: {
        identity: [
          policy('NetworkAdmin', {
            Sid: 'Network',
            Effect: 'Allow',
            Action: ['cloudformation:*', 'ec2:*'],
            Resource: '*',
          }),
          policy('OfficeOnly', {
            Sid: 'OfficeOnly',
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { NotIpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '192.0.2.0/24'] } },
          }),
        ],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'identity', policy: 'OfficeOnly', statement: 0, sid: 'OfficeOnly' }],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.sourceIpExample,
  },

  'run-instances-subnet': {
    explanation:
      'One launch is checked against every resource it touches: image, instance, volume, network interface, security ' +
      'group and subnet. The request shown is the check for the subnet, which the policy doesn’t list.',
    scenario: scenario({
      request: {
        principal: launcher,
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-0a1b2c3d4e5f60718',
      },
      policies: { identity: [launchInstances] },
    }),
    expect: identityMissing,
    learn: PAGES.ec2Examples,
  },

  'pass-role': {
    explanation:
      'Giving an instance a role is a permission of its own, so that nobody can hand a machine more than they have. ' +
      'The request shown is that second check: `iam:PassRole` on the role.',
    scenario: scenario({
      request: {
        principal: launcher,
        action: 'iam:PassRole',
        resource: 'arn:aws:iam::111122223333:role/WebServer',
        context: { 'iam:PassedToService': 'ec2.amazonaws.com' },
      },
      policies: { identity: [launchInstances] },
    }),
    expect: identityMissing,
    learn: PAGES.passRole,
  },

  'kms-alias': {
    explanation:
      'An alias is a name, a key is the resource. KMS checks the key’s ARN, so a policy about using a key must name ' +
      'the key, or any key with a condition on `kms:ResourceAliases`.',
    scenario: scenario({
      request: {
        principal: alice,
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
        context: { 'kms:ResourceAliases': ['alias/payments'] },
      },
      policies: {
        resource: policy('KeyPolicy', {
          Sid: 'EnableIamPolicies',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:*',
          Resource: '*',
        }),
        identity: [
          policy('PaymentsKey', {
            Sid: 'UsePaymentsKey',
            Effect: 'Allow',
            Action: ['kms:Decrypt', 'kms:GenerateDataKey'],
            Resource: 'arn:aws:kms:eu-west-1:111122223333:alias/payments',
          }),
        ],
      },
    }),
    expect: identityMissing,
    learn: PAGES.keyAliases,
  },

  'tag-case': {
    explanation:
      'In a condition, the names of keys ignore case and values don’t: `aws:PrincipalTag/TEAM` finds the tag `team`, ' +
      'but `Data` isn’t `data`. Two tags whose names differ only by case can’t be told apart at all.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Analyst/dana',
        action: 'glue:StartJobRun',
        resource: 'arn:aws:glue:eu-west-1:111122223333:job/nightly',
        context: { 'aws:PrincipalTag/team': 'Data' },
      },
      policies: {
        identity: [
          policy('DataTeam', {
            Sid: 'DataTeam',
            Effect: 'Allow',
            Action: 'glue:StartJobRun',
            Resource: '*',
            Condition: { StringEquals: { 'aws:PrincipalTag/TEAM': 'data' } },
          }),
        ],
      },
    }),
    expect: identityMissing,
    learn: PAGES.troubleshoot,
  },
} satisfies Record<string, Worked>;
