import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/case/scenario';
import { impact } from '../../src/reasoning/questions/cases';
import { isPublic, reachableFromOutside } from '../../src/reasoning/questions/outside';
import { effectiveAccess } from '../../src/reasoning/questions/effective';
import { deadStatements } from '../../src/reasoning/questions/stack-dead';
import { catalogNow } from '../support/catalog';

const catalog = catalogNow();
const policy = (...Statement: object[]) => ({ Version: '2012-10-17', Statement });
const toAll = (more: object = {}) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: 'arn:aws:s3:::reports/*',
  ...more,
});

describe('who gets in', () => {
  it.each([
    ['everybody', {}, 'yes'],
    ['an organization', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-a1b2c3d4e5' } } }, 'no'],
    ['a header of the caller', { Condition: { StringLike: { 'aws:Referer': 'https://x/*' } } }, 'yes'],
    ['a small network', { Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } }, 'no'],
    ['half the internet', { Condition: { IpAddress: { 'aws:SourceIp': ['0.0.0.0/1'] } } }, 'yes'],
    ['accounts of a pattern', { Condition: { StringLike: { 'aws:PrincipalAccount': '1*' } } }, 'yes'],
    ['one account', { Principal: { AWS: '111122223333' } }, 'no'],
  ])('%s: public %s', (_name, more, wanted) => {
    expect(isPublic(policy(toAll(more)), { catalog }).answer).toBe(wanted);
  });

  it('finds the user whose name looks like the own account', () => {
    const conditions = { Condition: { StringLike: { 'aws:PrincipalArn': '*111122223333*' } } };
    const found = reachableFromOutside(
      policy(toAll(conditions)),
      { ownerAccount: '111122223333' },
      { catalog },
    );
    expect(found.answer).toBe('yes');
    expect(found.witness?.principal).toMatch(
      /^arn:aws:iam::(?!111122223333)\d{12}:(user|role)\/.*111122223333/,
    );
    expect(found.services.answer).toBe('no');
  });

  it('proves that nobody gets in who is outside', () => {
    const conditions = { Condition: { StringEquals: { 'aws:PrincipalAccount': '111122223333' } } };
    const found = reachableFromOutside(
      policy(toAll(conditions)),
      { ownerAccount: '111122223333' },
      { catalog },
    );
    expect(found.answer).toBe('no');
  });
});

const scenario: Scenario = {
  schema: 2,
  request: {
    principal: 'arn:aws:iam::111122223333:user/alice',
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::reports/a',
  },
  policies: {
    identity: [
      {
        name: 'Own',
        document: policy(
          { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::reports/*' },
          { Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
          { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/a*' },
        ),
      },
    ],
    boundary: { name: 'Boundary', document: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) },
  },
};

describe('a case as a whole', () => {
  it('tells the statements that change nothing, and why', () => {
    const found = deadStatements(scenario, { catalog });
    expect(
      found.map(({ statement, why, by }) => [statement.statement, why, by.map((one) => one.statement)]),
    ).toEqual([
      [1, 'outside', [0]],
      [2, 'alreadyAllowed', [0]],
    ]);
    expect(found[0]!.by[0]).toMatchObject({ layer: 'boundary', policy: 'Boundary' });
  });

  it('tells a statement of a limit that nothing grants, and one whose grants another limit leaves out', () => {
    const { request } = scenario;
    const own = { Effect: 'Allow', Action: ['s3:GetObject', 'sqs:SendMessage'], Resource: '*' };
    const found = deadStatements(
      {
        schema: 2,
        request,
        policies: {
          identity: [{ name: 'Own', document: policy(own) }],
          boundary: {
            name: 'Boundary',
            document: policy(
              { Effect: 'Allow', Action: 's3:*', Resource: '*' },
              { Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
              { Effect: 'Allow', Action: 'sqs:*', Resource: '*' },
            ),
          },
          scp: [
            {
              target: 'Unit',
              policies: [
                { name: 'Storage', document: policy({ Effect: 'Allow', Action: 's3:*', Resource: '*' }) },
              ],
            },
          ],
        },
      },
      { catalog },
    );
    expect(
      found.map(({ statement, why, by }) => [
        statement.statement,
        why,
        by.map(({ layer, statement: at }) => [layer, at]),
      ]),
    ).toEqual([
      [1, 'notGranted', []],
      [2, 'outside', [['scp', 0]]],
    ]);
  });

  it('names of several levels the one that leaves nothing of a statement, and no statement that has no part in it', () => {
    const all = { Effect: 'Allow', Action: '*', Resource: '*' };
    const level = (target: string, ...statements: readonly object[]) => ({
      target,
      policies: [{ name: `Of ${target}`, document: policy(...statements) }],
    });
    const { request, policies } = scenario;
    const found = deadStatements(
      {
        schema: 2,
        request,
        policies: {
          identity: policies.identity!,
          scp: [
            level('Root', all),
            level('Unit', { Effect: 'Allow', Action: 's3:*', Resource: '*' }, { ...all, Action: 'iam:*' }),
            level('Account', all),
          ],
        },
      },
      { catalog },
    );
    const outside = found.find(({ statement }) => statement.layer === 'identity')!;
    expect(outside).toMatchObject({ why: 'outside', statement: { statement: 1 } });
    expect(outside.by.map(({ target, statement }) => [target, statement])).toEqual([
      ['Unit', 0],
      ['Unit', 1],
    ]);
  });

  describe('tells of each statement of a layer that does not apply that the layer has no say', () => {
    const { request } = scenario;
    const account = '111122223333';
    const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
    const role = `arn:aws:sts::${account}:assumed-role`;
    const linked = `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
    const one = (name: string, ...statements: readonly object[]) => ({
      name,
      document: policy(...statements),
    });
    const own = { identity: [one('Own', { ...read, Action: ['s3:GetObject', 'ec2:RunInstances'] })] };
    const deny = { ...read, Effect: 'Deny' };
    const linkedCaller = { principal: `${role}/AWSServiceRoleForAutoScaling/s`, role: linked };
    const full = { Effect: 'Allow', Action: '*', Resource: '*' };
    const levels = (...statements: readonly object[]) => [
      { target: 'Root', policies: [one('Limit', ...statements)] },
    ];
    const organization = { managementAccount: account, id: 'o-a1b2c3d4e5' };

    it.each<[string, Partial<Scenario>, string]>([
      ['a session of a user', { policies: { ...own, session: [one('S', read, deny)] } }, 'session 2'],
      [
        'a boundary of a service-linked role',
        { request: { ...request, ...linkedCaller }, policies: { ...own, boundary: one('B', read, deny) } },
        'boundary 2',
      ],
      [
        'SCPs of the management account',
        { organization, policies: { ...own, scp: levels(full, deny) } },
        'scp 2',
      ],
      [
        'an RCP on calls that it does not reach',
        { policies: { ...own, rcp: levels({ ...deny, Principal: '*', Action: 'ec2:RunInstances' }) } },
        'rcp 1',
      ],
      [
        'an endpoint of a service that comes by itself',
        {
          request: { ...request, principal: 'cloudtrail.amazonaws.com', resourceAccount: account },
          policies: {
            resource: one('Bucket', { ...read, Principal: { Service: 'cloudtrail.amazonaws.com' } }),
            endpoint: one('E', { ...read, Principal: '*' }, { ...deny, Principal: '*' }),
          },
        },
        'endpoint 2',
      ],
    ])('%s', (_name, more, wanted) => {
      const [layer, count] = wanted.split(' ');
      const found = deadStatements({ schema: 2, request, policies: {}, ...more }, { catalog });
      const told = found.map(({ statement, why, by }) => [statement.layer, why, by.length]);
      // What grants the request is in use, and no layer without a say is a reason of anything.
      expect(told).toEqual(Array.from({ length: Number(count) }, () => [layer, 'noSay', 0]));
    });

    it('and of one that it fits partly, what makes the rest change nothing', () => {
      const rest = { ...deny, Principal: '*', Action: ['ec2:RunInstances', 'sqs:SendMessage'] };
      const policies = { ...own, rcp: levels(rest) };
      const found = deadStatements({ schema: 2, request, policies }, { catalog });
      expect(found.map(({ why }) => why)).toEqual(['nothingToDeny']);
    });
  });

  it('tells a grant by the resource as the reason why one by identity can go', () => {
    const { request } = scenario;
    const grant = { Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::reports/*' };
    const own = policy({ ...grant, Resource: 'arn:aws:s3:::reports/a/*' });
    const Principal = { AWS: request.principal };
    const found = deadStatements(
      {
        schema: 2,
        request,
        policies: {
          identity: [{ name: 'Own', document: own }],
          resource: { name: 'Bucket', document: policy({ ...grant, Principal }) },
        },
      },
      { catalog },
    );
    expect(
      found.map(({ statement, why, by }) => [statement.layer, why, by.map(({ layer }) => layer)]),
    ).toEqual([['identity', 'alreadyAllowed', ['resource']]]);
  });

  it('tells what a boundary takes away', () => {
    const found = impact(scenario, 'boundary', { catalog });
    expect(found.relation).toBe('narrower');
    expect(new Set(found.lost.flatMap(({ actions }) => actions.map((one) => one.split(':')[0])))).toEqual(
      new Set(['ec2']),
    );
  });

  it('gives one policy only where it is proved to say the same', () => {
    const found = effectiveAccess(scenario, { catalog });
    // Some calls to STS need no permission.
    const services = new Set(found.groups.flatMap(({ actions }) => actions.map((one) => one.split(':')[0])));
    expect(services).toEqual(new Set(['s3', 'sts']));
    expect(found.policy).toEqual({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['arn:aws:s3:::reports/*'] }],
    });
  });

  it('writes what an identity and its boundary allow both', () => {
    const limited: Scenario = {
      ...scenario,
      policies: {
        identity: [
          {
            name: 'Own',
            document: policy(
              { Effect: 'Allow', Action: ['s3:*', 'sqs:*'], Resource: 'arn:aws:s3:::reports/*' },
              { Effect: 'Allow', NotAction: ['iam:*'], Resource: 'arn:aws:sqs:*:*:jobs' },
            ),
          },
        ],
        boundary: {
          name: 'Boundary',
          document: policy(
            {
              Effect: 'Allow',
              Action: ['S3:Get*', 'sqs:SendMessage'],
              Resource: '*',
              Condition: { Bool: { 'aws:SecureTransport': 'true' } },
            },
            { Effect: 'Deny', Action: 's3:GetObjectAcl', Resource: '*' },
          ),
        },
      },
    };
    const Condition = { Bool: { 'aws:SecureTransport': ['true'] } };
    expect(effectiveAccess(limited, { catalog }).policy).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['S3:Get*', 'sqs:SendMessage'],
          Resource: ['arn:aws:s3:::reports/*'],
          Condition,
        },
        {
          Effect: 'Allow',
          Action: ['S3:Get*', 'sqs:SendMessage'],
          Resource: ['arn:aws:sqs:*:*:jobs'],
          Condition,
        },
        { Effect: 'Deny', Action: ['s3:GetObjectAcl'], Resource: ['*'] },
      ],
    });
  });
});
