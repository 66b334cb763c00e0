/** The items of the entry and exit test: none of them in a lesson, each with another service or other people. */
import { ADMINISTRATOR, FULL_AWS_ACCESS, level, policy, scenario, via } from './policy';
import type { TestItem } from './types';

export const ITEMS: readonly TestItem[] = [
  {
    id: 't01a',
    construct: 'deny',
    use: 'entry',
    level: 1,
    ask: 'A user’s only policy allows `sqs:SendMessage`. She deletes a message from the queue.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/ria',
        action: 'sqs:DeleteMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:in',
      },
      policies: {
        identity: [policy('Send', { Sid: 'S', Effect: 'Allow', Action: 'sqs:SendMessage', Resource: '*' })],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'Nothing allows `DeleteMessage`, and what nothing allows is denied.',
  },
  {
    id: 't01b',
    construct: 'deny',
    use: 'entry',
    level: 2,
    ask: 'Administrator rights, and a boundary with one Deny: `dynamodb:DeleteTable`. He deletes a table.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/udo',
        action: 'dynamodb:DeleteTable',
        resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/t',
      },
      policies: {
        identity: [ADMINISTRATOR],
        boundary: policy(
          'B',
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Sid: 'NoDrop', Effect: 'Deny', Action: 'dynamodb:DeleteTable', Resource: '*' },
        ),
      },
    }),
    expect: { decision: 'ExplicitlyDenied', at: 'boundary' },
    why: 'A Deny counts in whatever layer it stands.',
  },
  {
    id: 't01x',
    construct: 'deny',
    use: 'exit',
    level: 2,
    ask: 'The queue’s policy names Eli and allows everything. A policy of his group denies `sqs:*` on queues called `pay-…`. He reads from `pay-out`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/eli',
        action: 'sqs:ReceiveMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:pay-out',
      },
      policies: {
        identity: [
          via(
            'Temps',
            policy('NoPay', {
              Sid: 'NoPay',
              Effect: 'Deny',
              Action: 'sqs:*',
              Resource: 'arn:aws:sqs:eu-west-1:111122223333:pay-*',
            }),
          ),
        ],
        resource: policy('QP', {
          Sid: 'Eli',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/eli' },
          Action: 'sqs:*',
          Resource: 'arn:aws:sqs:eu-west-1:111122223333:pay-out',
        }),
      },
    }),
    expect: { decision: 'ExplicitlyDenied', at: 'identity' },
    why: 'The queue grants, but a Deny among his identity policies ends it.',
  },
  {
    id: 't02a',
    construct: 'match',
    use: 'entry',
    level: 1,
    ask: 'Allowed: `dynamodb:*` on `table/orders`. He queries the index `table/orders/index/by-date`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/jan',
        action: 'dynamodb:Query',
        resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders/index/by-date',
      },
      policies: {
        identity: [
          policy('O', {
            Sid: 'O',
            Effect: 'Allow',
            Action: 'dynamodb:*',
            Resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/orders',
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'The index has an ARN of its own, and the pattern ends before it.',
  },
  {
    id: 't02b',
    construct: 'match',
    use: 'entry',
    level: 2,
    ask: 'Allowed: `S3:getobject` (written so) on `Docs/*`. She reads `docs/a.txt`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/eva',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::docs/a.txt',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [
          policy('D', { Sid: 'D', Effect: 'Allow', Action: 'S3:getobject', Resource: 'arn:aws:s3:::Docs/*' }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'Capitals don’t matter in actions; in ARNs they do.',
  },
  {
    id: 't02x',
    construct: 'match',
    use: 'exit',
    level: 2,
    ask: 'Allowed: `ssm:PutParameter` on `parameter/jobs/*/state`. The parameter is `/jobs/2026/11/30/a/state`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/tim',
        action: 'ssm:PutParameter',
        resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/jobs/2026/11/30/a/state',
      },
      policies: {
        identity: [
          policy('I', {
            Sid: 'I',
            Effect: 'Allow',
            Action: 'ssm:PutParameter',
            Resource: 'arn:aws:ssm:eu-west-1:111122223333:parameter/jobs/*/state',
          }),
        ],
      },
    }),
    expect: { decision: 'Allowed', at: 'identity' },
    why: 'A star runs through slashes.',
  },
  {
    id: 't03a',
    construct: 'who',
    use: 'entry',
    level: 1,
    ask: 'Kim is an administrator. She works in a session of the role ReadTables, whose policy allows `dynamodb:GetItem`. She writes an item.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/ReadTables/kim',
        action: 'dynamodb:PutItem',
        resource: 'arn:aws:dynamodb:eu-west-1:111122223333:table/t',
      },
      policies: {
        identity: [policy('R', { Sid: 'R', Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' })],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'The session has the role’s rights only.',
  },
  {
    id: 't03b',
    construct: 'who',
    use: 'entry',
    level: 2,
    ask: 'A secret’s policy allows reading to `arn:aws:iam::111122223333:root`. A session of Worker, of that account, has no policies. It reads the secret.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Worker/w',
        action: 'secretsmanager:GetSecretValue',
        resource: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:db-1',
      },
      policies: {
        resource: policy('S', {
          Sid: 'A',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'Naming the account hands over to its own policies, and the role has none.',
  },
  {
    id: 't03x',
    construct: 'who',
    use: 'exit',
    level: 2,
    ask: 'A topic’s policy allows publishing to the session `assumed-role/Shop/web`. The session `Shop/batch`, whose role has no policies, publishes.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Shop/batch',
        action: 'sns:Publish',
        resource: 'arn:aws:sns:eu-west-1:111122223333:sales',
      },
      policies: {
        resource: policy('T', {
          Sid: 'W',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/Shop/web' },
          Action: 'sns:Publish',
          Resource: '*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'A session’s ARN names that one session.',
  },
  {
    id: 't04a',
    construct: 'cross',
    use: 'entry',
    level: 1,
    ask: 'A queue of another account names our user and allows sending. Our user has no policy.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/ann',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:444455556666:theirs',
      },
      policies: {
        resource: policy('Q', {
          Sid: 'A',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/ann' },
          Action: 'sqs:SendMessage',
          Resource: '*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'Across accounts our own side must allow too.',
  },
  {
    id: 't04b',
    construct: 'cross',
    use: 'entry',
    level: 2,
    ask: 'Our role’s policy allows invoking another account’s function; the function’s policy allows our account. Our SCPs deny `lambda:InvokeFunction`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Edge/e',
        action: 'lambda:InvokeFunction',
        resource: 'arn:aws:lambda:eu-west-1:444455556666:function:f',
      },
      policies: {
        identity: [
          policy('L', { Sid: 'L', Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: '*' }),
        ],
        resource: policy('F', {
          Sid: 'A',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'lambda:InvokeFunction',
          Resource: 'arn:aws:lambda:eu-west-1:444455556666:function:f',
        }),
        scp: [
          level(
            'Root',
            FULL_AWS_ACCESS,
            policy('NoInvoke', { Sid: 'N', Effect: 'Deny', Action: 'lambda:InvokeFunction', Resource: '*' }),
          ),
        ],
      },
    }),
    expect: { decision: 'ExplicitlyDenied', at: 'scp' },
    why: 'Our SCPs go with our principals, wherever they go.',
  },
  {
    id: 't04x',
    construct: 'cross',
    use: 'exit',
    level: 2,
    ask: 'A table of another account lets our account read. Our user’s policy allows it as well; her boundary allows only S3.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/nia',
        action: 'dynamodb:GetItem',
        resource: 'arn:aws:dynamodb:eu-west-1:444455556666:table/theirs',
      },
      policies: {
        identity: [policy('G', { Sid: 'G', Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' })],
        boundary: policy('B', { Sid: 'S', Effect: 'Allow', Action: 's3:*', Resource: '*' }),
        resource: policy('T', {
          Sid: 'A',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'dynamodb:GetItem',
          Resource: '*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'boundary' },
    why: 'Our side is identity policy and boundary together.',
  },
  {
    id: 't05a',
    construct: 'caps',
    use: 'entry',
    level: 1,
    ask: 'A role’s boundary allows `sns:*`. The role has no other policy. It publishes to a topic of its account that has no policy.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Notify/n',
        action: 'sns:Publish',
        resource: 'arn:aws:sns:eu-west-1:111122223333:t',
      },
      policies: { boundary: policy('B', { Sid: 'S', Effect: 'Allow', Action: 'sns:*', Resource: '*' }) },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'A boundary limits; it doesn’t grant.',
  },
  {
    id: 't05b',
    construct: 'caps',
    use: 'entry',
    level: 2,
    ask: 'A queue’s policy names the *session* `Etl/run`. The session was started with a session policy that allows only S3. It sends a message.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Etl/run',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:x',
      },
      policies: {
        identity: [policy('E', { Sid: 'S', Effect: 'Allow', Action: 's3:*', Resource: '*' })],
        session: [policy('S', { Sid: 'S', Effect: 'Allow', Action: 's3:*', Resource: '*' })],
        resource: policy('Q', {
          Sid: 'R',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:sts::111122223333:assumed-role/Etl/run' },
          Action: 'sqs:SendMessage',
          Resource: '*',
        }),
      },
    }),
    expect: { decision: 'Allowed', at: 'resource' },
    why: 'In one account, naming the session itself grants past a session policy that is silent.',
  },
  {
    id: 't05x',
    construct: 'caps',
    use: 'exit',
    level: 2,
    ask: 'A bucket’s policy names the *role* Etl. Its session was started with a session policy that allows only SQS. It reads an object.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Etl/run',
        action: 's3:GetObject',
        resource: 'arn:aws:s3:::raw/a',
        resourceAccount: '111122223333',
      },
      policies: {
        identity: [policy('E', { Sid: 'S', Effect: 'Allow', Action: 's3:*', Resource: '*' })],
        session: [policy('S', { Sid: 'S', Effect: 'Allow', Action: 'sqs:*', Resource: '*' })],
        resource: policy('B', {
          Sid: 'R',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Etl' },
          Action: 's3:GetObject',
          Resource: 'arn:aws:s3:::raw/*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'session' },
    why: 'Naming the role leaves the session policy in force.',
  },
  {
    id: 't06a',
    construct: 'org',
    use: 'entry',
    level: 1,
    ask: 'The SCPs allow everything. A user without policies lists EC2 instances.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/new',
        action: 'ec2:DescribeInstances',
        resource: '*',
      },
      policies: { scp: [level('Root', FULL_AWS_ACCESS), level('Account', FULL_AWS_ACCESS)] },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'SCPs grant nothing.',
  },
  {
    id: 't06b',
    construct: 'org',
    use: 'entry',
    level: 2,
    ask: 'Root level: FullAWSAccess. OU: a list without `sqs`. Account: FullAWSAccess. An administrator creates a queue.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/adm',
        action: 'sqs:CreateQueue',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:n',
      },
      policies: {
        scp: [
          level('Root', FULL_AWS_ACCESS),
          level('OU', policy('L', { Sid: 'L', Effect: 'Allow', Action: ['s3:*', 'sns:*'], Resource: '*' })),
          level('Account', FULL_AWS_ACCESS),
        ],
        identity: [ADMINISTRATOR],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'scp' },
    why: 'Every level must allow.',
  },
  {
    id: 't06x',
    construct: 'org',
    use: 'exit',
    level: 2,
    ask: 'An RCP of our organization denies `sqs:*` to principals of other organizations. A vendor’s role, allowed on both sides, reads our queue.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::777788889999:assumed-role/V/v',
        action: 'sqs:ReceiveMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:shared',
        context: { 'aws:PrincipalOrgID': 'o-vendor00001' },
      },
      policies: {
        identity: [policy('S', { Sid: 'S', Effect: 'Allow', Action: 'sqs:*', Resource: '*' })],
        resource: policy('Q', {
          Sid: 'V',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::777788889999:role/V' },
          Action: 'sqs:ReceiveMessage',
          Resource: '*',
        }),
        rcp: [
          level(
            'Root',
            policy('Ours', {
              Sid: 'O',
              Effect: 'Deny',
              Principal: '*',
              Action: 'sqs:*',
              Resource: '*',
              Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-ours000000' } },
            }),
          ),
        ],
      },
      organization: { managementAccount: '999988887777' },
    }),
    expect: { decision: 'ExplicitlyDenied', at: 'rcp' },
    why: 'RCPs go with the resource, whoever calls.',
  },
  {
    id: 't07a',
    construct: 'roles',
    use: 'entry',
    level: 1,
    ask: 'A role’s trust policy names only Lambda. An administrator of the same account assumes it.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/adm',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::111122223333:role/Fn',
      },
      policies: {
        identity: [ADMINISTRATOR],
        resource: policy('T', {
          Effect: 'Allow',
          Principal: { Service: 'lambda.amazonaws.com' },
          Action: 'sts:AssumeRole',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'resource' },
    why: 'The trust policy must let the caller in.',
  },
  {
    id: 't07b',
    construct: 'roles',
    use: 'entry',
    level: 2,
    ask: 'The trust policy names the account and asks for the external ID `k9`. A user of that account, allowed to assume any role, passes `K9`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/pat',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::111122223333:role/Vault',
        context: { 'sts:ExternalId': 'K9' },
      },
      policies: {
        identity: [policy('A', { Sid: 'A', Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' })],
        resource: policy('T', {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'sts:AssumeRole',
          Condition: { StringEquals: { 'sts:ExternalId': 'k9' } },
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'resource' },
    why: '`StringEquals` minds capitals.',
  },
  {
    id: 't07x',
    construct: 'roles',
    use: 'exit',
    level: 2,
    ask: 'The trust policy of a role in account B names our role Ci. Ci’s policy allows `sts:AssumeRole` on that role; a policy of Ci denies `sts:*` without MFA with Bool. A pipeline’s session of Ci has no MFA key.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Ci/p',
        action: 'sts:AssumeRole',
        resource: 'arn:aws:iam::444455556666:role/Deploy',
        context: { 'aws:MultiFactorAuthPresent': [] },
      },
      policies: {
        identity: [
          policy('A', {
            Sid: 'A',
            Effect: 'Allow',
            Action: 'sts:AssumeRole',
            Resource: 'arn:aws:iam::444455556666:role/Deploy',
          }),
          policy('M', {
            Sid: 'M',
            Effect: 'Deny',
            Action: 'sts:*',
            Resource: '*',
            Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
          }),
        ],
        resource: policy('T', {
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Ci' },
          Action: 'sts:AssumeRole',
        }),
      },
    }),
    expect: { decision: 'Allowed', at: 'both' },
    why: 'The key is absent, so the Deny doesn’t fire; both sides allow.',
  },
  {
    id: 't08a',
    construct: 'absent',
    use: 'entry',
    level: 1,
    ask: 'Allowed if `StringEquals aws:SourceVpc` is `vpc-0a1b…`. The call comes over the internet, so the key is absent.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/bea',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:in',
      },
      policies: {
        identity: [
          policy('S', {
            Sid: 'S',
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Resource: '*',
            Condition: { StringEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f60718' } },
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'A positive test fails on an absent key.',
  },
  {
    id: 't08b',
    construct: 'absent',
    use: 'entry',
    level: 2,
    ask: 'Allowed everything. Denied `sqs:*` if `StringNotEqualsIfExists aws:SourceVpc` is `vpc-0a1b…`. The key is absent.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/bea',
        action: 'sqs:SendMessage',
        resource: 'arn:aws:sqs:eu-west-1:111122223333:in',
      },
      policies: {
        identity: [
          ADMINISTRATOR,
          policy('D', {
            Sid: 'D',
            Effect: 'Deny',
            Action: 'sqs:*',
            Resource: '*',
            Condition: { StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-0a1b2c3d4e5f60718' } },
          }),
        ],
      },
    }),
    expect: { decision: 'ExplicitlyDenied', at: 'identity' },
    why: '`IfExists` is met by an absent key, and so is the negated test.',
  },
  {
    id: 't08x',
    construct: 'absent',
    use: 'exit',
    level: 2,
    ask: 'Allowed everything. Denied `ec2:StopInstances` if `StringEquals aws:ResourceTag/env` is `prod`. The machine has no tags.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/lou',
        action: 'ec2:StopInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-2',
      },
      policies: {
        identity: [
          ADMINISTRATOR,
          policy('D', {
            Sid: 'D',
            Effect: 'Deny',
            Action: 'ec2:StopInstances',
            Resource: '*',
            Condition: { StringEquals: { 'aws:ResourceTag/env': 'prod' } },
          }),
        ],
      },
    }),
    expect: { decision: 'Allowed', at: 'identity' },
    why: 'The positive test finds no tag, so the Deny doesn’t fire.',
  },
  {
    id: 't09a',
    construct: 'logic',
    use: 'entry',
    level: 1,
    ask: 'Allowed if the Region is `eu-west-1` *and* MFA is true, both in one Condition. The Region is right, MFA is false.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/gil',
        action: 'ec2:StopInstances',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-3',
        context: { 'aws:RequestedRegion': 'eu-west-1', 'aws:MultiFactorAuthPresent': 'false' },
      },
      policies: {
        identity: [
          policy('S', {
            Sid: 'S',
            Effect: 'Allow',
            Action: 'ec2:*',
            Resource: '*',
            Condition: {
              StringEquals: { 'aws:RequestedRegion': 'eu-west-1' },
              Bool: { 'aws:MultiFactorAuthPresent': 'true' },
            },
          }),
        ],
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'Keys in one Condition must all hold.',
  },
  {
    id: 't09b',
    construct: 'logic',
    use: 'entry',
    level: 2,
    ask: 'Allowed everything. Denied if `StringNotEquals aws:RequestedRegion` is [`eu-west-1`, `eu-central-1`]. The Region is `eu-central-1`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/gil',
        action: 'ec2:StopInstances',
        resource: 'arn:aws:ec2:eu-central-1:111122223333:instance/i-4',
        context: { 'aws:RequestedRegion': 'eu-central-1' },
      },
      policies: {
        identity: [
          ADMINISTRATOR,
          policy('D', {
            Sid: 'D',
            Effect: 'Deny',
            Action: '*',
            Resource: '*',
            Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
          }),
        ],
      },
    }),
    expect: { decision: 'Allowed', at: 'identity' },
    why: 'A negated test must differ from every value. It equals one, so the Deny doesn’t fire.',
  },
  {
    id: 't09x',
    construct: 'logic',
    use: 'exit',
    level: 2,
    ask: 'Allowed `ec2:CreateTags` if ForAnyValue `aws:TagKeys` equals `team`. The request carries the tags `team` and `secret`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/gil',
        action: 'ec2:CreateTags',
        resource: 'arn:aws:ec2:eu-west-1:111122223333:instance/i-5',
        context: { 'aws:TagKeys': ['team', 'secret'] },
      },
      policies: {
        identity: [
          policy('T', {
            Sid: 'T',
            Effect: 'Allow',
            Action: 'ec2:CreateTags',
            Resource: '*',
            Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': 'team' } },
          }),
        ],
      },
    }),
    expect: { decision: 'Allowed', at: 'identity' },
    why: 'ForAnyValue is content with one match; it keeps nothing out.',
  },
  {
    id: 't10a',
    construct: 'own-law',
    use: 'entry',
    level: 1,
    ask: 'A key’s policy names only the role Keepers. An administrator of the account decrypts.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/adm',
        action: 'kms:Decrypt',
        resource: 'arn:aws:kms:eu-west-1:111122223333:key/9999ffff-0000-1111-2222-333344445555',
      },
      policies: {
        identity: [ADMINISTRATOR],
        resource: policy('K', {
          Sid: 'K',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:role/Keepers' },
          Action: 'kms:*',
          Resource: '*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'resource' },
    why: 'A key listens to identity policies only if its own policy says so.',
  },
  {
    id: 't10b',
    construct: 'own-law',
    use: 'entry',
    level: 2,
    ask: 'A function’s policy lets `s3.amazonaws.com` invoke it, without conditions. S3 calls for a bucket of another account.',
    scenario: scenario({
      request: {
        principal: 's3.amazonaws.com',
        action: 'lambda:InvokeFunction',
        resource: 'arn:aws:lambda:eu-west-1:111122223333:function:thumb',
        context: { 'aws:SourceArn': 'arn:aws:s3:::strange', 'aws:SourceAccount': '444455556666' },
      },
      policies: {
        resource: policy('F', {
          Sid: 'S',
          Effect: 'Allow',
          Principal: { Service: 's3.amazonaws.com' },
          Action: 'lambda:InvokeFunction',
          Resource: 'arn:aws:lambda:eu-west-1:111122223333:function:thumb',
        }),
      },
    }),
    expect: { decision: 'Allowed', at: 'resource' },
    why: 'For a service, the resource’s policy alone decides, and it asks for nothing more.',
  },
  {
    id: 't10x',
    construct: 'own-law',
    use: 'exit',
    level: 2,
    ask: 'A key of another account names our account for `kms:Encrypt`. Our role’s policy allows `kms:GenerateDataKey` on all *our* keys only.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/App/a',
        action: 'kms:Encrypt',
        resource: 'arn:aws:kms:eu-west-1:444455556666:key/9999ffff-0000-1111-2222-333344445555',
      },
      policies: {
        identity: [
          policy('D', {
            Sid: 'D',
            Effect: 'Allow',
            Action: 'kms:Encrypt',
            Resource: 'arn:aws:kms:*:111122223333:key/*',
          }),
        ],
        resource: policy('K', {
          Sid: 'A',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'kms:Encrypt',
          Resource: '*',
        }),
      },
    }),
    expect: { decision: 'ImplicitlyDenied', at: 'identity' },
    why: 'Their key lets our account decide, and our policy doesn’t reach their key.',
  },
  {
    id: 't01c',
    construct: 'deny',
    use: 'entry',
    level: 1,
    ask: 'Allowed everything. Denied `sns:DeleteTopic` on topics called `prod-…`. He deletes the topic `production-news`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/nik',
        action: 'sns:DeleteTopic',
        resource: 'arn:aws:sns:eu-west-1:111122223333:production-news',
      },
      policies: {
        identity: [
          ADMINISTRATOR,
          policy('KeepProd', {
            Sid: 'KeepProd',
            Effect: 'Deny',
            Action: 'sns:DeleteTopic',
            Resource: 'arn:aws:sns:eu-west-1:111122223333:prod-*',
          }),
        ],
      },
    }),
    expect: { decision: 'Allowed', at: 'identity' },
    why: 'The Deny is there, but it doesn’t fit: after `prod` it wants a hyphen.',
  },
  {
    id: 't03c',
    construct: 'who',
    use: 'entry',
    level: 2,
    ask: 'An event bus’s policy names the user Noa and lets her put events. Noa has no policy. She works with temporary credentials from `GetSessionToken`.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/noa',
        action: 'events:PutEvents',
        resource: 'arn:aws:events:eu-west-1:111122223333:event-bus/sales',
        context: { 'aws:TokenIssueTime': '2026-11-30T09:00:00Z' },
      },
      policies: {
        resource: policy('BusPolicy', {
          Sid: 'Noa',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:user/noa' },
          Action: 'events:PutEvents',
          Resource: 'arn:aws:events:eu-west-1:111122223333:event-bus/sales',
        }),
      },
    }),
    expect: { decision: 'Allowed', at: 'resource' },
    why: '`GetSessionToken` makes the credentials short-lived; the caller is still the user Noa.',
  },
  {
    id: 't04c',
    construct: 'cross',
    use: 'entry',
    level: 1,
    ask: 'A repository of another account lets our account pull images. Our role’s policy allows `ecr:BatchGetImage` on exactly that repository. The role pulls.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Build/b-7',
        action: 'ecr:BatchGetImage',
        resource: 'arn:aws:ecr:eu-west-1:444455556666:repository/base-images',
      },
      policies: {
        identity: [
          policy('Pull', {
            Sid: 'Pull',
            Effect: 'Allow',
            Action: 'ecr:BatchGetImage',
            Resource: 'arn:aws:ecr:eu-west-1:444455556666:repository/base-images',
          }),
        ],
        resource: policy('RepositoryPolicy', {
          Sid: 'TheOtherAccount',
          Effect: 'Allow',
          Principal: { AWS: 'arn:aws:iam::111122223333:root' },
          Action: 'ecr:BatchGetImage',
        }),
      },
    }),
    expect: { decision: 'Allowed', at: 'both' },
    why: 'Their side names our account, and our side lets this role: two accounts, two Allows.',
  },
  {
    id: 't05c',
    construct: 'caps',
    use: 'exit',
    level: 2,
    ask: 'A role is administrator. Its boundary allows `kinesis:*`, its session was started with a policy for `kinesis:PutRecord` on the stream clicks. It puts a record into clicks.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:sts::111122223333:assumed-role/Collector/c',
        action: 'kinesis:PutRecord',
        resource: 'arn:aws:kinesis:eu-west-1:111122223333:stream/clicks',
      },
      policies: {
        identity: [ADMINISTRATOR],
        boundary: policy('B', { Sid: 'K', Effect: 'Allow', Action: 'kinesis:*', Resource: '*' }),
        session: [
          policy('S', {
            Sid: 'Clicks',
            Effect: 'Allow',
            Action: 'kinesis:PutRecord',
            Resource: 'arn:aws:kinesis:eu-west-1:111122223333:stream/clicks',
          }),
        ],
      },
    }),
    expect: { decision: 'Allowed', at: 'identity' },
    why: 'Three lists, and the call is in each of them. Ceilings only stop what is above them.',
  },
  {
    id: 't06c',
    construct: 'org',
    use: 'exit',
    level: 2,
    ask: 'Root level: FullAWSAccess, and a Deny of `organizations:LeaveOrganization`. OU: a list with `lambda:*`. Account: FullAWSAccess. A user’s policy allows `lambda:GetFunction`. He gets one.',
    scenario: scenario({
      request: {
        principal: 'arn:aws:iam::111122223333:user/ivo',
        action: 'lambda:GetFunction',
        resource: 'arn:aws:lambda:eu-west-1:111122223333:function:thumbs',
      },
      policies: {
        scp: [
          level(
            'Root',
            FULL_AWS_ACCESS,
            policy('Stay', {
              Sid: 'Stay',
              Effect: 'Deny',
              Action: 'organizations:LeaveOrganization',
              Resource: '*',
            }),
          ),
          level(
            'OU',
            policy('List', { Sid: 'L', Effect: 'Allow', Action: ['lambda:*', 's3:*'], Resource: '*' }),
          ),
          level('Account', FULL_AWS_ACCESS),
        ],
        identity: [policy('L', { Sid: 'L', Effect: 'Allow', Action: 'lambda:GetFunction', Resource: '*' })],
      },
    }),
    expect: { decision: 'Allowed', at: 'identity' },
    why: 'Every level allows it, no Deny fits, and his own policy grants it.',
  },
];
