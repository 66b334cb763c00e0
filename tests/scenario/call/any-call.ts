/** Calls of every shape over a few names, so that requests meet in principal, bucket, key or service. */
import fc from 'fast-check';
import type { LinkedRequest, OwnPolicies, Policies, Request, Scenario } from '../../../src/case/scenario';

const principal = fc.constantFrom(
  'arn:aws:iam::111122223333:user/alice',
  'arn:aws:iam::111122223333:user/bob',
  'arn:aws:sts::444455556666:assumed-role/App/one',
);
const action = fc.constantFrom('s3:GetObject', 's3:PutObject', 'kms:Decrypt', 'sts:AssumeRole', '');
const resource = fc.constantFrom(
  'arn:aws:s3:::one/a',
  'arn:aws:s3:::one/b',
  'arn:aws:s3:::two/a',
  'arn:aws:kms:eu-west-1:444455556666:key/k',
  '',
);
const account = fc.constantFrom('111122223333', '444455556666');
const key = fc.constantFrom(
  'aws:SourceVpce',
  'aws:PrincipalTag/team',
  'aws:ResourceTag/team',
  'aws:RequestTag/team',
  's3:x-amz-acl',
  'kms:ViaService',
  'AWS:sourcevpce',
);
const value = fc.oneof(fc.constantFrom('x', 'y'), fc.constantFrom(['x'], ['x', 'y']), fc.constant(null));
/** Two spellings of one key are one key. */
const context = fc
  .dictionary(key, value, { minKeys: 1, maxKeys: 3, noNullPrototype: true })
  .filter(
    (made) => new Set(Object.keys(made).map((name) => name.toLowerCase())).size === Object.keys(made).length,
  );

export const anyRequest: fc.Arbitrary<Request> = fc.record(
  { principal, action, resource, resourceAccount: account, context },
  { requiredKeys: ['principal', 'action', 'resource'] },
);

export const anyPolicy = fc.record({
  name: fc.constantFrom('One', 'Two'),
  text: fc.constantFrom('{}', '[]', ''),
});
const one = fc.oneof(anyPolicy, fc.constant('unknown' as const));
const many = fc.oneof(fc.array(anyPolicy, { minLength: 1, maxLength: 2 }), fc.constant('unknown' as const));
const levels = fc.array(
  fc.record({ target: fc.constant('Root'), policies: fc.array(anyPolicy, { maxLength: 1 }) }),
  {
    minLength: 1,
    maxLength: 2,
  },
);
const layers = {
  identity: many,
  boundary: one,
  session: many,
  resource: one,
  scp: levels,
  rcp: levels,
  endpoint: one,
};
export const anyPolicies: fc.Arbitrary<Policies> = fc.record(layers, { requiredKeys: [] });
const ownPolicies: fc.Arbitrary<OwnPolicies> = fc.record(
  Object.fromEntries(
    Object.entries(layers).map(([layer, made]) => [
      layer,
      fc.oneof<fc.Arbitrary<unknown>[]>(made, fc.constant(null)),
    ]),
  ),
  { requiredKeys: [] },
);

export const anyLinked: fc.Arbitrary<LinkedRequest> = fc.record(
  {
    name: fc.constantFrom('A', 'B'),
    request: fc.record(
      { principal, action, resource, resourceAccount: account, context },
      { requiredKeys: [] },
    ),
    through: fc.constant('s3.amazonaws.com'),
    policies: ownPolicies,
    s3: fc.constantFrom({ objectOwnership: 'ObjectWriter' as const }, null),
  },
  { requiredKeys: ['name', 'request'] },
);

export const anyCall: fc.Arbitrary<Scenario> = fc.record(
  {
    schema: fc.constant(2 as const),
    title: fc.constant('A call'),
    request: anyRequest,
    policies: anyPolicies,
    s3: fc.constant({ objectOwnership: 'BucketOwnerEnforced' as const }),
    tests: fc.constant([]),
    linked: fc.array(anyLinked, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ['schema', 'request', 'policies', 'linked'] },
);
