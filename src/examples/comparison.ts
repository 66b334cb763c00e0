/** Two versions of a case to begin with in the place Compare: somebody widened a policy and its boundary, and took one action out. */
import type { Guard } from '../case/guard';
import type { ScenarioTest } from '../case/scenario';
import { policy, scenario } from './policy';

const REPORT = 'arn:aws:s3:::example-reports/2026/11/summary.csv';

const guards: readonly Guard[] = [
  {
    kind: 'never',
    name: 'iam:PassRole names its service',
    action: 'iam:PassRole',
    unless: { Null: { 'iam:PassedToService': 'false' } },
  },
  { kind: 'never', name: 'Nobody writes an ACL', action: 's3:Put*Acl' },
  { kind: 'never', action: 's3:DeleteBucket' },
  { kind: 'never', by: 'outside:111122223333' },
];

const tests: readonly ScenarioTest[] = [
  { name: 'Reports are read', request: { action: 's3:GetObject' }, expect: 'Allowed' },
  { name: 'Reports can’t be deleted', request: { action: 's3:DeleteObject' }, expect: 'Denied' },
  {
    name: 'Payroll can’t be read',
    request: { action: 's3:GetObject', resource: 'arn:aws:s3:::example-payroll/2026/11/run.csv' },
    expect: 'Denied',
  },
  {
    name: 'The bucket can be listed',
    request: { action: 's3:ListBucket', resource: 'arn:aws:s3:::example-reports' },
    expect: 'Allowed',
  },
  { name: 'Nightly upload', request: {}, expect: 'Allowed' },
];

const request = {
  principal: 'arn:aws:sts::111122223333:assumed-role/ReportWriter/nightly',
  action: 's3:PutObject',
  resource: REPORT,
  resourceAccount: '111122223333',
};

/** A, as it was. */
export const COMPARED_A = scenario({
  title: 'Before the edit',
  request,
  policies: {
    identity: [
      policy(
        'ReportWriterAccess',
        {
          Sid: 'WriteReports',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:PutObject'],
          Resource: 'arn:aws:s3:::example-reports/*',
        },
        {
          Sid: 'ListReports',
          Effect: 'Allow',
          Action: 's3:ListBucket',
          Resource: 'arn:aws:s3:::example-reports',
        },
      ),
    ],
    boundary: policy('DeveloperBoundary', {
      Sid: 'Limits',
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket'],
      Resource: '*',
    }),
  },
});

/** B, with the guards and tests that its author keeps. */
export const COMPARED_B = scenario({
  title: 'Reports, after an edit',
  request,
  policies: {
    identity: [
      policy(
        'ReportWriterAccess',
        {
          Sid: 'WriteReports',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:PutObject*', 's3:DeleteObject'],
          Resource: 'arn:aws:s3:::example-*/*',
        },
        {
          Sid: 'PassToReports',
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: 'arn:aws:iam::111122223333:role/report-*',
        },
      ),
    ],
    boundary: policy('DeveloperBoundary', {
      Sid: 'Limits',
      Effect: 'Allow',
      Action: ['s3:*', 'iam:PassRole'],
      Resource: '*',
    }),
  },
  guards,
  tests,
});
