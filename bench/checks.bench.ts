import { bench, describe } from 'vitest';
import { checkPolicy } from '../src/checks/check-policy';
import { loadCatalog } from '../tests/support/catalog';

const catalog = await loadCatalog();

const ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  'dynamodb:Query',
  'sqs:SendMessage',
  'ec2:Describe*',
  'iam:PassRole',
];

/** A policy of about so many characters, with what policies usually have. */
function policyOf(length: number): string {
  const statements: unknown[] = [];
  for (let at = 0; JSON.stringify(statements).length < length * 0.75; at += 1) {
    statements.push({
      Sid: `Statement${at}`,
      Effect: at % 5 === 4 ? 'Deny' : 'Allow',
      Action: ACTIONS.map((action, index) => (index === at % 6 ? `${action.split(':')[0]!}:List*` : action)),
      Resource: [
        `arn:aws:s3:::application-bucket-${at}/*`,
        `arn:aws:dynamodb:eu-west-1:111122223333:table/orders-${at}`,
        `arn:aws:sqs:*:111122223333:queue-${at}`,
      ],
      Condition: {
        StringEquals: {
          'aws:PrincipalTag/team': 'red',
          'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'],
        },
        IpAddress: { 'aws:SourceIp': '203.0.113.0/24' },
      },
    });
  }
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
}

const long = policyOf(10_000);
const short = policyOf(600);
const huge = policyOf(1_000_000);
/** So many statements of one form; below the length up to which all checks run, and above it. */
const likeStatements = (count: number): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: Array.from({ length: count }, (_, at) => ({
      Effect: 'Allow',
      Action: `s3:Get${at}`,
      Resource: `arn:aws:s3:::b-${at}/${'x'.repeat(150)}/*`,
    })),
  });

describe('checkPolicy', () => {
  bench(`a policy of ${short.length} characters`, () => {
    checkPolicy(short, 'identity', catalog);
  });
  bench(`a policy of ${long.length} characters`, () => {
    checkPolicy(long, 'identity', catalog);
  });
  bench(
    `a text of ${huge.length} characters`,
    () => {
      checkPolicy(huge, 'identity', catalog);
    },
    { iterations: 3, warmupIterations: 1 },
  );
  for (const count of [1700, 5000]) {
    const text = likeStatements(count);
    bench(
      `${count} statements of one form`,
      () => {
        checkPolicy(text, 'identity', catalog);
      },
      { iterations: 3, warmupIterations: 1 },
    );
  }
});
