/** Cases of our own: one for each rule by which a request meets an element, each with what must come out. */
import type { AskedType } from '../../src/reasoning/policy';
import type { Relation } from '../../src/reasoning/comparison';

type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A statement of reading an object, with these conditions. */
const when = (Condition: Conditions, more: object = {}) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::b/*',
  Condition,
  ...more,
});
const on = (Resource: string | readonly string[], more: object = {}) => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource,
  ...more,
});
const doing = (Action: string | readonly string[], more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});
const by = (Principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::b/*',
  ...more,
});
const trusting = (Principal: unknown, Condition?: Conditions) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...(Condition && { Condition }),
});

export interface RuleCase {
  readonly name: string;
  readonly type?: AskedType;
  readonly a: readonly object[];
  readonly b: readonly object[];
  /** Of B against A, over what AWS has. */
  readonly expect: Relation;
}

const TAG = 'aws:PrincipalTag/team';
const one = (operator: string, value: unknown, key = TAG): Conditions => ({ [operator]: { [key]: value } });
/** Two conditions of one statement in A and in B, compared. */
const pair = (name: string, a: Conditions, b: Conditions, expect: Relation): RuleCase => ({
  name,
  a: [when(a)],
  b: [when(b)],
  expect,
});

const OPERATORS: readonly RuleCase[] = [
  pair(
    'StringEquals of two values is wider',
    one('StringEquals', 'red'),
    one('StringEquals', ['red', 'blue']),
    'wider',
  ),
  pair(
    'StringLike without a wildcard is StringEquals',
    one('StringEquals', 'red'),
    one('StringLike', 'red'),
    'equal',
  ),
  pair(
    'StringEquals takes a star as it stands',
    one('StringLike', 'r*'),
    one('StringEquals', 'r*'),
    'narrower',
  ),
  pair('a question mark is one character', one('StringLike', 're?'), one('StringLike', 're*'), 'wider'),
  pair('StringNotLike is the other half', one('StringNotLike', 'r*'), one('StringNotEquals', 'red'), 'wider'),
  pair(
    'IgnoreCase of other capitals',
    one('StringEqualsIgnoreCase', 'RED'),
    one('StringEqualsIgnoreCase', 'red'),
    'equal',
  ),
  pair('an empty tag is a value of StringLike *', one('StringLike', '*'), one('Null', 'false'), 'narrower'),
  pair(
    'less than and at most meet in the point',
    one('NumericLessThan', '10', 's3:max-keys'),
    one('NumericLessThanEquals', '10', 's3:max-keys'),
    'wider',
  ),
  pair(
    'numbers of several forms',
    one('NumericEquals', '10', 's3:max-keys'),
    one('NumericEquals', '10.0', 's3:max-keys'),
    'equal',
  ),
  pair(
    'NumericNotEquals lets the absent key in',
    one('NumericNotEquals', '10', 's3:max-keys'),
    one('NumericNotEqualsIfExists', '10', 's3:max-keys'),
    'equal',
  ),
  pair(
    'NumericGreaterThan of two listed is the smaller',
    one('NumericGreaterThan', ['5', '9'], 's3:max-keys'),
    one('NumericGreaterThan', '5', 's3:max-keys'),
    'equal',
  ),
  pair(
    'dates and seconds are one time',
    one('DateLessThan', '2030-01-01T00:00:00Z', 'aws:CurrentTime'),
    one('DateLessThan', '1893456000', 'aws:CurrentTime'),
    'equal',
  ),
  pair(
    'CurrentTime and EpochTime are one value',
    one('DateLessThan', '2030-01-01T00:00:00Z', 'aws:CurrentTime'),
    one('NumericLessThan', '1893456000', 'aws:EpochTime'),
    'equal',
  ),
  pair(
    'a narrower range of addresses',
    one('IpAddress', '203.0.113.0/24', 'aws:SourceIp'),
    one('IpAddress', '203.0.113.0/25', 'aws:SourceIp'),
    'narrower',
  ),
  pair(
    'two halves are the whole range',
    one('IpAddress', '203.0.113.0/24', 'aws:SourceIp'),
    one('IpAddress', ['203.0.113.0/25', '203.0.113.128/25'], 'aws:SourceIp'),
    'equal',
  ),
  pair(
    'all of IPv4 is not all addresses',
    one('IpAddress', '0.0.0.0/0', 'aws:SourceIp'),
    one('IpAddress', ['0.0.0.0/0', '::/0'], 'aws:SourceIp'),
    'wider',
  ),
  pair(
    'Bool in other capitals',
    one('Bool', 'true', 'aws:SecureTransport'),
    one('Bool', 'TRUE', 'aws:SecureTransport'),
    'equal',
  ),
  pair(
    'Bool false is not the absent key',
    one('BoolIfExists', 'false', 'aws:MultiFactorAuthPresent'),
    one('Bool', 'false', 'aws:MultiFactorAuthPresent'),
    'narrower',
  ),
  pair(
    'BinaryEquals on the same bytes',
    one('BinaryEquals', 'QUJD', 'x:k'),
    one('BinaryEquals', ['QUJD', 'QUJD'], 'x:k'),
    'equal',
  ),
  pair(
    'ArnEquals is ArnLike',
    one('ArnEquals', 'arn:aws:s3:::b*', 'aws:SourceArn'),
    one('ArnLike', 'arn:aws:s3:::b*', 'aws:SourceArn'),
    'equal',
  ),
  pair(
    'ArnNotLike and StringNotLike part at the colon',
    one('StringNotLike', 'arn:aws:*:topic', 'aws:SourceArn'),
    one('ArnNotLike', 'arn:aws:*:topic', 'aws:SourceArn'),
    'wider',
  ),
  pair(
    'a listed value that is no number matches nothing',
    one('NumericEquals', ['ten', '10'], 's3:max-keys'),
    one('NumericEquals', '10', 's3:max-keys'),
    'equal',
  ),
];

const PRESENCE: readonly RuleCase[] = [
  pair(
    'IfExists is wider by the absent key',
    one('StringEquals', 'red'),
    one('StringEqualsIfExists', 'red'),
    'wider',
  ),
  pair(
    'Null true and a value exclude each other',
    { ...one('StringEquals', 'red'), ...one('Null', 'true') },
    one('StringEquals', ['red']),
    'wider',
  ),
  pair(
    'Null false beside a value says nothing more',
    { ...one('StringEquals', 'red'), ...one('Null', 'false') },
    one('StringEquals', 'red'),
    'equal',
  ),
  pair(
    'IfExists on a key that is always sent',
    one('Bool', 'true', 'aws:SecureTransport'),
    one('BoolIfExists', 'true', 'aws:SecureTransport'),
    'equal',
  ),
  pair(
    'every direct request has an agent',
    one('StringLike', '*', 'aws:UserAgent'),
    one('StringLikeIfExists', '*', 'aws:UserAgent'),
    'equal',
  ),
  pair(
    'an address is absent through an endpoint',
    one('IpAddress', '203.0.113.0/24', 'aws:SourceIp'),
    one('IpAddressIfExists', '203.0.113.0/24', 'aws:SourceIp'),
    'wider',
  ),
  pair(
    'no address together with an endpoint',
    {
      ...one('StringEquals', 'vpce-1', 'aws:SourceVpce'),
      ...one('IpAddress', '203.0.113.0/24', 'aws:SourceIp'),
    },
    {
      ...one('StringEquals', 'vpce-1', 'aws:SourceVpce'),
      ...one('IpAddress', '198.51.100.0/24', 'aws:SourceIp'),
    },
    'equal',
  ),
  pair(
    'no age of MFA without MFA',
    {
      ...one('Bool', 'false', 'aws:MultiFactorAuthPresent'),
      ...one('NumericLessThan', '300', 'aws:MultiFactorAuthAge'),
    },
    {
      ...one('Bool', 'false', 'aws:MultiFactorAuthPresent'),
      ...one('NumericLessThan', '900', 'aws:MultiFactorAuthAge'),
    },
    'equal',
  ),
  pair(
    'called through a service',
    one('ForAnyValue:StringEquals', 'athena.amazonaws.com', 'aws:CalledVia'),
    {
      ...one('ForAnyValue:StringEquals', 'athena.amazonaws.com', 'aws:CalledVia'),
      ...one('Bool', 'true', 'aws:ViaAWSService'),
    },
    'equal',
  ),
];

const SETS: readonly RuleCase[] = [
  pair(
    'ForAllValues holds of none',
    one('ForAnyValue:StringEquals', 'a', 'aws:TagKeys'),
    { ...one('ForAllValues:StringEquals', 'a', 'aws:TagKeys'), ...one('Null', 'false', 'aws:TagKeys') },
    'narrower',
  ),
  pair(
    'ForAnyValue of one and of two',
    one('ForAnyValue:StringEquals', 'a', 'aws:TagKeys'),
    one('ForAnyValue:StringEquals', ['a', 'b'], 'aws:TagKeys'),
    'wider',
  ),
  pair(
    'ForAllValues of two lets mixtures in',
    { ...one('ForAllValues:StringEquals', 'a', 'aws:TagKeys') },
    one('ForAllValues:StringEquals', ['a', 'b'], 'aws:TagKeys'),
    'wider',
  ),
  pair(
    'some and every differ by a set of two',
    one('ForAnyValue:StringEquals', 'a', 'aws:TagKeys'),
    {
      'ForAnyValue:StringEquals': { 'aws:TagKeys': 'a' },
      'ForAllValues:StringEquals': { 'aws:TagKeys': 'a' },
    },
    'narrower',
  ),
  pair(
    'ForAllValues negated: every one is another',
    one('ForAllValues:StringNotEquals', 'a', 'aws:TagKeys'),
    one('ForAllValues:StringNotEquals', ['a', 'b'], 'aws:TagKeys'),
    'narrower',
  ),
  pair(
    'ForAnyValue negated: some one is another',
    one('ForAnyValue:StringNotEquals', 'a', 'aws:TagKeys'),
    one('ForAllValues:StringNotEquals', 'a', 'aws:TagKeys'),
    'incomparable',
  ),
];

const ELEMENTS: readonly RuleCase[] = [
  { name: 'actions ignore case', a: [doing('s3:GETOBJECT')], b: [doing('s3:getobject')], expect: 'equal' },
  { name: 'a star in an action', a: [doing('s3:Get*')], b: [doing('s3:*')], expect: 'wider' },
  {
    name: 'names beside each other and a pattern that AWS fills with them',
    a: [doing(['sqs:RemovePermission', 'sqs:ReceiveMessage'])],
    b: [doing(['sqs:Remove*', 'sqs:Receive*'])],
    expect: 'equal',
  },
  {
    name: 'NotAction is the rest',
    a: [doing('s3:*')],
    b: [{ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }],
    expect: 'incomparable',
  },
  {
    name: 'NotAction and a Deny of the same',
    a: [{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }],
    b: [doing('*'), doing('iam:*', { Effect: 'Deny' })],
    expect: 'equal',
  },
  {
    name: 'NotResource is the rest of the resources',
    a: [on('*')],
    b: [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: 'arn:aws:s3:::b/*' }],
    expect: 'narrower',
  },
  {
    name: 'a Resource with and without what covers it',
    a: [on(['arn:aws:s3:::b/*', 'arn:aws:s3:::b/x/*'])],
    b: [on('arn:aws:s3:::b/*')],
    expect: 'equal',
  },
  {
    name: 'an object is no bucket',
    a: [doing('s3:ListBucket', { Resource: 'arn:aws:s3:::b' })],
    b: [doing('s3:ListBucket', { Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'] })],
    expect: 'equal',
  },
  {
    name: 'a Deny beats any Allow',
    a: [doing('s3:*')],
    b: [doing('s3:*'), doing('s3:*', { Effect: 'Deny', Resource: 'arn:aws:s3:::b/*' })],
    expect: 'narrower',
  },
  {
    name: 'a Deny of what nothing allows',
    a: [doing('s3:*')],
    b: [doing('s3:*'), doing('ec2:*', { Effect: 'Deny' })],
    expect: 'equal',
  },
  {
    name: 'two Allows and one with both',
    a: [doing('s3:GetObject'), doing('s3:PutObject')],
    b: [doing(['s3:PutObject', 's3:GetObject'])],
    expect: 'equal',
  },
  {
    name: 'one list of conditions is not two',
    a: [when({ ...one('StringEquals', 'red'), ...one('Bool', 'true', 'aws:SecureTransport') })],
    b: [when(one('StringEquals', 'red')), when(one('Bool', 'true', 'aws:SecureTransport'))],
    expect: 'wider',
  },
  {
    name: 'a question mark in a resource',
    a: [on('arn:aws:s3:::b/?')],
    b: [on('arn:aws:s3:::b/*')],
    expect: 'wider',
  },
  {
    name: 'the same Deny with a condition stops less',
    a: [doing('s3:*'), doing('s3:DeleteObject', { Effect: 'Deny' })],
    b: [
      doing('s3:*'),
      doing('s3:DeleteObject', {
        Effect: 'Deny',
        Condition: one('BoolIfExists', 'false', 'aws:MultiFactorAuthPresent'),
      }),
    ],
    expect: 'wider',
  },
];

const OWN_ACCOUNT = '${aws:PrincipalAccount}';

const VARIABLES: readonly RuleCase[] = [
  {
    name: 'equal texts with a variable',
    a: [on('arn:aws:s3:::b/${aws:username}/*')],
    b: [on(['arn:aws:s3:::b/${aws:username}/*'])],
    expect: 'equal',
  },
  {
    name: 'a variable within the bucket',
    a: [on('arn:aws:s3:::b/${aws:username}/*')],
    b: [on('arn:aws:s3:::b/*')],
    expect: 'wider',
  },
  {
    name: 'a written dollar is a text',
    a: [on('arn:aws:s3:::b/${*}x')],
    b: [on('arn:aws:s3:::b/*x')],
    expect: 'wider',
  },
  {
    name: 'a default where the tag is absent',
    a: [on("arn:aws:s3:::b/${aws:PrincipalTag/t, 'all'}/x")],
    b: [on('arn:aws:s3:::b/*/x')],
    expect: 'wider',
  },
  {
    name: 'a variable in a value',
    a: [when(one('StringEquals', '${aws:username}', 's3:prefix'))],
    b: [when(one('StringLike', '*', 's3:prefix'))],
    expect: 'wider',
  },
  {
    name: 'resources of the own account, and of any',
    a: [doing('kms:CreateGrant', { Condition: one('StringEquals', OWN_ACCOUNT, 'aws:ResourceAccount') })],
    b: [doing('kms:CreateGrant')],
    expect: 'wider',
  },
  {
    name: 'the own account by two operators that say the same of it',
    a: [doing('kms:CreateGrant', { Condition: one('StringEquals', OWN_ACCOUNT, 'aws:ResourceAccount') })],
    b: [doing('kms:CreateGrant', { Condition: one('StringLike', OWN_ACCOUNT, 'aws:ResourceAccount') })],
    expect: 'equal',
  },
  {
    name: 'the own account in a name is no other text than an account',
    a: [on(`arn:aws:s3:::b-${OWN_ACCOUNT}/*`)],
    b: [on([`arn:aws:s3:::b-${OWN_ACCOUNT}/*`]), { ...on('arn:aws:s3:::b-logs/*'), Effect: 'Deny' }],
    expect: 'equal',
  },
];

const CALLERS: readonly RuleCase[] = [
  {
    name: 'a user of the account',
    type: 'resource',
    a: [by({ AWS: '111122223333' })],
    b: [by({ AWS: 'arn:aws:iam::111122223333:user/alice' })],
    expect: 'narrower',
  },
  {
    name: 'an account by its number and its root',
    type: 'resource',
    a: [by({ AWS: '111122223333' })],
    b: [by({ AWS: 'arn:aws:iam::111122223333:root' })],
    expect: 'equal',
  },
  {
    name: 'everybody and a condition on the account',
    type: 'resource',
    a: [by({ AWS: '111122223333' })],
    b: [by('*', { Condition: one('StringEquals', '111122223333', 'aws:PrincipalAccount') })],
    expect: 'equal',
  },
  {
    name: 'a service is no account',
    type: 'resource',
    a: [by({ AWS: '111122223333' })],
    b: [by({ AWS: '111122223333', Service: 'logging.s3.amazonaws.com' })],
    expect: 'wider',
  },
  {
    name: 'an organization within everybody',
    type: 'resource',
    a: [by('*')],
    b: [by('*', { Condition: one('StringEquals', 'o-a1b2c3d4e5', 'aws:PrincipalOrgID') })],
    expect: 'narrower',
  },
  {
    name: 'a pattern of callers',
    type: 'resource',
    a: [by('*', { Condition: one('ArnLike', 'arn:aws:iam::111122223333:role/app-*', 'aws:PrincipalArn') })],
    b: [by('*', { Condition: one('ArnLike', 'arn:aws:iam::111122223333:role/*', 'aws:PrincipalArn') })],
    expect: 'wider',
  },
  {
    name: 'a trust with an external ID',
    type: 'trust',
    a: [trusting({ AWS: '444455556666' })],
    b: [trusting({ AWS: '444455556666' }, one('StringEquals', 'x', 'sts:ExternalId'))],
    expect: 'narrower',
  },
  {
    name: 'another service is trusted',
    type: 'trust',
    a: [trusting({ Service: 'ec2.amazonaws.com' })],
    b: [trusting({ Service: ['ec2.amazonaws.com', 'lambda.amazonaws.com'] })],
    expect: 'wider',
  },
];

export const RULE_CASES: readonly RuleCase[] = [
  ...OPERATORS,
  ...PRESENCE,
  ...SETS,
  ...ELEMENTS,
  ...VARIABLES,
  ...CALLERS,
];
