/** Policies and requests at random, from a vocabulary small enough that they often meet. */
import type { Request } from '../../src/case/scenario';

/** Mulberry32: a generator of 32 bits whose period no run reaches. */
export function generator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type Random = () => number;

export const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
const chance = (random: Random, of: number): boolean => random() < of;

function some<T>(random: Random, list: readonly T[], most: number): T[] {
  const count = 1 + Math.floor(random() * most);
  return Array.from({ length: count }, () => pick(random, list));
}

const ACTIONS = [
  's3:GetObject',
  's3:Get*',
  's3:*',
  '*',
  's3:PutObject',
  's3:*Object',
  's3:?etObject',
  'ec2:*',
  'ec2:StartInstances',
  's*:*',
];
const RESOURCES = [
  '*',
  'arn:aws:s3:::b/*',
  'arn:aws:s3:::b/a*',
  'arn:aws:s3:::b/a/?',
  'arn:aws:s3:::*/a',
  'arn:aws:s3:::b/alice/*',
  'arn:aws:s3:::b/${aws:username}/*',
  'arn:aws:s3:::b/${aws:PrincipalTag/team}/*',
  "arn:aws:s3:::b/${aws:PrincipalTag/team, 'red'}/a",
  'arn:aws:s3:::b/${*}/a',
  'arn:aws:ec2:*:*:instance/*',
  'arn:aws:ec2:*:111122223333:instance/i-1',
];

/** Keys with their listed values, by operator. */
const CONDITIONS: readonly (readonly [readonly string[], string, readonly string[]])[] = [
  [
    [
      'StringEquals',
      'StringNotEquals',
      'StringLike',
      'StringNotLike',
      'StringEqualsIgnoreCase',
      'StringNotEqualsIgnoreCase',
    ],
    'aws:PrincipalTag/team',
    ['red', 'Red', 'blue', 're*', '?ed', '*', ''],
  ],
  [
    ['StringEquals', 'StringLike', 'StringNotEquals'],
    'aws:RequestTag/team',
    ['red', '${aws:PrincipalTag/team}', 'r*', "${aws:PrincipalTag/none, 'red'}"],
  ],
  [
    ['StringEquals', 'StringLike', 'StringNotLike'],
    'aws:username',
    ['alice', 'a*', 'bob', '${aws:PrincipalTag/team}'],
  ],
  [
    ['StringEquals', 'StringNotEquals', 'StringLike'],
    's3:prefix',
    ['home/', 'home/*', 'home/${aws:username}/*', '*'],
  ],
  [
    [
      'NumericEquals',
      'NumericNotEquals',
      'NumericLessThan',
      'NumericLessThanEquals',
      'NumericGreaterThan',
      'NumericGreaterThanEquals',
    ],
    's3:max-keys',
    ['10', '9', '10.5', '-1', 'ten'],
  ],
  [
    ['DateLessThan', 'DateGreaterThanEquals', 'DateEquals', 'DateNotEquals'],
    'aws:CurrentTime',
    ['2030-01-01T00:00:00Z', '2031-01-01', '2030-01-01T02:00:00+02:00'],
  ],
  [
    ['IpAddress', 'NotIpAddress'],
    'aws:SourceIp',
    ['203.0.113.0/24', '203.0.113.128/25', '203.0.113.77/24', '2001:db8::/32', '0.0.0.0/0', 'house'],
  ],
  [['Bool'], 'aws:MultiFactorAuthPresent', ['true', 'false']],
  [['Bool', 'StringEquals'], 'aws:SecureTransport', ['true', 'false']],
  [
    ['ArnLike', 'ArnEquals', 'ArnNotLike', 'StringLike'],
    'aws:SourceArn',
    ['arn:aws:s3:*:111122223333:x', 'arn:aws:s3:::b', 'arn:aws:s3:*', '*', 'arn:aws:sns:*:*:t*'],
  ],
  [
    ['ArnLike', 'ArnNotLike', 'StringLike', 'StringEquals'],
    'aws:PrincipalArn',
    [
      'arn:aws:iam::111122223333:role/*',
      'arn:aws:iam::*:user/alice',
      'arn:aws:iam::111122223333:user/a*',
      '*',
    ],
  ],
  [['StringEquals', 'StringNotEquals', 'StringLike'], 'aws:PrincipalAccount', ['111122223333', '1*']],
  [['StringEquals', 'StringLike', 'StringNotEquals', 'StringNotLike'], 'aws:TagKeys', ['a', 'b', 'c*', '*']],
  [['Null'], 'aws:RequestTag/team', ['true', 'false']],
  [['Null'], 'aws:TagKeys', ['true', 'false']],
  [['Null'], 'aws:MultiFactorAuthPresent', ['true', 'false']],
  [['BinaryEquals'], 'x:key', ['QUJD', 'QUJE']],
];

function conditions(random: Random): Record<string, Record<string, string[]>> {
  const found: Record<string, Record<string, string[]>> = {};
  const count = pick(random, [0, 0, 1, 1, 2]);
  for (let at = 0; at < count; at += 1) {
    const [operators, key, values] = pick(random, CONDITIONS);
    const base = pick(random, operators);
    const isSet = key === 'aws:TagKeys' ? chance(random, 0.8) : chance(random, 0.08);
    const prefix = isSet ? pick(random, ['ForAllValues:', 'ForAnyValue:']) : '';
    const suffix = base !== 'Null' && chance(random, 0.2) ? 'IfExists' : '';
    (found[`${prefix}${base}${suffix}`] ??= {})[key] = some(random, values, 2);
  }
  return found;
}

export type Policy = { Version: string; Statement: Record<string, unknown>[] };

function statement(random: Random): Record<string, unknown> {
  const actions = some(random, ACTIONS, 2);
  const resources = some(random, RESOURCES, 2);
  const asked = conditions(random);
  return {
    Effect: chance(random, 0.7) ? 'Allow' : 'Deny',
    [chance(random, 0.88) ? 'Action' : 'NotAction']: actions,
    [chance(random, 0.88) ? 'Resource' : 'NotResource']: resources,
    ...(Object.keys(asked).length > 0 && { Condition: asked }),
  };
}

export function policy(random: Random): Policy {
  const count = 1 + Math.floor(random() * 4);
  return { Version: '2012-10-17', Statement: Array.from({ length: count }, () => statement(random)) };
}

/** A policy that differs in one place. */
export function near(random: Random, { Version, Statement }: Policy): Policy {
  const list = [...Statement];
  const at = Math.floor(random() * list.length);
  const way = random();
  if (way < 0.25 && list.length > 1) list.splice(at, 1);
  else if (way < 0.5) list.push(statement(random));
  else {
    const other = statement(random);
    const member = pick(random, ['Effect', 'Condition', 'Action', 'Resource']);
    const { [member]: _gone, ...rest } = list[at]!;
    const drop = member === 'Action' ? 'NotAction' : member === 'Resource' ? 'NotResource' : '';
    const { [drop]: _other, ...kept } = rest;
    const value = other[member] ?? (member === 'Condition' ? {} : (list[at]![member] ?? '*'));
    list[at] = { ...kept, [member]: value };
  }
  return { Version, Statement: list };
}

const VALUES: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  'aws:PrincipalTag/team': ['red', 'Red', 'RED', 'blue', 'reed', '', 'alice', 'a'],
  'aws:PrincipalTag/none': ['red', 'x'],
  'aws:RequestTag/team': ['red', 'blue', 'r', '', 'alice'],
  's3:prefix': ['home/', 'home/alice/', 'home/bob/x', 'home', 'x'],
  's3:max-keys': ['10', '9', '9.5', '10.5', '11', '-1', '-2', '0'],
  'aws:CurrentTime': [
    '2030-01-01T00:00:00Z',
    '2029-01-01T00:00:00Z',
    '2030-06-01T00:00:00Z',
    '2031-01-01T00:00:00Z',
    '2032-01-01T00:00:00Z',
  ],
  'aws:SourceIp': [
    '203.0.113.5',
    '203.0.113.200',
    '203.0.113.255',
    '203.0.114.0',
    '2001:db8::5',
    '192.0.2.1',
    '2001:db9::',
  ],
  'aws:MultiFactorAuthPresent': ['true', 'false'],
  'aws:SecureTransport': ['true', 'false'],
  'aws:SourceArn': [
    'arn:aws:s3:::b',
    'arn:aws:s3:r:111122223333:x',
    'arn:aws:s3:::111122223333:x',
    'arn:aws:sns:r:111122223333:t1',
    'arn:aws:s3:r:9:111122223333:x',
  ],
  'aws:TagKeys': [['a'], ['b'], ['a', 'b'], ['c1'], ['a', 'd'], ['d'], ['a', 'c1']],
  'x:key': ['QUJD', 'QUJE', 'QUJF'],
};
/** Every request has these. */
const ALWAYS = new Set(['aws:CurrentTime', 'aws:SecureTransport']);
const PRINCIPALS = [
  'arn:aws:iam::111122223333:user/alice',
  'arn:aws:iam::111122223333:user/bob',
  'arn:aws:iam::111122223333:user/team/alice',
  'arn:aws:iam::444455556666:user/alice',
  'arn:aws:iam::111122223333:role/x',
  'arn:aws:iam::444455556666:role/x',
];
const NAMES = [
  's3:GetObject',
  's3:PutObject',
  's3:GetObjectAcl',
  's3:ListBucket',
  's3:SetObject',
  'ec2:StartInstances',
  'sqs:SendMessage',
  'iam:GetUser',
];
const ARNS = [
  'arn:aws:s3:::b/a',
  'arn:aws:s3:::b/ab',
  'arn:aws:s3:::b/a/x',
  'arn:aws:s3:::b/alice/a',
  'arn:aws:s3:::b/red/a',
  'arn:aws:s3:::b/bob/x',
  'arn:aws:s3:::b//a',
  'arn:aws:s3:::b/*/a',
  'arn:aws:s3:::c/a',
  'arn:aws:ec2:r:111122223333:instance/i-1',
  'arn:aws:ec2:r:111122223333:instance/i-2',
  'arn:aws:ec2:r:444455556666:instance/i-1',
  '*',
];

export function request(random: Random): Request {
  const context: Record<string, string | readonly string[]> = {};
  for (const [key, values] of Object.entries(VALUES)) {
    if (ALWAYS.has(key) || chance(random, 0.6)) context[key] = pick(random, values);
  }
  return {
    principal: pick(random, PRINCIPALS),
    action: pick(random, NAMES),
    resource: pick(random, ARNS),
    context,
  };
}
