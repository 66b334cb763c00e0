import { PAGES } from '../pages';
import { FULL_AWS_ACCESS, level, policy, scenario, typed, via } from '../policy';
import type { startTitles } from '../titles/start';
import type { Worked } from '../types';
import { ciRegion } from './ci-region';
import { DENY_LEAVE, ENFORCE_ORG, ORGANIZATION, tlsOnly } from './organization';

const developerBoundary = typed(
  'DeveloperBoundary',
  `
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadArtifacts",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListBucket"],
      "Resource": "*"
    },
    {
      "Sid": "Telemetry",
      "Effect": "Allow",
      "Action": ["logs:*", "xray:PutTraceSegments"],
      "Resource": "*"
    },
    {
      "Sid": "NoBoundaryEdits",
      "Effect": "Deny",
      "Action": [
        "iam:DeleteRolePermissionsBoundary",
        "iam:PutRolePermissionsBoundary"
      ],
      "Resource": "*"
    }
  ]
}`,
);

const lakeBucketPolicy = typed(
  'LakeBucketPolicy',
  `
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "AnalyticsRead",
      "Effect": "Allow",
      "Principal": {
        "AWS": "arn:aws:iam::111122223333:role/Analytics"
      },
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::example-lake/curated/*"
    },
    {
      "Sid": "TlsOnly",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": [
        "arn:aws:s3:::example-lake",
        "arn:aws:s3:::example-lake/*"
      ],
      "Condition": {
        "Bool": { "aws:SecureTransport": "false" }
      }
    }
  ]
}`,
);

const recordsBucketPolicy = typed(
  'RecordsBucketPolicy',
  `
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "OnlyThroughVpce",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": [
        "arn:aws:s3:::example-records",
        "arn:aws:s3:::example-records/*"
      ],
      "Condition": {
        "StringNotEquals": {
          "aws:SourceVpce": "vpce-0f1e2d3c4b5a69788"
        }
      }
    }
  ]
}`,
);

/** The reports bucket: auditors may read it, and nobody may without TLS. */
export const reportsBucketPolicy = policy(
  'ReportsBucketPolicy',
  {
    Sid: 'AuditorsRead',
    Effect: 'Allow',
    Principal: { AWS: '111122223333' },
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::example-reports/*',
    Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Auditor' } },
  },
  tlsOnly('example-reports'),
);

export const workloadScps = [
  level('Root', FULL_AWS_ACCESS),
  level('OU Workloads', FULL_AWS_ACCESS, DENY_LEAVE),
  level('Account', FULL_AWS_ACCESS),
];

export const start: Record<(typeof startTitles)[number]['id'], Worked> = {
  'nightly-report': {
    explanation:
      'A permissions boundary caps what an identity-based policy can grant: both must allow the action. ' +
      '`ReportWriterAccess` allows `s3:PutObject`, the boundary lists only reads, so nothing is left.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/ReportWriter/nightly-42',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::example-reports/2026/11/summary.csv',
        resourceAccount: '111122223333',
        context: { 'aws:PrincipalOrgID': ORGANIZATION, 'aws:SourceIp': '203.0.113.7' },
      },
      policies: {
        scp: workloadScps,
        resource: reportsBucketPolicy,
        boundary: developerBoundary,
        identity: [
          policy('ReportWriterAccess', {
            Sid: 'WriteReports',
            Effect: 'Allow',
            Action: ['s3:GetObject', 's3:PutObject'],
            Resource: 'arn:aws:s3:::example-reports/*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['boundary'], decidedAt: 'boundary' },
    learn: PAGES.boundaries,
  },

  'one-photo': {
    explanation:
      'A bucket and its objects are different resources. `arn:aws:s3:::example-bucket` is the bucket alone; ' +
      'reading an object needs `arn:aws:s3:::example-bucket/*`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-bucket/photo.jpg',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('BucketRead', {
            Sid: 'ReadObjects',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::example-bucket',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.s3Actions,
  },

  'ci-region': ciRegion,

  'data-lake': {
    explanation:
      'Across accounts each side decides for itself. The lake’s account lets the role in through its bucket ' +
      'policy, the role’s account lets it out through its identity policy; remove either and the read is denied.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Analytics/dana',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-lake/curated/orders.parquet',
        resourceAccount: '444455556666',
        context: { 'aws:PrincipalOrgID': ORGANIZATION, 'aws:SourceIp': '198.51.100.24' },
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS), level('OU Data', FULL_AWS_ACCESS, DENY_LEAVE)],
        rcp: [level('Root', ENFORCE_ORG)],
        resource: lakeBucketPolicy,
        identity: [
          policy('LakeReadAccess', {
            Sid: 'ReadCurated',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::example-lake/curated/*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [
        { layer: 'identity', policy: 'LakeReadAccess', statement: 0, sid: 'ReadCurated' },
        { layer: 'resource', policy: 'LakeBucketPolicy', statement: 0, sid: 'AnalyticsRead' },
      ],
      missing: [],
    },
    learn: PAGES.crossAccountLogic,
  },

  'q3-records': {
    explanation:
      'Some answers hang on what you can’t see. The SCPs may allow or deny, and the bucket’s Deny matches unless ' +
      'the call came through one endpoint; until both are known, any verdict would be a guess.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/alice',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-records/2026/q3.pdf',
        resourceAccount: '111122223333',
        context: {
          'aws:SourceVpce': null,
          'aws:PrincipalOrgID': ORGANIZATION,
          'aws:SourceIp': '203.0.113.7',
        },
      },
      policies: {
        scp: 'unknown',
        resource: recordsBucketPolicy,
        identity: [
          via(
            'Finance',
            policy('FinanceReadAccess', {
              Sid: 'ReadRecords',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:ListBucket'],
              Resource: ['arn:aws:s3:::example-records', 'arn:aws:s3:::example-records/*'],
            }),
          ),
        ],
      },
    }),
    expect: { decision: 'Undetermined' },
    learn: PAGES.evaluation,
  },
};
