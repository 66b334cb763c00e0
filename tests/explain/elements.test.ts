import { describe, expect, it } from 'vitest';
import type { ElementReason, ElementTrace, Truth } from '../../src/engine/evaluation';
import { elementWords } from '../../src/explain/elements';

function words(element: ElementTrace['element'], truth: Truth, reason: ElementReason): string {
  return elementWords({ element, truth, reason, path: `Statement[0].${element}` });
}

type ConditionReason = Extract<ElementReason, { kind: 'condition' }>;

function condition(
  truth: Truth,
  operator: string,
  expected: string[],
  actual: ConditionReason['actual'],
  by: ConditionReason['by'] = 'value',
  key = 'aws:K',
): string {
  return words('Condition', truth, { kind: 'condition', operator, key, expected, actual, by });
}

describe('a principal', () => {
  const named = (value: string, grant: 'direct' | 'role' | 'account') =>
    words('Principal', 'yes', { kind: 'principalMatched', value, grant, path: '' });

  it.each([
    ['*', 'direct', 'Names everyone'],
    ['arn:aws:iam::111122223333:user/alice', 'direct', 'Names the user itself'],
    ['arn:aws:sts::111122223333:assumed-role/App/s', 'direct', 'Names this very session'],
    ['arn:aws:sts::111122223333:federated-user/bob', 'direct', 'Names this federated user'],
    ['arn:aws:iam::111122223333:role/App', 'role', 'Names the role behind the session'],
    ['111122223333', 'account', 'Names the account 111122223333, not the caller itself'],
    ['arn:aws:iam::111122223333:root', 'account', 'Names the account 111122223333, not the caller itself'],
    ['lambda.amazonaws.com', 'direct', 'Names the service'],
    ['arn:aws:iam::111122223333:oidc-provider/example.com', 'direct', 'Names the identity provider'],
  ] as const)('%s', (value, grant, expected) => {
    expect(named(value, grant)).toBe(expected);
  });

  it('tells why a caller is not named or not exempt', () => {
    const caller = 'arn:aws:iam::111122223333:user/alice';
    expect(words('Principal', 'no', { kind: 'principalNotNamed', caller })).toBe(`${caller} is not named`);
    expect(
      words('NotPrincipal', 'yes', { kind: 'principalNotExempt', lacks: ['111122223333', 'the session'] }),
    ).toBe('NotPrincipal does not exempt the caller: it would have to list 111122223333 and the session too');
    expect(words('NotPrincipal', 'no', { kind: 'principalExempt', value: caller })).toBe(
      `NotPrincipal exempts ${caller}`,
    );
    expect(words('NotPrincipal', 'yes', { kind: 'notPrincipalBoundary' })).toBe(
      'A caller with a permissions boundary is never exempt from NotPrincipal',
    );
  });
});

describe('an action', () => {
  const action = 's3:PutObject';

  it('counts what is listed', () => {
    expect(words('Action', 'no', { kind: 'actionNotListed', action, listed: 2 })).toBe(
      's3:PutObject is not one of these 2 actions',
    );
    expect(words('Action', 'no', { kind: 'actionNotListed', action, listed: 1 })).toBe(
      's3:PutObject is not the action named here',
    );
    expect(words('NotAction', 'yes', { kind: 'actionNotListed', action, listed: 6 })).toBe(
      's3:PutObject is not one of these 6 actions, so NotAction covers it',
    );
  });

  it('names the pattern that matched', () => {
    expect(words('Action', 'yes', { kind: 'actionMatched', pattern: 's3:*', path: '' })).toBe(
      'The action matches s3:*',
    );
    expect(words('NotAction', 'no', { kind: 'actionMatched', pattern: 's3:*', path: '' })).toBe(
      's3:* is listed, and NotAction leaves out what it lists',
    );
  });
});

describe('a resource', () => {
  type Nearest = NonNullable<Extract<ElementReason, { kind: 'resourceNotListed' }>['nearest']>;
  const differs = (part: Nearest['part'], expected: string, actual: string, pattern: string) =>
    words('Resource', 'no', {
      kind: 'resourceNotListed',
      listed: 1,
      nearest: { pattern, path: '', part, expected, actual },
    });

  it('names the part at which it differs', () => {
    expect(
      differs('account', '444455556666', '111122223333', 'arn:aws:sqs:eu-west-1:444455556666:orders'),
    ).toBe('Resource differs at the account: 111122223333 is not 444455556666');
    expect(differs('region', '', 'eu-west-1', 'arn:aws:sqs::111122223333:orders')).toBe(
      'Resource differs at the region: eu-west-1 is not an empty one',
    );
    expect(differs('resource', 'orders', 'invoices', 'arn:aws:sqs:eu-west-1:111122223333:orders')).toBe(
      'Resource differs: invoices does not match orders',
    );
  });

  it('knows a bucket from its objects', () => {
    expect(
      differs('resource', 'example-bucket', 'example-bucket/photo.jpg', 'arn:aws:s3:::example-bucket'),
    ).toBe('The bucket, not its objects. The request is for example-bucket/photo.jpg');
    expect(differs('resource', 'example-bucket/*', 'example-bucket', 'arn:aws:s3:::example-bucket/*')).toBe(
      'The objects, not the bucket. The request is for example-bucket',
    );
  });

  it('tells variables without a value', () => {
    const reason: ElementReason = { kind: 'resourceNotListed', listed: 1, unresolved: ['aws:username'] };
    expect(words('Resource', 'no', reason)).toBe('aws:username has no value, so no resource matches');
    expect(words('NotResource', 'yes', reason)).toBe('aws:username has no value, so nothing is left out');
    expect(words('Resource', 'unknown', reason)).toBe('Depends on aws:username');
  });
});

describe('a condition', () => {
  it.each([
    ['StringEquals', 'no', ['a', 'b'], ['c'], 'aws:K is c, not a or b'],
    ['StringEquals', 'yes', ['a', 'b'], ['a'], 'aws:K is a'],
    ['StringNotEquals', 'yes', ['a', 'b'], ['c'], 'aws:K is c, not a or b'],
    ['StringNotEquals', 'no', ['a', 'b'], ['a'], 'aws:K is a, so StringNotEquals is false'],
    ['StringLike', 'no', ['a*'], ['b'], 'aws:K is b, which does not match a*'],
    ['StringNotLike', 'yes', ['a*'], ['b'], 'aws:K is b, which does not match a*'],
    ['StringNotLike', 'no', ['a*'], ['ab'], 'aws:K is ab, which matches a*'],
    ['NumericLessThan', 'no', ['3'], ['5'], 'aws:K is 5, which is not less than 3'],
    ['NumericGreaterThanEquals', 'yes', ['3'], ['5'], 'aws:K is 5, which is at least 3'],
    [
      'DateLessThan',
      'yes',
      ['2030-01-01'],
      ['2026-01-01'],
      'aws:K is 2026-01-01, which is before 2030-01-01',
    ],
    ['Bool', 'no', ['false'], ['true'], 'aws:K is true, not false'],
    ['Bool', 'yes', ['true'], ['true'], 'aws:K is true'],
    ['IpAddress', 'no', ['10.0.0.0/8'], ['203.0.113.7'], 'aws:K is 203.0.113.7, which is outside 10.0.0.0/8'],
    [
      'NotIpAddress',
      'yes',
      ['10.0.0.0/8'],
      ['203.0.113.7'],
      'aws:K is 203.0.113.7, which is outside 10.0.0.0/8',
    ],
    ['NotIpAddress', 'no', ['10.0.0.0/8'], ['10.1.1.1'], 'aws:K is 10.1.1.1, which is inside 10.0.0.0/8'],
    ['ArnLike', 'no', ['arn:*:x'], ['arn:y'], 'aws:K is arn:y, which does not match arn:*:x'],
    ['StringEqualsIfExists', 'no', ['a'], ['b'], 'aws:K is b, not a'],
    ['ForAllValues:StringEquals', 'no', ['a'], ['a', 'b'], 'aws:K is a and b, but each must be a'],
    [
      'ForAllValues:StringEquals',
      'yes',
      ['a', 'b'],
      ['a'],
      'aws:K is a: each must be a or b, and that holds',
    ],
    ['ForAnyValue:StringEquals', 'no', ['a'], ['b', 'c'], 'aws:K is b and c, but one must be a'],
    ['ForAnyValue:StringLike', 'yes', ['a*'], ['ab'], 'aws:K is ab: one must match a*, and that holds'],
    ['ForAllValues:StringNotEquals', 'no', ['a'], ['a'], 'aws:K is a, but none may be a'],
  ] as const)('%s is %s for %j against %j', (operator, truth, expected, actual, sentence) => {
    expect(condition(truth, operator, [...expected], [...actual])).toBe(sentence);
  });

  it.each([
    ['absentPositive', 'no', 'IpAddress', 'aws:K is absent, so IpAddress is false'],
    ['absentNegated', 'yes', 'StringNotEquals', 'aws:K is absent, so StringNotEquals is true'],
    ['absentIfExists', 'yes', 'BoolIfExists', 'aws:K is absent, so BoolIfExists is true'],
    ['absentForAll', 'yes', 'ForAllValues:StringEquals', 'aws:K is absent, so ForAllValues is true'],
    ['absentForAny', 'no', 'ForAnyValue:StringEquals', 'aws:K is absent, so ForAnyValue is false'],
    ['noValues', 'no', 'StringEquals', 'aws:K has no values to compare, so StringEquals is false'],
  ] as const)('%s', (by, truth, operator, sentence) => {
    expect(condition(truth, operator, ['a'], 'absent', by)).toBe(sentence);
  });

  it('tells an empty list from an absent key', () => {
    expect(condition('yes', 'ForAllValues:StringEquals', ['a'], [], 'absentForAll')).toBe(
      'aws:K is empty, so ForAllValues is true',
    );
  });

  it('reads Null both ways', () => {
    expect(condition('yes', 'Null', ['true'], 'absent', 'null')).toBe('aws:K is absent, as Null asks');
    expect(condition('no', 'Null', ['true'], ['x'], 'null')).toBe(
      'aws:K is present, and Null asks for absent',
    );
    expect(condition('no', 'Null', ['false'], 'absent', 'null')).toBe(
      'aws:K is absent, and Null asks for present',
    );
  });

  it('tells what can’t be compared or known', () => {
    expect(condition('unknown', 'StringEquals', ['a'], 'unknown', 'unknownKey')).toBe('Depends on aws:K');
    expect(condition('unknown', 'StringEqual', ['a'], ['a'], 'unknownOperator')).toBe(
      'StringEqual is not an operator, so this cannot be told',
    );
    expect(condition('no', 'NumericEquals', ['abc'], ['5'], 'invalidValue')).toBe(
      'abc is not a number, so NumericEquals is false',
    );
  });
});
