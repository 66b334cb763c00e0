import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Request } from '../../src/case/scenario';
import type { Scenario, ScenarioTest } from '../../src/index';
import { markdown, plain } from '../../src/explain/rich';
import { keepTests } from '../../src/case/keep-tests';
import { countTests, runTest, runTests, testRequest } from '../../src/explain/run-tests';
import { anyScenario } from './any-scenario';

const allow = (action: string, resource: string) => ({ Effect: 'Allow', Action: action, Resource: resource });

function scenario(tests: readonly ScenarioTest[], more: Partial<Scenario> = {}): Scenario {
  return {
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/alice',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::photos/a.jpg',
    },
    policies: {
      identity: [
        {
          name: 'Photos',
          document: {
            Version: '2012-10-17',
            Statement: [
              allow('s3:GetObject', 'arn:aws:s3:::photos/*'),
              { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::photos/secret/*' },
            ],
          },
        },
      ],
    },
    tests,
    ...more,
  };
}

const test = (request: ScenarioTest['request'], wanted: ScenarioTest['expect']): ScenarioTest => ({
  name: 'one',
  request,
  expect: wanted,
});

describe('a test that expects a reason, or has policies of its own', () => {
  const allowAll = (name: string) => ({
    name,
    document: {
      Version: '2012-10-17',
      Statement: [{ Sid: 'All', Effect: 'Allow', Action: '*', Resource: '*' }],
    },
  });
  const deny = {
    name: 'Guard',
    document: {
      Version: '2012-10-17',
      Statement: [{ Sid: 'No', Effect: 'Deny', Action: '*', Resource: '*' }],
    },
  };
  const root = { target: 'Root', policies: [allowAll('FullAWSAccess'), deny] };
  const scenario = {
    schema: 2,
    request: {
      principal: 'arn:aws:iam::111122223333:user/ann',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
    },
    policies: { identity: [allowAll('A')], scp: [root] },
  } as const;
  const kindOf = (test: object): string =>
    runTest(scenario, { name: '', request: {}, expect: 'Denied', ...test }).kind;

  it.each([
    [{ because: { layer: 'scp' } }, 'passes'],
    [{ because: { layer: 'scp', policy: 'Guard', statement: 0 } }, 'passes'],
    [{ because: { layer: 'scp', statement: 'No' } }, 'passes'],
    [{ because: { layer: 'identity' } }, 'fails'],
    [{ because: { layer: 'scp', policy: 'FullAWSAccess' } }, 'fails'],
    [{ policies: { scp: null }, expect: 'Allowed' }, 'passes'],
    [
      { policies: { scp: null }, expect: 'Allowed', because: { layer: 'identity', statement: 'All' } },
      'passes',
    ],
    [{ policies: { scp: null, identity: [] }, because: { layer: 'identity' } }, 'passes'],
    [{ policies: { scp: null, identity: [] }, because: { layer: 'scp' } }, 'fails'],
    [{ policies: { scp: 'unknown' } }, 'open'],
  ])('%j', (test, kind) => {
    expect(kindOf(test)).toBe(kind);
  });

  it('says what decided instead', () => {
    const result = runTest(scenario, {
      name: '',
      request: {},
      expect: 'Denied',
      because: { layer: 'boundary' },
    });
    expect(result.kind === 'fails' && plain(result.why)).toMatch(
      /^As expected, but not because of the .*\. An SCP/,
    );
  });
});

describe('a test', () => {
  it.each([
    [{}, 'Allowed', 'Allowed'],
    [{ action: 's3:PutObject' }, 'Denied', 'ImplicitlyDenied'],
    [{ resource: 'arn:aws:s3:::photos/secret/a' }, 'Denied', 'ExplicitlyDenied'],
  ] as const)('asks %j and passes where it expects %s', (request, wanted, decision) => {
    expect(runTest(scenario([]), test(request, wanted))).toEqual({ kind: 'passes', decision });
  });

  it('fails with the reason of the verdict', () => {
    const result = runTest(scenario([]), test({ action: 's3:PutObject' }, 'Allowed'));
    expect(result).toMatchObject({ kind: 'fails', decision: 'ImplicitlyDenied', lead: 'Denied.' });
    expect(result.kind === 'fails' && markdown(result.why)).toContain('`s3:PutObject`');
    const denied = runTest(scenario([]), test({}, 'Denied'));
    expect(denied).toMatchObject({ kind: 'fails', decision: 'Allowed', lead: 'Allowed.' });
  });

  it('is open where the verdict depends on something, and says on what', () => {
    const hidden = scenario([], { policies: { ...scenario([]).policies, scp: 'unknown' } });
    for (const wanted of ['Allowed', 'Denied'] as const) {
      const result = runTest(hidden, test({}, wanted));
      expect(result.kind).toBe('open');
      expect(result.kind === 'open' && markdown(result.why)).toBe(
        'It depends on SCPs of 111122223333: not visible to you.',
      );
    }
    const unread = scenario([], { policies: { identity: [{ name: 'Half', text: '{ "Statement": [' }] } });
    const result = runTest(unread, test({}, 'Allowed'));
    expect(result.kind === 'open' && markdown(result.why)).toBe(
      'It depends on `Half`, which cannot be read.',
    );
  });

  it('takes the request of an empty case as not complete', () => {
    const empty: Scenario = { schema: 2, request: { principal: '', action: '', resource: '' }, policies: {} };
    expect(runTest(empty, test({}, 'Denied')).kind).toBe('open');
  });

  it('is counted with the others', () => {
    const results = runTests(
      scenario([test({}, 'Allowed'), test({}, 'Denied'), test({ action: 's3:PutObject' }, 'Denied')]),
    );
    expect(countTests(results)).toEqual({ passes: 2, fails: 1, open: 0 });
  });
});

describe('tests of a case whose request changes', () => {
  const differing = test({ action: 's3:PutObject', context: { 'aws:SourceIp': '203.0.113.7' } }, 'Denied');

  it('ask what they asked', () => {
    const before = scenario([test({}, 'Allowed'), differing]);
    const asked = before.tests!.map((one) => testRequest(before, one));
    const after = keepTests(before, {
      ...before,
      request: { ...before.request, action: 's3:PutObject', context: { 'aws:TagKeys': ['a'] } },
    });
    expect(after.tests!.map((one) => testRequest(after, one))).toEqual(asked);
    expect(after.tests![0]!.request).toEqual({ action: 's3:GetObject', context: { 'aws:TagKeys': [] } });
    expect(after.tests![1]!.request).toEqual({
      context: { 'aws:TagKeys': [], 'aws:SourceIp': '203.0.113.7' },
    });
  });

  it('are left alone where they were changed themselves, or the request was not', () => {
    const before = scenario([test({}, 'Allowed')]);
    const changed = { ...before, request: { ...before.request, action: 'a:b' }, tests: [differing] };
    expect(keepTests(before, changed)).toBe(changed);
    const other = { ...before, title: 'x' };
    expect(keepTests(before, other)).toBe(other);
  });

  it('ask the same after any number of changes', () => {
    /** A key with an empty list counts as absent. */
    const known = ({ context = {}, ...fields }: Request) => ({
      ...fields,
      context: Object.fromEntries(
        Object.entries(context).filter(([, value]) => !Array.isArray(value) || value.length > 0),
      ),
    });
    fc.assert(
      fc.property(anyScenario, fc.array(anyScenario, { maxLength: 3 }), anyScenario, (first, others, one) => {
        const start: Scenario = { ...first, tests: [test(one.request, 'Allowed')] };
        const wanted = known(testRequest(start, start.tests![0]!));
        const end = others.reduce((before, { request }) => keepTests(before, { ...before, request }), start);
        expect(known(testRequest(end, end.tests![0]!))).toEqual(wanted);
      }),
    );
  });
});
