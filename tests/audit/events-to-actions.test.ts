import { describe, expect, it } from 'vitest';
import { readCall } from '../../src/audit/least-privilege/event-needs';
import { policyFromEvents } from '../../src/audit/least-privilege/policy-from-events';
import type { JsonObject } from '../../src/intake/evidence/values';
import { readReport } from '../../src/intake/report/read';
import type { EventsReport } from '../../src/intake/report/types';
import { catalogNow } from '../support/catalog';
import { ACCOUNT, allow, event, eventsOf, ROLE } from './events';

/** What a call needs, as `action resource`. */
function needs(...args: Parameters<typeof event>): readonly string[] {
  const call = readCall(catalogNow(), event(...args) as JsonObject);
  return call.kind === 'needs'
    ? call.requests.map(({ action, resource }) => `${action} ${resource}`)
    : [call.kind];
}
const here = (service: string, rest: string): string => `arn:aws:${service}:eu-west-1:${ACCOUNT}:${rest}`;
const KEY = here('kms', 'key/1a2b3c4d-0000-4000-8000-00000000abcd');
const TASK = `arn:aws:iam::${ACCOUNT}:role/task`;

describe('S3 calls whose action has another name', () => {
  const b = 'arn:aws:s3:::b';
  const bucket = { bucketName: 'b' };
  const object = { bucketName: 'b', key: 'k' };
  it.each([
    ['DeleteBucketPublicAccessBlock', bucket, `s3:PutBucketPublicAccessBlock ${b}`],
    ['GetPublicAccessBlock', bucket, `s3:GetBucketPublicAccessBlock ${b}`],
    ['ListBucketAnalyticsConfigurations', bucket, `s3:GetAnalyticsConfiguration ${b}`],
    ['DeleteBucketInventoryConfiguration', bucket, `s3:PutInventoryConfiguration ${b}`],
    ['PutBucketIntelligentTieringConfiguration', bucket, `s3:PutIntelligentTieringConfiguration ${b}`],
    ['GetBucketMetricsConfiguration', bucket, `s3:GetMetricsConfiguration ${b}`],
    ['DeleteBucketOwnershipControls', bucket, `s3:PutBucketOwnershipControls ${b}`],
    ['DeleteBucketCors', bucket, `s3:PutBucketCORS ${b}`],
    ['DeleteBucketEncryption', bucket, `s3:PutEncryptionConfiguration ${b}`],
    ['DeleteBucketLifecycle', bucket, `s3:PutLifecycleConfiguration ${b}`],
    ['DeleteBucketReplication', bucket, `s3:PutReplicationConfiguration ${b}`],
    ['DeleteBucketTagging', bucket, `s3:PutBucketTagging ${b}`],
    ['GetObjectLockConfiguration', bucket, `s3:GetBucketObjectLockConfiguration ${b}`],
    ['ListMultipartUploads', bucket, `s3:ListBucketMultipartUploads ${b}`],
    ['ListParts', object, `s3:ListMultipartUploadParts ${b}/k`],
    ['HeadObject', { ...object, versionId: '3' }, `s3:GetObjectVersion ${b}/k`],
    ['PutObjectTagging', { ...object, versionId: '3' }, `s3:PutObjectVersionTagging ${b}/k`],
    ['CompleteMultipartUpload', object, `s3:PutObject ${b}/k`],
    [
      'CreateSession',
      { bucketName: 'b--use1-az4--x-s3' },
      `s3express:CreateSession ${here('s3express', 'bucket/b--use1-az4--x-s3')}`,
    ],
    ['ListDirectoryBuckets', null, 's3express:ListAllMyDirectoryBuckets *'],
  ])('%s', (name, parameters, need) => {
    expect(needs('s3', name, parameters)).toEqual([need]);
  });

  it('reads the source of a copy, also of a version', () => {
    expect(needs('s3', 'CopyObject', { ...object, 'x-amz-copy-source': '/src/a%20b?versionId=9' })).toEqual([
      's3:GetObjectVersion arn:aws:s3:::src/a b',
      `s3:PutObject ${b}/k`,
    ]);
  });

  it('takes the bucket of a list call, not the prefix beside it', () => {
    const resources = [
      { type: 'AWS::S3::Object', ARNPrefix: `${b}/` },
      { type: 'AWS::S3::Bucket', ARN: b },
    ];
    expect(needs('s3', 'ListObjects', { ...bucket, prefix: 'in/' }, { resources })).toEqual([
      `s3:ListBucket ${b}`,
    ]);
  });

  it('deletes past a retention', () => {
    expect(
      needs('s3', 'DeleteObject', { ...object, versionId: '3', 'x-amz-bypass-governance-retention': 'true' }),
    ).toEqual([`s3:DeleteObjectVersion ${b}/k`, `s3:BypassGovernanceRetention ${b}/k`]);
  });
});

describe('calls of other services', () => {
  it.each([
    [
      'lambda',
      'GetLayerVersionByArn20181031',
      { arn: here('lambda', 'layer:l:3') },
      [`lambda:GetLayerVersion ${here('lambda', 'layer:l:3')}`],
    ],
    [
      'lambda',
      'Invoke',
      { functionName: `${ACCOUNT}:function:f` },
      [`lambda:InvokeFunction ${here('lambda', 'function:f')}`],
    ],
    [
      'lambda',
      'Invoke',
      { functionName: 'f', qualifier: '3' },
      [`lambda:InvokeFunction ${here('lambda', 'function:f:3')}`],
    ],
    [
      'dynamodb',
      'ExecuteStatement',
      { statement: 'select * from "orders"' },
      [`dynamodb:PartiQLSelect ${here('dynamodb', 'table/orders')}`],
    ],
    [
      'dynamodb',
      'BatchGetItem',
      { requestItems: { orders: {}, carts: {} } },
      [
        `dynamodb:BatchGetItem ${here('dynamodb', 'table/orders')}`,
        `dynamodb:BatchGetItem ${here('dynamodb', 'table/carts')}`,
      ],
    ],
    [
      'kms',
      'ReEncrypt',
      { sourceKeyId: KEY, destinationKeyId: `${KEY.slice(0, -1)}e` },
      [`kms:ReEncryptFrom ${KEY}`, `kms:ReEncryptTo ${KEY.slice(0, -1)}e`],
    ],
    [
      'kms',
      'CreateAlias',
      { aliasName: 'alias/x', targetKeyId: KEY.slice(-36) },
      [`kms:CreateAlias ${here('kms', 'alias/x')}`, `kms:CreateAlias ${KEY}`],
    ],
    ['email', 'GetSendQuota', null, ['ses:GetSendQuota *']],
    ['tagging', 'GetResources', {}, ['tag:GetResources *']],
    [
      'ssm',
      'GetParametersByPath',
      { path: '/a' },
      [
        `ssm:GetParametersByPath ${here('ssm', 'parameter/a')}`,
        `ssm:GetParametersByPath ${here('ssm', 'parameter/a/*')}`,
      ],
    ],
    [
      'secretsmanager',
      'GetSecretValue',
      { secretId: 'app/db' },
      [`secretsmanager:GetSecretValue ${here('secretsmanager', 'secret:app/db-??????')}`],
    ],
    ['iam', 'AttachRolePolicy', { roleName: 'r' }, [`iam:AttachRolePolicy arn:aws:iam::${ACCOUNT}:role/*r`]],
    [
      'route53',
      'ChangeResourceRecordSets',
      { hostedZoneId: 'Z1' },
      ['route53:ChangeResourceRecordSets arn:aws:route53:::hostedzone/Z1'],
    ],
    ['made-up', 'DoThing', {}, ['unmapped']],
    ['sts', 'GetCallerIdentity', null, ['permissionless']],
  ] as const)('%s %s', (service, name, parameters, expected) => {
    expect(needs(service, name, parameters)).toEqual(expected);
  });
});

describe('what a call needs besides', () => {
  const derived = (...args: Parameters<typeof event>): readonly string[] => needs(...args).slice(1);
  it.each([
    [
      'sts',
      'AssumeRole',
      { roleArn: TASK, tags: [{ key: 'a', value: 'b' }], sourceIdentity: 'kim' },
      [`sts:TagSession ${TASK}`, `sts:SetSourceIdentity ${TASK}`],
    ],
    [
      'iam',
      'CreateRole',
      { roleName: 'r', path: '/', tags: [{ key: 'a' }] },
      [`iam:TagRole arn:aws:iam::${ACCOUNT}:role/r`],
    ],
    ['sqs', 'CreateQueue', { queueName: 'q', tags: { a: 'b' } }, [`sqs:TagQueue ${here('sqs', 'q')}`]],
    ['ssm', 'SendCommand', { documentName: 'd', serviceRoleArn: TASK }, [`iam:PassRole ${TASK}`]],
    [
      'ec2',
      'AssociateIamInstanceProfile',
      {
        AssociateIamInstanceProfileRequest: {
          InstanceId: 'i-0aaaaaaaaaaaaaaa1',
          IamInstanceProfile: { Name: 'web' },
        },
      },
      [`iam:PassRole arn:aws:iam::${ACCOUNT}:role/*`],
    ],
    [
      's3',
      'PutBucketReplication',
      { bucketName: 'b', ReplicationConfiguration: { Role: TASK } },
      [`iam:PassRole ${TASK}`],
    ],
    ['lambda', 'ListFunctions', { roleArn: TASK }, []],
  ] as const)('%s %s', (service, name, parameters, expected) => {
    expect(derived(service, name, parameters)).toEqual(expected);
  });
});

describe('keys behind calls for data', () => {
  const get = event('s3', 'GetObject', { bucketName: 'b', key: 'in/k' });
  const put = event('s3', 'PutObject', {
    bucketName: 'b',
    key: 'in/k',
    'x-amz-server-side-encryption-aws-kms-key-id': KEY,
  });

  it('are asked for where the call names the key, through the service', () => {
    const { policy, coverage, keyOffers } = policyFromEvents({
      report: eventsOf(put),
      catalog: catalogNow(),
    });
    expect(policy.Statement.at(-1)).toEqual({
      Sid: 'KmsUseKeyThroughS3',
      Effect: 'Allow',
      Action: 'kms:GenerateDataKey',
      Resource: KEY,
      Condition: { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
    });
    expect(coverage).toBe(1);
    expect(keyOffers).toEqual([]);
  });

  it('are offered where no event names one, and asked for once the person does', () => {
    const report = eventsOf(
      get,
      event('sqs', 'SendMessage', { queueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/q` }),
    );
    const offered = policyFromEvents({ report, catalog: catalogNow() });
    expect(offered.keyOffers).toEqual([
      { service: 's3', actions: ['kms:Decrypt'], because: ['s3:GetObject'], events: 1 },
      {
        service: 'sqs',
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        because: ['sqs:SendMessage'],
        events: 1,
      },
    ]);
    expect(offered.statements.flatMap(({ actions }) => actions)).not.toContain('kms:Decrypt');
    const said = policyFromEvents({ report, catalog: catalogNow(), keys: { s3: KEY } });
    expect(said.derived).toEqual([{ action: 'kms:Decrypt', resource: KEY, because: 's3:GetObject' }]);
    expect(said.coverage).toBe(1);
  });
});

describe('conditions that are offered', () => {
  const through = { vpcEndpointId: 'vpce-0a1b2c3d4e5f60718', sourceIPAddress: '10.0.3.9' };
  const list = (prefix: string): object => event('s3', 'ListObjects', { bucketName: 'b', prefix }, through);
  const read = event('s3', 'GetObject', { bucketName: 'b', key: 'in/k' }, through);

  it('hold for so many of the events, and are off', () => {
    const { offers, policy } = policyFromEvents({
      report: eventsOf(list('in/'), read),
      catalog: catalogNow(),
    });
    expect(offers).toEqual([
      { key: 'aws:SourceVpce', values: ['vpce-0a1b2c3d4e5f60718'], fits: 2, of: 2, on: false },
      { key: 'aws:RequestedRegion', values: ['eu-west-1'], fits: 2, of: 2, on: false },
      { key: 's3:prefix', values: ['in/'], fits: 1, of: 1, on: false },
      { key: 'aws:SourceIp', values: ['10.0.3.9'], fits: 2, of: 2, on: false },
    ]);
    expect(JSON.stringify(policy)).not.toContain('Condition');
  });

  it('are asked for where the person says so, and every event still comes through', () => {
    const { policy, coverage } = policyFromEvents({
      report: eventsOf(list('in/'), read),
      catalog: catalogNow(),
      conditions: ['aws:SourceVpce', 's3:prefix'],
    });
    expect(policy.Statement).toMatchObject([
      { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718', 's3:prefix': 'in/' } } },
      { Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d4e5f60718' } } },
    ]);
    expect(coverage).toBe(1);
  });

  it('cannot be asked for where an event lacks them', () => {
    const { offers, policy } = policyFromEvents({
      report: eventsOf(read, event('s3', 'GetObject', { bucketName: 'b', key: 'in/l' })),
      catalog: catalogNow(),
      conditions: ['aws:SourceVpce'],
    });
    expect(offers[0]).toMatchObject({ key: 'aws:SourceVpce', fits: 1, of: 2, on: false });
    expect(JSON.stringify(policy)).not.toContain('SourceVpce');
  });
});

describe('which events count', () => {
  const names = (list: readonly { readonly name: string }[]): readonly string[] =>
    list.map(({ name }) => name);

  it('takes the own account’s copy of a call that two accounts recorded', () => {
    const call = (recipientAccountId: string): object =>
      event(
        'sqs',
        'SendMessage',
        { queueUrl: 'https://sqs.eu-west-1.amazonaws.com/444455556666/q' },
        { sharedEventID: 'x', recipientAccountId },
      );
    for (const report of [
      eventsOf(call('444455556666'), call(ACCOUNT)),
      eventsOf(call(ACCOUNT), call('444455556666')),
    ]) {
      const { used, left, check } = policyFromEvents({ report, catalog: catalogNow() });
      expect(used).toBe(1);
      expect(names(left.notAnApiCall)).toEqual(['SendMessage']);
      const { record } = report.events[check[0]!.event]!;
      expect(record['recipientAccountId']).toBe(ACCOUNT);
    }
  });

  it('leaves out sign-ins, events of services and other people’s', () => {
    const report = eventsOf(
      event('signin', 'ConsoleLogin', null, { eventType: 'AwsConsoleSignIn' }),
      event('kms', 'RotateKey', null, { eventType: 'AwsServiceEvent' }),
      event('sqs', 'ListQueues', null, {
        userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/ana` },
      }),
      event('sqs', 'ListQueues', null),
    );
    const { left, used, principals } = policyFromEvents({ report, catalog: catalogNow(), principal: ROLE });
    expect(names(left.notAnApiCall)).toEqual(['ConsoleLogin', 'RotateKey']);
    expect(names(left.otherPrincipals)).toEqual([`arn:aws:iam::${ACCOUNT}:user/ana`]);
    expect(used).toBe(1);
    expect(principals.map(({ arn }) => arn)).toContain(ROLE);
  });

  it.each([
    ['Client.DryRunOperation', 'proven'],
    ['NoSuchKey', 'proven'],
    ['ConditionalCheckFailedException', 'proven'],
    ['ThrottlingException', 'attempted'],
    ['MalformedXML', 'attempted'],
    ['InvalidClientTokenId', 'attempted'],
    ['Client.UnauthorizedOperation', 'denied'],
    ['VpceAccessDenied', 'denied'],
  ])('%s is a need that is %s', (errorCode, need) => {
    const report = eventsOf(event('sqs', 'ListQueues', null, { errorCode }));
    expect(policyFromEvents({ report, catalog: catalogNow() }).needs).toEqual({ 'sqs:ListQueues': need });
  });

  it('offers nothing where somebody tries doors: ten different denials in five minutes', () => {
    const calls = [
      'ListQueues',
      'CreateQueue',
      'DeleteQueue',
      'PurgeQueue',
      'SendMessage',
      'ReceiveMessage',
      'DeleteMessage',
      'GetQueueUrl',
      'ListQueueTags',
      'TagQueue',
    ];
    const denied = calls.map((name) => event('sqs', name, null, { errorCode: 'AccessDenied' }));
    const judged = (report: EventsReport): readonly unknown[] =>
      policyFromEvents({ report, catalog: catalogNow() }).denied.map(({ notOfferedFor }) => notOfferedFor);
    expect(new Set(judged(eventsOf(...denied)))).toEqual(new Set(['looks-like-a-probe']));
    expect(new Set(judged(eventsOf(...denied.slice(1))))).toEqual(new Set([undefined]));
  });

  it('says that an alias is no resource', () => {
    const report = eventsOf(event('kms', 'Decrypt', { keyId: 'alias/app' }));
    const { warnings } = policyFromEvents({ report, catalog: catalogNow() });
    expect(warnings.map(({ id }) => id)).toContain('kms-alias');
  });
});

describe('size', () => {
  const report = eventsOf(
    ...Array.from({ length: 200 }, (_, index) =>
      event('sqs', 'SendMessage', {
        queueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/${index.toString(36).repeat(30)}`,
      }),
    ),
  );
  it('splits what is longer than a policy may be, and every event is still allowed', () => {
    const { policies, warnings, coverage } = policyFromEvents({
      report,
      catalog: catalogNow(),
      oldPolicies: [allow('*')],
    });
    expect(policies.length).toBeGreaterThan(1);
    for (const { document } of policies) expect(JSON.stringify(document).length).toBeLessThanOrEqual(6144);
    expect(warnings.map(({ id }) => id)).toContain('policy-split');
    expect(coverage).toBe(1);
  });
});

describe('tables as people select them', () => {
  it('counts by a column without a name, and by count(*)', () => {
    for (const header of ['_col2', 'count(*)', 'cnt', 'Count']) {
      const { events } = readReport(
        `eventsource,eventname,${header}\ns3.amazonaws.com,GetObject,12\n`,
      ) as EventsReport;
      expect(
        events.map(({ count }) => count),
        header,
      ).toEqual([12]);
    }
  });

  it.each(['useridentity.arn', 'arn', 'principal', 'user_arn', 'User ARN'])(
    'takes `%s` for the caller',
    (column) => {
      const user = `arn:aws:iam::${ACCOUNT}:user/ana`;
      const report = readReport(
        `eventSource,eventName,${column}\nsqs.amazonaws.com,ListQueues,${user}\n`,
      ) as EventsReport;
      expect(policyFromEvents({ report, catalog: catalogNow() }).principal).toBe(user);
    },
  );

  it.each(['role', 'sessionissuer_arn', 'useridentity.sessioncontext.sessionissuer.arn'])(
    'takes `%s` for the role',
    (column) => {
      const report = readReport(
        `service,api,${column}\nsqs.amazonaws.com,ListQueues,${ROLE}\n`,
      ) as EventsReport;
      expect(policyFromEvents({ report, catalog: catalogNow() }).principal).toBe(ROLE);
    },
  );
});
