/** Policies remember what they said to the last request. Whatever that was, each request gets the answer of a first one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Evaluation, StatementTrace } from '../../src/engine/evaluation';
import { plainReason } from '../../src/engine/match/plain-reason';
import type { Policies, Policy, Request, Scenario } from '../../src/case/scenario';
import { anyScenario } from './any';
import { ACCOUNT, ALICE, allow, deny, mine, policy, scenario } from './build';
import type { Json } from './build';

/** Patterns that agree with a resource up to one part or another, or have variables here and there. */
const RESOURCES: readonly unknown[] = [
  ['arn:aws:s3:::reports/${aws:username}/*', 'arn:aws:sqs:*:*:orders'],
  ["arn:aws:s3:::reports/${aws:PrincipalTag/team, 'red'}/*", 'arn:aws:dynamodb:eu-west-1:*:table/x'],
  ['arn:aws:s3*', 'arn:aws:s3:::other/${aws:PrincipalTag/team}/${aws:username}'],
  'arn:aws:${aws:username}:::reports/*',
  'arn:*:*:*:*:*',
  'arn:aws:sqs:us-east-1:${aws:PrincipalAccount}:orders',
  ['arx:aws:s3:::*', 'arn:aws:s3:::reports/${*}', 'arn:aws:s3:us-*:111122223333:reports/*'],
  [],
];

const REQUESTED: readonly string[] = [
  '*',
  '',
  'reports',
  'arn:aws:s3:::reports',
  'arn:aws:s3:::reports/alice/a.csv',
  'arn:aws:s3:::reports/red/a.csv',
  'arn:aws:s3:::other/red/alice',
  'arn:aws:s3:us-east-1:111122223333:reports/a.csv',
  'arn:aws:sqs:us-east-1:111122223333:orders',
  'arn:aws-cn:s3:::reports/a.csv',
];

/** One statement written in another way: with NotPrincipal, and other resources. */
interface Twist {
  readonly notPrincipal: boolean;
  readonly resource: unknown;
}

const anyTwist: fc.Arbitrary<Twist> = fc.record({
  notPrincipal: fc.boolean(),
  resource: fc.constantFrom(undefined, undefined, ...RESOURCES),
});

function twisted(statement: Json, { notPrincipal, resource }: Twist): Json {
  const { Principal, Resource, NotResource, ...rest } = statement;
  const named = Principal === undefined ? {} : { [notPrincipal ? 'NotPrincipal' : 'Principal']: Principal };
  const name = NotResource === undefined ? 'Resource' : 'NotResource';
  return { ...named, ...rest, [name]: resource ?? Resource ?? NotResource };
}

function twist(policies: Policies, twists: readonly Twist[]): Policies {
  let at = 0;
  const change = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(change);
    if (typeof value !== 'object' || value === null) return value;
    if ('policies' in value) return { ...value, policies: change(value.policies) };
    const one = value as Policy;
    const document = one.document as { readonly Statement: readonly Json[] };
    const Statement = document.Statement.map((statement) =>
      twisted(statement, twists[at++ % twists.length]!),
    );
    return { ...one, document: { ...document, Statement } };
  };
  return Object.fromEntries(Object.entries(policies).map(([layer, value]) => [layer, change(value)]));
}

const anyRequests: fc.Arbitrary<readonly Request[]> = fc.array(
  fc
    .tuple(
      anyScenario(true),
      fc.constantFrom(undefined, undefined, ...REQUESTED),
      fc.constantFrom(undefined, undefined, 's3:ListBucket', 'S3:getobject', 'sqs:SendMessage', ''),
    )
    .map(([{ request }, resource = request.resource, action = request.action]) => ({
      ...request,
      resource,
      action,
    })),
  { minLength: 2, maxLength: 4 },
);

/** Each request again with a part of the one before it, as after a single edit. */
function edited(requests: readonly Request[]): readonly Request[] {
  return requests.flatMap((request, at) => {
    const before = requests[at - 1] ?? request;
    const { context = {} } = request;
    return [
      { ...before, resource: request.resource },
      { ...before, action: request.action },
      { ...before, context },
      { ...before, principal: request.principal },
      request,
    ];
  });
}

/** As if nobody had ever asked these policies anything. */
const fresh = (given: Scenario): Scenario => structuredClone(given);
const plain = (result: Evaluation): unknown => JSON.parse(JSON.stringify(result));

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
  if ('statements' in value) freeze(value.statements);
  if ('elements' in value) freeze(value.elements);
}

const RUNS = { numRuns: 40, seed: 20260301 };

describe('policies that have been asked before', () => {
  it('say what they would say if they had not', () => {
    fc.assert(
      fc.property(
        anyScenario(true),
        fc.array(anyTwist, { minLength: 4, maxLength: 4 }),
        anyRequests,
        (given, twists, requests) => {
          const policies = twist(given.policies, twists);
          for (const request of edited(requests)) {
            const asked = { ...given, policies, request };
            expect(plain(evaluate(asked))).toEqual(plain(evaluate(fresh(asked))));
          }
        },
      ),
      RUNS,
    );
  });

  it('leave alone what they handed out', () => {
    fc.assert(
      fc.property(anyScenario(true), anyRequests, (given, requests) => {
        const results = edited(requests).map((request) => {
          const result = evaluate({ ...given, request });
          freeze(result);
          return { result, text: JSON.stringify(result) };
        });
        for (const { result, text } of results) expect(JSON.stringify(result)).toBe(text);
      }),
      { ...RUNS, numRuns: 15 },
    );
  });

  it('tell of a request that others have followed', () => {
    fc.assert(
      fc.property(anyScenario(true), anyRequests, (given, requests) => {
        const asked = edited(requests).map((request) => ({ ...given, request }));
        const late = asked.map(evaluate);
        late.forEach((result, at) => expect(plain(result)).toEqual(plain(evaluate(fresh(asked[at]!)))));
      }),
      { ...RUNS, numRuns: 15 },
    );
  });
});

function statementsOf(result: Evaluation): readonly StatementTrace[] {
  return result.steps.flatMap(({ levels }) =>
    levels.flatMap(({ policies }) => policies.flatMap(({ statements }) => statements)),
  );
}

describe('a statement', () => {
  it('is told apart from its like in another place', () => {
    const one = policy('Same', allow());
    const twice = scenario({ boundary: one, identity: [one, one] });
    evaluate(twice).steps.forEach(({ levels }) => levels);
    const places = statementsOf(evaluate(twice)).map(({ address }) => address);
    expect(places).toEqual([
      { layer: 'boundary', index: 0 },
      { layer: 'identity', index: 0 },
      { layer: 'identity', index: 1 },
    ]);
  });

  it('is told apart from its like at another level', () => {
    const level = (target: string) => ({ target, policies: [same] });
    const same = policy('Same', allow());
    const twice = scenario({ scp: [level('Root'), level('Account')], identity: [same] });
    evaluate(twice).steps.forEach(({ levels }) => levels);
    expect(statementsOf(evaluate(twice)).map(({ address }) => address)).toEqual([
      { layer: 'scp', level: 0, index: 0 },
      { layer: 'scp', level: 1, index: 0 },
      { layer: 'identity', index: 0 },
    ]);
  });

  it('no longer decides when another policy does, though nothing of its own has changed', () => {
    const guard = policy('Guard', deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }));
    const identity = [policy('Work', allow()), guard];
    const deciding = (secure: string): readonly boolean[] =>
      statementsOf(evaluate(scenario({ identity }, { context: { 'aws:SecureTransport': secure } }))).map(
        ({ decided }) => decided,
      );
    expect(deciding('true')).toEqual([true, false]);
    expect(deciding('false')).toEqual([false, true]);
    expect(deciding('true')).toEqual([true, false]);
  });

  it('is told apart from its like that lists more, or another key', () => {
    const when = (key: string, ...values: readonly string[]) => ({
      Condition: { StringEquals: { [key]: values } },
    });
    const identity = policy(
      'Nearly alike',
      allow({ Action: ['s3:GetObject', 's3:PutObject'] }),
      allow({ Action: ['s3:GetObject'] }),
      allow(when('aws:PrincipalTag/team', 'red', 'blue')),
      allow(when('aws:PrincipalTag/team', 'red')),
      allow(when('aws:PrincipalTag/role', 'red')),
    );
    const request = {
      action: 's3:PutObject',
      context: { 'aws:PrincipalTag/team': 'blue', 'aws:PrincipalTag/role': 'red' },
    };
    const truths = statementsOf(evaluate(scenario({ identity: [identity] }, request))).map(
      ({ truth }) => truth,
    );
    expect(truths).toEqual(['yes', 'no', 'yes', 'no', 'yes']);
  });

  it('has the name of its policy, when that is changed', () => {
    const one = policy('Before', allow());
    expect(statementsOf(evaluate(scenario({ identity: [one] })))[0]!.policy).toBe('Before');
    const renamed = { ...one, name: 'After' };
    expect(statementsOf(evaluate(scenario({ identity: [renamed] })))[0]!.policy).toBe('After');
  });

  it('tells the part in which it differs now, where another part differed in the same way', () => {
    const document = allow({ Resource: 'arn:aws:sqs:eu-west-1:111122223333:orders' });
    const partOf = (resource: string): unknown => {
      const [first] = statementsOf(evaluate(scenario({ identity: [policyOf] }, { resource })));
      const reason = first!.elements.find(({ element }) => element === 'Resource')!.reason;
      return reason.kind === 'resourceNotListed' ? reason.nearest?.part : reason.kind;
    };
    const policyOf = policy('Orders', document);
    expect(partOf('arn:aws:sqs::111122223333:orders')).toBe('region');
    expect(partOf('arn:aws:sqs:eu-west-1::orders')).toBe('account');
  });

  it('hangs on the caller, on the resource’s partition and on the boundary', () => {
    const document = {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', NotPrincipal: { AWS: [ALICE, ACCOUNT] }, Action: '*', Resource: '*' }],
    };
    const resource: Policy = { name: 'Bucket', document };
    const boundary = policy('Limit', allow());
    const truthOf = (policies: Policies, request: Partial<Request> = {}): string =>
      statementsOf(evaluate(scenario({ resource, ...policies }, request)))[0]!.truth;
    expect(truthOf({})).toBe('no');
    expect(truthOf({ boundary })).toBe('yes');
    expect(truthOf({})).toBe('no');
    expect(truthOf({}, { principal: `arn:aws:iam::${ACCOUNT}:user/bob` })).toBe('yes');
  });
});

describe('a pattern that differs from the front of the resource', () => {
  const REPORT = 'arn:aws:s3:::reports/a';
  const resourceOf = (statement: Json, request: Partial<Request> = {}) => {
    const [trace] = statementsOf(
      evaluate(mine([{ Effect: 'Allow', Action: '*', ...statement }], { resource: REPORT, ...request })),
    );
    const { truth, reason } = trace!.elements.find(({ element }) => element.endsWith('Resource'))!;
    return { truth, reason: reason.kind === 'resourceNotListed' ? plainReason(reason) : reason };
  };
  const team = (value: string | null) => ({ context: { 'aws:PrincipalTag/team': value } });

  it('still needs values for its variables', () => {
    const statement = { Resource: 'arn:aws:sqs:*:*:${aws:PrincipalTag/team}' };
    const differs = { part: 'kind', expected: 'arn:aws:sqs:*:*:red', actual: 'arn:aws:s3:::reports/a' };
    expect(resourceOf(statement, team('red')).reason).toMatchObject({ nearest: differs });
    expect(resourceOf(statement).reason).toEqual({
      kind: 'resourceNotListed',
      listed: 1,
      unresolved: ['aws:PrincipalTag/team'],
    });
    expect(resourceOf(statement, team(null)).truth).toBe('unknown');
  });

  it('leaves out nothing in NotResource', () => {
    expect(resourceOf({ NotResource: 'arn:aws:sqs:*:*:orders' }).truth).toBe('yes');
    expect(resourceOf({ Resource: 'arn:aws:sqs:*:*:orders' }).truth).toBe('no');
  });

  it('matches all the same where its wildcard runs over colons', () => {
    const statement = { Resource: 'arn:aws:s3:*:111122223333:reports/*' };
    expect(resourceOf(statement).truth).toBe('no');
    expect(resourceOf(statement, { resource: 'arn:aws:s3:::x:111122223333:reports/a' }).truth).toBe('yes');
  });
});

it('a unique ID in a Principal element is compared with that of each request', () => {
  const resource = policy('Queue', allow({ Principal: { AWS: 'AIDACKCEVSQ6C2EXAMPLE' } }));
  const given = (id: string): Scenario => scenario({ resource }, { context: { 'aws:userid': id } });
  const truthOf = (id: string): string => statementsOf(evaluate(given(id)))[0]!.elements[0]!.truth;
  expect(truthOf('AIDACKCEVSQ6C2EXAMPLE')).toBe('yes');
  expect(truthOf('AIDACKCEVSQ6C2ANOTHER')).toBe('no');
  expect(truthOf('AIDACKCEVSQ6C2EXAMPLE')).toBe('yes');
});
