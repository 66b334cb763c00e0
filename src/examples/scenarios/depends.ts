import { PAGES } from '../pages';
import { policy, scenario, typed } from '../policy';
import type { dependsTitles } from '../titles/depends';
import type { Worked } from '../types';
import { ORGANIZATION } from './organization';
import { reportsBucketPolicy, workloadScps } from './start';

/** Caught in the middle of an edit: a comma is missing between the two actions. */
const halfEdited = typed(
  'ReportWriterAccess',
  `
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "WriteReports",
      "Effect": "Allow",
      "Action": ["s3:GetObject" "s3:PutObject"],
      "Resource": "arn:aws:s3:::example-reports/*"
    }
  ]
}`,
);

const una = 'arn:aws:iam::111122223333:user/una';
const ledger = {
  action: 's3:GetObject',
  resource: 'arn:aws:s3:::example-ledger/2026.csv',
  resourceAccount: '111122223333',
};
const readLedger = policy('LedgerAccess', {
  Sid: 'ReadLedger',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::example-ledger/*',
});

export const depends: Record<(typeof dependsTitles)[number]['id'], Worked> = {
  'half-edited': {
    explanation:
      'A policy that can’t be read isn’t an empty policy: it may allow the request or deny it. Until the comma is back, ' +
      'the verdict stays open.',
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
        boundary: policy('S3Boundary', { Sid: 'S3Access', Effect: 'Allow', Action: 's3:*', Resource: '*' }),
        identity: [halfEdited],
      },
    }),
    expect: { decision: 'Undetermined' },
    learn: PAGES.policyTypes,
  },

  'scp-hidden': {
    explanation:
      'An SCP can withhold or deny what everything else allows, and most people can’t read the SCPs over their account. ' +
      'If AWS did deny the call, its message names the kind of policy.',
    scenario: scenario({
      request: { principal: una, ...ledger },
      policies: { scp: 'unknown', identity: [readLedger] },
    }),
    expect: { decision: 'Undetermined' },
    learn: PAGES.troubleshoot,
  },

  'scp-hidden-denied': {
    explanation:
      'A Deny that is in plain sight settles it. Whatever the hidden SCPs hold, they can’t allow what another policy ' +
      'denies.',
    scenario: scenario({
      request: { principal: una, ...ledger },
      policies: {
        scp: 'unknown',
        identity: [
          readLedger,
          policy('LeaversPolicy', { Sid: 'NoData', Effect: 'Deny', Action: 's3:*', Resource: '*' }),
        ],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'identity', policy: 'LeaversPolicy', statement: 0, sid: 'NoData' }],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.evaluation,
  },

  'mfa-not-known': {
    explanation:
      'Marking a key as not known is different from leaving it out. Left out, it is absent and the condition fails; not ' +
      'known, it may be `true`, `false` or absent, and the verdict depends on which.',
    scenario: scenario({
      request: { principal: una, ...ledger, context: { 'aws:MultiFactorAuthPresent': null } },
      policies: {
        identity: [
          policy('LedgerAccess', {
            Sid: 'ReadLedgerWithMfa',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::example-ledger/*',
            Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
          }),
        ],
      },
    }),
    expect: { decision: 'Undetermined' },
    learn: PAGES.globalKeys,
  },

  'bucket-policy-hidden': {
    explanation:
      'Across accounts the bucket policy must allow the call as well, and only its own account can show it. Ask whether ' +
      'it names our role for `s3:GetObject`, and whether anything in it denies.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Analytics/dana',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-partner/orders.csv',
        resourceAccount: '444455556666',
      },
      policies: {
        resource: 'unknown',
        identity: [
          policy('PartnerData', {
            Sid: 'ReadPartner',
            Effect: 'Allow',
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::example-partner/*',
          }),
        ],
      },
    }),
    expect: { decision: 'Undetermined' },
    learn: PAGES.crossAccountLogic,
  },

  'boundary-hidden': {
    explanation:
      'A boundary must allow the action too, and it may deny it. That one is attached is visible on the role; what it ' +
      'says has to be looked up before the identity policy can be believed.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Clerk/una',
        ...ledger,
      },
      policies: { boundary: 'unknown', identity: [readLedger] },
    }),
    expect: { decision: 'Undetermined' },
    learn: PAGES.boundaries,
  },

  'unknown-does-not-matter': {
    explanation:
      'The condition on the address belongs to a Deny of deletions. This is a read, so the Deny can’t match whatever the ' +
      'address was, and the Allow decides.',
    scenario: scenario({
      request: { principal: una, ...ledger, context: { 'aws:SourceIp': null } },
      policies: {
        identity: [
          readLedger,
          policy('DeleteFromOffice', {
            Sid: 'DeleteFromOffice',
            Effect: 'Deny',
            Action: 's3:DeleteObject',
            Resource: '*',
            Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
          }),
        ],
      },
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'LedgerAccess', statement: 0, sid: 'ReadLedger' }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.evaluation,
  },
};
