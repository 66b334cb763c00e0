/** The words beside a denial: who looks like the caller, what kind of thing a statement names, and what would mend it. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Request, Scenario } from '../../src/case/scenario';
import { changesFor } from '../../src/explain/changes';
import { explain } from '../../src/explain/headline';
import { markdown, plain } from '../../src/explain/rich';
import { policy } from './support';

const ACCOUNT = '111122223333';
const CI = `arn:aws:sts::${ACCOUNT}:assumed-role/ci/s1`;
const ANA = `arn:aws:iam::${ACCOUNT}:user/ana`;
const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:orders`;

const queue = (principal: object, request: Partial<Request>): Scenario => ({
  schema: 2,
  request: { principal: CI, action: 'sqs:SendMessage', resource: QUEUE, ...request },
  policies: {
    resource: {
      name: 'Queue',
      document: policy({
        Effect: 'Allow',
        Principal: principal,
        Action: 'sqs:SendMessage',
        Resource: QUEUE,
      }),
    },
  },
});

const noteOf = (given: Scenario): string => {
  const { note } = explain(given);
  return note ? plain(note) : '';
};
const titles = (given: Scenario): string[] =>
  changesFor(given, evaluate(given))
    .filter(({ enough }) => enough)
    .map(({ layer, title }) => `${layer}: ${markdown(title)}`);

describe('a principal that looks like the caller', () => {
  const role = (rest: string, account = ACCOUNT, partition = 'aws') => ({
    AWS: `arn:${partition}:iam::${account}:${rest}`,
  });
  it.each<[string, object, Partial<Request>, string]>([
    [
      'another path',
      role('role/deploy/ci'),
      {},
      'role/deploy/ci has another path, and a Principal compares the whole ARN',
    ],
    [
      'no path, where the role has one',
      role('role/ci'),
      { role: `arn:aws:iam::${ACCOUNT}:role/deploy/ci` },
      'role/ci has another path, and a Principal compares the whole ARN',
    ],
    [
      'another partition',
      role('role/ci', ACCOUNT, 'aws-cn'),
      {},
      `arn:aws-cn:iam::${ACCOUNT}:role/ci is of another partition`,
    ],
    [
      'another account',
      role('role/ci', '444455556666'),
      {},
      'role/ci of account 444455556666 is another one',
    ],
    ['another kind', role('user/ci'), {}, 'user/ci is of another kind'],
    [
      'other capitals',
      role('role/CI'),
      {},
      'role/CI has other capitals, and a Principal is compared with regard to case',
    ],
    [
      'a wildcard',
      role('role/c*'),
      {},
      'a Principal takes no wildcard inside a name, so role/c* names nobody',
    ],
    [
      'another session',
      { AWS: `arn:aws:sts::${ACCOUNT}:assumed-role/ci/s2` },
      {},
      'assumed-role/ci/s2 is another session of the role',
    ],
    [
      'another name of a service',
      { Service: 'event.amazonaws.com' },
      { principal: 'events.amazonaws.com' },
      'event.amazonaws.com is another name',
    ],
  ])('says that it has %s', (_, principal, request, words) => {
    const given = queue(principal, request);
    expect(noteOf(given)).toBe(`${given.request.principal} is not named: ${words}.`);
  });

  it.each<[string, object]>([
    ['two things differ', role('user/CI')],
    ['the name is another', role('role/build')],
    ['a wildcard would not reach it', role('role/x*')],
  ])('says nothing of the kind where %s', (_, principal) => {
    expect(noteOf(queue(principal, {}))).toBe(`${CI} is not named.`);
  });

  it('offers to name the caller in its place, and says that a session has no path', () => {
    const given = queue(role('role/deploy/ci'), {});
    expect(titles(given)).toContain('resource: Name `role/ci` instead of `role/deploy/ci` in `Statement 1`');
    const offered = changesFor(given, evaluate(given)).find(({ kind }) => kind === 'correctPrincipal');
    expect(offered?.warning).toBe(
      'A session does not tell the path of its role. If it is `role/deploy/ci`, give the role in the request instead.',
    );
    expect(titles(queue(role('role/ci', '444455556666'), {})).join()).not.toContain('instead of');
  });
});

const identity = (action: string, resource: string, named: string | readonly string[]): Scenario => ({
  schema: 2,
  request: { principal: ANA, action, resource },
  policies: {
    identity: [{ name: 'Own', document: policy({ Effect: 'Allow', Action: action, Resource: named }) }],
  },
});

describe('a statement about another kind of resource', () => {
  it.each([
    [
      'iam:AttachRolePolicy',
      `arn:aws:iam::${ACCOUNT}:role/app`,
      'arn:aws:iam::aws:policy/ReadOnlyAccess',
      'role/app',
      'policy/ReadOnlyAccess',
    ],
    [
      's3:GetObject',
      `arn:aws:s3:eu-central-1:${ACCOUNT}:accesspoint/ap/object/k`,
      'arn:aws:s3:::b/*',
      'accesspoint/ap/object/k',
      'b/*',
    ],
    [
      'ec2:AttachVolume',
      `arn:aws:ec2:eu-west-1:${ACCOUNT}:volume/vol-1`,
      `arn:aws:ec2:us-east-1:${ACCOUNT}:instance/*`,
      'volume/vol-1',
      'instance/*',
    ],
  ])('%s: says so first', (action, resource, named, asked, names) => {
    expect(noteOf(identity(action, resource, named))).toBe(
      `Another kind of resource: ${asked} is asked for, and this names ${names}.`,
    );
  });

  it('is not the nearest where one of the same kind is named too', () => {
    const resource = `arn:aws:ec2:eu-west-1:${ACCOUNT}:volume/vol-1`;
    const given = identity('ec2:AttachVolume', resource, [
      `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/*`,
      `arn:aws:ec2:us-east-1:${ACCOUNT}:volume/*`,
    ]);
    expect(noteOf(given)).toBe('Resource differs at the region: eu-west-1 is not us-east-1.');
  });

  it('is not told by names that stand where others have a type', () => {
    const given = identity(
      'execute-api:Invoke',
      `arn:aws:execute-api:eu-west-1:${ACCOUNT}:abc/prod/GET/`,
      `arn:aws:execute-api:eu-west-1:${ACCOUNT}:def/*`,
    );
    expect(noteOf(given)).toBe('Resource differs: abc/prod/GET/ does not match def/*.');
  });
});

describe('a bucket policy of the same account that all but grants', () => {
  const bucket = (statement: object): Scenario => ({
    schema: 2,
    request: {
      principal: ANA,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::b/k',
      resourceAccount: ACCOUNT,
    },
    policies: {
      resource: {
        name: 'Bucket',
        document: policy({
          Effect: 'Allow',
          Principal: { AWS: ANA },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::b/*',
          ...statement,
        }),
      },
    },
  });

  it('is quoted where only the resource differs, and can be mended', () => {
    const given = bucket({ Resource: 'arn:aws:s3:::b' });
    expect(noteOf(given)).toBe('The bucket, not its objects. The request is for b/k.');
    expect(explain(given).quotes.map(({ lead, code }) => `${lead}: ${code}`)).toEqual([
      'Closest: "Resource": "arn:aws:s3:::b"',
    ]);
    expect(titles(given)).toContain('resource: Add `arn:aws:s3:::b/k` to `Statement 1`');
  });

  it('is not quoted where both the caller and the resource differ', () => {
    const given = bucket({
      Resource: 'arn:aws:s3:::c/*',
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:user/bob` },
    });
    expect(explain(given).quotes).toEqual([]);
  });
});

describe('the reason beside what the other side says', () => {
  it('is kept for a role that trusts somebody else', () => {
    const given: Scenario = {
      schema: 2,
      request: { principal: ANA, action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/app` },
      policies: {
        identity: [{ name: 'Own', document: policy({ Effect: 'Allow', Action: 'sts:*', Resource: '*' }) }],
        resource: {
          name: 'Trust',
          document: policy({
            Effect: 'Allow',
            Principal: { Service: 'ec2.amazonaws.com' },
            Action: 'sts:AssumeRole',
          }),
        },
      },
    };
    expect(noteOf(given)).toBe(
      `An identity policy is not enough here: the trust policy has to allow it. ${ANA} is not named.`,
    );
  });

  it('is told of each side where both refuse', () => {
    const given: Scenario = {
      schema: 2,
      request: {
        principal: 'arn:aws:iam::444455556666:user/ana',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/k',
        resourceAccount: ACCOUNT,
      },
      policies: {
        identity: [
          {
            name: 'Own',
            document: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::c/*' }),
          },
        ],
        resource: {
          name: 'Bucket',
          document: policy({
            Effect: 'Allow',
            Principal: { AWS: ANA },
            Action: 's3:GetObject',
            Resource: 'arn:aws:s3:::b/*',
          }),
        },
      },
    };
    expect(noteOf(given)).toBe(
      'In the identity policy: Resource differs: b/k does not match c/*. In the bucket policy: arn:aws:iam::444455556666:user/ana is not named: user/ana of account 111122223333 is another one.',
    );
  });
});
