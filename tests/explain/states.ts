/** The states of the main screen as scenarios: one each for the ways in which a verdict can come about. */
import type { Policy, Scenario } from '../../src/case/scenario';
import { policy, scenario, SESSION } from './support';

export const FULL_ACCESS: Policy = {
  name: 'FullAWSAccess',
  document: policy({ Sid: 'FullAWSAccess', Effect: 'Allow', Action: '*', Resource: '*' }),
};

const LEAVE: Policy = {
  name: 'DenyLeaveOrganization',
  document: policy({
    Sid: 'NoLeaving',
    Effect: 'Deny',
    Action: 'organizations:LeaveOrganization',
    Resource: '*',
  }),
};

const LEVELS = [
  { target: 'Root', policies: [FULL_ACCESS] },
  { target: 'OU Workloads', policies: [FULL_ACCESS, LEAVE] },
  { target: 'Account', policies: [FULL_ACCESS] },
];

const BOUNDARY_TEXT = `{
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
}`;

const UPLOAD = {
  principal: SESSION,
  action: 's3:PutObject',
  resource: 'arn:aws:s3:::example-reports/2026/11/summary.csv',
};

const REPORTS_BUCKET: Policy = {
  name: 'ReportsBucketPolicy',
  document: policy({
    Sid: 'TlsOnly',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: 'arn:aws:s3:::example-reports/*',
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  }),
};

/** The identity policy allows, the boundary does not. */
export const DENIED: Scenario = scenario(UPLOAD, {
  scp: LEVELS,
  resource: REPORTS_BUCKET,
  boundary: { name: 'DeveloperBoundary', text: BOUNDARY_TEXT },
  identity: [
    {
      name: 'ReportWriterAccess',
      document: policy({
        Sid: 'WriteReports',
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::example-reports/*',
      }),
    },
  ],
});

const REGIONS_TEXT = `{
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
}`;

const EC2_ALL = (name: string): Policy => ({
  name,
  document: policy({ Sid: 'Ec2', Effect: 'Allow', Action: 'ec2:*', Resource: '*' }),
});

/** An SCP denies the Region; every other layer would allow. */
export const EXPLICIT: Scenario = scenario(
  {
    principal: 'arn:aws:sts::111122223333:assumed-role/PlatformDeploy/ci-8841',
    action: 'ec2:RunInstances',
    resource: 'arn:aws:ec2:eu-north-1:111122223333:instance/*',
  },
  {
    scp: [
      { target: 'Root', policies: [FULL_ACCESS, LEAVE] },
      { target: 'OU Workloads', policies: [FULL_ACCESS, { name: 'ApprovedRegions', text: REGIONS_TEXT }] },
      { target: 'OU Production', policies: [FULL_ACCESS] },
      { target: 'Account', policies: [FULL_ACCESS] },
    ],
    boundary: EC2_ALL('PlatformBoundary'),
    session: [EC2_ALL('PipelineScope')],
    identity: [EC2_ALL('PlatformDeployAccess')],
  },
);

const LAKE_TEXT = `{
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
}`;

/** Two accounts, and both allow. */
export const CROSS: Scenario = scenario(
  {
    principal: 'arn:aws:sts::111122223333:assumed-role/Analytics/dana',
    resource: 'arn:aws:s3:::example-lake/curated/orders.parquet',
    resourceAccount: '444455556666',
  },
  {
    scp: [
      { target: 'Root', policies: [FULL_ACCESS] },
      { target: 'OU Data', policies: [FULL_ACCESS, LEAVE] },
    ],
    resource: { name: 'LakeBucketPolicy', text: LAKE_TEXT },
    identity: [
      {
        name: 'LakeReadAccess',
        document: policy({
          Sid: 'ReadCurated',
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-lake/curated/*',
        }),
      },
    ],
  },
);

const VPCE_TEXT = `{
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
}`;

/** SCPs that are not visible, and a key that is not known. */
export const UNKNOWN: Scenario = scenario(
  {
    resource: 'arn:aws:s3:::example-records/2026/q3.pdf',
    context: { 'aws:SourceVpce': null },
  },
  {
    scp: 'unknown',
    resource: { name: 'RecordsBucketPolicy', text: VPCE_TEXT },
    identity: [
      {
        name: 'FinanceReadAccess',
        via: 'group/Finance',
        document: policy({
          Sid: 'ReadRecords',
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-records/*',
        }),
      },
    ],
  },
);

const BROKEN_TEXT = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "WriteReports",
      "Effect": "Allow",
      "Action": ["s3:GetObject" "s3:PutObject"],
      "Resource": "arn:aws:s3:::example-reports/*"
    }
  ]
}`;

/** A policy that cannot be read. */
export const BROKEN: Scenario = scenario(UPLOAD, {
  scp: LEVELS,
  resource: REPORTS_BUCKET,
  boundary: {
    name: 'S3Boundary',
    document: policy({ Sid: 'S3Access', Effect: 'Allow', Action: 's3:*', Resource: '*' }),
  },
  identity: [{ name: 'ReportWriterAccess', text: BROKEN_TEXT }],
});

/** Nothing was asked. */
export const EMPTY: Scenario = scenario({ principal: '', action: '', resource: '' });

/** One policy, with the bucket where the object should be. */
export const ONE: Scenario = scenario(
  { resource: 'arn:aws:s3:::example-bucket/photo.jpg' },
  {
    identity: [
      {
        name: 'BucketRead',
        document: policy({
          Sid: 'ReadObjects',
          Effect: 'Allow',
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::example-bucket',
        }),
      },
    ],
  },
);
