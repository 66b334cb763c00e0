import { describe, expect, it } from 'vitest';
import cases from '../cases/least-privilege.json';
import { generalise } from '../../src/audit/least-privilege/generalise';
import { policyFromEvents } from '../../src/audit/least-privilege/policy-from-events';
import { tighten } from '../../src/audit/least-privilege/tighten';
import type { TightenInput, Tightening } from '../../src/audit/least-privilege/tighten';
import { readReport } from '../../src/intake/report/read';
import { catalogNow } from '../support/catalog';
import { ACCOUNT, allow, event, eventsOf, ROLE } from './events';

describe('worked example A', () => {
  const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1a2b3c4d-0000-4000-8000-00000000abcd`;
  const object = (name: string, bucketName: string, key: string): object =>
    event(
      's3',
      name,
      { bucketName, key },
      {
        resources: [
          { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${bucketName}/${key}` },
          { type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucketName}`, accountId: ACCOUNT },
        ],
      },
    );
  const report = eventsOf(
    object('GetObject', 'acme-reports-in', 'in/2026/11/01/a.csv'),
    object('GetObject', 'acme-reports-in', 'in/2026/11/02/b.csv'),
    object('PutObject', 'acme-reports-out', 'out/2026-11-02.json'),
    event('ssm', 'GetParameter', { name: '/reports/config', withDecryption: true }),
    event(
      'kms',
      'Decrypt',
      { encryptionAlgorithm: 'SYMMETRIC_DEFAULT' },
      {
        userIdentity: {
          type: 'AssumedRole',
          arn: `arn:aws:sts::${ACCOUNT}:assumed-role/Operator/s1`,
          sessionContext: { sessionIssuer: { type: 'Role', arn: ROLE } },
          invokedBy: 'ssm.amazonaws.com',
        },
        resources: [{ accountId: ACCOUNT, type: 'AWS::KMS::Key', ARN: KEY }],
      },
    ),
  );
  const wide = allow(['s3:*', 'ssm:*', 'kms:*', 'logs:*']);

  it('comes out as four statements from the events alone, and allows no more than these', () => {
    const result = policyFromEvents({ report, catalog: catalogNow(), oldPolicies: [wide] });
    expect([result.old.actions, result.new.actions, result.coverage]).toEqual([533, 4, 1]);
    expect(result.new.permissionsManagement).toEqual([]);
    expect(result.policy.Statement).toEqual([
      {
        Sid: 'S3ReadAcmeReportsIn',
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::acme-reports-in/in/*',
      },
      {
        Sid: 'S3WriteAcmeReportsOut',
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::acme-reports-out/out/*',
      },
      {
        Sid: 'SsmReadParameter',
        Effect: 'Allow',
        Action: 'ssm:GetParameter',
        Resource: `arn:aws:ssm:eu-west-1:${ACCOUNT}:parameter/reports/config`,
      },
      {
        Sid: 'KmsUseKeyThroughSsm',
        Effect: 'Allow',
        Action: 'kms:Decrypt',
        Resource: KEY,
        Condition: { StringEquals: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' } },
      },
    ]);
    expect(result.warnings.map(({ id }) => id)).toContain('logs-not-recorded');
    expect(result.keyOffers.map(({ service }) => service)).toEqual(['s3']);
  });

  it('comes out the same where the policy of before is struck down by them', () => {
    const made = policyFromEvents({ report, catalog: catalogNow() });
    const { policies, events } = run([wide], { reports: [report], mode: 'tight' });
    expect(policies[0]!.document.Statement).toEqual(made.policy.Statement);
    expect(events!.coverage).toBe(1);
  });
});

describe('worked example B', () => {
  it('comes out as three statements, word by word, from the events of its case', () => {
    const found = cases.find(({ name }) => name.startsWith('events: worked example B'));
    const { records, oldPolicies } = found!.input as unknown as {
      readonly records: unknown;
      readonly oldPolicies: readonly unknown[];
    };
    const report = readReport(JSON.stringify(records));
    if (report.kind !== 'events') throw new Error('no events');
    const result = policyFromEvents({ report, catalog: catalogNow(), oldPolicies });
    expect(result.policy.Statement).toEqual([
      {
        Sid: 'LambdaWriteOrdersFn',
        Effect: 'Allow',
        Action: ['lambda:CreateFunction', 'lambda:UpdateFunctionCode'],
        Resource: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:orders-fn`,
      },
      {
        Sid: 'LambdaListFunctions',
        Effect: 'Allow',
        Action: 'lambda:ListFunctions',
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      },
      {
        Sid: 'IamPassOrdersFnRoleToLambda',
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: `arn:aws:iam::${ACCOUNT}:role/orders-fn-role`,
        Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
      },
    ]);
  });
});

describe('worked example C', () => {
  const report = eventsOf(
    event('ec2', 'DescribeInstances', {}),
    event('ec2', 'StopInstances', {
      instancesSet: { items: [{ instanceId: 'i-0aaaaaaaaaaaaaaa1' }, { instanceId: 'i-0aaaaaaaaaaaaaaa2' }] },
    }),
    event('ec2', 'StartInstances', { instancesSet: { items: [{ instanceId: 'i-0aaaaaaaaaaaaaaa3' }] } }),
    event('s3', 'ListObjects', { bucketName: 'acme-backups' }),
    event('s3', 'CopyObject', {
      bucketName: 'acme-restore',
      key: 'db/2026-11-01.dump',
      'x-amz-copy-source': 'acme-backups/db/2026-11-01.dump',
    }),
  );

  it('comes out as five statements that allow every event', () => {
    const result = policyFromEvents({
      report,
      catalog: catalogNow(),
      oldPolicies: [allow(['ec2:*', 's3:*'])],
    });
    expect(result.coverage).toBe(1);
    expect(result.old.actions).toBe(1006);
    expect(result.policy.Statement).toEqual([
      {
        Sid: 'Ec2ListInEuWest1',
        Effect: 'Allow',
        Action: 'ec2:DescribeInstances',
        Resource: '*',
        Condition: { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } },
      },
      {
        Sid: 'Ec2WriteInstances',
        Effect: 'Allow',
        Action: ['ec2:StartInstances', 'ec2:StopInstances'],
        Resource: `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/*`,
      },
      {
        Sid: 'S3ListAcmeBackups',
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::acme-backups',
      },
      {
        Sid: 'S3ReadAcmeBackups',
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::acme-backups/db/*',
      },
      {
        Sid: 'S3WriteAcmeRestore',
        Effect: 'Allow',
        Action: 's3:PutObject',
        Resource: 'arn:aws:s3:::acme-restore/db/*',
      },
    ]);
  });

  it('keeps every id in exact mode', () => {
    const { statements } = policyFromEvents({ report, catalog: catalogNow(), generalise: 'exact' });
    expect(statements.find(({ actions }) => actions.includes('ec2:StopInstances'))!.resources).toEqual([
      `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-0aaaaaaaaaaaaaaa1`,
      `arn:aws:ec2:eu-west-1:${ACCOUNT}:instance/i-0aaaaaaaaaaaaaaa2`,
    ]);
  });
});

describe('resources as patterns', () => {
  const objects = (...keys: readonly string[]): readonly string[] =>
    keys.map((key) => `arn:aws:s3:::b/${key}`);
  it('cuts dates, numbers and ids, and never goes above the bucket', () => {
    expect(generalise('s3:GetObject', objects('in/2026/11/01/a', 'in/2026/11/02/b'), 'prefix')).toEqual([
      'arn:aws:s3:::b/in/*',
    ]);
    expect(generalise('s3:GetObject', objects('a/x', 'b/x', 'c/x', 'd/x', 'e/x', 'f/x'), 'prefix')).toEqual([
      'arn:aws:s3:::b/*',
    ]);
    expect(generalise('s3:ListBucket', ['arn:aws:s3:::b'], 'wide')).toEqual(['arn:aws:s3:::b']);
    expect(generalise('s3:GetObject', ['arn:aws:s3:::b/a*b'], 'exact')).toEqual(['arn:aws:s3:::b/a${*}b']);
  });

  it('joins many of one name, and leaves keys and roles exact', () => {
    const queues = Array.from({ length: 6 }, (_, index) => `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs-${index}`);
    expect(generalise('sqs:SendMessage', queues, 'prefix')).toEqual([
      `arn:aws:sqs:eu-west-1:${ACCOUNT}:jobs-*`,
    ]);
    expect(generalise('sqs:SendMessage', queues.slice(0, 5), 'prefix')).toHaveLength(5);
    const key = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1a2b3c4d-0000-4000-8000-00000000abcd`;
    expect(generalise('kms:Decrypt', [key], 'wide')).toEqual([key]);
    const regions = ['eu-west-1', 'eu-west-2', 'us-east-1'].map(
      (region) => `arn:aws:dynamodb:${region}:${ACCOUNT}:table/t`,
    );
    expect(generalise('dynamodb:GetItem', regions, 'prefix')).toEqual([
      `arn:aws:dynamodb:*:${ACCOUNT}:table/t`,
    ]);
  });
});

const accessed = (rows: readonly object[], more: object = {}): TightenInput['reports'][number] =>
  readReport(
    JSON.stringify({
      JobStatus: 'COMPLETED',
      JobCreationDate: '2026-11-20T09:00:00+00:00',
      JobCompletionDate: '2026-11-20T09:00:02+00:00',
      ServicesLastAccessed: rows,
      IsTruncated: false,
      ...more,
    }),
  );
const row = (prefix: string, last?: string, tracked?: readonly object[]): object => ({
  ServiceName: prefix,
  ServiceNamespace: prefix,
  TotalAuthenticatedEntities: last === undefined ? 0 : 1,
  ...(last !== undefined && { LastAuthenticated: last, LastAuthenticatedEntity: ROLE }),
  ...(tracked !== undefined && { TrackedActionsLastAccessed: tracked }),
});
const run = (documents: readonly unknown[], input: Partial<TightenInput>): Tightening =>
  tighten({
    reports: [],
    policies: documents.map((document, index) => ({ name: `P${index}`, document })),
    catalog: catalogNow(),
    now: '2026-11-20T12:00:00Z',
    ...input,
  });

describe('striking by a report', () => {
  const used = '2026-11-18T00:00:00+00:00';
  const tracked = [{ ActionName: 'CreateBucket', LastAccessedTime: used }, { ActionName: 'DeleteBucket' }];

  it('keeps conditions, resources, Sids, the order, Deny and NotAction', () => {
    const condition = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };
    const document = {
      Version: '2012-10-17',
      Id: 'x',
      Statement: [
        { Sid: 'Guard', Effect: 'Deny', Action: 'glue:*', Resource: '*' },
        {
          Sid: 'Work',
          Effect: 'Allow',
          Action: ['glue:*', 's3:CreateBucket'],
          Resource: 'arn:aws:s3:::b',
          Condition: condition,
        },
        { Sid: 'Rest', Effect: 'Allow', NotAction: 'iam:*', Resource: '*' },
      ],
    };
    const { policies, warnings } = run([document], {
      reports: [accessed([row('glue'), row('s3', used, tracked)])],
    });
    expect(policies[0]!.document).toEqual({
      ...document,
      Statement: [
        document.Statement[0],
        { ...document.Statement[1], Action: 's3:CreateBucket' },
        document.Statement[2],
      ],
    });
    expect(warnings.map(({ id }) => id)).toContain('not-action');
  });

  it('keeps untracked actions in safe mode and drops them in tight mode', () => {
    const reports = [accessed([row('s3', used, tracked)])];
    const safe = run([allow(['s3:GetObject', 's3:CreateBucket', 's3:DeleteBucket'])], { reports });
    expect(safe.strike).toEqual(['s3:DeleteBucket']);
    expect(safe.noData).toEqual(['s3:GetObject']);
    const tight = run([allow(['s3:GetObject', 's3:CreateBucket', 's3:DeleteBucket'])], {
      reports,
      mode: 'tight',
    });
    expect(tight.keep).toEqual(['s3:CreateBucket']);
  });

  it('never strikes iam:PassRole, and keeps * whole where the report is cut off', () => {
    const { keep, keptForUntracked } = run([allow(['iam:*'])], { reports: [accessed([row('iam')])] });
    expect(keep).toContain('iam:PassRole');
    expect(keptForUntracked).toEqual(['iam:PassRole']);
    const cut = run([allow('*')], {
      reports: [accessed([row('athena')], { IsTruncated: true, Marker: 'm' })],
    });
    expect(cut.strike).not.toContain('s3:GetObject');
    expect(cut.warnings.map(({ id }) => id)).toContain('report-truncated');
  });

  it('says that the evidence is of another principal', () => {
    const { warnings } = run([allow('s3:*')], {
      reports: [accessed([row('s3', used)])],
      principal: `arn:aws:iam::${ACCOUNT}:role/someone-else`,
    });
    expect(warnings.find(({ id }) => id === 'another-principal')!.about).toEqual([ROLE]);
  });
});

describe('events and a policy together', () => {
  const read = event('s3', 'GetObject', { bucketName: 'acme', key: 'in/2026/a.csv' });

  it('goes no further than the old resources, and keeps the old condition', () => {
    const condition = { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } };
    const { policies, events } = run(
      [allow('s3:*', { Resource: 'arn:aws:s3:::acme/in/2026/*', Condition: condition })],
      { reports: [eventsOf(read)], mode: 'tight' },
    );
    expect(policies[0]!.document.Statement).toEqual([
      {
        Sid: 'S3ReadAcme',
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::acme/in/2026/a.csv',
        Condition: condition,
      },
    ]);
    expect(events!.coverage).toBe(1);
  });

  it('leaves out, by reason, what another policy granted, and every event is somewhere', () => {
    const report = eventsOf(read, event('sqs', 'ListQueues', null), event('made-up', 'DoThing', null));
    const { events } = run([allow('s3:*')], { reports: [report], mode: 'tight' });
    const names = (list: readonly { readonly name: string }[]): readonly string[] =>
      list.map(({ name }) => name);
    expect(names(events!.left.grantedElsewhere)).toEqual(['sqs:ListQueues']);
    expect(names(events!.left.unmapped)).toEqual(['made-up:DoThing']);
    const left = Object.values(events!.left).flatMap((list) =>
      list.flatMap(({ events: indexes }) => indexes),
    );
    expect([...left, ...events!.check.map(({ event: index }) => index)].sort()).toEqual([0, 1, 2]);
  });

  it('offers a denied action once, and not where a Deny refused or somebody tries doors', () => {
    const denied = { errorCode: 'AccessDenied', errorMessage: 'not authorized' };
    const explicit = {
      errorCode: 'AccessDenied',
      errorMessage: 'with an explicit deny in a service control policy',
    };
    const report = eventsOf(
      event('sqs', 'ListQueues', null, denied),
      event('sns', 'ListTopics', null, explicit),
      event('iam', 'AttachRolePolicy', { roleName: 'x' }, denied),
    );
    const { denied: calls } = policyFromEvents({ report, catalog: catalogNow() });
    expect(calls.map(({ action, notOfferedFor }) => [action, notOfferedFor])).toEqual([
      ['sqs:ListQueues', undefined],
      ['sns:ListTopics', 'explicit-deny'],
      ['iam:AttachRolePolicy', 'permissions-management'],
    ]);
    const wanted = policyFromEvents({ report, catalog: catalogNow(), include: ['sqs:ListQueues'] });
    expect(wanted.statements.flatMap(({ actions }) => actions)).toEqual(['sqs:ListQueues']);
  });
});

describe('what a call needs besides', () => {
  const derived = (...args: Parameters<typeof event>): unknown =>
    policyFromEvents({ report: eventsOf(event(...args)), catalog: catalogNow() }).derived;

  it('a role that it passes, at any depth, and not one that it assumes', () => {
    const role = `arn:aws:iam::${ACCOUNT}:role/task`;
    expect(derived('ecs', 'RegisterTaskDefinition', { family: 'f', taskRoleArn: role })).toEqual([
      { action: 'iam:PassRole', resource: role, because: 'ecs:RegisterTaskDefinition' },
    ]);
    expect(derived('sts', 'AssumeRole', { roleArn: role })).toEqual([]);
  });

  it('an ACL and tags of a new object', () => {
    expect(
      derived('s3', 'PutObject', {
        bucketName: 'b',
        key: 'k',
        'x-amz-acl': 'private',
        'x-amz-tagging': 'a=b',
      }),
    ).toEqual([
      { action: 's3:PutObjectAcl', resource: 'arn:aws:s3:::b/k', because: 's3:PutObject' },
      { action: 's3:PutObjectTagging', resource: 'arn:aws:s3:::b/k', because: 's3:PutObject' },
    ]);
  });
});
