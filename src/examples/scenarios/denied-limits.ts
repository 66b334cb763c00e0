/** Why was it denied: SCPs, RCPs, boundaries, sessions and endpoints. */
import { PAGES } from '../pages';
import { ADMINISTRATOR, FULL_AWS_ACCESS, level, policy, scenario } from '../policy';
import type { Worked } from '../types';

const trail = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/audit';
const table = 'arn:aws:dynamodb:eu-west-1:111122223333:table/Orders';

const everything = policy('EverythingBoundary', { Effect: 'Allow', Action: '*', Resource: '*' });
const noDynamo = policy('ComputeOnly', {
  Sid: 'ComputeOnly',
  Effect: 'Allow',
  Action: ['cloudwatch:*', 'ec2:*', 'lambda:*', 'logs:*'],
  Resource: '*',
});

const reader = {
  principal: 'arn:aws:sts::111122223333:assumed-role/OrderReader/api-1',
  action: 'dynamodb:GetItem',
  resource: table,
};

export const deniedLimits = {
  'admin-and-scp': {
    explanation:
      'An SCP reaches every user and role of the account, administrators and the root user included. Its Deny can’t be ' +
      'outweighed from inside the account.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Admin/alice',
        action: 'cloudtrail:StopLogging',
        resource: trail,
      },
      policies: {
        scp: [
          level('Root', FULL_AWS_ACCESS),
          level(
            'OU Development',
            FULL_AWS_ACCESS,
            policy('ProtectAuditTrail', {
              Sid: 'KeepTheTrail',
              Effect: 'Deny',
              Action: ['cloudtrail:DeleteTrail', 'cloudtrail:StopLogging'],
              Resource: '*',
            }),
          ),
        ],
        identity: [ADMINISTRATOR],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [
        {
          layer: 'scp',
          policy: 'ProtectAuditTrail',
          statement: 0,
          sid: 'KeepTheTrail',
          target: 'OU Development',
        },
      ],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.scps,
  },

  'region-lock-global': {
    explanation:
      'Global services answer from one Region: a call to IAM carries `us-east-1`. A Region rule must leave such ' +
      'services out through `NotAction`; this one forgot `iam:*`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Admin/alice',
        action: 'iam:CreateRole',
        resource: 'arn:aws:iam::111122223333:role/new-worker',
        context: { 'aws:RequestedRegion': 'us-east-1' },
      },
      policies: {
        scp: [
          level(
            'Root',
            FULL_AWS_ACCESS,
            policy('EuropeOnly', {
              Sid: 'EuropeOnly',
              Effect: 'Deny',
              NotAction: ['cloudfront:*', 'route53:*', 'support:*'],
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
            }),
          ),
        ],
        identity: [ADMINISTRATOR],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [{ layer: 'scp', policy: 'EuropeOnly', statement: 0, sid: 'EuropeOnly', target: 'Root' }],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.regionExample,
  },

  'boundary-and-identity': {
    explanation:
      'The boundary isn’t a second grant but a ceiling: an action has to be in both. Add `lambda:InvokeFunction` to the ' +
      'boundary, or ask whoever owns it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/OrderWorker/run-5',
        action: 'lambda:InvokeFunction',
        resource: 'arn:aws:lambda:eu-west-1:111122223333:function:invoice',
      },
      policies: {
        boundary: policy('WorkerBoundary', {
          Sid: 'Data',
          Effect: 'Allow',
          Action: ['dynamodb:*', 's3:*', 'sqs:*'],
          Resource: '*',
        }),
        identity: [
          policy('WorkerAccess', {
            Sid: 'Invoke',
            Effect: 'Allow',
            Action: 'lambda:InvokeFunction',
            Resource: '*',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['boundary'], decidedAt: 'boundary' },
    learn: PAGES.troubleshoot,
  },

  'scp-inside-boundary': {
    explanation:
      'Both are ceilings, and the lower one counts. The SCP holds for the whole account, so no boundary, however ' +
      'generous, gets past it.',
    scenario: scenario({
      request: reader,
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS), level('OU Compute', noDynamo)],
        boundary: everything,
        identity: [ADMINISTRATOR],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['scp'], decidedAt: 'scp' },
    learn: PAGES.scpEvaluation,
  },

  'boundary-inside-scp': {
    explanation:
      'A boundary belongs to one user or role, an SCP to a whole account. Other roles here can read the table; this ' +
      'one can’t, because its own boundary doesn’t list DynamoDB.',
    scenario: scenario({
      request: reader,
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS), level('OU Compute', FULL_AWS_ACCESS)],
        boundary: noDynamo,
        identity: [ADMINISTRATOR],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['boundary'], decidedAt: 'boundary' },
    learn: PAGES.boundaries,
  },

  'session-in-one-tool': {
    explanation:
      'One of the tools passes a policy when it assumes the role, and keeps only what that policy allows. The role’s ' +
      'own policies look the same in both, which is why it’s easy to miss.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Support/ticket-811',
        action: 'dynamodb:UpdateItem',
        resource: table,
      },
      policies: {
        session: [
          policy('TicketSession', {
            Sid: 'LookOnly',
            Effect: 'Allow',
            Action: ['dynamodb:GetItem', 'dynamodb:Query'],
            Resource: table,
          }),
        ],
        identity: [
          policy('SupportAccess', { Sid: 'Orders', Effect: 'Allow', Action: 'dynamodb:*', Resource: table }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['session'], decidedAt: 'session' },
    learn: PAGES.troubleshoot,
  },

  'endpoint-forgot-bucket': {
    explanation:
      'Inside the VPC the call goes through an endpoint that has a policy of its own. It lists one bucket; everything ' +
      'else is stopped there, although the role may read it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Renderer/i-0123456789abcdef0',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-fonts/serif.woff2',
        resourceAccount: '111122223333',
        context: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718', 'aws:SourceVpc': 'vpc-0f1e2d3c4b5a69788' },
      },
      policies: {
        endpoint: policy('vpce-0a1b2c3d4e5f60718', {
          Sid: 'ScenesOnly',
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::example-scenes', 'arn:aws:s3:::example-scenes/*'],
        }),
        identity: [policy('RendererAccess', { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' })],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['endpoint'], decidedAt: 'endpoint' },
    learn: PAGES.endpointPolicies,
  },

  'scp-grants-nothing': {
    explanation:
      'An SCP only draws the limit inside which an account may grant. The grant itself must come from a policy on the ' +
      'user, the role or the resource, and this role has none for S3.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Intern/lee',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-docs/handbook.pdf',
        resourceAccount: '111122223333',
      },
      policies: {
        scp: [
          level('Root', FULL_AWS_ACCESS),
          level(
            'OU Office',
            policy('AllowS3', { Sid: 'AllowS3', Effect: 'Allow', Action: 's3:*', Resource: '*' }),
          ),
        ],
        identity: [
          policy('InternAccess', { Effect: 'Allow', Action: 'sts:GetCallerIdentity', Resource: '*' }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] },
    learn: PAGES.scps,
  },

  'rcp-wants-encryption': {
    explanation:
      'RCPs guard the resources of an organization the way SCPs limit its people. This one denies uploads that don’t ' +
      'ask for a KMS key; the header is missing, and a negated operator matches an absent key.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Uploader/web-3',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::example-inbox/scan.pdf',
        resourceAccount: '111122223333',
      },
      policies: {
        scp: [level('Root', FULL_AWS_ACCESS)],
        rcp: [
          level(
            'Root',
            policy('EncryptWithKms', {
              Sid: 'EncryptWithKms',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:PutObject',
              Resource: '*',
              Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
            }),
          ),
        ],
        identity: [
          policy('UploaderAccess', {
            Effect: 'Allow',
            Action: 's3:PutObject',
            Resource: 'arn:aws:s3:::example-inbox/*',
          }),
        ],
      },
    }),
    expect: {
      decision: 'ExplicitlyDenied',
      decidedBy: [
        { layer: 'rcp', policy: 'EncryptWithKms', statement: 0, sid: 'EncryptWithKms', target: 'Root' },
      ],
      decidedAt: 'explicitDeny',
    },
    learn: PAGES.rcps,
  },
} satisfies Record<string, Worked>;
