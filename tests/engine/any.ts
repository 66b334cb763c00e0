/** Scenarios at random, from few enough names that policies and requests meet often. */
import fc from 'fast-check';
import type { ContextValue, Policies, Policy, Request, Scenario } from '../../src/case/scenario';
import { ACCOUNT, ALICE, APP_ROLE, APP_SESSION, OTHER_ACCOUNT } from './build';
import type { Json } from './build';

const BOB = `arn:aws:iam::${OTHER_ACCOUNT}:user/bob`;
const FED = `arn:aws:sts::${ACCOUNT}:federated-user/fay`;
/** The same role under a path, which its sessions do not tell. */
const PATH_ROLE = `arn:aws:iam::${ACCOUNT}:role/team/App`;
const CHINESE = `arn:aws-cn:iam::${ACCOUNT}:user/alice`;

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
  'aws:userid': ['AIDAJQABLZS4A3QDU576Q', 'AROAJQABLZS4A3QDU576Q:run-1', 'AIDAOTHEROTHEROTHER12'],
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
    operator: fc.constantFrom('Null', 'Null', 'Null', 'ForAllValues:Null', 'ForAnyValue:Null'),
    key: fc.constantFrom(...KEYS),
    value: fc.constantFrom('true', 'false'),
  }),
  fc.record({
    operator: fc.constantFrom('StringLike', 'StringNotLike', 'StringEqualsIfExists'),
    key: fc.constant('aws:userid'),
    value: fc.constantFrom('AIDA*', '*:run-1', 'AROAJQABLZS4A3QDU576Q:*', 'AIDAJQABLZS4A3QDU576Q'),
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
  { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  { AWS: PATH_ROLE },
  { AWS: ['AIDAJQABLZS4A3QDU576Q', 'AROAJQABLZS4A3QDU576Q'] },
  { AWS: CHINESE },
  { AWS: [ACCOUNT, 'AIDAJQABLZS4A3QDU576Q', 'AROAJQABLZS4A3QDU576Q'] },
  { Federated: 'accounts.google.com' },
  { CanonicalUser: '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be' },
);
/** Whom a statement is not for: each with all that it stands under, with less, and others. */
const notPrincipal = fc.constantFrom<unknown>(
  { AWS: [ALICE, ACCOUNT] },
  { AWS: ALICE },
  { AWS: [APP_SESSION, APP_ROLE, `arn:aws:iam::${ACCOUNT}:root`] },
  { AWS: [APP_SESSION, ACCOUNT] },
  { AWS: [FED, ACCOUNT], Service: 's3.amazonaws.com' },
  { AWS: ACCOUNT },
);

/** `never`: the policy has no Principal. NotPrincipal stands only in resource-based and endpoint policies. */
type Named = 'never' | 'named' | 'named or not';

const statement = (named: Named, allows = 3): fc.Arbitrary<Json> =>
  fc
    .record({
      effect: fc.oneof(
        { weight: allows, arbitrary: fc.constant('Allow') },
        { weight: 1, arbitrary: fc.constant('Deny') },
      ),
      action: fc.tuple(fc.constantFrom('Action', 'Action', 'Action', 'NotAction'), action),
      resource: fc.tuple(fc.constantFrom('Resource', 'Resource', 'Resource', 'NotResource'), resource),
      principal: fc.oneof(
        { weight: 9, arbitrary: fc.record({ Principal: principal }) },
        {
          weight: named === 'named or not' ? 1 : 0,
          arbitrary: fc.record({ NotPrincipal: notPrincipal }),
        },
      ),
      conditions: fc.array(condition, { maxLength: 2 }),
    })
    .map((parts) => ({
      Effect: parts.effect,
      ...(named !== 'never' && parts.principal),
      [parts.action[0]]: parts.action[1],
      [parts.resource[0]]: parts.resource[1],
      ...conditionBlock(parts.conditions),
    }));

const FULL: Json = { Effect: 'Allow', Action: '*', Resource: '*' };

const anyPolicy = (named: Named, generous = false): fc.Arbitrary<Policy> =>
  fc
    .record({
      statements: fc.array(statement(named), { minLength: 1, maxLength: 3 }),
      // Variables are plain text in the old version.
      version: fc.constantFrom('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17'),
      off: fc.constantFrom(false, false, false, false, false, false, true),
    })
    .map(({ statements, version, off }) => ({
      name: 'P',
      document: {
        Version: version,
        Statement: generous
          ? [{ ...FULL, ...(named !== 'never' && { Principal: '*' }) }, ...statements]
          : statements,
      },
      ...(off && { off }),
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
    .array(
      fc.oneof(
        { weight: 12, arbitrary: fc.array(anyPolicy('never', true), { minLength: 1, maxLength: 2 }) },
        // A level without policies allows nothing.
        { weight: 1, arbitrary: fc.constant([]) },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((lists) => lists.map((policies, at) => ({ target: `Level ${at}`, policies })));
  const rcps = fc.array(anyPolicy('named', true), { minLength: 1, maxLength: 2 }).chain((policies) =>
    fc.constantFrom(
      [{ target: 'Root', policies }],
      [
        { target: 'Root', policies: [] },
        { target: 'OU', policies },
      ],
    ),
  );
  return fc
    .record({
      identity: fc.oneof(
        { weight: 6, arbitrary: fc.array(anyPolicy('never'), { minLength: 1, maxLength: 3 }) },
        { weight: 1, arbitrary: hideable(fc.constant([]), hidden) },
      ),
      boundary: hideable(anyPolicy('never', true), hidden),
      session: hideable(fc.array(anyPolicy('never', true), { maxLength: 2 }), hidden),
      resource: hideable(anyPolicy('named or not'), hidden),
      scp: hideable(levels, hidden),
      rcp: hideable(rcps, hidden),
      endpoint: hideable(anyPolicy('named or not', true), hidden),
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

/** Callers of every kind, some with what is behind them. */
const CALLERS: readonly Pick<Request, 'principal' | 'role' | 'user'>[] = [
  { principal: ALICE },
  { principal: ALICE },
  { principal: APP_SESSION },
  { principal: APP_SESSION },
  { principal: APP_SESSION, role: PATH_ROLE },
  { principal: APP_ROLE },
  { principal: BOB },
  { principal: FED },
  { principal: FED, user: ALICE },
  { principal: FED, user: `arn:aws:iam::${ACCOUNT}:root` },
  { principal: `arn:aws:iam::${ACCOUNT}:root` },
  { principal: CHINESE },
  { principal: 's3.amazonaws.com' },
  { principal: 'accounts.google.com' },
  { principal: '*' },
];

const organization = fc.constantFrom<Scenario['organization']>(
  undefined,
  undefined,
  undefined,
  { id: 'o-exampleorgid' },
  { id: 'o-exampleorgid', managementAccount: ACCOUNT },
  { managementAccount: OTHER_ACCOUNT },
);

const s3 = fc.oneof(
  { weight: 3, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.record({
      objectOwnership: fc.constantFrom('BucketOwnerEnforced' as const, 'ObjectWriter' as const),
      acl: fc.constantFrom(
        [],
        [{ grantee: 'AllUsers', permission: 'READ' as const }],
        [{ grantee: OTHER_ACCOUNT, permission: 'FULL_CONTROL' as const }],
      ),
      blockPublicAccess: fc.record({
        ignorePublicAcls: fc.boolean(),
        restrictPublicBuckets: fc.boolean(),
      }),
    }),
  },
);

/** A request for an object of S3, with policies in any layer; with unknowns where asked for. */
export function anyScenario(unknowns: boolean): fc.Arbitrary<Scenario> {
  return fc
    .record({
      caller: fc.constantFrom(...CALLERS),
      request: fc.record({
        action: fc.constantFrom('s3:GetObject', 's3:GetObject', 's3:PutObject'),
        resource: fc.constantFrom('arn:aws:s3:::reports/a.csv', 'arn:aws:s3:::reports/red/a.csv'),
        resourceAccount: fc.constantFrom(ACCOUNT, ACCOUNT, OTHER_ACCOUNT),
        context: anyContext(unknowns),
      }),
      policies: anyPolicies(unknowns),
      organization,
      s3,
    })
    .map(({ caller, request, policies, ...rest }) => ({
      schema: 2,
      request: { ...caller, ...request },
      policies,
      ...(rest.organization && { organization: rest.organization }),
      ...(rest.s3 && { s3: rest.s3 }),
    }));
}
