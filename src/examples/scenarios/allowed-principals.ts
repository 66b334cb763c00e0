/** Why was it allowed: callers that skip some of the layers. */
import { PAGES } from '../pages';
import { FULL_AWS_ACCESS, level, policy, scenario } from '../policy';
import type { Worked } from '../types';

const europeOnly = policy('EuropeOnly', {
  Sid: 'EuropeOnly',
  Effect: 'Deny',
  NotAction: ['iam:*', 'sts:*'],
  Resource: '*',
  Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
});
const site = 'arn:aws:s3:::example-site/index.html';
const topic = 'arn:aws:sns:eu-west-1:111122223333:uploads';

export const allowedPrincipals = {
  'public-object': {
    explanation:
      'A star as the principal means everyone, with or without an AWS account. An unsigned request has no policies of ' +
      'its own, so the bucket policy alone decides.',
    scenario: scenario({
      request: { principal: '*', action: 's3:GetObject', resource: site, resourceAccount: '111122223333' },
      policies: {
        resource: policy('SiteBucketPolicy', {
          Sid: 'PublicRead',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-site/*',
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'SiteBucketPolicy', statement: 0, sid: 'PublicRead' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.principal,
  },

  'public-acl': {
    explanation:
      'Where Object Ownership leaves ACLs switched on, a grant to `AllUsers` is one more way in. `BucketOwnerEnforced` ' +
      'switches ACLs off; `IgnorePublicAcls` ignores the public ones.',
    scenario: scenario({
      request: { principal: '*', action: 's3:GetObject', resource: site, resourceAccount: '111122223333' },
      policies: {},
      s3: { objectOwnership: 'ObjectWriter', acl: [{ grantee: 'AllUsers', permission: 'READ' }] },
    }),
    expect: { decision: 'Allowed', missing: [] },
    learn: PAGES.objectOwnership,
  },

  'root-user': {
    explanation:
      'The root user may do everything in its own account without any policy. Only the organization’s policies, an ' +
      'endpoint policy and a Deny on the resource can stop it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:root',
        action: 'dynamodb:DeleteTable',
        resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders',
      },
      policies: { scp: [level('Root', FULL_AWS_ACCESS)] },
    }),
    expect: { decision: 'Allowed', missing: [] },
    learn: PAGES.rootUser,
  },

  'root-locked-out': {
    explanation:
      'S3 keeps one door open: the root user of the bucket’s account can read, replace and delete the bucket policy, ' +
      'even when that very policy denies it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:root',
        action: 's3:PutBucketPolicy',
        resource: 'arn:aws:s3:::example-worm',
        resourceAccount: '111122223333',
      },
      policies: {
        resource: policy('WormBucketPolicy', {
          Sid: 'Nobody',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::example-worm', 'arn:aws:s3:::example-worm/*'],
        }),
      },
      tests: [
        {
          name: 'the root user deletes the policy',
          request: { action: 's3:DeleteBucketPolicy' },
          expect: 'Allowed',
        },
        {
          name: 'an administrator tries',
          request: { principal: 'arn:aws:iam::111122223333:user/alice' },
          expect: 'Denied',
        },
        {
          name: 'the root user reads an object',
          request: { action: 's3:GetObject', resource: 'arn:aws:s3:::example-worm/a' },
          expect: 'Denied',
        },
      ],
    }),
    expect: { decision: 'Allowed', missing: [] },
    learn: PAGES.putBucketPolicy,
  },

  'management-account': {
    explanation:
      'SCPs limit member accounts only. In the management account they have no effect, which is why nothing but the ' +
      'organization itself should run there.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::999988887777:user/sam',
        action: 'ec2:StopInstances',
        resource: 'arn:aws:ec2:us-east-1:999988887777:instance/i-0a1b2c3d4e5f60718',
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS, europeOnly)],
        identity: [policy('SamAccess', { Sid: 'Machines', Effect: 'Allow', Action: 'ec2:*', Resource: '*' })],
      },
      organization: { id: 'o-a1b2c3d4e5', managementAccount: '999988887777' },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'SamAccess', statement: 0, sid: 'Machines' }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.scps,
  },

  'service-linked-role': {
    explanation:
      'A service-linked role belongs to a service and is exempt from SCPs, so that guardrails don’t break the service ' +
      'behind them. Its path, `aws-service-role/`, gives it away.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling',
        role: 'arn:aws:iam::111122223333:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling',
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:us-east-1:111122223333:instance/*',
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS, europeOnly)],
        identity: [
          policy('AutoScalingServiceRolePolicy', {
            Sid: 'EC2InstanceManagement',
            Effect: 'Allow',
            Action: ['ec2:Describe*', 'ec2:RunInstances', 'ec2:TerminateInstances'],
            Resource: '*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [
        {
          layer: 'identity',
          policy: 'AutoScalingServiceRolePolicy',
          statement: 0,
          sid: 'EC2InstanceManagement',
        },
      ],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.scps,
  },

  'caller-identity': {
    explanation:
      '`sts:GetCallerIdentity` needs no permission, and a Deny in the caller’s policies doesn’t stop it. It is the first ' +
      'call to make when credentials are in doubt.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/tess',
        action: 'sts:GetCallerIdentity',
        resource: '*',
      },
      policies: {
        identity: [policy('Suspended', { Sid: 'Suspended', Effect: 'Deny', Action: '*', Resource: '*' })],
      },
    }),
    expect: { decision: 'Allowed', missing: [] },
    learn: PAGES.stsComparison,
  },

  'events-from-our-bucket': {
    explanation:
      'A service that calls in its own name has no identity-based policies, and SCPs don’t apply to it. The topic’s ' +
      'policy names it and checks for whom it acts.',
    scenario: scenario({
      request: {
        principal: 's3.amazonaws.com',
        action: 'sns:Publish',
        resource: topic,
        context: { 'aws:SourceAccount': '111122223333', 'aws:SourceArn': 'arn:aws:s3:::example-inbox' },
      },
      policies: {
        resource: policy('UploadsTopicPolicy', {
          Sid: 'OurBucket',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'sns:Publish',
          Resource: topic,
          Condition: {
            ArnEquals: { 'aws:SourceArn': 'arn:aws:s3:::example-inbox' },
            StringEquals: { 'aws:SourceAccount': '111122223333' },
          },
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'UploadsTopicPolicy', statement: 0, sid: 'OurBucket' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.confusedDeputy,
  },

  'open-deputy': {
    explanation:
      'Naming the service lets in every customer of the service. A stranger can point a trail of theirs at this bucket; ' +
      'a condition on `aws:SourceArn` or `aws:SourceAccount` would keep them out.',
    scenario: scenario({
      request: {
        principal: 'cloudtrail.amazonaws.com',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::example-trail/AWSLogs/999900001111/log.json.gz',
        resourceAccount: '111122223333',
        context: {
          'aws:SourceAccount': '999900001111',
          'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:999900001111:trail/not-ours',
        },
      },
      policies: {
        resource: policy('TrailBucketPolicy', {
          Sid: 'TrailWrites',
          Effect: 'Allow',
          Principal: { Service: 'cloudtrail.amazonaws.com' },
          Action: 's3:PutObject',
          Resource: 'arn:aws:s3:::example-trail/AWSLogs/*',
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'TrailBucketPolicy', statement: 0, sid: 'TrailWrites' }],
      missing: [],
      decidedAt: 'resource',
    },
    learn: PAGES.confusedDeputy,
  },

  'foreign-root': {
    explanation:
      'An account as the principal covers all of it, and its root user holds whatever the account was given without ' +
      'needing a policy of its own.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::444455556666:root',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-shared/plan.pdf',
        resourceAccount: '111122223333',
      },
      policies: {
        resource: policy('SharedBucketPolicy', {
          Sid: 'Partner',
          Effect: 'Allow',
          Principal: { AWS: '444455556666' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-shared/*',
        }),
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'resource', policy: 'SharedBucketPolicy', statement: 0, sid: 'Partner' }],
      missing: [],
    },
    learn: PAGES.crossAccountAccess,
  },
} satisfies Record<string, Worked>;
