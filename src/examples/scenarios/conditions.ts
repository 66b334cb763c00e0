import { PAGES } from '../pages';
import { policy, scenario, type Statement } from '../policy';
import type { conditionsTitles } from '../titles/conditions';
import type { ExampleExpectation, Worked } from '../types';
import { conditionsMfa } from './conditions-mfa';

/** A user with one policy of one statement asks for something in the same account. */
function ask(
  request: { user?: string; action: string; resource: string; context?: Record<string, string | string[]> },
  statement: Statement,
) {
  const { user = 'kim', ...rest } = request;
  return scenario({
    request: {
      principal: `arn:aws:iam::111122223333:user/${user}`,
      resourceAccount: '111122223333',
      ...rest,
    },
    policies: { identity: [policy('KimAccess', statement)] },
  });
}

const allowed: ExampleExpectation = {
  decision: 'Allowed',
  decidedBy: [{ layer: 'identity', policy: 'KimAccess', statement: 0 }],
  missing: [],
  decidedAt: 'identity',
};
const notAllowed: ExampleExpectation = { decision: 'ImplicitlyDenied', decidedBy: [], missing: ['identity'] };

const instance = 'arn:aws:ec2:eu-west-1:111122223333:instance/i-0a1b2c3d4e5f60718';

const sameProject: Statement = {
  Effect: 'Allow',
  Action: ['ec2:StartInstances', 'ec2:StopInstances'],
  Resource: '*',
  Condition: { StringEquals: { 'aws:ResourceTag/project': '${aws:PrincipalTag/project}' } },
};

const homeFolder: Statement = {
  Effect: 'Allow',
  Action: ['s3:GetObject', 's3:PutObject'],
  Resource: 'arn:aws:s3:::example-home/${aws:username}/*',
};

export const conditions: Record<(typeof conditionsTitles)[number]['id'], Worked> = {
  ...conditionsMfa,

  'ip-range': {
    explanation:
      'The range fixes the first 24 bits, so every address from 203.0.113.0 to 203.0.113.255 is inside. The key holds ' +
      'the public address the call came from.',
    scenario: {
      ...ask(
        {
          action: 'dynamodb:GetItem',
          resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/Customers',
          context: { 'aws:SourceIp': '203.0.113.77' },
        },
        {
          Effect: 'Allow',
          Action: 'dynamodb:GetItem',
          Resource: '*',
          Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
        },
      ),
      tests: [
        { name: 'from a café', request: { context: { 'aws:SourceIp': '198.51.100.9' } }, expect: 'Denied' },
        {
          name: 'the range’s last address',
          request: { context: { 'aws:SourceIp': '203.0.113.255' } },
          expect: 'Allowed',
        },
        {
          name: 'one past the range',
          request: { context: { 'aws:SourceIp': '203.0.114.0' } },
          expect: 'Denied',
        },
      ],
    },
    expect: allowed,
    learn: PAGES.operators,
  },

  'abac-match': {
    explanation:
      'The variable is replaced by the caller’s own tag before the comparison. One statement then serves every ' +
      'project: people reach the machines that carry their project’s tag.',
    scenario: ask(
      {
        action: 'ec2:StopInstances',
        resource: instance,
        context: { 'aws:PrincipalTag/project': 'apollo', 'aws:ResourceTag/project': 'apollo' },
      },
      sameProject,
    ),
    expect: allowed,
    learn: PAGES.abac,
  },

  'abac-no-tag': {
    explanation:
      'Without the tag there is no `aws:ResourceTag/project` in the request, and `StringEquals` doesn’t match an absent ' +
      'key. Untagged machines are out of reach, for everyone.',
    scenario: ask(
      { action: 'ec2:StopInstances', resource: instance, context: { 'aws:PrincipalTag/project': 'apollo' } },
      sameProject,
    ),
    expect: notAllowed,
    learn: PAGES.abac,
  },

  'home-folder': {
    explanation:
      'In a policy of version 2012-10-17, `${aws:username}` stands for the name of the IAM user who calls. For Kim the ' +
      'resource reads `example-home/kim/*`.',
    scenario: ask(
      { action: 's3:PutObject', resource: 'arn:aws:s3:::example-home/kim/notes.txt' },
      homeFolder,
    ),
    expect: allowed,
    learn: PAGES.variables,
  },

  'home-folder-role': {
    explanation:
      'A role’s session has no user name, so the variable has no value and the resource matches nothing at all. ' +
      '`${aws:userid}` or a session tag is what roles can be told apart by.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Author/kim',
        action: 's3:PutObject',
        resource: 'arn:aws:s3:::example-home/kim/notes.txt',
        resourceAccount: '111122223333',
      },
      policies: { identity: [policy('KimAccess', homeFolder)] },
    }),
    expect: notAllowed,
    learn: PAGES.variables,
  },

  'two-conditions': {
    explanation:
      'Operators and keys in one condition are joined by AND; only the values of one key are alternatives. TLS was ' +
      'used, but the address is outside the range.',
    scenario: ask(
      {
        action: 'secretsmanager:GetSecretValue',
        resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:shop/db-AbCdEf',
        context: { 'aws:SourceIp': '198.51.100.9' },
      },
      {
        Effect: 'Allow',
        Action: 'secretsmanager:GetSecretValue',
        Resource: '*',
        Condition: {
          Bool: { 'aws:SecureTransport': 'true' },
          IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '192.0.2.0/24'] },
        },
      },
    ),
    expect: notAllowed,
    learn: PAGES.manyConditions,
  },

  'several-values': {
    explanation:
      'Under a negated operator the value must differ from every one that is listed. `eu-central-1` is listed, so this ' +
      'Deny doesn’t apply and the Allow beside it decides.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/kim',
        action: 'ec2:StopInstances',
        resource: 'arn:aws:ec2:eu-central-1:111122223333:instance/i-0a1b2c3d4e5f60718',
      },
      policies: {
        identity: [
          policy(
            'KimAccess',
            { Effect: 'Allow', Action: 'ec2:*', Resource: '*' },
            {
              Effect: 'Deny',
              Action: 'ec2:*',
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
            },
          ),
        ],
      },
    }),
    expect: allowed,
    learn: PAGES.manyConditions,
  },

  'wildcard-equals': {
    explanation:
      '`StringEquals` compares letter by letter, and the star is just a letter to it. `StringLike` is the operator that ' +
      'reads `*` and `?` as wildcards.',
    scenario: ask(
      {
        action: 's3:ListBucket',
        resource: 'arn:aws:s3:::example-home',
        context: { 's3:prefix': 'reports/2026/' },
      },
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::example-home',
        Condition: { StringEquals: { 's3:prefix': 'reports/*' } },
      },
    ),
    expect: notAllowed,
    learn: PAGES.operators,
  },

  'any-tag': {
    explanation:
      '`aws:TagKeys` is a list. `ForAnyValue` is content when one of its values matches; the other tags of the request ' +
      'don’t matter to it.',
    scenario: ask(
      {
        action: 'ec2:CreateTags',
        resource: instance,
        context: { 'aws:TagKeys': ['name', 'cost-center'] },
      },
      {
        Effect: 'Allow',
        Action: 'ec2:CreateTags',
        Resource: '*',
        Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'cost-center' } },
      },
    ),
    expect: allowed,
    learn: PAGES.multivalued,
  },

  expiry: {
    explanation:
      'Dates compare as moments in time. The request was made after the last moment the policy allows, and a condition ' +
      'that fails leaves the Allow without effect.',
    scenario: ask(
      {
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::example-audit/2026/ledger.csv',
        context: { 'aws:CurrentTime': '2026-04-02T08:15:00Z' },
      },
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::example-audit/*',
        Condition: { DateLessThan: { 'aws:CurrentTime': '2026-04-01T00:00:00Z' } },
      },
    ),
    expect: notAllowed,
    learn: PAGES.operators,
  },

  'page-size': {
    explanation:
      'Numeric operators compare numbers, not texts: 50 is below 100 although it begins with a larger digit. The key is ' +
      'present because the call asked for a page size.',
    scenario: ask(
      { action: 's3:ListBucket', resource: 'arn:aws:s3:::example-home', context: { 's3:max-keys': '50' } },
      {
        Effect: 'Allow',
        Action: 's3:ListBucket',
        Resource: 'arn:aws:s3:::example-home',
        Condition: { NumericLessThanEquals: { 's3:max-keys': '100' } },
      },
    ),
    expect: allowed,
    learn: PAGES.operators,
  },
};
