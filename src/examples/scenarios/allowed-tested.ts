/** Why was it allowed: policies that are guarded by tests. */
import { PAGES } from '../pages';
import { FULL_AWS_ACCESS, level, policy, scenario } from '../policy';
import type { Worked } from '../types';

const contracts = 'arn:aws:s3:::example-contracts';
const alice = 'arn:aws:iam::111122223333:user/alice';
const readContracts = policy('ReadContracts', {
  Sid: 'ReadContracts',
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: `${contracts}/*`,
});

export const allowedTested = {
  'bucket-guest-list': {
    explanation:
      'The tests are the guest list: who must get in, and who must not. Change the bucket policy, say by taking the ' +
      'Deny out, and the count in the bar shows at once which of them no longer holds.',
    scenario: scenario({
      request: {
        principal: alice,
        action: 's3:GetObject',
        resource: `${contracts}/2026/lease.pdf`,
        resourceAccount: '111122223333',
        context: { 'aws:SecureTransport': 'true' },
      },
      policies: {
        identity: [readContracts],
        resource: policy(
          'ContractsBucketPolicy',
          {
            Sid: 'AuditorsRead',
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::111122223333:role/Auditor' },
            Action: 's3:GetObject',
            Resource: `${contracts}/*`,
          },
          {
            Sid: 'TlsOnly',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: [contracts, `${contracts}/*`],
            Condition: { Bool: { 'aws:SecureTransport': 'false' } },
          },
          {
            Sid: 'SalariesStayIn',
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:GetObject',
            Resource: `${contracts}/salaries/*`,
            Condition: {
              ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/Auditor' },
            },
          },
        ),
      },
      tests: [
        { name: 'Alice reads a contract', request: {}, expect: 'Allowed' },
        {
          name: 'the auditor reads salaries',
          request: {
            principal: 'arn:aws:iam::111122223333:role/Auditor',
            resource: `${contracts}/salaries/2026.csv`,
          },
          expect: 'Allowed',
        },
        {
          name: 'Alice doesn’t read salaries',
          request: { resource: `${contracts}/salaries/2026.csv` },
          expect: 'Denied',
        },
        {
          name: 'nobody reads without TLS',
          request: { context: { 'aws:SecureTransport': 'false' } },
          expect: 'Denied',
        },
        { name: 'Alice doesn’t delete', request: { action: 's3:DeleteObject' }, expect: 'Denied' },
        { name: 'strangers don’t read', request: { principal: '*' }, expect: 'Denied' },
      ],
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'ReadContracts', statement: 0, sid: 'ReadContracts' }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.principal,
  },

  'guardrail-with-tests': {
    explanation:
      'A guardrail is only as good as what it stops and what it leaves alone, so both are tests here. Loosen the ' +
      '`NotAction` list or the Regions, and see which of them breaks before an account does.',
    scenario: scenario({
      request: {
        principal: alice,
        action: 'ec2:StartInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0123456789abcdef0',
        context: { 'aws:RequestedRegion': 'eu-west-1' },
      },
      policies: {
        identity: [policy('Everything', { Effect: 'Allow', Action: '*', Resource: '*' })],
        scp: [
          level(
            'Root',
            FULL_AWS_ACCESS,
            policy('StayInIreland', {
              Sid: 'StayInIreland',
              Effect: 'Deny',
              NotAction: ['iam:*', 'sts:*', 'support:*'],
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
            }),
            policy('KeepTheTrail', {
              Sid: 'KeepTheTrail',
              Effect: 'Deny',
              Action: ['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail'],
              Resource: '*',
            }),
          ),
        ],
      },
      tests: [
        {
          name: 'no machines elsewhere',
          request: {
            resource: 'arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789abcdef0',
            context: { 'aws:RequestedRegion': 'us-east-1' },
          },
          expect: 'Denied',
        },
        {
          name: 'IAM, which answers from us-east-1, works',
          request: {
            action: 'iam:ListUsers',
            resource: '*',
            context: { 'aws:RequestedRegion': 'us-east-1' },
          },
          expect: 'Allowed',
        },
        {
          name: 'nobody stops the trail',
          request: {
            action: 'cloudtrail:StopLogging',
            resource: 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main',
          },
          expect: 'Denied',
        },
      ],
    }),
    expect: {
      decision: 'Allowed',
      decidedBy: [{ layer: 'identity', policy: 'Everything', statement: 0 }],
      missing: [],
      decidedAt: 'identity',
    },
    learn: PAGES.scps,
  },
} satisfies Record<string, Worked>;
