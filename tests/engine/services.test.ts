import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision, StepId } from '../../src/engine/evaluation';
import type { NoteId } from '../../src/engine/notes';
import type { Policies, Request, S3Settings, Scenario } from '../../src/case/scenario';
import {
  ACCOUNT,
  ALICE,
  APP_ROLE,
  APP_SESSION,
  OTHER_ACCOUNT,
  allow,
  deny,
  mine,
  policy,
  scenario,
} from './build';

const BOB = `arn:aws:iam::${OTHER_ACCOUNT}:user/bob`;
const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const FED = `arn:aws:sts::${ACCOUNT}:federated-user/fay`;
const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/1`;
const everything = policy('Mine', allow());

function notesOf(given: Scenario, id: StepId): readonly string[] {
  return evaluate(given).steps.find((step) => step.id === id)!.notes;
}

interface Row {
  readonly decision: Decision;
  readonly at: StepId;
  readonly note: NoteId;
}

function check(given: Scenario, { decision, at, note }: Row): void {
  expect(evaluate(given).decision).toBe(decision);
  expect(notesOf(given, at)).toContain(note);
}

const refusedBy = (note: NoteId): Row => ({ decision: 'ImplicitlyDenied', at: 'defaultDeny', note });

describe('who can call STS', () => {
  const trust = policy('Trust', { Effect: 'Allow', Principal: '*', Action: 'sts:*' });
  it.each<[string, Partial<Request>, Row]>([
    [
      'the root user cannot assume a role',
      { principal: ROOT, action: 'sts:AssumeRole' },
      refusedBy('sts-caller-refused'),
    ],
    [
      'nor can a federated user',
      { principal: FED, action: 'sts:AssumeRole' },
      refusedBy('sts-caller-refused'),
    ],
    [
      'nor an unsigned request',
      { principal: '*', action: 'sts:AssumeRole' },
      refusedBy('sts-caller-refused'),
    ],
    [
      'a user does not use a token call',
      { action: 'sts:AssumeRoleWithSAML' },
      refusedBy('sts-caller-refused'),
    ],
    [
      'an identity provider makes no other call',
      { principal: 'accounts.google.com', action: 'sts:AssumeRole' },
      refusedBy('sts-caller-refused'),
    ],
    [
      'an identity provider needs only the trust policy',
      {
        principal: `arn:aws:iam::${ACCOUNT}:oidc-provider/ci.example`,
        action: 'sts:AssumeRoleWithWebIdentity',
      },
      { decision: 'Allowed', at: 'resource', note: 'federated-caller-trust' },
    ],
    [
      'a trust policy is required',
      { action: 'sts:AssumeRole' },
      { decision: 'Allowed', at: 'resource', note: 'trust-policy-required' },
    ],
  ])('%s', (_name, request, row) => {
    check(scenario({ resource: trust, session: [everything] }, { resource: APP_ROLE, ...request }), row);
  });

  it.each<[string, Partial<Request>, Decision]>([
    [
      'sessions get no session token',
      { principal: APP_SESSION, action: 'sts:GetSessionToken' },
      'ImplicitlyDenied',
    ],
    ['nor a federation token', { principal: APP_ROLE, action: 'sts:GetFederationToken' }, 'ImplicitlyDenied'],
    ['users need a permission for a federation token', { action: 'sts:GetFederationToken' }, 'Allowed'],
    [
      'the root user needs none for a session token',
      { principal: ROOT, action: 'sts:GetSessionToken' },
      'Allowed',
    ],
    ['anyone signed may ask who it is', { principal: FED, action: 'sts:GetCallerIdentity' }, 'Allowed'],
    ['an unsigned request may not', { principal: '*', action: 'sts:GetCallerIdentity' }, 'ImplicitlyDenied'],
    [
      'federated users make no other STS call',
      { principal: FED, action: 'sts:GetFederationToken' },
      'ImplicitlyDenied',
    ],
  ])('%s', (_name, request, decision) => {
    const policies: Policies = { identity: [everything], session: [everything] };
    expect(evaluate(scenario(policies, { resource: '*', ...request })).decision).toBe(decision);
  });

  it('no Deny takes away what needs no permission', () => {
    const all: Policies = {
      identity: [policy('D', deny())],
      scp: [{ target: 'Root', policies: [policy('D', deny())] }],
    };
    const given = scenario(all, { action: 'sts:GetSessionToken', resource: '*' });
    check(given, { decision: 'Allowed', at: 'explicitDeny', note: 'no-permission-needed' });
    const step = evaluate(given).steps.find(({ id }) => id === 'identity')!;
    expect(step.outcome).toEqual({ kind: 'notInPlay', why: 'noPermissionNeeded' });
    // The Deny is still shown as one that matches.
    expect(step.levels[0]!.policies[0]!.statements[0]!.truth).toBe('yes');
  });

  it('session tags are checked on the role, or on the federated user', () => {
    const request = { action: 'sts:TagSession', resource: APP_ROLE };
    expect(evaluate(scenario({ identity: [everything] }, request)).missing).toContain('resource');
    const federated = { action: 'sts:TagSession', resource: FED };
    expect(evaluate(scenario({ identity: [everything] }, federated)).decision).toBe('Allowed');
  });

  it('a source identity is passed on only with both permissions, also within one account', () => {
    const request = {
      principal: APP_SESSION,
      action: 'sts:SetSourceIdentity',
      resource: `arn:aws:iam::${ACCOUNT}:role/Next`,
    };
    check(scenario({ resource: trust }, request), {
      decision: 'ImplicitlyDenied',
      at: 'resource',
      note: 'source-identity-both',
    });
    expect(evaluate(scenario({ resource: trust, identity: [everything] }, request)).decision).toBe('Allowed');
    expect(evaluate(scenario({ resource: trust }, { ...request, principal: ALICE })).decision).toBe(
      'Allowed',
    );
  });

  it('root sessions are handed out without a policy of the member account', () => {
    const request = { action: 'sts:AssumeRoot', resource: `arn:aws:iam::${OTHER_ACCOUNT}:root` };
    check(scenario({ identity: [everything] }, request), {
      decision: 'Allowed',
      at: 'resource',
      note: 'assume-root',
    });
  });
});

describe('KMS', () => {
  const keyPolicy = (principal: unknown, action = 'kms:*') =>
    policy('Key', allow({ Principal: principal, Action: action }));

  it('needs a key policy', () => {
    const bare = scenario({ identity: [everything] }, { action: 'kms:Decrypt', resource: KEY });
    const result = evaluate(bare);
    expect(result.decision).toBe('ImplicitlyDenied');
    expect(result.missing).toEqual(['resource']);
    check(bare, { decision: 'ImplicitlyDenied', at: 'resource', note: 'kms-key-policy-required' });
  });

  it('hands on to IAM where the policy names the account', () => {
    const given = scenario(
      { identity: [everything], resource: keyPolicy({ AWS: ACCOUNT }) },
      { action: 'kms:Decrypt', resource: KEY },
    );
    check(given, { decision: 'Allowed', at: 'resource', note: 'kms-iam-delegation' });
    expect(
      evaluate(given)
        .decidedBy.map((ref) => ref.layer)
        .sort(),
    ).toEqual(['identity', 'resource']);
  });

  it.each(['kms:CreateKey', 'kms:ListAliases', 'kms:GenerateRandom'])('%s is about no key', (action) => {
    const given = mine([allow()], { action, resource: '*' });
    check(given, { decision: 'Allowed', at: 'resource', note: 'kms-keyless' });
  });

  it.each([
    ['kms:Decrypt', 'Allowed'],
    ['kms:GetPublicKey', 'Allowed'],
    ['kms:PutKeyPolicy', 'ImplicitlyDenied'],
    ['kms:ScheduleKeyDeletion', 'ImplicitlyDenied'],
  ] as const)('%s across accounts: %s', (action, decision) => {
    const given = scenario(
      { identity: [everything], resource: keyPolicy({ AWS: OTHER_ACCOUNT }) },
      { principal: BOB, action, resource: KEY },
    );
    expect(evaluate(given).decision).toBe(decision);
    expect(notesOf(given, 'defaultDeny').includes('kms-cross-account-operation')).toBe(
      decision !== 'Allowed',
    );
  });

  it('an alias is governed by identity-based policies', () => {
    const resource = `arn:aws:kms:us-east-1:${ACCOUNT}:alias/app`;
    check(mine([allow()], { action: 'kms:CreateAlias', resource }), {
      decision: 'Allowed',
      at: 'resource',
      note: 'kms-alias-action',
    });
    expect(notesOf(mine([allow()], { action: 'kms:Encrypt', resource }), 'resource')).toContain('kms-alias');
  });
});

describe('what belongs to AWS', () => {
  it.each([
    [
      'iam:AttachRolePolicy',
      `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/X`,
      'ImplicitlyDenied',
    ],
    ['iam:GetRole', `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/X`, 'Allowed'],
    [
      'iam:DeleteServiceLinkedRole',
      `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/X`,
      'Allowed',
    ],
    [
      'iam:UpdateAssumeRolePolicy',
      `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/X`,
      'ImplicitlyDenied',
    ],
    ['iam:TagRole', `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/X`, 'ImplicitlyDenied'],
    ['iam:CreatePolicyVersion', 'arn:aws:iam::aws:policy/ReadOnlyAccess', 'ImplicitlyDenied'],
    ['iam:GetPolicy', 'arn:aws:iam::aws:policy/ReadOnlyAccess', 'Allowed'],
    ['iam:AttachRolePolicy', APP_ROLE, 'Allowed'],
  ] as const)('%s on %s: %s', (action, resource, decision) => {
    const given = mine([allow()], { action, resource });
    expect(evaluate(given).decision).toBe(decision);
    expect(notesOf(given, 'defaultDeny').includes('aws-owned-iam')).toBe(decision !== 'Allowed');
  });

  it('federated users cannot call IAM', () => {
    const given = scenario(
      { identity: [everything], session: [everything] },
      { principal: FED, action: 'iam:GetUser', resource: ALICE },
    );
    check(given, refusedBy('federated-iam'));
  });
});

describe('S3 beside the policies', () => {
  const OBJECT = 'arn:aws:s3:::data/a';
  const get: Partial<Request> = { action: 's3:GetObject', resource: OBJECT, resourceAccount: ACCOUNT };
  const readAll: S3Settings['acl'] = [{ grantee: 'AllUsers', permission: 'READ' }];
  const run = (policies: Policies, request: Partial<Request>, s3: S3Settings): Scenario =>
    scenario(policies, { ...get, ...request }, { s3 });
  const writer = { objectOwnership: 'ObjectWriter' } as const;

  it.each<[string, Scenario, Decision]>([
    ['a public ACL lets anyone read', run({}, { principal: '*' }, { ...writer, acl: readAll }), 'Allowed'],
    [
      'but not write',
      run({}, { principal: '*', action: 's3:PutObject' }, { ...writer, acl: readAll }),
      'ImplicitlyDenied',
    ],
    [
      'and has no effect where ACLs are off',
      run({}, { principal: '*' }, { acl: readAll }),
      'ImplicitlyDenied',
    ],
    [
      'or ignored',
      run({}, { principal: '*' }, { ...writer, acl: readAll, blockPublicAccess: { ignorePublicAcls: true } }),
      'ImplicitlyDenied',
    ],
    [
      'a foreign user needs its own policy too',
      run({}, { principal: BOB }, { ...writer, acl: readAll }),
      'ImplicitlyDenied',
    ],
    [
      'and then it suffices',
      run({ identity: [everything] }, { principal: BOB }, { ...writer, acl: readAll }),
      'Allowed',
    ],
    [
      'a grant to an account',
      run(
        { identity: [everything] },
        { principal: BOB },
        { ...writer, acl: [{ grantee: OTHER_ACCOUNT, permission: 'FULL_CONTROL' }] },
      ),
      'Allowed',
    ],
    [
      'that is not public stays when public ones are ignored',
      run(
        { identity: [everything] },
        { principal: BOB },
        {
          ...writer,
          acl: [{ grantee: OTHER_ACCOUNT, permission: 'READ' }],
          blockPublicAccess: { ignorePublicAcls: true },
        },
      ),
      'Allowed',
    ],
    [
      'and stays beside a public one that is',
      run(
        { identity: [everything] },
        { principal: BOB },
        {
          ...writer,
          acl: [{ grantee: OTHER_ACCOUNT, permission: 'READ' }, ...readAll],
          blockPublicAccess: { ignorePublicAcls: true },
        },
      ),
      'Allowed',
    ],
    [
      'ACLs give nothing to users of the account itself',
      run({}, {}, { ...writer, acl: readAll }),
      'ImplicitlyDenied',
    ],
    [
      'AuthenticatedUsers are signed',
      run(
        {},
        { principal: '*' },
        { ...writer, acl: [{ grantee: 'AuthenticatedUsers', permission: 'READ' }] },
      ),
      'ImplicitlyDenied',
    ],
    [
      'a Deny beats an ACL',
      run(
        { resource: policy('B', deny({ Principal: '*' })) },
        { principal: '*' },
        { ...writer, acl: readAll },
      ),
      'ExplicitlyDenied',
    ],
  ])('%s', (_name, given, decision) => {
    expect(evaluate(given).decision).toBe(decision);
  });

  it('tells which ACL rule was at work', () => {
    expect(notesOf(run({}, { principal: '*' }, { ...writer, acl: readAll }), 'resource')).toContain(
      's3-acl-grant',
    );
    expect(notesOf(run({}, { principal: '*' }, { acl: readAll }), 'resource')).toContain('s3-acl-disabled');
    const ignored = run(
      {},
      { principal: '*' },
      { ...writer, acl: readAll, blockPublicAccess: { ignorePublicAcls: true } },
    );
    expect(notesOf(ignored, 'resource')).toContain('s3-ignore-public-acls');
  });

  describe('RestrictPublicBuckets', () => {
    const s3: S3Settings = { blockPublicAccess: { restrictPublicBuckets: true } };
    const open = policy(
      'Open',
      allow({ Principal: '*' }),
      allow({ Principal: { AWS: BOB } }),
      allow({ Principal: { Service: 's3.amazonaws.com' } }),
    );

    it.each<[string, Partial<Request>, Decision]>([
      ['keeps the public out', { principal: '*' }, 'ImplicitlyDenied'],
      ['and other accounts, also named ones', { principal: BOB }, 'ImplicitlyDenied'],
      ['not the own account', {}, 'Allowed'],
      ['nor services', { principal: 's3.amazonaws.com' }, 'Allowed'],
    ])('%s', (_name, request, decision) => {
      const given = run({ identity: [everything], resource: open }, request, s3);
      expect(evaluate(given).decision).toBe(decision);
      expect(notesOf(given, 'resource').includes('s3-restrict-public-buckets')).toBe(decision !== 'Allowed');
    });

    it.each<[string, Record<string, unknown>, boolean]>([
      ['no condition', {}, true],
      ['a fixed VPC', { StringEquals: { 'aws:SourceVpc': 'vpc-1' } }, false],
      ['a fixed organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } }, false],
      ['a pattern', { StringLike: { 'aws:SourceVpc': 'vpc-*' } }, true],
      ['a variable', { StringEquals: { 'aws:userid': '${aws:username}' } }, true],
      ['a range of addresses', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, false],
      ['the widest range that is fixed', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }, false],
      ['one that is wider', { IpAddress: { 'aws:SourceIp': '10.0.0.0/7' } }, true],
      ['the widest IPv6 range that is fixed', { IpAddress: { 'aws:SourceIp': '2001:db8::/32' } }, false],
      ['an IPv6 range that is wider', { IpAddress: { 'aws:SourceIp': '2001:db8::/31' } }, true],
      ['text for a range', { IpAddress: { 'aws:SourceIp': 'office' } }, true],
      ['one range of two too wide', { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '0.0.0.0/1'] } }, true],
      ['one VPC of two a pattern', { StringLike: { 'aws:SourceVpc': ['vpc-1', 'vpc-*'] } }, true],
      ['two fixed VPCs', { StringEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } }, false],
      ['a key that must be there', { Null: { 'aws:SourceVpc': 'false' } }, true],
      ['a condition that no value meets', { StringEquals: { 'aws:SourceVpc': [] } }, true],
      ['a set that may be empty', { 'ForAllValues:StringEquals': { 'aws:SourceVpc': 'vpc-1' } }, true],
      [
        'one access point of two of any account',
        {
          ArnLike: {
            's3:DataAccessPointArn': [
              `arn:aws:s3:*:${ACCOUNT}:accesspoint/*`,
              'arn:aws:s3:*:*:accesspoint/*',
            ],
          },
        },
        true,
      ],
      ['text for an access point', { ArnLike: { 's3:DataAccessPointArn': '*' } }, true],
      ['almost all addresses', { IpAddress: { 'aws:SourceIp': '0.0.0.0/1' } }, true],
      ['almost all IPv6 addresses', { IpAddress: { 'aws:SourceIp': '2000::/3' } }, true],
      ['a negated condition', { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }, true],
      ['a condition that an absent key meets', { StringEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' } }, true],
      ['another key', { StringEquals: { 'aws:Referer': 'x' } }, true],
      [
        'an access point of one account',
        { ArnLike: { 's3:DataAccessPointArn': `arn:aws:s3:*:${ACCOUNT}:accesspoint/*` } },
        false,
      ],
      [
        'access points of any account',
        { ArnLike: { 's3:DataAccessPointArn': 'arn:aws:s3:*:*:accesspoint/*' } },
        true,
      ],
    ])('a policy for everyone with %s counts as public: %s', (_name, condition, isPublic) => {
      const bucket = policy(
        'B',
        allow({ Principal: { AWS: '*' }, Condition: condition }),
        allow({ Principal: { AWS: BOB } }),
      );
      const given = run({ identity: [everything], resource: bucket }, { principal: BOB }, s3);
      expect(evaluate(given).decision).toBe(isPublic ? 'ImplicitlyDenied' : 'Allowed');
    });

    it('takes a star beside other names for everyone, and no star of another type', () => {
      const decided = (...whom: object[]): Decision =>
        evaluate(
          run(
            {
              identity: [everything],
              resource: policy('B', ...whom.map((Principal) => allow({ Principal }))),
            },
            { principal: BOB },
            s3,
          ),
        ).decision;
      const service = { Service: 's3.amazonaws.com' };
      expect(decided({ AWS: '*', ...service }, { AWS: BOB })).toBe('ImplicitlyDenied');
      expect(decided({ ...service, AWS: [OTHER_ACCOUNT, '*'] })).toBe('ImplicitlyDenied');
      expect(decided({ Service: '*' }, { AWS: BOB })).toBe('Allowed');
    });

    it('does not make a policy public that denies everyone', () => {
      const bucket = policy(
        'B',
        deny({ Principal: '*', Action: 's3:DeleteBucket' }),
        allow({ Principal: { AWS: BOB } }),
      );
      const given = run({ identity: [everything], resource: bucket }, { principal: BOB }, s3);
      expect(evaluate(given).decision).toBe('Allowed');
    });

    it('hangs on a policy that is not visible', () => {
      const hidden = run({ resource: 'unknown' }, { principal: '*' }, s3);
      expect(evaluate(hidden).decision).toBe('Undetermined');
      expect(notesOf(hidden, 'resource')).toContain('s3-restrict-public-buckets');
      const broken = run({ resource: { name: 'B', text: '{' } }, { principal: '*' }, s3);
      expect(evaluate(broken).decision).toBe('Undetermined');
      expect(notesOf(broken, 'resource')).toContain('s3-restrict-public-buckets');
    });
  });

  it('BlockPublicAcls refuses a public ACL', () => {
    const s3: S3Settings = { blockPublicAccess: { blockPublicAcls: true } };
    const put = (context: Record<string, string>): Scenario =>
      run({ identity: [everything] }, { action: 's3:PutObject', context }, s3);
    check(put({ 's3:x-amz-acl': 'public-read' }), refusedBy('s3-block-public-acls'));
    // What else is told of the request stays.
    expect(notesOf(put({ 's3:x-amz-acl': 'public-read' }), 'session')).toContain('user-session-policy');
    check(
      put({ 's3:x-amz-grant-read': 'uri=http://acs.amazonaws.com/groups/global/AllUsers' }),
      refusedBy('s3-block-public-acls'),
    );
    expect(evaluate(put({ 's3:x-amz-acl': 'private' })).decision).toBe('Allowed');
    expect(evaluate(put({ 's3:x-amz-grant-read': 'id=1234' })).decision).toBe('Allowed');
    const read = run({ identity: [everything] }, { context: { 's3:x-amz-acl': 'public-read' } }, s3);
    expect(evaluate(read).decision).toBe('Allowed');
  });

  it.each([
    ['s3:GetObject', 'arn:aws:s3:::data', true],
    ['s3:ListBucket', OBJECT, true],
    ['s3:GetObject', OBJECT, false],
    ['s3:ListBucket', 'arn:aws:s3:::data', false],
    ['s3:GetObject', `arn:aws:s3:us-east-1:${ACCOUNT}:accesspoint/ap/object/a`, false],
    ['s3:ListAllMyBuckets', '*', false],
    ['s3:CreateAccessPoint', OBJECT, false],
  ])('%s on %s is told as a slip: %s', (action, resource, slip) => {
    expect(notesOf(mine([], { action, resource }), 'defaultDeny').includes('s3-bucket-or-object')).toBe(slip);
  });

  it('the root user keeps access to the bucket policy of its own account only', () => {
    const locked: Policies = { resource: policy('B', deny({ Principal: '*' })) };
    const request = { principal: ROOT, action: 's3:PutBucketPolicy', resource: 'arn:aws:s3:::data' };
    check(scenario(locked, request), { decision: 'Allowed', at: 'resource', note: 's3-root-lockout' });
    expect(evaluate(scenario(locked, { ...request, resourceAccount: OTHER_ACCOUNT })).decision).toBe(
      'ExplicitlyDenied',
    );
    expect(evaluate(scenario(locked, { ...request, action: 's3:PutBucketAcl' })).decision).toBe(
      'ExplicitlyDenied',
    );
    expect(evaluate(scenario(locked, { ...request, principal: ALICE })).decision).toBe('ExplicitlyDenied');
  });
});

describe('choices where AWS is silent are told beside their step', () => {
  const open = policy('Open', allow({ Principal: '*' }));
  const service: Partial<Request> = { principal: 'sns.amazonaws.com' };

  it('that a plain star admits services, and only where it does', () => {
    check(scenario({ resource: open }, service), {
      decision: 'Allowed',
      at: 'resource',
      note: 'everyone-service',
    });
    const elsewhere = policy('Open', allow({ Principal: '*', Action: 's3:*' }));
    expect(notesOf(scenario({ resource: elsewhere }, service), 'resource')).not.toContain('everyone-service');
    expect(notesOf(scenario({ resource: open }), 'resource')).not.toContain('everyone-service');
  });

  it.each(['aws:PrincipalAccount', 'aws:PrincipalType', 'aws:userid'])('that a service has no %s', (key) => {
    const narrowed = policy('Narrow', allow({ Principal: '*', Condition: { StringLike: { [key]: '*' } } }));
    const given = scenario({ resource: narrowed }, service);
    check(given, { decision: 'ImplicitlyDenied', at: 'resource', note: 'service-keys' });
    expect(notesOf(scenario({ resource: narrowed }), 'resource')).not.toContain('service-keys');
    const told = scenario({ resource: narrowed }, { ...service, context: { [key]: ACCOUNT } });
    expect(notesOf(told, 'resource')).not.toContain('service-keys');
  });

  it('that SCPs reach federated users, where there are any', () => {
    const session = [everything];
    const scp = [{ target: 'Root', policies: [everything] }];
    const request = { principal: FED };
    const given = scenario({ identity: [everything], session, scp }, request);
    check(given, { decision: 'Allowed', at: 'scp', note: 'federated-user-scp' });
    expect(notesOf(scenario({ identity: [everything], session }, request), 'scp')).toEqual([]);
  });

  it('that a service-linked role has no boundary', () => {
    const principal = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/x.amazonaws.com/X`;
    const boundary = policy('Nothing', deny());
    const given = scenario({ identity: [everything], boundary }, { principal });
    check(given, { decision: 'Allowed', at: 'boundary', note: 'service-linked-role' });
  });

  it('that the session of the root user starts from full access', () => {
    const given = scenario({ session: [everything] }, { principal: FED, user: ROOT });
    check(given, { decision: 'Allowed', at: 'identity', note: 'federated-root' });
    const step = evaluate(given).steps.find(({ id }) => id === 'identity')!;
    expect(step.outcome).toEqual({ kind: 'notInPlay', why: 'root' });
  });

  it('that aliases under alias/aws/ are of keys that nobody changes', () => {
    const resource = `arn:aws:kms:us-east-1:${ACCOUNT}:alias/aws/s3`;
    check(mine([allow()], { action: 'kms:DeleteAlias', resource }), refusedBy('kms-aws-managed-key'));
    const read = mine([allow()], { action: 'kms:DescribeKey', resource });
    expect(notesOf(read, 'defaultDeny')).not.toContain('kms-aws-managed-key');
    expect(notesOf(read, 'rcp')).toContain('rcp-aws-managed-key');
  });
});
