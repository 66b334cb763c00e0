import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Decision } from '../../src/engine/evaluation';
import type { ContextValue, Request } from '../../src/case/scenario';
import {
  ACCOUNT,
  ALICE,
  APP_ROLE,
  APP_SESSION,
  OTHER_ACCOUNT,
  QUEUE,
  allow,
  deny,
  mine,
  policy,
  scenario,
} from './build';
import type { Json } from './build';

const FED = `arn:aws:sts::${ACCOUNT}:federated-user/fay`;
const BOB = `arn:aws:iam::${OTHER_ACCOUNT}:user/bob`;

describe('who is named', () => {
  const rows: [string, Json, Partial<Request>, Decision][] = [
    [
      'a unique ID of a user',
      { Principal: { AWS: 'AIDAEXAMPLE123' } },
      { context: { 'aws:userid': 'AIDAEXAMPLE123' } },
      'Allowed',
    ],
    [
      'a unique ID of a role, before the session name',
      { Principal: { AWS: 'AROAEXAMPLE123' } },
      { principal: APP_SESSION, context: { 'aws:userid': 'AROAEXAMPLE123:run-1' } },
      'Allowed',
    ],
    [
      'a unique ID of someone else',
      { Principal: { AWS: 'AIDAEXAMPLE123' } },
      { context: { 'aws:userid': 'AIDAOTHER1234' } },
      'ImplicitlyDenied',
    ],
    [
      'a unique ID where the caller is not known by one',
      { Principal: { AWS: 'AIDAEXAMPLE123' } },
      { context: { 'aws:userid': null } },
      'Undetermined',
    ],
    [
      'another partition',
      { Principal: '*' },
      { resource: QUEUE.replace('arn:aws:', 'arn:aws-cn:') },
      'ImplicitlyDenied',
    ],
    [
      'another partition, everyone but someone',
      { NotPrincipal: { AWS: BOB } },
      { resource: QUEUE.replace('arn:aws:', 'arn:aws-cn:') },
      'ImplicitlyDenied',
    ],
    [
      'everyone by AWS, to a service',
      { Principal: { AWS: '*' } },
      { principal: 'lambda.amazonaws.com' },
      'Allowed',
    ],
    ['everyone, to a service', { Principal: '*' }, { principal: 'lambda.amazonaws.com' }, 'Allowed'],
    [
      'another service',
      { Principal: { Service: 'sns.amazonaws.com' } },
      { principal: 'lambda.amazonaws.com' },
      'ImplicitlyDenied',
    ],
    [
      'the role of a given path',
      { Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/x/App` } },
      { principal: APP_SESSION, role: `arn:aws:iam::${ACCOUNT}:role/x/App` },
      'Allowed',
    ],
    ['the role itself', { Principal: { AWS: APP_ROLE } }, { principal: APP_ROLE }, 'Allowed'],
    ['a canonical user', { Principal: { CanonicalUser: 'abc' } }, {}, 'ImplicitlyDenied'],
    ['everyone but someone else', { NotPrincipal: { AWS: BOB } }, {}, 'Allowed'],
    ['everyone but the caller', { NotPrincipal: { AWS: ALICE } }, {}, 'ImplicitlyDenied'],
    ['everyone but the account', { NotPrincipal: { AWS: ACCOUNT } }, {}, 'ImplicitlyDenied'],
  ];
  it.each(rows)('%s', (_name, whom, request, decision) => {
    expect(evaluate(scenario({ resource: policy('R', allow(whom)) }, request)).decision).toBe(decision);
  });

  it('nobody of another partition, also by NotPrincipal and where its own policies allow', () => {
    const given = {
      identity: [policy('I', allow())],
      resource: policy('R', allow({ NotPrincipal: { AWS: BOB } })),
    };
    const chinese = { resource: QUEUE.replace('arn:aws:', 'arn:aws-cn:') };
    expect(evaluate(scenario(given, chinese)).decision).toBe('ImplicitlyDenied');
  });

  it('a grant to the parent is limited like a grant to a role', () => {
    const resource = policy('R', allow({ Principal: { AWS: ALICE } }));
    const request = { principal: FED, user: ALICE };
    expect(evaluate(scenario({ resource }, request)).decision).toBe('ImplicitlyDenied');
    expect(evaluate(scenario({ resource, session: [policy('S', allow())] }, request)).decision).toBe(
      'Allowed',
    );
    expect(
      evaluate(scenario({ resource, session: [policy('S', allow())] }, { principal: FED })).decision,
    ).toBe('ImplicitlyDenied');
  });

  it('a grant to the role is limited by its boundary, also where the session is not named', () => {
    const policies = {
      resource: policy('R', allow({ Principal: { AWS: APP_ROLE } })),
      boundary: policy('B'),
    };
    expect(evaluate(scenario(policies, { principal: APP_ROLE })).decision).toBe('ImplicitlyDenied');
  });

  it.each<[string, readonly string[], Partial<Request>, boolean]>([
    ['user and account', [ALICE, ACCOUNT], {}, true],
    ['the user alone', [ALICE], {}, false],
    ['the account alone', [ACCOUNT], {}, false],
    ['session, role and account', [APP_SESSION, APP_ROLE, ACCOUNT], { principal: APP_SESSION }, true],
    ['session and account', [APP_SESSION, ACCOUNT], { principal: APP_SESSION }, false],
    ['role and account', [APP_ROLE, ACCOUNT], { principal: APP_SESSION }, false],
    ['the account, for its root user', [ACCOUNT], { principal: `arn:aws:iam::${ACCOUNT}:root` }, true],
  ])('a Deny spares whom its NotPrincipal lists in full: %s', (_name, listed, request, spared) => {
    const resource = policy('R', deny({ NotPrincipal: { AWS: listed } }));
    const { decision } = evaluate(scenario({ identity: [policy('I', allow())], resource }, request));
    expect(decision).toBe(spared ? 'Allowed' : 'ExplicitlyDenied');
  });
});

describe('actions and resources', () => {
  it.each<[string, Json, Partial<Request>, Decision]>([
    ['a wildcard in the prefix stays in it', { Action: 's*:Send*' }, {}, 'Allowed'],
    ['and does not run into the name', { Action: 's*essage' }, {}, 'ImplicitlyDenied'],
    [
      'NotAction leaves the listed ones',
      { Action: undefined, NotAction: 'SQS:sendmessage' },
      {},
      'ImplicitlyDenied',
    ],
    [
      'a variable before the fifth colon is text',
      { Resource: 'arn:aws:sqs:${aws:RequestedRegion}:*' },
      {},
      'ImplicitlyDenied',
    ],
    [
      'an unresolved variable in NotResource voids the exception',
      { Resource: undefined, NotResource: `${QUEUE}\${x:y}` },
      {},
      'Allowed',
    ],
    ['a default', { Resource: `${QUEUE.slice(0, -6)}\${x:y, 'orders'}` }, {}, 'Allowed'],
    [
      'a value with a wildcard',
      { Resource: `${QUEUE.slice(0, -6)}\${x:y}` },
      { context: { 'x:y': '*' } },
      'ImplicitlyDenied',
    ],
    [
      'a variable of several values',
      { Resource: `${QUEUE.slice(0, -6)}\${aws:TagKeys}` },
      { context: { 'aws:TagKeys': 'orders' } },
      'ImplicitlyDenied',
    ],
    [
      '? is one character, however many units it takes',
      { Resource: `${QUEUE}?` },
      { resource: `${QUEUE}\u{1F600}` },
      'Allowed',
    ],
    ['a run tries every length', { Resource: '*aab*' }, { resource: `${QUEUE}aaab` }, 'Allowed'],
  ])('%s', (_name, rest, request, decision) => {
    const statement = JSON.parse(JSON.stringify(allow(rest))) as Json;
    expect(evaluate(mine([statement], request)).decision).toBe(decision);
  });
});

describe('conditions', () => {
  const rows: [string, unknown, ContextValue | undefined, boolean][] = [
    ['NumericLessThan', '-2', '-3', true],
    ['NumericLessThan', '-3', '-2', false],
    ['NumericLessThan', '10', '9.99', true],
    ['NumericLessThan', '9007199254740993', '9007199254740992', true],
    ['NumericLessThan', '1', '1', false],
    ['NumericLessThanEquals', '1', '1.0', true],
    ['NumericGreaterThan', '1', '1', false],
    ['NumericGreaterThanEquals', '1', '1', true],
    ['NumericEquals', '0', '-0.0', true],
    ['NumericEquals', 'abc', 'abc', false],
    ['NumericNotEquals', 'abc', 'abc', true],
    ['NumericEquals', '0.5', '.5', true],
    ['NumericEquals', '5', '5.', true],
    ['NumericEquals', '.', '.', false],
    ['NumericEquals', '1.5', '1.50', true],
    ['NumericEquals', '1.05', '1.0500', true],
    ['NumericEquals', '10', '0010', true],
    ['NumericLessThan', '0', '-0.5', true],
    ['NumericLessThan', '1', '-1', true],
    ['NumericLessThan', '-1', '1', false],
    ['NumericGreaterThan', '-1', '1', true],
    ['DateEquals', '2024-05-01', '2024-05-01T00:00:00Z', true],
    ['DateEquals', '2024-05-01T12:00:00+02:00', '2024-05-01T10:00:00Z', true],
    ['DateEquals', '1714521600', '2024-05-01', true],
    ['DateEquals', '2024-02-30', '2024-03-01', false],
    ['DateLessThan', '2024', '2023-12-31T23:59:59.999Z', true],
    ['DateEquals', '2000-02-29', '951782400', true],
    ['DateEquals', '2024-02-29', '1709164800', true],
    ['DateEquals', '1900-02-29', '1900-02-29', false],
    ['DateEquals', '2023-02-29', '2023-02-29', false],
    ['DateEquals', '2024-00-10', '2024-00-10', false],
    ['DateEquals', '2024-13-10', '2024-13-10', false],
    ['DateEquals', '2024-05-00', '2024-05-00', false],
    ['DateEquals', '2024-05-01T12:00:00-02:00', '2024-05-01T14:00:00Z', true],
    ['DateEquals', '2024-05-01T12:00:00+23:59', '2024-04-30T12:01:00Z', true],
    ['DateEquals', '2024-05-01T12:00:00+24:00', '2024-05-01T12:00:00+24:00', false],
    ['DateEquals', '2024-05-01T12:00:00+01:60', '2024-05-01T12:00:00+01:60', false],
    // ISO 8601: midnight may be written as the end of the day, and nothing lies behind it.
    ['DateEquals', '2024-05-01T24:00:00Z', '2024-05-02', true],
    ['DateEquals', '2024-05-01T24:01:00Z', '2024-05-01T24:01:00Z', false],
    ['DateEquals', '2024-05-01T24:00:01Z', '2024-05-01T24:00:01Z', false],
    ['DateEquals', '2024-05-01T25:00:00Z', '2024-05-01T25:00:00Z', false],
    ['DateEquals', '2024-05-01T10:59:59Z', '1714561199', true],
    ['DateEquals', '2024-05-01T10:60:00Z', '2024-05-01T10:60:00Z', false],
    ['DateEquals', '2024-05-01T10:00:00.25Z', '1714557600.25', true],
    ['DateGreaterThan', '2024-05-01T10:00:00.25Z', '2024-05-01T10:00:00.5Z', true],
    ['BinaryEquals', 'QQ==', 'QR==', true],
    ['BinaryEquals', 'QUI=', 'QUI', true],
    ['BinaryEquals', 'QUI=', 'QUJ=', true],
    ['BinaryEquals', 'QUI=', 'QUM=', false],
    ['BinaryEquals', 'QUI=', 'QUL=', true],
    ['BinaryEquals', 'QQ==', 'Qf==', true],
    ['BinaryEquals', 'QQ==', 'Qg==', false],
    ['BinaryEquals', 'QUI=', 'RUI=', false],
    ['BinaryEquals', 'QUI=', 'QVI=', false],
    ['BinaryEquals', 'QUJD', 'QUJA', false],
    ['BinaryEquals', 'QUJD', 'QUJD', true],
    // No base64: five letters, another alphabet.
    ['BinaryEquals', 'QUJDR', 'QUJDR', false],
    ['BinaryEquals', 'Q*==', 'Q*==', false],
    ['IpAddress', '10.0.0.77/20', '10.0.15.255', true],
    ['IpAddress', '10.0.0.0/20', '10.0.16.0', false],
    ['IpAddress', '10.0.0.1', '10.0.0.2', false],
    ['IpAddress', '0.0.0.0/0', '2001:db8::1', false],
    ['IpAddress', '::ffff:0:0/96', '10.0.0.1', false],
    ['NotIpAddress', '10.0.0.0/40', '10.0.0.1', true],
    ['Bool', 'TRUE', 'true', true],
    ['Bool', 'yes', 'yes', false],
    ['StringEqualsIgnoreCase', 'ABC', 'abc', true],
    ['ArnLike', '*', 'arn:aws:s3:::x', true],
    ['ArnLike', 'arn:aws:s3:*', 'arn:aws:s3:::x', false],
    ['ArnLike', 'arn:aws:*:x', 'arn:aws:s3:::x', false],
    ['ArnNotLike', 'arn:aws:s3:::x*', 'arn:aws:s3:::xy', false],
    ['StringNotLike', 'x*', 'xy', false],
    ['StringLike', '', '', true],
    ['Null', 'false', '', false],
    ['Null', 'true', '', true],
    ['Null', 'false', ['', ''], false],
    ['ForAllValues:Null', 'true', 'x', true],
    ['ForAnyValue:Null', 'true', undefined, false],
    ['ForAllValues:StringEquals', 'a', [''], true],
    ['ForAllValues:StringEquals', [], 'a', false],
    ['ForAnyValue:StringNotEquals', [], 'a', false],
    ['ForAnyValue:StringNotEquals', 'a', undefined, false],
    ['ForAnyValue:StringNotEqualsIfExists', 'a', undefined, true],
    ['StringEquals', [], 'a', false],
    ['StringNotEquals', [], 'a', true],
    ['StringEquals', 'a', ['b', 'a'], true],
    ['StringNotEquals', 'a', ['b', 'a'], false],
    ['StringNotEquals', 'a', [], true],
    ['StringEquals', "${aws:username, 'x'}", 'alice', true],
    ['StringLike', '${x:none}*', 'a', false],
    ['Bool', '${aws:SecureTransport}', 'true', true],
  ];
  it.each(rows)('%s %o, value %o: %s', (operator, listed, value, met) => {
    const context = value === undefined ? {} : { 'x:y': value };
    const given = mine([allow({ Condition: { [operator]: { 'x:y': listed } } })], { context });
    expect(evaluate(given).decision).toBe(met ? 'Allowed' : 'ImplicitlyDenied');
  });
});
