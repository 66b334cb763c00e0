/**
 * How long fifty thousand recorded calls take, and how much memory: read, made into a policy, and each asked of it.
 * `node scripts/bench.mjs` does not run it, because it takes a file of 60 MB: `npx vite-node` or any bundler does.
 */
import { catalogNow } from '../tests/support/catalog';
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
const text = JSON.stringify({ Records: Array.from({ length: COUNT }, (_, index) => record(index)) });
const catalog = catalogNow();
const clock = (label: string, since: number): number => {
  const now = performance.now();
  console.log(`${label}: ${Math.round(now - since)} ms`);
  return now;
};
console.log(`${COUNT} events, ${Math.round(text.length / 1e6)} MB`);
let since = performance.now();
const report = readReport(text);
since = clock('read', since);
if (report.kind !== 'events') throw new Error('not read');
const policies = [
  {
    name: 'Wide',
    document: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] },
  },
];
const result = policyFromEvents({ report, catalog, oldPolicies: [policies[0]!.document] });
since = clock('policy and check', since);
tighten({ reports: [report], policies, catalog, mode: 'tight' });
clock('tighten', since);
console.log(
  `${result.used} of ${result.events} count, coverage ${result.coverage}, ${result.statements.length} statements`,
);
console.log(
  `memory: ${Math.round(process.memoryUsage().rss / 1e6)} MB resident, ${Math.round(process.memoryUsage().heapUsed / 1e6)} MB of heap`,
);
