import { describe, expect, it } from 'vitest';
import { configRules, readReport, trustedFromOutside, unusedRoles } from '../../src/index';
import { boundaryCoverage } from '../../src/audit/account/boundary-coverage';
import { overviewOf } from '../../src/audit/account/overview';
import { delegations } from '../../src/audit/account/delegation';
import { cisChecks } from '../../src/audit/config/cis';
import { ADMIN, ID, account, allow, document, managed, named, role, user } from './build';

const EC2 = { Principal: { Service: 'ec2.amazonaws.com' } };

describe('an account in several texts', () => {
  const page = (list: string, rows: readonly object[], more: object = {}): string =>
    JSON.stringify({ [list]: rows, ...more });

  it('is one account, whatever the order, and what is there twice counts once', () => {
    const users = page('UserDetailList', [user('bo'), user('ana')], { IsTruncated: true, Marker: 'm' });
    const roles = page('RoleDetailList', [role('app', { trust: EC2 })], { IsTruncated: false });
    const policies = page('Policies', [managed(named('policy', 'Own'), document(allow('s3:*')))]);
    const read = readReport([roles, users, policies, users]);
    expect(read.kind).toBe('account');
    if (read.kind !== 'account') return;
    expect(read.account.principals.map(({ name }) => name)).toEqual(['ana', 'bo', 'app']);
    expect([...read.account.managed.keys()]).toEqual([named('policy', 'Own')]);
    expect(read.problems).toEqual([]);
  });

  it('says that pages are missing, and that accounts are mixed', () => {
    const first = page('UserDetailList', [user('ana')], { IsTruncated: true });
    const other = page('UserDetailList', [{ ...user('eve'), Arn: 'arn:aws:iam::999988887777:user/eve' }]);
    expect(readReport(first).problems.map(({ id }) => id)).toEqual(['more-pages']);
    expect(readReport([first, other]).problems.map(({ id }) => id)).toEqual(['other-account']);
  });

  it.each([
    ['cut short', JSON.stringify({ UserDetailList: [user('ana'), user('bo')] }).slice(0, -60), 'cut-off'],
    ['a list of users', JSON.stringify({ Users: [{ UserName: 'ana' }] }), 'not-recognized'],
    ['a list of policies', JSON.stringify({ Policies: [{ PolicyName: 'p' }] }), 'not-recognized'],
    ['the state of a credential report', '{"State":"STARTED"}', 'job-not-completed'],
    [
      'a refusal',
      'An error occurred (ReportNotPresent) when calling the GetCredentialReport operation',
      'job-not-completed',
    ],
  ])('is not read from %s, and the command is named', (_what, text, id) => {
    const read = readReport(text);
    expect(read.kind).toBe('unknown');
    expect(read.problems.map((problem) => problem.id)).toEqual([id]);
    expect(read.problems[0]?.message).toMatch(/`aws iam get-/);
  });
});

describe('roles trusted from outside', () => {
  const trusted = (trust: object): readonly string[] =>
    trustedFromOutside(account({ roles: [role('r', { trust })] })).trusted.map(
      ({ who, externalId, anySubject }) =>
        [who, externalId && 'external ID', anySubject && 'any subject'].filter(Boolean).join(', '),
    );
  const GITHUB = `arn:aws:iam::${ID}:oidc-provider/token.actions.githubusercontent.com`;
  const github = (Condition: object): object => ({
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: GITHUB },
    Condition,
  });
  const SUB = 'token.actions.githubusercontent.com:sub';

  it.each<[string, object, readonly string[]]>([
    ['its own account', { Principal: { AWS: ID } }, []],
    ['a service', EC2, []],
    ['somebody deleted', { Principal: { AWS: 'AROAEXAMPLE1234567890' } }, []],
    ['another account', { Principal: { AWS: 'arn:aws:iam::999988887777:role/ci' } }, ['999988887777']],
    [
      'two users of one account',
      { Principal: { AWS: ['arn:aws:iam::999988887777:user/a', 'arn:aws:iam::999988887777:user/b'] } },
      ['999988887777'],
    ],
    [
      'another account with an external ID',
      { Principal: { AWS: '999988887777' }, Condition: { StringEquals: { 'sts:ExternalId': 'x' } } },
      ['999988887777, external ID'],
    ],
    [
      'another account with any external ID',
      { Principal: { AWS: '999988887777' }, Condition: { StringLike: { 'sts:ExternalId': '*' } } },
      ['999988887777'],
    ],
    [
      'everybody of an organization',
      { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-abcdefghij' } } },
      ['*'],
    ],
    ['a statement that only tags', { Action: 'sts:TagSession', Principal: { AWS: '999988887777' } }, []],
    [
      'a provider by audience alone',
      github({ StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } }),
      ['token.actions.githubusercontent.com, any subject'],
    ],
    [
      'a provider whose subject is there',
      github({ Null: { [SUB]: 'false' } }),
      ['token.actions.githubusercontent.com, any subject'],
    ],
    [
      'every repository',
      github({ StringLike: { [SUB]: 'repo:*' } }),
      ['token.actions.githubusercontent.com, any subject'],
    ],
    [
      'one organization of repositories',
      github({ StringLike: { [SUB]: 'repo:acme/*' } }),
      ['token.actions.githubusercontent.com'],
    ],
    [
      'a SAML provider',
      {
        Action: 'sts:AssumeRoleWithSAML',
        Principal: { Federated: `arn:aws:iam::${ID}:saml-provider/Okta` },
      },
      [`arn:aws:iam::${ID}:saml-provider/Okta`],
    ],
  ])('%s', (_whom, trust, expected) => {
    expect(trusted(trust)).toEqual(expected);
  });

  it('a name alone makes no service-linked role', () => {
    const found = trustedFromOutside(
      account({
        roles: [
          role('AWSServiceRoleForFake', { trust: { Principal: { AWS: '999988887777' } } }),
          role('AWSServiceRoleForECS', { trust: EC2, path: '/aws-service-role/ecs.amazonaws.com/' }),
        ],
      }),
    );
    expect(found.serviceLinked.map(({ name }) => name)).toEqual(['AWSServiceRoleForECS']);
    expect(found.namedLikeLinked.map(({ name }) => name)).toEqual(['AWSServiceRoleForFake']);
    expect(found.trusted.map((one) => one.role.name)).toEqual(['AWSServiceRoleForFake']);
  });
});

describe('unused roles', () => {
  it('are those over the limit in whole days, by creation where there was no use', () => {
    const now = '2026-11-20T12:00:00Z';
    const roleUsed = (name: string, used: string | undefined, created = '2020-01-01T00:00:00Z'): object =>
      role(name, {
        trust: EC2,
        rest: { CreateDate: created, RoleLastUsed: used === undefined ? {} : { LastUsedDate: used } },
      });
    const of = account({
      roles: [
        roleUsed('at-90', '2026-08-22T12:00:00Z'),
        roleUsed('at-91', '2026-08-21 12:00:00+00:00'),
        roleUsed('never', undefined),
        roleUsed('new', undefined, '2026-11-01T00:00:00Z'),
      ],
    });
    expect(unusedRoles(of, { now }).map(({ role: { name }, lastUsed }) => [name, lastUsed])).toEqual([
      ['never', null],
      ['at-91', '2026-08-21'],
    ]);
  });
});

describe('Config rules over an account', () => {
  const by = (of: ReturnType<typeof account>, rule: string, parameters: Record<string, string> = {}) =>
    configRules({ account: of, parameters }).rules.find((one) => one.rule === rule)?.by;

  it('spares boundaries where the parameter says so', () => {
    const limit = named('policy', 'Limit');
    const of = account({
      users: [user('ana', { boundary: limit })],
      policies: [
        managed(limit, document(allow('*'))),
        managed(named('policy', 'Wide'), document(allow('*'))),
      ],
    });
    const rule = 'iam-policy-no-statements-with-admin-access';
    expect(by(of, rule)).toEqual({ Limit: 'NON_COMPLIANT', Wide: 'NON_COMPLIANT' });
    expect(by(of, rule, { excludePermissionBoundaryPolicy: 'true' })).toEqual({ Wide: 'NON_COMPLIANT' });
  });

  it('judges a user and a role of one name together', () => {
    const of = account({
      users: [user('deploy', { attached: [ADMIN] })],
      roles: [role('deploy', { trust: EC2 })],
    });
    expect(by(of, 'iam-policy-blacklisted-check')).toEqual({ deploy: 'NON_COMPLIANT' });
    expect(by(of, 'iam-policy-blacklisted-check', { exceptionList: 'users:[deploy]' })).toEqual({
      deploy: 'COMPLIANT',
    });
  });

  it('asks for every named group', () => {
    const of = account({ users: [user('ana', { groups: ['a', 'b'] }), user('bo', { groups: ['a'] })] });
    expect(by(of, 'iam-user-group-membership-check', { groupNames: 'a, b' })).toEqual({
      ana: 'COMPLIANT',
      bo: 'NON_COMPLIANT',
    });
  });

  it('and the recommendations of CIS that an account decides', () => {
    const of = account({ users: [user('ana', { attached: [ADMIN] })] });
    expect(cisChecks(of).map(({ cis, passed, found }) => [cis[2], passed, found])).toEqual([
      ['1.14', false, ['ana']],
      ['1.15', false, ['AdministratorAccess']],
      ['1.16', false, []],
      ['1.21', true, []],
    ]);
  });
});

describe('permissions boundaries', () => {
  const LIMIT = named('policy', 'DeveloperBoundary');
  const only = { Condition: { StringEquals: { 'iam:PermissionsBoundary': LIMIT } } };
  /** As the guide has it. */
  const grant = allow(['iam:CreateRole', 'iam:AttachRolePolicy'], '*', {
    Sid: 'AllowIAMWithBoundary',
    ...only,
  });

  it('are missing where somebody may hand out permissions without one', () => {
    const of = account({
      users: [
        user('free', { inline: [document(allow('iam:CreateUser'))] }),
        user('capped', { inline: [document(allow('iam:CreateUser'))], boundary: LIMIT }),
        user('reader', { inline: [document(allow('iam:Get*'))] }),
      ],
      policies: [managed(LIMIT, document(allow('iam:*')))],
    });
    const { uncovered, open, covered } = boundaryCoverage(of);
    expect(uncovered.map(({ principal, action }) => [principal.name, action])).toEqual([
      ['free', 'iam:CreateUser'],
    ]);
    expect(covered).toBe(1);
    expect(open.map(({ name, actions }) => [name, actions])).toEqual([
      [
        'DeveloperBoundary',
        [
          'iam:DeleteRolePermissionsBoundary',
          'iam:DeleteUserPermissionsBoundary',
          'iam:PutRolePermissionsBoundary',
          'iam:PutUserPermissionsBoundary',
        ],
      ],
    ]);
  });

  it('are delegated with gaps in the guide’s sample: nothing denies taking the boundary off, changing it or rewriting it', () => {
    const [found, ...rest] = delegations(account({ users: [user('dev', { inline: [document(grant)] })] }));
    expect(rest).toEqual([]);
    expect(found).toMatchObject({
      policy: 'p0',
      holder: named('user', 'dev'),
      statement: 0,
      boundary: LIMIT,
    });
    expect(found?.gaps.map(({ action, gap }) => `${action} ${gap}`)).toEqual([
      'iam:DeleteRolePermissionsBoundary notDenied',
      'iam:DeleteUserPermissionsBoundary notDenied',
      'iam:PutRolePermissionsBoundary notDenied',
      'iam:PutUserPermissionsBoundary notDenied',
      'iam:CreatePolicyVersion notDenied',
      'iam:SetDefaultPolicyVersion notDenied',
    ]);
  });

  it('are delegated openly where the same policy allows it, and well where it denies it', () => {
    const deny = (Action: unknown, Resource: unknown, rest: object = {}): object => ({
      ...allow(Action, Resource, rest),
      Effect: 'Deny',
    });
    const open = delegations(
      account({ users: [user('dev', { inline: [document(grant, allow('iam:Delete*'))] })] }),
    )[0]?.gaps.filter(({ gap }) => gap === 'open');
    expect(open?.map(({ action }) => action)).toEqual([
      'iam:DeleteRolePermissionsBoundary',
      'iam:DeleteUserPermissionsBoundary',
    ]);
    const closed = document(
      grant,
      deny(['iam:DeleteRolePermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'], '*'),
      deny(['iam:PutRolePermissionsBoundary', 'iam:PutUserPermissionsBoundary'], '*', {
        Condition: { StringNotEquals: { 'iam:PermissionsBoundary': LIMIT } },
      }),
      deny(['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'], LIMIT),
    );
    expect(delegations(account({ users: [user('dev', { inline: [closed] })] }))[0]?.gaps).toEqual([]);
  });
});

describe('policies of which only the name is known', () => {
  const GONE = { PolicyName: 'Gone', PolicyArn: named('policy', 'Gone') };

  it('are told once for the account, those of most principals first, boundaries and whole groups too', () => {
    const found = overviewOf(
      account({
        users: [
          user('ana', { attached: [GONE, ADMIN], groups: ['ops'] }),
          user('bo', { attached: [GONE], boundary: named('policy', 'Edge') }),
        ],
      }),
      { now: '2026-11-20T12:00:00Z' },
    ).unseen;
    expect(found.map(({ name, principals }) => [name, principals])).toEqual([
      ['Gone', 2],
      ['All policies of group ops', 1],
      ['Edge', 1],
    ]);
    expect(found[0]!.commands.join()).toContain(
      `aws iam get-policy-version --policy-arn ${named('policy', 'Gone')}`,
    );
    expect(found[1]!.commands).toContain('aws iam list-group-policies --group-name ops');
  });
});
