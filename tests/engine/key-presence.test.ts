/** What a request has of the keys that nobody told: the table of `catalog/key-presence.ts`, by kind of caller. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { ContextValue, Policies, Scenario } from '../../src/case/scenario';

const USER = 'arn:aws:iam::111122223333:user/ann';
const SESSION = 'arn:aws:sts::111122223333:assumed-role/App/s1';
const FEDERATED = 'arn:aws:sts::111122223333:federated-user/ben';
const ROOT = 'arn:aws:iam::111122223333:root';
const OAI = 'arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1ABCDEF234567';
const EVERYONE = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

/** The decision for a bucket that lets everyone in whose request has the key: allowed, denied, or open. */
function has(
  key: string,
  principal: string,
  context: Readonly<Record<string, ContextValue>> = {},
  policies: Policies = {},
): string {
  const scenario: Scenario = {
    schema: 2,
    request: {
      principal,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::data/a',
      resourceAccount: '111122223333',
      context,
    },
    policies: {
      resource: {
        name: 'R',
        document: {
          Version: '2012-10-17',
          Statement: [
            EVERYONE,
            { ...EVERYONE, Effect: 'Deny', Condition: { StringEquals: { [key]: 'this-one' } } },
          ],
        },
      },
      ...policies,
    },
  };
  return { Allowed: 'absent', Undetermined: 'not known' }[evaluate(scenario).decision as string] ?? 'denied';
}

const ALLOW_ALL = {
  name: 'E',
  document: { Version: '2012-10-17', Statement: [EVERYONE] },
};

describe('a key that nobody told', () => {
  it.each<[string, string, string]>([
    ['aws:userid', USER, 'not known'],
    ['aws:userid', SESSION, 'not known'],
    ['aws:userid', FEDERATED, 'absent'], // derived, and another
    ['aws:userid', 'lambda.amazonaws.com', 'absent'],
    ['aws:TokenIssueTime', USER, 'absent'],
    ['aws:TokenIssueTime', SESSION, 'not known'],
    ['aws:TokenIssueTime', FEDERATED, 'not known'],
    ['aws:TokenIssueTime', '*', 'absent'],
    ['aws:UserAgent', USER, 'not known'],
    ['aws:UserAgent', '*', 'not known'],
    ['aws:SourceIp', USER, 'not known'],
    ['aws:SourceIp', ROOT, 'not known'],
    ['aws:SourceIp', '*', 'not known'],
    ['aws:SourceIp', 'lambda.amazonaws.com', 'absent'],
    ['aws:MultiFactorAuthPresent', USER, 'absent'],
    ['aws:PrincipalTag/team', SESSION, 'absent'],
    ['aws:PrincipalOrgID', USER, 'absent'],
    ['aws:SourceVpce', USER, 'absent'],
    ['aws:SourceArn', 'sns.amazonaws.com', 'absent'],
    ['aws:userid', OAI, 'absent'],
  ])('%s of %s', (key, principal, wanted) => {
    const asked = key === 'aws:TokenIssueTime' ? 'aws:tokenissuetime' : key;
    expect(has(asked, principal)).toBe(wanted === 'not known' && isTyped(key) ? 'absent' : wanted);
  });

  it('has no address behind a VPC endpoint, nor where a service stands in between', () => {
    expect(has('aws:SourceIp', USER, { 'aws:SourceVpce': 'vpce-1' })).toBe('absent');
    expect(has('aws:SourceIp', USER, {}, { endpoint: ALLOW_ALL })).toBe('absent');
    expect(has('aws:SourceIp', USER, { 'aws:CalledVia': ['athena.amazonaws.com'] })).toBe('absent');
    expect(has('aws:SourceVpc', USER, { 'aws:SourceVpce': 'vpce-1' })).toBe('not known');
  });

  it('is absent where an empty list says so', () => {
    expect(has('aws:UserAgent', USER, { 'aws:useragent': [] })).toBe('absent');
    expect(has('aws:username', USER, { 'aws:username': [] })).toBe('absent');
  });
});

/** Keys whose values have a type that no text of the test can be: nothing of theirs equals it. */
function isTyped(key: string): boolean {
  return ['aws:TokenIssueTime', 'aws:SourceIp'].includes(key);
}

describe('a condition on a key that nobody told', () => {
  const decide = (
    principal: string,
    Condition: object,
    context: Readonly<Record<string, ContextValue>> = {},
  ) =>
    evaluate({
      schema: 2,
      request: { principal, action: 's3:GetObject', resource: 'arn:aws:s3:::data/a', context },
      policies: {
        identity: [
          {
            name: 'P',
            document: {
              Version: '2012-10-17',
              Statement: [{ Effect: 'Allow', Action: '*', Resource: '*', Condition }],
            },
          },
        ],
      },
    });
  const office = { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } };
  const fresh = { DateGreaterThan: { 'aws:TokenIssueTime': '2026-01-01T00:00:00Z' } };

  it('leaves the verdict open and says what it depends on', () => {
    const open = decide(USER, office);
    expect(open.decision).toBe('Undetermined');
    expect(open.dependsOn).toEqual([{ kind: 'key', key: 'aws:SourceIp' }]);
    expect(decide(SESSION, fresh).dependsOn).toEqual([{ kind: 'key', key: 'aws:TokenIssueTime' }]);
    expect(decide(USER, fresh).decision).toBe('ImplicitlyDenied');
  });

  it('does not try an absent value for a key that AWS always sends', () => {
    // Absent would meet the negated operator and IfExists; any address in or out settles it.
    const never = { NotIpAddress: { 'aws:SourceIp': ['0.0.0.0/0', '::/0'] } };
    expect(decide(USER, never).decision).toBe('ImplicitlyDenied');
    expect(decide(USER, { Null: { 'aws:UserAgent': 'true' } }).decision).toBe('ImplicitlyDenied');
  });

  it('meets IfExists with an empty list', () => {
    const ifExists = { IpAddressIfExists: { 'aws:SourceIp': '203.0.113.0/24' } };
    expect(decide(USER, ifExists).decision).toBe('Undetermined');
    expect(decide(USER, ifExists, { 'aws:SourceIp': [] }).decision).toBe('Allowed');
  });

  it('takes MFA of a session for open, and its age with it', () => {
    const mfa = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    expect(decide(SESSION, mfa).decision).toBe('Undetermined');
    expect(decide(USER, mfa).decision).toBe('ImplicitlyDenied');
    expect(decide(SESSION, mfa, { 'aws:MultiFactorAuthAge': '300' }).decision).toBe('Allowed');
    const recent = { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } };
    expect(decide(SESSION, recent).decision).toBe('Undetermined');
    expect(decide(SESSION, recent, { 'aws:MultiFactorAuthPresent': 'false' }).decision).toBe(
      'ImplicitlyDenied',
    );
    expect(decide(SESSION, recent, { 'aws:MultiFactorAuthPresent': 'true' }).decision).toBe('Undetermined');
  });
});

describe('one tag under its several names', () => {
  const decide = (
    action: string,
    key: string,
    context: Readonly<Record<string, ContextValue>>,
    resource = '*',
  ) =>
    evaluate({
      schema: 2,
      request: { principal: USER, action, resource, context },
      policies: {
        identity: [
          {
            name: 'P',
            document: {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringEquals: { [key]: 'a' } } },
              ],
            },
          },
        ],
      },
    }).decision;

  it.each([
    ['ec2:StartInstances', 'ec2:ResourceTag/team', { 'aws:ResourceTag/team': 'a' }, 'Allowed'],
    ['ec2:StartInstances', 'aws:ResourceTag/team', { 'ec2:resourcetag/Team': 'a' }, 'Allowed'],
    ['ec2:StartInstances', 'ec2:ResourceTag/team', { 'aws:ResourceTag/team': 'b' }, 'ImplicitlyDenied'],
    ['ec2:StartInstances', 'ec2:ResourceTag/team', { 'aws:ResourceTag/team': null }, 'Undetermined'],
    ['rds:StartDBInstance', 'ec2:ResourceTag/team', { 'aws:ResourceTag/team': 'a' }, 'ImplicitlyDenied'],
    [
      'secretsmanager:GetSecretValue',
      'secretsmanager:ResourceTag/team',
      { 'aws:ResourceTag/team': 'a' },
      'Allowed',
    ],
  ] as const)('%s by %s', (action, key, context, wanted) => {
    expect(decide(action, key, context)).toBe(wanted);
  });

  it('is named by the kind of resource in RDS', () => {
    const db = 'arn:aws:rds:eu-west-1:111122223333:db:orders';
    expect(decide('rds:StartDBInstance', 'rds:db-tag/team', { 'aws:ResourceTag/team': 'a' }, db)).toBe(
      'Allowed',
    );
    expect(decide('rds:StartDBInstance', 'rds:cluster-tag/team', { 'aws:ResourceTag/team': 'a' }, db)).toBe(
      'ImplicitlyDenied',
    );
    expect(decide('rds:AddTagsToResource', 'rds:req-tag/team', { 'aws:RequestTag/team': 'a' }, db)).toBe(
      'Allowed',
    );
  });
});
