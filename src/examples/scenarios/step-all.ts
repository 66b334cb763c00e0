/** Every layer in play, none of them in the way. */
import { PAGES } from '../pages';
import { FULL_AWS_ACCESS, level, policy, scenario } from '../policy';
import type { Worked } from '../types';
import { DENY_LEAVE, ENFORCE_ORG, ORGANIZATION, tlsOnly } from './organization';

const bucket = ['arn:aws:s3:::example-releases', 'arn:aws:s3:::example-releases/*'];
const everyObject = {
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: 'arn:aws:s3:::example-releases/*',
};

export const stepAll: Worked = {
  explanation:
    'The SCPs, the endpoint policy, the boundary and the session policy only let the request pass: they limit and ' +
    'never grant. The two grants are the bucket policy’s and the identity policy’s, and across accounts both count.',
  scenario: scenario({
    request: {
      principal: 'arn:aws:sts::111122223333:assumed-role/Releaser/v2-1-0',
      action: 's3:PutObject',
      resource: 'arn:aws:s3:::example-releases/2.1.0/app.zip',
      resourceAccount: '444455556666',
      context: {
        'aws:PrincipalOrgID': ORGANIZATION,
        'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718',
        's3:x-amz-server-side-encryption': 'aws:kms',
      },
    },
    policies: {
      scp: [
        level('Root', FULL_AWS_ACCESS, DENY_LEAVE),
        level('OU Build', FULL_AWS_ACCESS),
        level('Account', FULL_AWS_ACCESS),
      ],
      rcp: [level('Root', ENFORCE_ORG)],
      endpoint: policy('vpce-0a1b2c3d4e5f60718', {
        Sid: 'ReleasesOnly',
        Effect: 'Allow',
        Principal: '*',
        Action: 's3:*',
        Resource: bucket,
      }),
      resource: policy(
        'ReleasesBucketPolicy',
        {
          Sid: 'ReleaserWrites',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Releaser' },
          ...everyObject,
        },
        tlsOnly('example-releases'),
        {
          Sid: 'EncryptedOnly',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: 'arn:aws:s3:::example-releases/*',
          Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
        },
      ),
      boundary: policy('BuildBoundary', {
        Sid: 'Build',
        Effect: 'Allow',
        Action: ['logs:*', 's3:*'],
        Resource: '*',
      }),
      session: [policy('ReleaseSession', { Sid: 'ThisRelease', Effect: 'Allow', ...everyObject })],
      identity: [
        policy('ReleaserAccess', { Sid: 'WriteReleases', Effect: 'Allow', ...everyObject }),
        policy('BuildLogs', {
          Sid: 'WriteLogs',
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: 'arn:aws:logs:*:111122223333:log-group:/build/*',
        }),
      ],
    },
  }),
  expect: {
    decision: 'Allowed',
    decidedBy: [
      { layer: 'identity', policy: 'ReleaserAccess', statement: 0, sid: 'WriteReleases' },
      { layer: 'resource', policy: 'ReleasesBucketPolicy', statement: 0, sid: 'ReleaserWrites' },
    ],
    missing: [],
  },
  learn: PAGES.crossAccountLogic,
};
