import { describe, expect, it } from 'vitest';
import { adminPaths, whoCan } from '../../src/index';
import { cutCase } from '../../src/audit/account/paths/cut-case';
import { stationCase } from '../../src/audit/account/paths/station-case';
import { evaluate } from '../../src/engine/evaluate';
import type { Account } from '../../src/intake/account/read';
import { ADMIN, ID, account, allow, document, managed, named, role, user } from './build';

/** The ways that are found, a line each; `?` marks one that hangs on a key. */
const ways = (of: Account): readonly string[] =>
  adminPaths(of).paths.map(({ from, steps, certain }) =>
    [
      from.name,
      ...steps.map(({ path, to }) => `${path} ${to.slice(to.lastIndexOf(':') + 1)}`),
      ...(certain ? [] : ['?']),
    ].join(' > '),
  );

describe('who can do something', () => {
  const LIMIT = named('policy', 'Limit');
  const who = account({
    users: [
      user('reader', { inline: [document(allow('s3:Get*', 'arn:aws:s3:::acme/*'))] }),
      user('capped', { inline: [document(allow('s3:*'))], boundary: LIMIT }),
      user('refused', { inline: [document(allow('s3:*'), { ...allow('s3:GetObject'), Effect: 'Deny' })] }),
      user('member', { groups: ['readers'] }),
      user('mfa', {
        inline: [
          document(allow('s3:*', '*', { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } })),
        ],
      }),
      user('nobody'),
    ],
    groups: [
      {
        GroupName: 'readers',
        Arn: named('group', 'readers'),
        GroupPolicyList: [{ PolicyName: 'g', PolicyDocument: document(allow('s3:GetObject')) }],
        AttachedManagedPolicies: [],
      },
    ],
    policies: [managed(LIMIT, document(allow('ec2:*')))],
  });

  it('counts each once, by what stops it first', () => {
    const { rows } = whoCan(who, { action: 's3:GetObject', resource: 'arn:aws:s3:::acme/k' });
    expect(rows.map(({ principal, outcome, layer }) => [principal.name, outcome, layer])).toEqual([
      ['capped', 'stoppedByLimit', 'boundary'],
      ['member', 'allowed', 'identity'],
      ['mfa', 'allowedIf', undefined],
      ['nobody', 'nothingGrants', 'identity'],
      ['reader', 'allowed', 'identity'],
      ['refused', 'denied', 'identity'],
    ]);
    expect(rows.find(({ outcome }) => outcome === 'allowedIf')?.dependsOn).toEqual([
      { kind: 'key', key: 'aws:SourceIp' },
    ]);
  });

  it('leaves keys open that nobody told, and tells which', () => {
    const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const noMfa = { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } };
    const toLambda = { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } };
    const tagged = (value: string): object => ({ StringEquals: { 'aws:ResourceTag/team': value } });
    const own = { StringEquals: { 'aws:PrincipalTag/team': 'red' } };
    const pass = (Condition: object): { readonly inline: readonly object[] } => ({
      inline: [document(allow('iam:PassRole', '*', { Condition }))],
    });
    const of = account({
      users: [
        user('mfa', pass(mfa)),
        user('refused', {
          inline: [
            document(allow('iam:*'), { ...allow('iam:*', '*', { Condition: noMfa }), Effect: 'Deny' }),
          ],
        }),
        user('lambda', pass(toLambda)),
        user('tagged', pass(tagged('blue'))),
        user('wrong', pass(tagged('green'))),
        user('untagged', pass(own)),
        user('foreign', pass({ StringEquals: { 's3:prefix': 'a' } })),
      ],
      roles: [role('app', { rest: { Tags: [{ Key: 'team', Value: 'blue' }] } })],
    });
    const question = { action: 'iam:PassRole', resource: named('role', 'app') };
    const rows = whoCan(of, question).rows.filter(({ principal }) => principal.kind === 'user');
    expect(
      rows.map(({ principal, outcome, dependsOn }) => [
        principal.name,
        outcome,
        ...dependsOn.map((one) => (one.kind === 'key' ? one.key : one.kind)),
      ]),
    ).toEqual([
      ['foreign', 'nothingGrants'],
      ['lambda', 'allowedIf', 'iam:PassedToService'],
      ['mfa', 'allowedIf', 'aws:MultiFactorAuthPresent'],
      ['refused', 'allowedIf', 'aws:MultiFactorAuthPresent'],
      ['tagged', 'allowed'],
      ['untagged', 'nothingGrants'],
      ['wrong', 'nothingGrants'],
    ]);
  });

  it('asks for the policy that keys, and resources of others, have of their own', () => {
    const needs = (action: string, resource: string): boolean =>
      whoCan(who, { action, resource }).needsResourcePolicy;
    expect(needs('s3:GetObject', 'arn:aws:s3:::acme/k')).toBe(false);
    expect(needs('kms:Decrypt', `arn:aws:kms:eu-west-1:${ID}:key/k`)).toBe(true);
    expect(needs('sqs:SendMessage', 'arn:aws:sqs:eu-west-1:999988887777:q')).toBe(true);
  });

  it('evaluates principals with the same policies once, but not where a policy asks who is there', () => {
    const same = document(allow('s3:*'));
    const own = document(allow('s3:*', 'arn:aws:s3:::acme/${aws:username}/*'));
    const of = account({
      users: ['a', 'b', 'c'].flatMap((name) => [
        user(name, { inline: [same] }),
        user(`own-${name}`, { inline: [own] }),
      ]),
    });
    const { rows, evaluated } = whoCan(of, { action: 's3:GetObject', resource: 'arn:aws:s3:::acme/own-b/k' });
    expect(evaluated).toBe(4);
    expect(
      rows.filter(({ outcome }) => outcome === 'allowed').map(({ principal }) => principal.name),
    ).toEqual(['a', 'b', 'c', 'own-b']);
  });
});

describe('sharing an answer', () => {
  const open = document(allow('s3:*'));
  const of = account({
    users: [
      user('ana', {
        inline: [open, document(allow('ec2:Describe*'))],
        rest: { Tags: [{ Key: 'team', Value: 'a' }] },
      }),
      user('bo', { inline: [open], rest: { Tags: [{ Key: 'team', Value: 'b' }] } }),
    ],
  });
  const scp = (Condition: object): object => ({
    target: 'r-root',
    policies: [
      { name: 'All', document: document(allow('*')) },
      { name: 'Deny', document: document({ ...allow('s3:*'), Effect: 'Deny', Condition }) },
    ],
  });
  const ask = (Condition?: object) => {
    const { rows, evaluated } = whoCan(of, {
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::acme/k',
      ...(Condition !== undefined && { scp: [scp(Condition) as never] }),
    });
    return { evaluated, outcomes: rows.map(({ outcome, layer }) => `${outcome} ${layer}`) };
  };

  it('looks only at statements that list the action', () => {
    expect(ask()).toEqual({ evaluated: 1, outcomes: ['allowed identity', 'allowed identity'] });
  });

  it.each([
    ['by the caller', { StringEquals: { 'aws:username': 'bo' } }],
    ['by a tag of the caller', { StringEquals: { 'aws:PrincipalTag/team': 'b' } }],
  ])('is not done where an SCP decides %s', (_by, condition) => {
    expect(ask(condition)).toEqual({ evaluated: 2, outcomes: ['allowed identity', 'denied scp'] });
  });
});

describe('who can become administrator', () => {
  const breakglass = (trust: object): object => role('breakglass', { attached: [ADMIN], trust });
  const trustsAccount = { Principal: { AWS: `arn:aws:iam::${ID}:root` } };

  it.each([
    [
      'attach a policy to itself',
      [allow('iam:AttachUserPolicy', named('user', 'eve'))],
      'AttachUserPolicy user/eve',
    ],
    ['write a policy for itself', [allow('iam:PutUserPolicy')], 'PutUserPolicy user/eve'],
    [
      'make a key for an administrator',
      [allow('iam:CreateAccessKey', named('user', 'boss'))],
      'CreateAccessKey user/boss',
    ],
    [
      'change whom a role trusts',
      [allow('iam:UpdateAssumeRolePolicy')],
      'UpdateRolePolicyToAssumeIt role/breakglass',
    ],
    ['join the administrators', [allow('iam:AddUserToGroup')], 'AddUserToGroup group/admins'],
  ])('by the right to %s', (_deed, statements, way) => {
    const of = account({
      users: [user('boss', { attached: [ADMIN] }), user('eve', { inline: [document(...statements)] })],
      roles: [breakglass({ Principal: { Service: 'ec2.amazonaws.com' } })],
      groups: [
        {
          GroupName: 'admins',
          Arn: named('group', 'admins'),
          GroupPolicyList: [],
          AttachedManagedPolicies: [ADMIN],
        },
      ],
    });
    expect(ways(of)).toEqual([`eve > ${way}`]);
  });

  it('possibly, where a key that nobody told decides', () => {
    const of = account({
      users: [
        user('eve', {
          inline: [
            document(
              allow('sts:AssumeRole', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }),
            ),
          ],
        }),
      ],
      roles: [
        breakglass({
          ...trustsAccount,
          Condition: { StringEquals: { 'sts:ExternalId': 'x', 'aws:PrincipalAccount': ID } },
        }),
      ],
    });
    expect(ways(of)).toEqual(['eve > AssumeRole role/breakglass > ?']);
    expect(adminPaths(of).paths[0]?.steps[0]?.stations.flatMap(({ keys }) => keys)).toEqual([
      'sts:ExternalId',
      'aws:MultiFactorAuthPresent',
    ]);
  });

  it('by several steps, the shortest way alone', () => {
    const step = role('step', {
      inline: [document(allow('sts:AssumeRole', named('role', 'breakglass')))],
      trust: { Principal: { AWS: named('user', 'eve') } },
    });
    const of = account({ users: [user('eve')], roles: [step, breakglass(trustsAccount)] });
    expect(ways(of)).toEqual([
      'eve > AssumeRole role/step > AssumeRole role/breakglass',
      'step > AssumeRole role/breakglass',
    ]);
  });

  it('not past a boundary or a Deny that would still stop it', () => {
    const limit = named('policy', 'Limit');
    const of = account({
      users: [
        user('capped', { inline: [document(allow('iam:AttachUserPolicy'))], boundary: limit }),
        user('refused', {
          inline: [document(allow('iam:PutUserPolicy'), { ...allow('iam:CreateUser'), Effect: 'Deny' })],
        }),
      ],
      policies: [managed(limit, document(allow(['iam:AttachUserPolicy', 's3:*'])))],
    });
    expect(ways(of)).toEqual([]);
  });

  it('possibly, where a key is not known', () => {
    const conditional = allow('sts:AssumeRole', '*', {
      Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
    });
    const of = account({
      users: [user('eve', { inline: [document(conditional)] })],
      roles: [breakglass(trustsAccount)],
    });
    expect(ways(of)).toEqual(['eve > AssumeRole role/breakglass > ?']);
  });

  it('not through a service that the role does not trust, nor through a role that AWS keeps', () => {
    const passes = document(
      allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction', 'sts:AssumeRole']),
    );
    const of = account({
      users: [user('eve', { inline: [passes] })],
      roles: [
        role('for-ec2', { attached: [ADMIN], trust: { Principal: { Service: 'ec2.amazonaws.com' } } }),
        role('AWSServiceRoleForX', {
          attached: [ADMIN],
          trust: { Principal: { Service: 'lambda.amazonaws.com' } },
          path: '/aws-service-role/lambda.amazonaws.com/',
        }),
      ],
    });
    expect(ways(of)).toEqual([]);
  });

  it('by widening a role and changing whom it trusts, which is one path of the known ones', () => {
    const of = account({
      users: [
        user('eve', { inline: [document(allow(['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy']))] }),
      ],
      roles: [role('app', { trust: { Principal: { Service: 'ec2.amazonaws.com' } } })],
    });
    expect(ways(of)).toEqual(['eve > PutRolePolicyThenUpdateAssumeRolePolicy role/app']);
  });

  it('not by changing a role that AWS keeps, and nobody comes in as one', () => {
    const of = account({
      users: [
        user('eve', { inline: [document(allow(['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy']))] }),
      ],
      roles: [
        role('AWSServiceRoleForX', {
          inline: [document(allow('iam:PutRolePolicy'))],
          trust: { Principal: { Service: 'x.amazonaws.com' } },
          path: '/aws-service-role/x.amazonaws.com/',
        }),
        role('AWSReservedSSO_Ops_0123456789abcdef', {
          attached: [ADMIN],
          trust: {
            Principal: { Federated: 'arn:aws:iam::111122223333:saml-provider/AWSSSO_x_DO_NOT_DELETE' },
          },
          path: '/aws-reserved/sso.amazonaws.com/',
        }),
      ],
    });
    expect(ways(of)).toEqual([]);
  });

  it('attaches the administrator policy of the partition', () => {
    const only = { ArnEquals: { 'iam:PolicyARN': 'arn:aws-us-gov:iam::aws:policy/AdministratorAccess' } };
    const arn = `arn:aws-us-gov:iam::${ID}:user/eve`;
    const of = account({
      users: [
        user('eve', {
          inline: [document(allow('iam:AttachUserPolicy', arn, { Condition: only }))],
          rest: { Arn: arn },
        }),
      ],
    });
    expect(ways(of)).toEqual(['eve > AttachUserPolicy user/eve']);
  });

  it('says which statement closes most ways', () => {
    const of = account({
      users: ['eve', 'mal'].map((name) => user(name, { groups: ['ops'] })),
      groups: [
        {
          GroupName: 'ops',
          Arn: named('group', 'ops'),
          GroupPolicyList: [{ PolicyName: 'g', PolicyDocument: document(allow('sts:AssumeRole')) }],
          AttachedManagedPolicies: [],
        },
      ],
      roles: [breakglass(trustsAccount)],
    });
    expect(ways(of)).toHaveLength(2);
    const { cuts } = adminPaths(of);
    expect(cuts.map(({ kind, holder, closes }) => [kind, holder, closes])).toEqual([
      ['statement', named('group', 'ops'), 2],
      ['statement', named('group', 'ops'), 2],
      ['statement', named('role', 'breakglass'), 2],
      ['scp', ID, 2],
    ]);
    // Everything but the role takes less away than the statement.
    expect(cuts.map((cut) => (cut.kind === 'statement' ? cut.part : undefined))).toEqual([
      { kind: 'except', roles: [named('role', 'breakglass')] },
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('offers the entry of a statement that opens a way before the whole statement, where others stay', () => {
    const of = account({
      users: [
        user('eve', {
          inline: [
            document(
              allow(['s3:GetObject', 'sts:Assume*'], [named('role', 'breakglass'), 'arn:aws:s3:::acme/*']),
            ),
          ],
        }),
      ],
      roles: [breakglass(trustsAccount)],
    });
    const { cuts, paths } = adminPaths(of);
    expect(paths).toHaveLength(1);
    const own = cuts.filter(({ holder }) => holder === named('user', 'eve'));
    expect(own.map((cut) => (cut.kind === 'statement' ? cut.part : 'scp'))).toEqual([
      { kind: 'entries', element: 'Action', values: ['sts:Assume*'] },
      { kind: 'entries', element: 'Resource', values: [named('role', 'breakglass')] },
      undefined,
    ]);
    const before = stationCase(of, own[0]!.station)!;
    const decisions = own.map((cut) => evaluate(cutCase(before, cut)).decision);
    expect(decisions).toEqual(['ImplicitlyDenied', 'ImplicitlyDenied', 'ImplicitlyDenied']);
    // What stays of the statement is still allowed.
    const read = {
      ...before,
      request: { ...before.request, action: 's3:GetObject', resource: 'arn:aws:s3:::acme/a' },
    };
    expect(evaluate(cutCase(read, own[0]!)).decision).toBe('Allowed');
  });
});
