/** Changes that somebody can make: who keeps a role, which keys a service sends, and how an ARN ends. */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import type { Policies, Request, Scenario } from '../../src/case/scenario';
import { applyChange, changesFor } from '../../src/explain/changes';
import { keeperWords } from '../../src/explain/changes/managed';
import { markdown } from '../../src/explain/rich';
import { isForeignKey } from '../../src/catalog/foreign-keys';
import { catalogNow } from '../support/catalog';
import { policy } from './support';

const ACCOUNT = '111122223333';
const ANA = `arn:aws:iam::${ACCOUNT}:user/ana`;
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1234abcd-12ab-34cd-56ef-1234567890ab`;

const asked = (request: Request, policies: Policies): Scenario => ({ schema: 2, request, policies });
const own = (fields: object): NonNullable<Policies['identity']> => [
  { name: 'Own', document: policy({ Effect: 'Allow', Action: '*', Resource: '*', ...fields }) },
];
const all = (given: Scenario) => changesFor(given, evaluate(given), catalogNow());
const titles = (given: Scenario): string[] =>
  all(given).map(({ layer, title }) => `${layer}: ${markdown(title)}`);

describe('a role that is linked to a service', () => {
  const role = `arn:aws:iam::${ACCOUNT}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
  const session = `arn:aws:sts::${ACCOUNT}:assumed-role/AWSServiceRoleForAutoScaling/AutoScaling`;
  const given = (request: Partial<Request>): Scenario =>
    asked(
      { principal: session, action: 'kms:Decrypt', resource: KEY, ...request },
      {
        identity: own({ Action: 'ec2:*' }),
        resource: {
          name: 'Key',
          document: policy({
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
            Action: 'kms:*',
            Resource: '*',
          }),
        },
      },
    );

  it('is named by the key policy, and its own policies are left alone', () => {
    expect(titles(given({ role }))).toEqual(['resource: Add a statement to `Key` that allows just this']);
    expect(keeperWords(given({ role }))).toMatch(/linked to a service, so nobody can change its policies/);
  });

  it('cannot be named while its path is not told, and the page says what to give', () => {
    expect(titles(given({}))).toEqual([]);
    expect(keeperWords(given({}))).toMatch(/give the role in the request/);
  });
});

describe('a role of IAM Identity Center', () => {
  const session = `arn:aws:sts::${ACCOUNT}:assumed-role/AWSReservedSSO_Dev_0123456789abcdef/ana@example.com`;

  it('is changed in its permission set', () => {
    const given = asked(
      { principal: session, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
      { identity: own({ Action: 's3:PutObject' }) },
    );
    const [first] = all(given);
    expect(markdown(first!.title)).toBe('In the permission set `Dev`: add `s3:GetObject` to `Statement 1`');
    expect(first!.warning).toBe(
      'IAM Identity Center writes the policies of this role: change the permission set `Dev`, not the role.',
    );
  });

  it('is not named in a trust policy without its path', () => {
    const given = asked(
      { principal: session, action: 'sts:AssumeRole', resource: `arn:aws:iam::${ACCOUNT}:role/app` },
      {
        identity: own({}),
        resource: {
          name: 'Trust',
          document: policy({ Effect: 'Allow', Principal: { AWS: ANA }, Action: 'sts:AssumeRole' }),
        },
      },
    );
    expect(titles(given)).toEqual([]);
  });

  it('is no other role, whose policies are the account’s', () => {
    const given = asked(
      {
        principal: `arn:aws:sts::${ACCOUNT}:assumed-role/ci/s`,
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::b/k',
      },
      {},
    );
    expect(keeperWords(given)).toBeUndefined();
  });
});

describe('a key that does not come with the request', () => {
  it('is left out of the statement rather than sent', () => {
    const given = asked(
      { principal: ANA, action: 's3:GetObject', resource: 'arn:aws:s3:::b/k' },
      { identity: own({ Condition: { StringEquals: { 'sts:ExternalId': '42' } } }) },
    );
    expect(titles(given)).toEqual([
      'identity: Leave `sts:ExternalId` out of `Statement 1`: it never comes with `s3:GetObject`',
      'identity: Add a statement to `Own` that allows just this',
    ]);
    const [drop] = all(given);
    expect(drop!.newText).not.toContain('Condition');
    expect(JSON.parse(drop!.newText!)).toMatchObject({ Statement: [{ Effect: 'Allow', Action: '*' }] });
  });

  it.each([
    [
      'ec2:InstanceType of a subnet',
      'ec2:RunInstances',
      `arn:aws:ec2:eu-west-1:${ACCOUNT}:subnet/subnet-1`,
      'ec2:InstanceType',
      't3.micro',
    ],
    [
      'ec2:CreateAction of a direct call',
      'ec2:CreateTags',
      `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-1`,
      'ec2:CreateAction',
      'RunInstances',
    ],
  ])('is not offered: %s', (_, action, resource, key, value) => {
    const given = asked(
      { principal: ANA, action, resource },
      { identity: own({ Condition: { StringEquals: { [key]: value } } }) },
    );
    expect(all(given).filter(({ kind }) => kind === 'setKey')).toEqual([]);
    expect(titles(given)).toContain('identity: Add a statement to `Own` that allows just this');
  });

  it('of a service’s own call is told only if that service sends it', () => {
    const given = asked(
      { principal: 'events.amazonaws.com', action: 'kms:Decrypt', resource: KEY },
      {
        resource: {
          name: 'Key',
          document: policy({
            Effect: 'Allow',
            Principal: { Service: 'events.amazonaws.com' },
            Action: 'kms:*',
            Resource: '*',
            Condition: { StringEquals: { 'aws:SourceAccount': ACCOUNT } },
          }),
        },
      },
    );
    expect(titles(given)[0]).toBe(
      `resource: If \`events.amazonaws.com\` sends \`aws:SourceAccount\`, tell it: \`${ACCOUNT}\``,
    );
  });

  it.each([
    ['sts:ExternalId', 'sts:AssumeRole', false],
    ['sts:ExternalId', 'sts:AssumeRoleWithSAML', true],
    ['iam:PassedToService', 'iam:PassRole', false],
    ['iam:PassedToService', 'ecs:RunTask', true],
    ['s3:prefix', 's3express:CreateSession', false],
    ['s3:prefix', 'kms:Decrypt', true],
    ['ec2:SourceInstanceARN', 's3:GetObject', false],
    ['aws:PrincipalTag/ec2:x', 's3:GetObject', false],
    ['token.actions.githubusercontent.com:sub', 'sts:AssumeRoleWithWebIdentity', false],
  ])('%s with %s: %s', (key, action, foreign) => {
    expect(isForeignKey(key, action)).toBe(foreign);
  });
});

describe('an ARN that goes on', () => {
  it.each([
    [
      'secretsmanager:GetSecretValue',
      `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db`,
      '-AbCdEf',
      '-??????',
      'Match the random end of the secret’s ARN in',
    ],
    [
      'lambda:InvokeFunction',
      `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:f`,
      ':prod',
      ':*',
      'Add the versions and aliases of the function to',
    ],
    [
      'logs:PutLogEvents',
      `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:g`,
      ':log-stream:s',
      ':*',
      'Add the streams of the log group to',
    ],
  ])('%s is matched by its documented ending', (action, named, end, ending, words) => {
    const given = asked(
      { principal: ANA, action, resource: `${named}${end}` },
      { identity: own({ Action: action, Resource: named }) },
    );
    expect(titles(given)).toContain(`identity: ${words} \`Statement 1\`: \`${named}${ending}\``);
  });

  it('is not guessed for a secret of another length', () => {
    const named = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db`;
    const given = asked(
      { principal: ANA, action: 'secretsmanager:GetSecretValue', resource: `${named}-two` },
      { identity: own({ Resource: named }) },
    );
    expect(titles(given).join()).not.toContain('??????');
  });

  it('turns the verdict as every change says that it does', () => {
    const named = `arn:aws:secretsmanager:eu-west-1:${ACCOUNT}:secret:db`;
    const given = asked(
      { principal: ANA, action: 'secretsmanager:GetSecretValue', resource: `${named}-AbCdEf` },
      { identity: own({ Resource: named }) },
    );
    for (const change of all(given)) {
      expect(evaluate(applyChange(given, change)).decision, markdown(change.title)).toBe(change.result);
    }
  });
});
