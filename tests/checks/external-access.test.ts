import { describe, expect, it } from 'vitest';
import { externalAccess } from '../../src/checks/external-access';
import type { TrustZone, Who } from '../../src/checks/external-access';
import { within } from '../support/soon';

const OWN = '111122223333';
const OTHER = '444455556666';
const ZONE: TrustZone = { ownerAccount: OWN };
const ORG_ZONE: TrustZone = { ownerAccount: OWN, organizationId: 'o-a1b2c3d4e5' };

const allow = (principal: unknown, condition?: object): object => ({
  Effect: 'Allow',
  Principal: principal,
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
  ...(condition && { Condition: condition }),
});
const deny = (condition?: object): object => ({
  ...allow('*', condition),
  Effect: 'Deny',
  Action: 's3:*',
  Resource: '*',
});
const policy = (...Statement: readonly object[]): object => ({ Version: '2012-10-17', Statement });
const who = (document: object, zone: TrustZone = ZONE): readonly Who[] =>
  externalAccess(document, zone).map((access) => access.who);

const everyone = { kind: 'everyone' };
const account = (principal: string, id = OTHER): Who => ({ kind: 'account', account: id, principal });

describe('principals', () => {
  it.each<[string, unknown, readonly unknown[]]>([
    ['the own account', { AWS: OWN }, []],
    ['a role of the own account', { AWS: `arn:aws:iam::${OWN}:role/App` }, []],
    ['another account', { AWS: OTHER }, [account(OTHER)]],
    ['its root', { AWS: `arn:aws:iam::${OTHER}:root` }, [account(`arn:aws:iam::${OTHER}:root`)]],
    ['both', { AWS: [OWN, OTHER] }, [account(OTHER)]],
    ['everybody', '*', [everyone]],
    ['every AWS principal', { AWS: '*' }, [everyone]],
    ['a service', { Service: 'sns.amazonaws.com' }, [{ kind: 'service', service: 'sns.amazonaws.com' }]],
    [
      'a unique id',
      { AWS: 'AROAJQABLZS4A3QDU576Q' },
      [{ kind: 'unknown', principal: 'AROAJQABLZS4A3QDU576Q' }],
    ],
    ['a canonical user', { CanonicalUser: 'a'.repeat(64) }, [{ kind: 'canonicalUser', id: 'a'.repeat(64) }]],
    [
      'a provider',
      { Federated: 'accounts.google.com' },
      [{ kind: 'federated', provider: 'accounts.google.com' }],
    ],
  ])('%s', (_name, principal, expected) => {
    expect(who(policy(allow(principal)))).toEqual(expected);
  });

  it('counts NotPrincipal with Allow as everybody', () => {
    const { Principal: _, ...rest } = allow('*') as Record<string, unknown>;
    expect(who(policy({ ...rest, NotPrincipal: { AWS: OTHER } }))).toEqual([everyone]);
  });

  it('trusts the accounts it is told to', () => {
    expect(who(policy(allow({ AWS: OTHER })), { ...ZONE, trustedAccounts: [OTHER] })).toEqual([]);
  });
});

describe('conditions of an Allow to everybody', () => {
  it.each<[string, object, readonly unknown[]]>([
    ['an account', { StringEquals: { 'aws:PrincipalAccount': OTHER } }, [account(OTHER)]],
    ['the own account', { StringEquals: { 'aws:PrincipalAccount': OWN } }, []],
    [
      'the own account, as a variable',
      { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
      [],
    ],
    ['a pattern of accounts', { StringLike: { 'aws:PrincipalAccount': '4444*' } }, [everyone]],
    [
      'principals by ARN',
      { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${OTHER}:role/ci-*` } },
      [account(OTHER)],
    ],
    [
      'principals by ARN, in any account',
      { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/ci' } },
      [everyone],
    ],
    [
      'an organization',
      { StringEquals: { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' } },
      [{ kind: 'organization', id: 'o-zzzzzzzzzz' }],
    ],
    [
      'units of an organization',
      { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': 'o-zzzzzzzzzz/r-ab12/ou-ab12-*' } },
      [{ kind: 'organization', id: 'o-zzzzzzzzzz' }],
    ],
    [
      'a test that an absent key passes',
      { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' } },
      [everyone],
    ],
    [
      'an account, if it is there, as it always is',
      { StringEqualsIfExists: { 'aws:PrincipalAccount': OTHER } },
      [account(OTHER)],
    ],
    ['all values', { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgID': 'o-zzzzzzzzzz' } }, [everyone]],
    ['MFA', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }, [everyone]],
    ['a negation', { StringNotEquals: { 'aws:PrincipalAccount': OTHER } }, [everyone]],
  ])('%s', (_name, condition, expected) => {
    expect(who(policy(allow('*', condition)))).toEqual(expected);
  });

  it('leaves the own organization inside', () => {
    const condition = { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
    expect(who(policy(allow('*', condition)), ORG_ZONE)).toEqual([]);
    expect(who(policy(allow({ AWS: OTHER }, condition)), ORG_ZONE)).toEqual([]);
    expect(who(policy(allow('*', condition)))).toEqual([{ kind: 'organization', id: 'o-a1b2c3d4e5' }]);
  });
});

describe('public', () => {
  it.each<[string, object | undefined, boolean]>([
    ['no condition', undefined, true],
    ['TLS', { Bool: { 'aws:SecureTransport': 'true' } }, true],
    ['a referer', { StringLike: { 'aws:Referer': 'https://example.com/*' } }, true],
    ['a VPC', { StringEquals: { 'aws:SourceVpc': 'vpc-12345678' } }, false],
    ['a pattern of VPCs', { StringLike: { 'aws:SourceVpc': 'vpc-*' } }, true],
    ['addresses', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }, false],
    ['all addresses', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }, true],
    ['half of all addresses', { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '203.0.113.0/24'] } }, true],
    ['an account as source', { StringEquals: { 'aws:SourceAccount': OWN } }, false],
    ['a role by its id', { StringLike: { 'aws:userid': 'AROAJQABLZS4A3QDU576Q:*' } }, false],
    ['a session name', { StringLike: { 'aws:userid': '*:ann' } }, true],
  ])('%s', (_name, condition, expected) => {
    const [access] = externalAccess(policy(allow('*', condition)), ZONE);
    expect(access?.isPublic).toBe(expected);
  });

  it('is nobody by name', () => {
    expect(externalAccess(policy(allow({ AWS: OTHER })), ZONE)[0]?.isPublic).toBe(false);
  });
});

describe('denials', () => {
  it('leave nobody without a condition', () => {
    expect(who(policy(allow('*'), deny()))).toEqual([]);
  });

  it('leave those they spare', () => {
    const own = { StringNotEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } };
    expect(who(policy(allow('*'), deny(own)), ORG_ZONE)).toEqual([]);
    const account = {
      StringNotEqualsIfExists: { 'aws:PrincipalAccount': OWN },
      BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
    };
    expect(who(policy(allow('*'), deny(account)))).toEqual([]);
  });

  it('of other actions change nothing', () => {
    expect(who(policy(allow('*'), { ...deny(), Action: 's3:PutObject' }))).toEqual([everyone]);
  });

  it('with several conditions change nothing that is certain', () => {
    const several = {
      StringNotEquals: { 'aws:PrincipalAccount': OWN },
      NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
    };
    expect(who(policy(allow('*'), deny(several)))).toEqual([everyone]);
  });
});

describe('a Deny to everybody', () => {
  const get = allow('*');
  const denied = (Action: unknown, Resource: unknown = '*'): object => ({ ...deny(), Action, Resource });

  it.each<[string, object, readonly unknown[]]>([
    ['of the very action', denied('S3:getObject'), []],
    ['of actions that begin like it', denied(['sqs:*', 's3:Get*']), []],
    ['of a service by a pattern', denied('s?:*'), []],
    ['of a pattern without a service', denied('s*'), []],
    ['of everything', denied('*'), []],
    ['of its resources', denied('s3:*', ['arn:aws:s3:::other/*', 'arn:aws:s3:::reports*']), []],
    ['of another action', denied('s3:GetObjectAcl'), [everyone]],
    ['of another service', denied('sqs:*'), [everyone]],
    ['of part of its resources', denied('s3:*', 'arn:aws:s3:::reports/private/*'), [everyone]],
  ])('%s', (_name, one, expected) => {
    expect(who(policy(denied('sns:*'), one, get))).toEqual(expected);
  });

  it('must cover each of several actions', () => {
    const both = { ...get, Action: ['s3:GetObject', 's3:PutObject'] };
    expect(who(policy(both, denied('s3:GetObject')))).toEqual([everyone]);
    expect(who(policy(both, denied(['s3:PutObject', 's3:GetObject'])))).toEqual([]);
  });

  it('limits in the order of the text, whichever way it covers', () => {
    const unless = (Action: string, id: string): object => ({
      ...denied(Action),
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': id } },
    });
    const [one, other] = [unless('s3:GetObject', OTHER), unless('*', '777788889999')];
    expect(who(policy(get, one, other))).toEqual([account(OTHER)]);
    expect(who(policy(get, other, one))).toEqual([account('777788889999', '777788889999')]);
  });

  it('does not take Allows times Denies', async () => {
    const COUNT = 3000;
    const allows = (of: (at: number) => string): readonly object[] =>
      Array.from({ length: COUNT }, (_, at) => ({ ...get, Action: of(at) }));
    const denies = (of: (at: number) => string): readonly object[] =>
      allows(of).map((one) => ({ ...one, Effect: 'Deny' }));
    const named = (at: number): string => `s3:Get${at}`;
    const asked = (...lists: readonly (readonly object[])[]): readonly Who[] => who(policy(...lists.flat()));
    expect(await within(60, () => asked(allows(named)))).toHaveLength(COUNT);
    expect(await within(60, () => asked(allows(named), denies(named)))).toEqual([]);
    // As many patterns of one service can only be compared one by one: some are left, and more is told than there is.
    const left = await within(60, () =>
      asked(
        allows(named),
        denies((at) => `s3:*${at}`),
      ),
    );
    expect(left.length).toBeGreaterThan(0);
  });
});

describe('what is told', () => {
  const text = JSON.stringify(
    policy(allow({ AWS: OWN }), allow({ AWS: [OWN, OTHER] }, { StringEquals: { 'sts:ExternalId': 'x' } })),
    null,
    2,
  );
  const [access, ...more] = externalAccess(text, ZONE);

  it('leads to the statement and the principal', () => {
    expect(more).toEqual([]);
    expect(access?.statement.path).toBe('Statement[1]');
    expect(access?.principal.path).toBe('Statement[1].Principal.AWS[1]');
    const { offset, length } = access!.principal.span;
    expect(text.slice(offset, offset + length)).toBe(`"${OTHER}"`);
  });

  it('shows the conditions and whether they keep anybody out', () => {
    expect(access?.conditions).toMatchObject([
      { key: 'sts:ExternalId', operator: 'StringEquals', values: ['x'], narrows: false },
    ]);
    expect(access?.actions).toEqual(['s3:GetObject']);
  });

  it('is nothing for a text that cannot be read', () => {
    for (const broken of ['', '[', 'null', '{"Statement": [{]']) expect(externalAccess(broken)).toEqual([]);
    expect(externalAccess(undefined)).toEqual([]);
  });
});
