import { describe, expect, it } from 'vitest';
import { ScenarioError, emptyScenario, evaluate, parseScenario } from '../../src/index';
import { upgrader } from '../../src/formats/upgrade';
import { caseScenarios } from './cases';

const request = { principal: '', action: '', resource: '' };

function errorOf(json: unknown): ScenarioError {
  try {
    parseScenario(json);
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('it parsed');
}

describe('parseScenario', () => {
  it.each(caseScenarios)('reads $name unchanged', ({ scenario }) => {
    expect(parseScenario(scenario)).toEqual(scenario);
  });

  it('reads a draft: nothing filled in, nothing finished', () => {
    expect(parseScenario(emptyScenario())).toEqual(emptyScenario());
    const draft = { schema: 2, request, policies: { identity: [{ name: '', text: '{ "Version' }] } };
    expect(parseScenario(draft)).toEqual(draft);
  });

  it('reads unknown layers, unknown context values, settings, and tests that name only what differs', () => {
    const scenario = {
      schema: 2,
      request: { ...request, context: { 'aws:SourceIp': null, 'aws:TagKeys': ['a', 'b'] } },
      policies: {
        scp: { supposed: 'allows' },
        identity: 'unknown',
        boundary: 'unknown',
        rcp: [{ target: 'Root', policies: [] }],
      },
      s3: { objectOwnership: 'ObjectWriter', acl: [{ grantee: 'AllUsers', permission: 'READ' }] },
      organization: { id: 'o-abc' },
      tests: [{ name: 'reads', request: { action: 's3:GetObject' }, expect: 'Allowed' }],
    };
    expect(parseScenario(scenario)).toEqual(scenario);
  });

  it('reads all that version 2 has', () => {
    const body = { schema: 2, request, policies: {}, notes: 'before' };
    const scenario = {
      schema: 2,
      request,
      policies: { resource: { supposed: 'allows' }, identity: { supposed: 'allows' } },
      placeholders: { 'aws_s3_bucket.b.arn': 'arn:aws:s3:::reports', 'var.x': null },
      tests: [
        {
          name: 'a',
          request: {},
          expect: 'Denied',
          because: { layer: 'scp', policy: 'Guard', statement: 'DenyAll' },
          policies: { scp: null, identity: 'unknown' },
        },
      ],
      before: body,
      chain: [body],
      guards: [
        {
          kind: 'never',
          action: 'iam:PassRole',
          resource: '*',
          by: 'anyone',
          unless: { Bool: { 'aws:ViaAWSService': 'true' } },
        },
      ],
      lesson: { of: 'res-account' },
    };
    expect(parseScenario(scenario)).toEqual(scenario);
  });

  it.each<[string, unknown, string, RegExp]>([
    ['no object', [], '', /must be a JSON object/],
    ['null', null, '', /must be a JSON object/],
    ['no version', { request, policies: {} }, 'schema', /says its version/],
    ['a version in quotes', { schema: '1', request, policies: {} }, 'schema', /says its version/],
    ['a missing request', { schema: 2, policies: {} }, 'request', /must be an object/],
    [
      'a number',
      { schema: 2, request: { ...request, action: 5 }, policies: {} },
      'request.action',
      /must be text/,
    ],
    [
      'an unknown field',
      { schema: 2, request, policies: {}, polices: {} },
      'polices',
      /no field of this name/,
    ],
    [
      'an unknown layer',
      { schema: 2, request, policies: { idenity: [] } },
      'policies.idenity',
      /no field of this name here, in `policies`/,
    ],
    [
      'a single policy where a list belongs',
      { schema: 2, request, policies: { identity: { name: 'A', text: '' } } },
      'policies.identity',
      /list of policies or `"unknown"`/,
    ],
    [
      'both document and text',
      { schema: 2, request, policies: { identity: [{ name: 'A', text: '', document: {} }] } },
      'policies.identity[0]',
      /one of the two, not both/,
    ],
    [
      'a list as a document',
      { schema: 2, request, policies: { resource: { name: 'A', document: [] } } },
      'policies.resource.document',
      /must be an object/,
    ],
    [
      'a misspelt field deep inside',
      { schema: 2, request, policies: { scp: [{ target: 'Root', policies: [{ name: 'A', txt: '' }] }] } },
      'policies.scp[0].policies[0].txt',
      /no field of this name/,
    ],
    [
      'a number as a context value',
      { schema: 2, request: { ...request, context: { 'aws:MultiFactorAuthAge': 5 } }, policies: {} },
      'request.context["aws:MultiFactorAuthAge"]',
      /must be text, a list of texts, or `null`/,
    ],
    [
      'a wrong expectation',
      { schema: 2, request, policies: {}, tests: [{ name: 'a', request: {}, expect: 'Maybe' }] },
      'tests[0].expect',
      /`"Allowed"` or `"Denied"`/,
    ],
  ])('refuses %s and says where', (_, json, path, message) => {
    const issue = errorOf(json).issues.find((found) => found.path === path);
    expect(issue?.message).toMatch(message);
  });

  it('tells every issue at once', () => {
    expect(errorOf({ schema: 2, request: { principal: 1, action: 2, resource: 3 } }).issues).toHaveLength(4);
  });

  it('knows a newer version from a broken one', () => {
    expect(errorOf({ schema: 3, anything: true }).kind).toBe('newerVersion');
    expect(errorOf({ schema: 0 }).kind).toBe('invalid');
  });

  it('cannot be used to change the prototype of objects', () => {
    const hostile = [
      '{"schema":1,"request":{"principal":"","action":"","resource":"","context":{"__proto__":{"polluted":"yes"}}},"policies":{}}',
      '{"schema":1,"request":{"principal":"","action":"","resource":"","context":{"__proto__":"x"}},"policies":{}}',
      '{"schema":1,"__proto__":{"polluted":"yes"},"request":{"principal":"","action":"","resource":""},"policies":{}}',
      '{"__proto__":{"schema":1}}',
    ];
    for (const text of hostile) expect(() => parseScenario(JSON.parse(text))).toThrow(ScenarioError);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });

  it('refuses what is too large, too deep, or not JSON, without exhausting the stack', () => {
    const document: Record<string, unknown> = {};
    let inner = document;
    for (let depth = 0; depth < 100_000; depth += 1) inner = inner['a'] = {} as Record<string, unknown>;
    const cyclic: Record<string, unknown> = {};
    cyclic['self'] = cyclic;
    const withDocument = (value: object) => ({
      schema: 2,
      request,
      policies: { resource: { name: '', document: value } },
    });
    expect(errorOf(withDocument(document)).message).toMatch(/levels deep/);
    expect(errorOf(withDocument(cyclic)).message).toMatch(/levels deep/);
    expect(errorOf(withDocument({ a: Number.NaN })).message).toMatch(/not a JSON value/);
    expect(errorOf({ schema: 2, request, policies: {}, notes: 'x'.repeat(3_000_000) }).message).toMatch(
      /too large/,
    );
  });
});

describe('a case of version 1', () => {
  const bucket = 'arn:aws:s3:::data/a';
  const reads = (...conditions: readonly object[]) => ({
    Version: '2012-10-17',
    Statement: conditions.map((Condition) => ({ Effect: 'Allow', Action: '*', Resource: '*', Condition })),
  });
  const older = (principal: string, context: object | undefined, ...conditions: readonly object[]) => ({
    schema: 1,
    request: { principal, action: 's3:GetObject', resource: bucket, ...(context && { context }) },
    policies: { identity: [{ name: 'A', document: reads(...conditions) }] },
  });
  const user = 'arn:aws:iam::111122223333:user/ann';
  const session = 'arn:aws:sts::111122223333:assumed-role/App/s1';

  it('says that a key is absent which a policy reads, nobody told and AWS may leave out', () => {
    const read = parseScenario(
      older(
        user,
        { 'aws:sourcevpc': null },
        { StringEquals: { 'aws:PrincipalTag/team': 'a', 'aws:SourceVpc': 'vpc-1' } },
        { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
      ),
    );
    expect(read.schema).toBe(2);
    expect(read.request.context).toEqual({
      'aws:sourcevpc': null,
      'aws:PrincipalTag/team': [],
      'aws:MultiFactorAuthPresent': [],
    });
  });

  it('says nothing of a key that AWS always sends, and leaves open what it is', () => {
    const address = older(user, undefined, { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } });
    expect(parseScenario(address).request).toEqual(address.request);
    expect(evaluate(parseScenario(address)).decision).toBe('Undetermined');
  });

  it('keeps what a role’s session without a word on MFA meant', () => {
    const mfa = older(session, undefined, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } });
    expect(parseScenario(mfa).request.context).toEqual({ 'aws:MultiFactorAuthPresent': [] });
    expect(evaluate(parseScenario(mfa)).decision).toBe('ImplicitlyDenied');
    expect(evaluate(parseScenario({ ...mfa, schema: 2 })).decision).toBe('Undetermined');
  });

  it('says nothing of keys that follow from the rest, in any of its requests', () => {
    const derived = {
      ...older(user, undefined, {
        StringEquals: { 'aws:username': 'ann', 'kms:CallerAccount': '111122223333' },
      }),
      linked: [
        {
          name: 'key',
          request: { action: 'kms:Decrypt', resource: 'arn:aws:kms:eu-west-1:111122223333:key/1' },
        },
      ],
    };
    expect(parseScenario(derived)).toEqual({ ...derived, schema: 2 });
  });
});

describe('upgrades', () => {
  it('run one step after another', () => {
    const upgrade = upgrader({ 1: (old) => [old, 2], 2: (old) => [old, 3] }, 3);
    expect(upgrade('first', 1)).toEqual([['first', 2], 3]);
    expect(upgrade('second', 2)).toEqual(['second', 3]);
    expect(upgrade('third', 3)).toBe('third');
  });

  it('must be complete when the program loads', () => {
    expect(() => upgrader({ 1: (old) => old }, 3)).toThrow(/from each version to the next/);
    expect(() => upgrader({ 1: (old) => old, 2: (old) => old }, 2)).toThrow(/from each version to the next/);
  });
});
