/** Why was it denied: buckets and their objects. */
import { PAGES } from '../pages';
import { policy, scenario } from '../policy';
import type { Worked } from '../types';

const alice = 'arn:aws:iam::111122223333:user/alice';
const photos = ['arn:aws:s3:::example-photos', 'arn:aws:s3:::example-photos/*'];
const identityMissing = { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] } as const;

export const deniedBuckets = {
  'list-on-objects': {
    explanation:
      'Listing is something done to the bucket, not to its objects. `s3:ListBucket` is asked for on ' +
      '`arn:aws:s3:::example-photos`, which `example-photos/*` doesn’t match.',
    scenario: scenario({
      request: {
        principal: alice,
        action: 's3:ListBucket',
        resource: 'arn:aws:s3:::example-photos',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('PhotosAccess', {
            Sid: 'Photos',
            Effect: 'Allow',
            Action: 's3:*',
            Resource: 'arn:aws:s3:::example-photos/*',
          }),
        ],
      },
    }),
    expect: identityMissing,
    learn: PAGES.s3Actions,
  },

  'missing-object': {
    explanation:
      'S3 tells whether an object exists only to those who may list the bucket; everyone else gets 403 for a missing ' +
      'one. The read is allowed. The request shown is the listing that would turn the 403 into a 404.',
    scenario: scenario({
      request: {
        principal: alice,
        action: 's3:ListBucket',
        resource: 'arn:aws:s3:::example-photos',
        resourceAccount: '111122223333',
        context: { 's3:prefix': '2026/not-there.jpg' },
      },
      policies: {
        identity: [
          policy('ReadPhotos', {
            Sid: 'ReadPhotos',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::example-photos/*',
          }),
        ],
      },
    }),
    expect: identityMissing,
    learn: PAGES.headObject,
  },

  'endpoint-only-bucket': {
    explanation:
      '`aws:SourceVpce` exists only for calls that come through an endpoint. From anywhere else it is absent, ' +
      '`StringNotEquals` matches an absent key, and the Deny hits the console and the administrators alike.',
    scenario: scenario({
      request: {
        principal: alice,
        action: 's3:ListBucket',
        resource: 'arn:aws:s3:::example-photos',
        resourceAccount: '111122223333',
        context: { 'aws:SourceIp': '203.0.113.7' },
      },
      policies: {
        resource: policy('PhotosBucketPolicy', {
          Sid: 'OnlyThroughEndpoint',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: photos,
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } },
        }),
        identity: [policy('PhotosAccess', { Effect: 'Allow', Action: 's3:*', Resource: photos })],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [
        { layer: 'resource', policy: 'PhotosBucketPolicy', statement: 0, sid: 'OnlyThroughEndpoint' },
      ],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.globalKeys,
  },

  'public-access-blocked': {
    explanation:
      'The bucket policy is public, and `RestrictPublicBuckets` then admits only the owner’s account and AWS services. ' +
      'AWS words the refusal as an explicit deny in a resource-based policy, although no statement denies.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::444455556666:user/paul',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-press/kit.zip',
        resourceAccount: '111122223333',
      },
      policies: {
        resource: policy('PressBucketPolicy', {
          Sid: 'EveryoneReads',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-press/*',
        }),
        identity: [policy('PaulAccess', { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })],
      },
      s3: { blockPublicAccess: { restrictPublicBuckets: true } },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [] },
    learn: PAGES.blockPublicAccess,
  },

  'notprincipal-boundary': {
    explanation:
      'A Deny with `NotPrincipal` hits everyone who has a permissions boundary, listed or not. Deny everyone and leave ' +
      'her out with `ArnNotEquals` on `aws:PrincipalArn` instead.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/mia',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-payroll/2026.csv',
        resourceAccount: '111122223333',
      },
      policies: {
        resource: policy('PayrollBucketPolicy', {
          Sid: 'AllButMia',
          Effect: 'Deny',
          NotPrincipal: { AWS: ['arn:aws:iam::111122223333:user/mia', 'arn:aws:iam::111122223333:root'] },
          Action: 's3:*',
          Resource: ['arn:aws:s3:::example-payroll', 'arn:aws:s3:::example-payroll/*'],
        }),
        boundary: policy('StaffBoundary', { Effect: 'Allow', Action: 's3:*', Resource: '*' }),
        identity: [
          policy('PayrollAccess', {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::example-payroll/*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'resource', policy: 'PayrollBucketPolicy', statement: 0, sid: 'AllButMia' }],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.notPrincipal,
  },

  'object-of-another-account': {
    explanation:
      'With Object Ownership set to `ObjectWriter` the account that uploads an object owns it, and a bucket policy ' +
      'can’t grant what its account doesn’t own. Here that owner has granted nothing; `BucketOwnerEnforced` avoids it.',
    scenario: scenario({
      request: {
        principal: alice,
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-inbox/from-partner.csv',
        resourceAccount: '444455556666',
      },
      policies: {
        identity: [
          policy('InboxAccess', {
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::example-inbox/*',
          }),
        ],
      },
      s3: { objectOwnership: 'ObjectWriter' },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['resource'] },
    learn: PAGES.objectOwnership,
  },

  'organization-only': {
    explanation:
      'A service belongs to no organization, so its calls carry no `aws:PrincipalOrgID`, and a negated operator matches ' +
      'an absent key. Leave services out with `aws:PrincipalIsAWSService`.',
    scenario: scenario({
      request: {
        principal: 'cloudtrail.amazonaws.com',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::example-trail/AWSLogs/111122223333/log.json.gz',
        resourceAccount: '111122223333',
        context: { 'aws:SourceArn': 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit' },
      },
      policies: {
        resource: policy(
          'TrailBucketPolicy',
          {
            Sid: 'TrailWrites',
            Effect: 'Allow',
            Principal: { Service: 'cloudtrail.amazonaws.com' },
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::example-trail/AWSLogs/*',
          },
          {
            Sid: 'OrganizationOnly',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: ['arn:aws:s3:::example-trail', 'arn:aws:s3:::example-trail/*'],
            Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } },
          },
        ),
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'resource', policy: 'TrailBucketPolicy', statement: 1, sid: 'OrganizationOnly' }],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.globalKeys,
  },
} satisfies Record<string, Worked>;
