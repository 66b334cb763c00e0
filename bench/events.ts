/**
 * How much computing fifty thousand recorded calls (60 MB) take, and how much memory: read, made into a policy, and each
 * asked of it. Runs in a process of its own, whose memory is that of this alone, and prints its rows as JSON.
 */
import { wholeCatalog } from './reference';
import { readReport } from '../src/intake/report/read';
import { policyFromEvents } from '../src/audit/least-privilege/policy-from-events';
import { tighten } from '../src/audit/least-privilege/tighten';

const ACCOUNT = '111122223333';

function record(index: number): object {
  const service = (['s3', 'dynamodb', 'sqs', 'ec2', 'ssm'] as const)[index % 5]!;
  const key = `in/2026/11/${String((index % 28) + 1).padStart(2, '0')}/${index}.csv`;
  const calls = {
    s3: {
      eventName: 'GetObject',
      requestParameters: { bucketName: `acme-${index % 7}`, key },
      resources: [
        { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::acme-${index % 7}/${key}` },
        { type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::acme-${index % 7}` },
      ],
    },
    dynamodb: { eventName: 'GetItem', requestParameters: { tableName: `orders-${index % 9}` } },
    sqs: {
      eventName: 'SendMessage',
      requestParameters: { queueUrl: `https://sqs.eu-west-1.amazonaws.com/${ACCOUNT}/jobs-${index % 4}` },
    },
    ec2: {
      eventName: 'StopInstances',
      requestParameters: {
        instancesSet: { items: [{ instanceId: `i-${index.toString(16).padStart(17, '0')}` }] },
      },
    },
    ssm: { eventName: 'GetParameter', requestParameters: { name: `/app/${index % 30}` } },
  };
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLEEXAMPLE001:s1',
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/app/s1`,
      accountId: ACCOUNT,
      accessKeyId: 'ASIAEXAMPLEEXAMPLE01',
      sessionContext: {
        sessionIssuer: {
          type: 'Role',
          principalId: 'AROAEXAMPLEEXAMPLE001',
          arn: `arn:aws:iam::${ACCOUNT}:role/app`,
          accountId: ACCOUNT,
          userName: 'app',
        },
        attributes: { creationDate: '2026-11-02T08:00:00Z', mfaAuthenticated: 'false' },
      },
    },
    eventTime: new Date(Date.UTC(2026, 10, 1) + index * 1_000).toISOString(),
    eventSource: `${service}.amazonaws.com`,
    awsRegion: 'eu-west-1',
    sourceIPAddress: '203.0.113.10',
    userAgent:
      'aws-sdk-js/3.700.0 os/linux lang/js md/nodejs#22.11.0 api/client#3.700.0 exec-env/AWS_Lambda_nodejs22.x',
    responseElements: null,
    requestID: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    eventID: `10000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    readOnly: true,
    eventType: 'AwsApiCall',
    managementEvent: false,
    recipientAccountId: ACCOUNT,
    eventCategory: 'Data',
    tlsDetails: {
      tlsVersion: 'TLSv1.3',
      cipherSuite: 'TLS_AES_128_GCM_SHA256',
      clientProvidedHostHeader: `${service}.eu-west-1.amazonaws.com`,
    },
    ...calls[service],
  };
}

const COUNT = 50_000;

interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB';
  readonly limit: number;
}

/** The computing of some work, in milliseconds: a busy machine makes it wait, not compute more. */
function computed<T>(name: string, limit: number, rows: Row[], work: () => T): T {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  rows.push({ name, value: (user + system) / 1000, unit: 'ms', limit });
  return result;
}

const text = JSON.stringify({ Records: Array.from({ length: COUNT }, (_, index) => record(index)) });
const catalog = wholeCatalog(process.argv[2]!);
const rows: Row[] = [];
const report = computed(`${COUNT} events of ${Math.round(text.length / 1e6)} MB read`, 5_000, rows, () =>
  readReport(text),
);
if (report.kind !== 'events') throw new Error('not read');
const policies = [
  {
    name: 'Wide',
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  },
];
const result = computed('made into a policy, and each asked of it', 5_000, rows, () =>
  policyFromEvents({ report, catalog, oldPolicies: [policies[0]!.document] }),
);
if (result.coverage !== 1 || result.used !== COUNT) throw new Error('not all are allowed');
computed('the policies of a role struck down to them', 5_000, rows, () =>
  tighten({ reports: [report], policies, catalog, mode: 'tight' }),
);
const { rss } = process.memoryUsage();
rows.push({ name: 'memory of all that', value: rss / 1e6, unit: 'MB', limit: 500 });
console.log(JSON.stringify(rows));
