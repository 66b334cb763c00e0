import { describe, expect, it } from 'vitest';
import type { ContextEntry } from '../../src/engine/evaluation';
import { contextRows } from '../../src/features/context/rows';
import { keyFacts } from '../../src/checks/key-facts';
import type { ConditionKey } from '../../src/catalog/service-reference';
import { claimsOf } from '../../src/features/context/providerClaims';
import { valueProblem } from '../../src/features/context/valueProblem';
import { keyChoices, keyProblem, matchingKeys } from '../../src/features/context/keyChoices';
import { asOne, shapeOf, valueText, withItem, withoutItem } from '../../src/features/context/values';

const entry = (key: string, more: Partial<ContextEntry> = {}): ContextEntry => ({
  key,
  value: 'x',
  origin: 'given',
  read: false,
  ...more,
});

describe('the rows of the context', () => {
  it('sets keys that are read apart, and folds derived ones that nothing reads', () => {
    const context = [
      entry('aws:SourceIp'),
      entry('aws:SecureTransport', { value: 'true', origin: 'default', read: true }),
      entry('aws:PrincipalAccount', { origin: 'derived' }),
      entry('aws:PrincipalType', { origin: 'derived' }),
    ];
    const rows = contextRows({ context, keysRead: ['aws:securetransport', 'aws:SourceVpce'] }, context);
    expect(rows.read.map(({ key, origin }) => [key, origin])).toEqual([
      ['aws:SecureTransport', 'default'],
      ['aws:SourceVpce', 'absent'],
    ]);
    expect(rows.also.map(({ key }) => key)).toEqual(['aws:PrincipalAccount', 'aws:SourceIp']);
    expect(rows.folded.map(({ key }) => key)).toEqual(['aws:PrincipalType']);
  });

  it('calls a key without a known value unknown, given or not', () => {
    const context = [
      entry('a:b', { value: null }),
      entry('aws:CurrentTime', { value: null, origin: 'default' }),
    ];
    const rows = contextRows({ context, keysRead: [] }, []);
    expect([...rows.also, ...rows.folded].map(({ origin, given }) => [origin, given])).toEqual([
      ['unknown', true],
      ['unknown', false],
    ]);
  });

  it('tells what a given value replaces, whatever its capitals', () => {
    const rows = contextRows({ context: [entry('aws:username', { value: 'bob' })], keysRead: [] }, [
      entry('AWS:UserName', { value: 'alice', origin: 'derived' }),
    ]);
    expect(rows.also[0]).toMatchObject({ value: 'bob', origin: 'given', replaces: 'alice' });
  });

  it('keeps a row in its place while its value comes and goes', () => {
    const keysRead = ['b:key', 'a:key', 'c:key'];
    const order = (context: readonly ContextEntry[]): readonly string[] =>
      contextRows({ context, keysRead }, []).read.map(({ key }) => key);
    expect(order([])).toEqual(order([entry('c:key', { read: true }), entry('a:key', { read: true })]));
  });

  it('shows a key that is being added, once', () => {
    expect(contextRows({ context: [], keysRead: [] }, [], 'aws:SourceIp').also).toEqual([
      { key: 'aws:SourceIp', value: undefined, origin: 'absent', given: false },
    ]);
    const context = [entry('aws:SourceIp')];
    expect(contextRows({ context, keysRead: [] }, [], 'aws:sourceip').also).toHaveLength(1);
    expect(contextRows({ context: [], keysRead: ['aws:SourceIp'] }, [], 'aws:sourceip').also).toEqual([]);
  });

  it('takes names of the language for ordinary keys', () => {
    const context = [entry('__proto__'), entry('constructor', { read: true })];
    const rows = contextRows({ context, keysRead: ['constructor', 'toString'] }, context);
    expect(rows.read.map(({ key }) => key)).toEqual(['constructor', 'toString']);
    expect(rows.also.map(({ key }) => key)).toEqual(['__proto__']);
  });
});

describe('editing a value', () => {
  it('starts a multivalued key as a list, and a Boolean one as a choice', () => {
    expect(shapeOf(keyFacts(undefined, 'aws:TagKeys'), undefined)).toBe('several');
    expect(shapeOf(keyFacts(undefined, 'AWS:securetransport'), 'true')).toBe('bool');
    expect(shapeOf(keyFacts(undefined, 'aws:SourceIp'), null)).toBe('one');
  });

  it('keeps to the shape that the value has', () => {
    expect(shapeOf(keyFacts(undefined, 'aws:TagKeys'), 'team')).toBe('one');
    expect(shapeOf(keyFacts(undefined, 'aws:SecureTransport'), ['true'])).toBe('several');
    expect(shapeOf(keyFacts(undefined, 'aws:SecureTransport'), 'maybe')).toBe('one');
  });

  it('adds, changes and removes items of a list', () => {
    expect(withItem([], 0, 'a')).toEqual(['a']);
    expect(withItem(['a'], 1, 'b')).toEqual(['a', 'b']);
    expect(withItem(['a', 'b'], 0, 'c')).toEqual(['c', 'b']);
    expect(withoutItem(['a', 'b'], 0)).toEqual(['b']);
    expect(asOne(['a', 'b'])).toBe('a');
  });

  it('says in words what has no letters', () => {
    expect([undefined, null, [], '', ['a', '']].map(valueText)).toEqual([
      'not in the request',
      'not known',
      'not in the request',
      'empty',
      'a, empty',
    ]);
  });
});

const nothing = { read: [], given: [], service: undefined, claims: claimsOf('', '') };

describe('adding a key', () => {
  it('offers what policies read first, and nothing that is there', () => {
    const asked = { ...nothing, read: ['s3:prefix', 'aws:SourceIp'], given: ['AWS:SourceIP'] };
    const keys = keyChoices(asked).map(({ key }) => key);
    expect(keys[0]).toBe('s3:prefix');
    expect(keys).toContain('aws:PrincipalOrgID');
    expect(keys.map((key) => key.toLowerCase())).not.toContain('aws:sourceip');
  });

  it('finds keys by any part, those that begin with it first', () => {
    const choices = ['aws:PrincipalOrgID', 'org:x', 'aws:Other'].map((key) => ({ key, about: '' }));
    expect(matchingKeys(choices, 'ORG').map(({ key }) => key)).toEqual(['org:x', 'aws:PrincipalOrgID']);
    expect(matchingKeys(choices, '')).toEqual(choices);
  });

  it('asks for the part of a key that everybody names for themselves', () => {
    const keys = keyChoices(nothing).map(({ key }) => key);
    expect(keys).toContain('aws:PrincipalTag/${TagKey}');
    expect(keyProblem('aws:PrincipalTag/${TagKey}')).toMatch(/in place of `\$\{TagKey\}`/);
    expect(keyProblem('s3:ExistingObjectTag/<key>')).toMatch(/s3:ExistingObjectTag\/team/);
    expect(keyProblem('<provider>:sub')).toMatch(/provider’s address/);
    expect(keyProblem('aws:PrincipalTag/')).toMatch(/at the end/);
    expect(keyProblem('kms:EncryptionContext:')).toMatch(/at the end/);
    expect(keyProblem('kms:EncryptionContext:tenant')).toBeUndefined();
    expect(keyProblem('aws:PrincipalTag/team')).toBeUndefined();
    expect(keyProblem('SourceIp')).toMatch(/colon/);
  });

  it('offers the global keys of tags only where the action has them', () => {
    const tags = (service: readonly ConditionKey[] | undefined): readonly string[] =>
      keyChoices({ ...nothing, service }).flatMap(({ key }) =>
        /^aws:(RequestTag|ResourceTag|TagKeys)/.test(key) ? [key] : [],
      );
    expect(tags(undefined)).toHaveLength(3);
    expect(tags([])).toEqual([]);
    const key = { key: 'aws:TagKeys', type: 'String', multivalued: true, description: '' } as const;
    expect(tags([key])).toEqual(['aws:TagKeys']);
  });
});

describe('the claims of an identity provider', () => {
  const call = 'sts:AssumeRoleWithWebIdentity';
  const github = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';

  it('are named after the provider that asks', () => {
    const { keys, isForeign } = claimsOf(call, github);
    expect(keys).toContain('token.actions.githubusercontent.com:sub');
    expect(isForeign('token.actions.githubusercontent.com:actor')).toBe(false);
    expect(isForeign('gitlab.com:project_id')).toBe(true);
    expect(isForeign('sts:RoleSessionName')).toBe(false);
    expect(claimsOf(call, 'accounts.google.com').keys[0]).toBe('accounts.google.com:aud');
  });

  it('are offered with the provider still to be named, and only in such calls', () => {
    expect(claimsOf(call, '').keys).toContain('<provider>:sub');
    expect(claimsOf('s3:GetObject', github).keys).toEqual([]);
    expect(claimsOf('sts:AssumeRoleWithSAML', '').isForeign('gitlab.com:project_id')).toBe(true);
    expect(claimsOf('sts:AssumeRoleWithSAML', '').isForeign('saml:aud')).toBe(false);
  });
});

describe('what is odd about a value', () => {
  it.each([
    ['date', '2026-11-24T12:00:00Z', undefined],
    ['date', '1795521600', undefined],
    ['date', '2026-11', 'AWS sends a whole time; this is read as `2026-11-01T00:00:00Z`.'],
    ['date', '2026-11-24', 'AWS sends a whole time; this is read as `2026-11-24T00:00:00Z`.'],
    ['date', '2026-02-30T12:00:00Z', /no date.*2026-11-24T12:00:00Z/],
    ['date', '24.11.2026', /no date/],
    ['ip', '203.0.113.7', undefined],
    ['ip', '2001:db8::7', undefined],
    ['ip', '203.0.113.0/24', /one address, such as `203.0.113.0`; a range belongs in the policy/],
    ['ip', '203.0.113.0/33', /no IP address/],
    ['ip', '1234', /no IP address/],
    ['numeric', '3600', undefined],
    ['numeric', '-1.5', undefined],
    ['numeric', '1h', /no number.*3600/],
    ['arn', 'arn:aws:s3:::bucket', undefined],
    ['arn', 'arn:aws:s3', /six parts/],
    ['arn', 'arn::s3:::bucket', /partition/],
    ['arn', 'arn:aws:s3:::', /before its resource/],
    ['bool', 'TRUE', undefined],
    ['bool', 'yes', /`true` or `false`/],
    ['binary', 'c2VjcmV0', undefined],
    ['binary', 'no base64', /Base64/],
    ['string', 'anything', undefined],
    ['date', '', undefined],
  ] as const)('%s %s', (type, text, problem) => {
    const said = valueProblem(type, text);
    if (problem instanceof RegExp) expect(said).toMatch(problem);
    else expect(said).toBe(problem);
  });
});
