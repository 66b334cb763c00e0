/** Scenarios at random, from few enough names that policies and requests meet often. */
import fc from 'fast-check';
import type { ContextValue, Policies, Policy, Scenario } from '../../src/engine/scenario';
import { ACCOUNT, ALICE, APP_ROLE, APP_SESSION, OTHER_ACCOUNT } from './build';
import type { Json } from './build';

const BOB = `arn:aws:iam::${OTHER_ACCOUNT}:user/bob`;
const FED = `arn:aws:sts::${ACCOUNT}:federated-user/fay`;

/** Values that tell the conditions below apart; `undefined` is absent. */
export const VALUES: Readonly<Record<string, readonly (ContextValue | undefined)[]>> = {
  'aws:PrincipalTag/team': ['red', 'Red', 'blue', 'r', 'reports', 'x*', undefined],
  'aws:ResourceTag/team': ['red', 'RED', 'blue', 'other', undefined],
  'aws:MultiFactorAuthPresent': ['true', 'false', undefined],
  's3:max-keys': ['1', '5', '10', '10.5', '11', '100', undefined],
  'aws:SourceIp': ['203.0.113.7', '203.0.113.200', '198.51.100.1', '2001:db8::1', undefined],
  'aws:TagKeys': [['a'], ['b'], ['a', 'b'], ['c'], ['a', 'c'], [], undefined],
  'aws:CurrentTime': [
    '2026-06-30T00:00:00Z',
    '2026-06-29T23:59:59Z',
    '2026-07-01T02:00:00+02:00',
    '1782777601',
  ],
  'aws:SourceArn': ['arn:aws:s3:::reports', 'arn:aws:sns:us-east-1:111122223333:t', undefined],
};
const KEYS = Object.keys(VALUES);

const condition = fc.oneof(
  fc.record({
    operator: fc.constantFrom(
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIgnoreCase',
      'StringEqualsIfExists',
      'StringNotEqualsIfExists',
    ),
    key: fc.constantFrom('aws:PrincipalTag/team', 'aws:ResourceTag/team'),
    value: fc.constantFrom(
      'red',
      'r*',
      '*d',
      '?ed',
      'blue',
      '${aws:PrincipalTag/team}',
      '${aws:ResourceTag/team}',
      "${aws:PrincipalTag/team, 'red'}",
      ['red', 'blue'],
    ),
  }),
  fc.record({
    operator: fc.constantFrom('Bool', 'BoolIfExists'),
    key: fc.constant('aws:MultiFactorAuthPresent'),
    value: fc.constantFrom('true', 'false'),
  }),
  fc.record({
    operator: fc.constantFrom(
      'NumericLessThan',
      'NumericGreaterThanEquals',
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThanEqualsIfExists',
    ),
    key: fc.constant('s3:max-keys'),
    value: fc.constantFrom('5', '10', '11', 10),
  }),
  fc.record({
    operator: fc.constantFrom('IpAddress', 'NotIpAddress', 'IpAddressIfExists'),
    key: fc.constant('aws:SourceIp'),
    value: fc.constantFrom('203.0.113.0/24', '203.0.113.0/25', ['198.51.100.0/24', '2001:db8::/32']),
  }),
  fc.record({
    operator: fc.constantFrom(
      'ForAllValues:StringEquals',
      'ForAnyValue:StringEquals',
      'ForAnyValue:StringNotEquals',
      'ForAllValues:StringNotLike',
    ),
    key: fc.constant('aws:TagKeys'),
    value: fc.constantFrom('a', ['a', 'b'], 'b*'),
  }),
  fc.record({
    operator: fc.constantFrom('DateLessThan', 'DateGreaterThanEquals', 'DateEquals', 'DateNotEqualsIfExists'),
    key: fc.constant('aws:CurrentTime'),
    value: fc.constantFrom('2026-06-30T00:00:00Z', '2026-06-30', '1782777600', '2026-06-30T12:00:00+12:00'),
  }),
  fc.record({
    operator: fc.constantFrom('ArnLike', 'ArnNotEquals'),
    key: fc.constant('aws:SourceArn'),
    value: fc.constantFrom('arn:aws:s3:::rep*', 'arn:aws:*:*:*:*', 'arn:aws:sns:us-east-1:111122223333:t'),
  }),
  fc.record({
    operator: fc.constant('Null'),
    key: fc.constantFrom(...KEYS),
    value: fc.constantFrom('true', 'false'),
  }),
);

function conditionBlock(list: readonly { operator: string; key: string; value: unknown }[]): Json {
  const block: Record<string, Record<string, unknown>> = {};
  for (const { operator, key, value } of list) (block[operator] ??= {})[key] = value;
  return list.length > 0 ? { Condition: block } : {};
}

const action = fc.constantFrom('*', 's3:*', 's3:Get*', 'S3:getobject', 's3:PutObject', 'kms:*', [
  's3:List*',
  's3:GetObject',
]);
const resource = fc.constantFrom(
  '*',
  'arn:aws:s3:::reports/*',
  'arn:aws:s3:::reports',
  'arn:aws:s3:::*/a.csv',
  'arn:aws:s3:::reports/${aws:PrincipalTag/team}/*',
);
const principal = fc.constantFrom<unknown>(
  '*',
  { AWS: '*' },
  { AWS: ACCOUNT },
  { AWS: ALICE },
  { AWS: APP_ROLE },
  { AWS: [APP_SESSION, BOB] },
  { AWS: FED },
  { Service: 's3.amazonaws.com' },
);

const statement = (withPrincipal: boolean, allows = 3): fc.Arbitrary<Json> =>
  fc
    .record({
      effect: fc.oneof(
        { weight: allows, arbitrary: fc.constant('Allow') },
        { weight: 1, arbitrary: fc.constant('Deny') },
      ),
      action: fc.tuple(fc.constantFrom('Action', 'Action', 'Action', 'NotAction'), action),
      resource: fc.tuple(fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'), resource),
      principal,
      conditions: fc.array(condition, { maxLength: 2 }),
    })
    .map((parts) => ({
      Effect: parts.effect,
      ...(withPrincipal && { Principal: parts.principal }),
      [parts.action[0]]: parts.action[1],
      [parts.resource[0]]: parts.resource[1],
      ...conditionBlock(parts.conditions),
    }));

const FULL: Json = { Effect: 'Allow', Action: '*', Resource: '*' };

const anyPolicy = (withPrincipal: boolean, generous = false): fc.Arbitrary<Policy> =>
  fc.array(statement(withPrincipal), { minLength: 1, maxLength: 3 }).map((statements) => ({
    name: 'P',
    document: {
      Version: '2012-10-17',
      Statement: generous
        ? [{ ...FULL, ...(withPrincipal && { Principal: '*' }) }, ...statements]
        : statements,
    },
  }));

const hideable = <T>(value: fc.Arbitrary<T>, hidden: boolean): fc.Arbitrary<T | 'unknown' | undefined> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 4, arbitrary: value },
    { weight: hidden ? 1 : 0, arbitrary: fc.constant('unknown' as const) },
  );

/** Each policy of a layer or level under a name of its own. */
function numbered(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry: Policy | { readonly policies: readonly Policy[] }, at) =>
    'policies' in entry ? { ...entry, policies: numbered(entry.policies) } : { ...entry, name: `P${at}` },
  );
}

function anyPolicies(hidden: boolean): fc.Arbitrary<Policies> {
  const levels = fc
    .array(fc.array(anyPolicy(false, true), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((lists) => lists.map((policies, at) => ({ target: `Level ${at}`, policies })));
  const rcps = fc
    .array(anyPolicy(true, true), { minLength: 1, maxLength: 2 })
    .map((policies) => [{ target: 'Root', policies }]);
  return fc
    .record({
      identity: fc.oneof(
        { weight: 6, arbitrary: fc.array(anyPolicy(false), { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: hideable(fc.constant([]), hidden) },
      ),
      boundary: hideable(anyPolicy(false, true), hidden),
      session: hideable(fc.array(anyPolicy(false, true), { maxLength: 2 }), hidden),
      resource: hideable(anyPolicy(true), hidden),
      scp: hideable(levels, hidden),
      rcp: hideable(rcps, hidden),
      endpoint: hideable(anyPolicy(true, true), hidden),
    })
    .map(
      (all) =>
        Object.fromEntries(
          Object.entries(all)
            .filter(([, value]) => value !== undefined)
            .map(([layer, value]) => [layer, numbered(value)]),
        ) as Policies,
    );
}

const value = (key: string, unknowns: boolean): fc.Arbitrary<ContextValue | undefined> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constantFrom(...VALUES[key]!) },
    { weight: unknowns ? 2 : 0, arbitrary: fc.constant(null) },
  );

function anyContext(unknowns: boolean): fc.Arbitrary<Record<string, ContextValue>> {
  return fc
    .tuple(...KEYS.map((key) => value(key, unknowns)))
    .map((values) =>
      Object.fromEntries(
        KEYS.map((key, at) => [key, values[at]] as const).filter(([, found]) => found !== undefined),
      ),
    ) as fc.Arbitrary<Record<string, ContextValue>>;
}

/** A request for an object of S3, with policies in any layer; with unknowns where asked for. */
export function anyScenario(unknowns: boolean): fc.Arbitrary<Scenario> {
  return fc.record({
    schema: fc.constant(1 as const),
    request: fc.record({
      principal: fc.constantFrom(
        ALICE,
        ALICE,
        APP_SESSION,
        APP_SESSION,
        APP_ROLE,
        BOB,
        FED,
        `arn:aws:iam::${ACCOUNT}:root`,
        's3.amazonaws.com',
        '*',
      ),
      action: fc.constantFrom('s3:GetObject', 's3:GetObject', 's3:PutObject'),
      resource: fc.constantFrom('arn:aws:s3:::reports/a.csv', 'arn:aws:s3:::reports/red/a.csv'),
      resourceAccount: fc.constantFrom(ACCOUNT, ACCOUNT, OTHER_ACCOUNT),
      context: anyContext(unknowns),
    }),
    policies: anyPolicies(unknowns),
  });
}
