/** Scenarios of two sizes for the measurements. */
import type { Policy, Scenario } from '../src/case/scenario';

const ACCOUNT = '111122223333';

function policy(name: string, statements: readonly unknown[]): Policy {
  return { name, document: { Version: '2012-10-17', Statement: statements } };
}

const full = policy('FullAWSAccess', [{ Effect: 'Allow', Action: '*', Resource: '*' }]);

/** One user, two statements, one resource-based policy. */
export function light(): Scenario {
  return {
    schema: 2,
    request: {
      principal: `arn:aws:iam::${ACCOUNT}:user/alice`,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::reports/2024/march.csv',
      context: { 'aws:SourceIp': '203.0.113.7' },
    },
    policies: {
      identity: [
        policy('Reports', [
          {
            Sid: 'Read',
            Effect: 'Allow',
            Action: ['s3:Get*', 's3:List*'],
            Resource: 'arn:aws:s3:::reports/*',
          },
          {
            Sid: 'Office',
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
          },
        ]),
      ],
      resource: policy('Bucket', [
        {
          Effect: 'Allow',
          Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
          Action: 's3:*',
          Resource: 'arn:aws:s3:::reports/*',
        },
      ]),
    },
  };
}

/** 200 statements with two conditions each, under three levels of SCPs. */
export function heavy(): Scenario {
  const services = ['s3', 'sqs', 'ec2', 'kms', 'dynamodb', 'lambda', 'sns', 'iam'];
  const statements = Array.from({ length: 200 }, (_, at) => {
    const service = services[at % services.length]!;
    return {
      Sid: `Statement${at}`,
      Effect: at % 10 === 9 ? 'Deny' : 'Allow',
      Action: [`${service}:Get*`, `${service}:List*`, `${service}:Describe*`],
      Resource: [
        `arn:aws:${service}:*:${ACCOUNT}:team-${at}/*`,
        `arn:aws:${service}:::team-${at}-*/\${aws:username}/*`,
      ],
      Condition: {
        StringLike: { 'aws:PrincipalTag/team': [`team-${at}`, 'platform-*'] },
        IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '198.51.100.0/24'] },
      },
    };
  });
  const level = (target: string) => ({
    target,
    policies: [
      full,
      policy(`Guard${target}`, [
        {
          Effect: 'Deny',
          NotAction: ['iam:*', 'sts:*', 's3:*'],
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'us-east-1'] } },
        },
      ]),
    ],
  });
  return {
    schema: 2,
    request: {
      principal: `arn:aws:iam::${ACCOUNT}:user/alice`,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::team-128-data/alice/report.csv',
      context: {
        'aws:SourceIp': '203.0.113.7',
        'aws:PrincipalTag/team': 'team-128',
        'aws:RequestedRegion': 'us-east-1',
      },
    },
    policies: {
      identity: [policy('Mine', statements.slice(0, 100)), policy('Group', statements.slice(100))],
      scp: [level('Root'), level('OU'), level('Account')],
    },
  };
}
