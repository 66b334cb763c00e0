/** A report job with far too much, and what AWS recorded of it: the place's own example. */
import { emptyScenario } from '../../formats/schema';
import { useTighten } from '../../store/tighten';
import { useVerdict } from '../../store/store';

const ACCOUNT = '111122223333';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/report-writer`;
const KEY = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/1a2b3c4d-0000-4000-8000-00000000abcd`;

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'ReportJob',
      Effect: 'Allow',
      Action: ['s3:*', 'ssm:*', 'kms:*', 'logs:*', 'lambda:*', 'iam:PassRole'],
      Resource: '*',
    },
  ],
};

function event(time: string, service: string, name: string, more: object, through?: string): object {
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: 'AROAEXAMPLEEXAMPLE001:nightly',
      arn: `arn:aws:sts::${ACCOUNT}:assumed-role/report-writer/nightly`,
      accountId: ACCOUNT,
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: ROLE, accountId: ACCOUNT, userName: 'report-writer' },
      },
      ...(through !== undefined && { invokedBy: through }),
    },
    eventTime: time,
    eventSource: `${service}.amazonaws.com`,
    eventName: name,
    awsRegion: 'eu-west-1',
    eventType: 'AwsApiCall',
    recipientAccountId: ACCOUNT,
    ...more,
  };
}

function object(bucket: string, key: string): object {
  return {
    requestParameters: { bucketName: bucket, key },
    eventCategory: 'Data',
    managementEvent: false,
    resources: [
      { type: 'AWS::S3::Object', ARN: `arn:aws:s3:::${bucket}/${key}` },
      { type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucket}`, accountId: ACCOUNT },
    ],
  };
}

const EVENTS = [
  event('2026-11-01T04:00:02Z', 's3', 'GetObject', object('example-reports-in', 'in/2026/11/01/a.csv')),
  event('2026-11-02T04:00:03Z', 's3', 'GetObject', object('example-reports-in', 'in/2026/11/02/b.csv')),
  event('2026-11-02T04:00:04Z', 'ssm', 'GetParameter', {
    requestParameters: { name: '/reports/config', withDecryption: true },
  }),
  event(
    '2026-11-02T04:00:04Z',
    'kms',
    'Decrypt',
    { resources: [{ type: 'AWS::KMS::Key', ARN: KEY }] },
    'ssm.amazonaws.com',
  ),
  event('2026-11-02T04:02:11Z', 's3', 'PutObject', object('example-reports-out', 'out/2026-11-02.json')),
  event('2026-11-02T04:02:12Z', 'sts', 'GetCallerIdentity', {}),
  event('2026-11-02T04:03:00Z', 'ec2', 'DescribeInstances', { errorCode: 'Client.UnauthorizedOperation' }),
];

function service(prefix: string, name: string, last?: string): object {
  return {
    ServiceName: name,
    ServiceNamespace: prefix,
    TotalAuthenticatedEntities: last === undefined ? 0 : 1,
    ...(last !== undefined && {
      LastAuthenticated: last,
      LastAuthenticatedEntity: ROLE,
      LastAuthenticatedRegion: 'eu-west-1',
    }),
  };
}

const ACCESSED = {
  JobStatus: 'COMPLETED',
  JobType: 'SERVICE_LEVEL',
  JobCreationDate: '2026-11-29T09:00:00+00:00',
  JobCompletionDate: '2026-11-29T09:00:03+00:00',
  IsTruncated: false,
  ServicesLastAccessed: [
    service('kms', 'AWS Key Management Service', '2026-11-02T04:00:00+00:00'),
    service('lambda', 'AWS Lambda'),
    service('logs', 'Amazon CloudWatch Logs', '2026-06-14T00:00:00+00:00'),
    service('s3', 'Amazon S3', '2026-11-02T04:02:00+00:00'),
    service('ssm', 'AWS Systems Manager', '2026-11-02T04:00:00+00:00'),
  ],
};

/** Puts the case on the page, and its evidence into Tighten. */
export function openTightenExample(): void {
  const { replace } = useVerdict.getState();
  replace(
    {
      ...emptyScenario(),
      title: 'Quarterly review: report-writer',
      request: {
        principal: `arn:aws:sts::${ACCOUNT}:assumed-role/report-writer/nightly`,
        role: ROLE,
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-reports-in/in/2026/11/01/a.csv',
      },
      policies: { identity: [{ name: 'ReportWriterFull', text: JSON.stringify(POLICY, null, 2) }] },
    },
    'The example is on the page.',
  );
  useTighten.getState().add([
    { name: 'cloudtrail.json', content: JSON.stringify({ Records: EVENTS }) },
    { name: 'last-accessed.json', content: JSON.stringify(ACCESSED) },
  ]);
}
