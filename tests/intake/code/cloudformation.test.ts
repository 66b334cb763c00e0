import { describe, expect, it } from 'vitest';
import { serverlessReader } from '../../../src/intake/code/cloudformation/serverless';
import { cloudFormationReader } from '../../../src/intake/code/cloudformation/read';
import type { CodePolicy, CodeRead } from '../../../src/intake/code/types';

function read(text: string): CodeRead {
  expect(cloudFormationReader.mayRead(text)).toBe(true);
  return cloudFormationReader.read(text)!;
}

function only(text: string): CodePolicy {
  const { policies } = read(text);
  expect(policies).toHaveLength(1);
  return policies[0]!;
}

/** A template with one statement, in whose Resource something stands. */
function withResource(resource: string, before = ''): string {
  return `${before}Resources:
  P:
    Type: AWS::IAM::Policy
    Properties:
      PolicyName: p
      Roles: [!Ref AppRole]
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          - Effect: Allow
            Action: s3:GetObject
            Resource: ${resource}
`;
}

function resourceOf({ document }: CodePolicy): unknown {
  return (document as { readonly Statement: readonly { readonly Resource: unknown }[] }).Statement[0]!
    .Resource;
}

/** CloudFormation User Guide, "Intrinsic function reference": each function, with inputs known and not. */
const FUNCTIONS: readonly (readonly [
  what: string,
  before: string,
  resource: string,
  wanted: unknown,
  open: readonly string[],
])[] = [
  ['Ref to a resource', '', '!Ref Bucket', '${Bucket}', ['Bucket']],
  ['Ref in its long form', '', '{Ref: Bucket}', '${Bucket}', ['Bucket']],
  [
    'Ref to a parameter with a default',
    'Parameters: {Env: {Type: String, Default: dev}}\n',
    '!Ref Env',
    'dev',
    [],
  ],
  ['Ref to a parameter without', 'Parameters: {Env: {Type: String}}\n', '!Ref Env', '${Env}', ['Env']],
  [
    'Ref to an SSM parameter',
    'Parameters: {Env: {Type: "AWS::SSM::Parameter::Value<String>", Default: /a}}\n',
    '!Ref Env',
    '${Env}',
    ['Env'],
  ],
  [
    'Ref to a list',
    'Parameters: {L: {Type: CommaDelimitedList, Default: "a, b"}}\n',
    '!Ref L',
    ['a', 'b'],
    [],
  ],
  ['GetAtt with a dot', '', '!GetAtt Bucket.Arn', '${Bucket.Arn}', ['Bucket.Arn']],
  ['GetAtt as a list', '', '!GetAtt [Bucket, Arn]', '${Bucket.Arn}', ['Bucket.Arn']],
  [
    'Sub',
    '',
    '!Sub "arn:${AWS::Partition}:s3:::${Bucket}/*"',
    'arn:${AWS::Partition}:s3:::${Bucket}/*',
    ['AWS::Partition', 'Bucket'],
  ],
  [
    'Sub with an escaped policy variable',
    '',
    '!Sub "${Bucket.Arn}/${!aws:username}/*"',
    '${Bucket.Arn}/${aws:username}/*',
    ['Bucket.Arn'],
  ],
  ['Sub with values of its own', '', '!Sub ["${A}/*", {A: !GetAtt B.Arn}]', '${B.Arn}/*', ['B.Arn']],
  [
    'a policy variable without a function',
    '',
    '"arn:aws:s3:::b/${aws:username}"',
    'arn:aws:s3:::b/${aws:username}',
    [],
  ],
  [
    'Join',
    '',
    '!Join [":", [arn, !Ref "AWS::Partition", "s3::", b]]',
    'arn:${AWS::Partition}:s3:::b',
    ['AWS::Partition'],
  ],
  ['Split and Select', '', '!Select [1, !Split ["|", "a|b"]]', 'b', []],
  [
    'Select of what is not known',
    '',
    '!Select [5, !Split [":", !GetAtt Q.Arn]]',
    "${Select(5, Split(':', Q.Arn))}",
    ["Select(5, Split(':', Q.Arn))"],
  ],
  ['FindInMap', 'Mappings: {M: {eu: {b: x}}}\n', '!FindInMap [M, eu, b]', 'x', []],
  [
    'FindInMap by region',
    'Mappings: {M: {eu: {b: x}}}\n',
    '!FindInMap [M, !Ref "AWS::Region", b]',
    "${FindInMap('M', AWS::Region, 'b')}",
    ["FindInMap('M', AWS::Region, 'b')"],
  ],
  ['ImportValue', '', '!ImportValue net-bucket', '${ImportValue(net-bucket)}', ['ImportValue(net-bucket)']],
  ['a dynamic reference', '', '"{{resolve:ssm:/bucket}}"', '${resolve:ssm:/bucket}', ['resolve:ssm:/bucket']],
  [
    'If that is known',
    'Parameters: {E: {Type: String, Default: prod}}\nConditions: {C: !Equals [!Ref E, prod]}\n',
    '!If [C, a, b]',
    'a',
    [],
  ],
  [
    'If by way of Not, And, Or and Condition',
    'Conditions: {A: !Equals [x, x], B: !Not [!Condition A], C: !Or [!Condition B, !And [!Condition A, {Condition: A}]]}\n',
    '!If [C, a, b]',
    'a',
    [],
  ],
  [
    'If that is open, between texts',
    'Conditions: {C: !Equals [!Ref "AWS::Region", x]}\n',
    '!If [C, a, b]',
    "${If(C, 'a', 'b')}",
    ["If(C, 'a', 'b')"],
  ],
  [
    'If that is open, both sides alike',
    'Conditions: {C: !Equals [!Ref "AWS::Region", x]}\n',
    '!If [C, a, a]',
    'a',
    [],
  ],
  [
    'NoValue in a list',
    'Conditions: {C: !Equals [x, y]}\n',
    '[a, !If [C, b, !Ref "AWS::NoValue"]]',
    ['a'],
    [],
  ],
];

describe('a CloudFormation template', () => {
  it.each(FUNCTIONS)('reads %s', (_, before, resource, wanted, open) => {
    const policy = only(withResource(resource, before));
    expect(policy.notRead).toEqual([]);
    expect(resourceOf(policy)).toEqual(wanted);
    expect(policy.placeholders).toEqual(open);
    expect(policy).toMatchObject({
      name: 'p',
      policyKind: 'identity',
      attachedTo: [{ kind: 'role', name: 'AppRole' }],
    });
  });

  it('keeps a placeholder apart from a policy variable of the same name, and says that Sub is missing', () => {
    const text = withResource('["${Bucket}/a", !Ref Bucket]').replace(
      'Resources:\n',
      'Resources:\n  Bucket: {Type: AWS::S3::Bucket}\n',
    );
    const { policies, notes } = read(text);
    expect(resourceOf(policies[0]!)).toEqual(['${Bucket}/a', '${Ref Bucket}']);
    expect(policies[0]!.placeholders).toEqual(['Ref Bucket']);
    expect(notes.join(' ')).toContain('outside of `Fn::Sub`');
  });

  it.each([
    ['an open If between statements', '{Fn::If: [C, {Effect: Allow}, {Effect: Deny}]}', 'Fn::If C'],
    ['a macro', '{"Fn::Transform": {Name: M}}', 'Fn::Transform'],
    ['an unknown function', '!Frobnicate x', 'Fn::Frobnicate'],
    ['a loop', '{"Fn::ForEach::X": [a, b, c]}', 'Fn::ForEach::X'],
  ])('hands out no policy that looks whole with %s in it', (_, resource, what) => {
    const conditions = 'Conditions: {C: !Equals [!Ref "AWS::Region", x]}\n';
    const policy = only(withResource(resource, conditions));
    expect(policy.document).toBeUndefined();
    expect(policy.notRead).toMatchObject([{ what, line: 13 }]);
  });

  it('finds each kind of policy, what it is attached to, boundary and trust included', () => {
    const { policies, known } = read(`Resources:
  Bucket: {Type: AWS::S3::Bucket, Properties: {BucketName: reports}}
  Role:
    Type: AWS::IAM::Role
    Properties:
      RoleName: app
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Principal: {Service: lambda.amazonaws.com}, Action: 'sts:AssumeRole'}]}
      ManagedPolicyArns: ['arn:aws:iam::aws:policy/ReadOnlyAccess', !Ref Managed]
      PermissionsBoundary: !Ref Fence
      Policies: [{PolicyName: inline, PolicyDocument: {Statement: [{Effect: Allow, Action: 's3:*', Resource: !GetAtt Bucket.Arn}]}}]
  Managed: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}}}
  Fence: {Type: AWS::IAM::ManagedPolicy, Properties: {PolicyDocument: {Statement: [{Effect: Allow, Action: '*', Resource: '*'}]}}}
  BP: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: !Ref Bucket, PolicyDocument: {Statement: [{Effect: Deny, Principal: '*', Action: 's3:*', Resource: '*'}]}}}
  Key: {Type: AWS::KMS::Key, Properties: {KeyPolicy: {Statement: [{Effect: Allow, Principal: {AWS: 012345678901}, Action: 'kms:*', Resource: '*'}]}}}
  QP: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Queue], PolicyDocument: {Statement: [{Effect: Allow, Principal: '*', Action: 'sqs:*', Resource: '*'}]}}}
  Scp: {Type: AWS::Organizations::Policy, Properties: {Name: guard, Type: SERVICE_CONTROL_POLICY, TargetIds: [ou-ab12-cd345678], Content: {Statement: [{Effect: Deny, Action: '*', Resource: '*'}]}}}
  Tags: {Type: AWS::Organizations::Policy, Properties: {Name: tags, Type: TAG_POLICY, Content: {tags: {}}}}
  Logs: {Type: AWS::Logs::ResourcePolicy, Properties: {PolicyName: lr, PolicyDocument: !Sub '{"Statement":[{"Effect":"Allow","Principal":{"Service":"es.amazonaws.com"},"Action":"logs:*","Resource":"\${G.Arn}"}]}'}}
  May: {Type: AWS::Lambda::Permission, Properties: {FunctionName: !Ref Fn, Action: 'lambda:InvokeFunction', Principal: s3.amazonaws.com, SourceAccount: '111122223333'}}
`);
    expect(
      policies.map(({ name, policyKind, attachedTo }) => [
        name,
        policyKind,
        attachedTo.map(({ kind, name: of }) => `${kind} ${of}`).join(),
      ]),
    ).toEqual([
      ['app', 'trust', 'role app'],
      ['inline', 'identity', 'role app'],
      ['ReadOnlyAccess', 'identity', 'role app'],
      ['Managed', 'identity', 'role app'],
      ['Fence', 'boundary', 'role app'],
      ['BP', 'resource', 'bucket reports'],
      ['Key', 'resource', 'key Key'],
      ['QP', 'resource', 'queue Queue'],
      ['guard', 'scp', 'target ou-ab12-cd345678'],
      ['lr', 'resource', 'logs lr'],
      ['Policy of Fn', 'resource', 'function Fn'],
    ]);
    expect(policies[2]).toMatchObject({ arn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' });
    expect(policies[6]!.document).toMatchObject({ Statement: [{ Principal: { AWS: '012345678901' } }] });
    expect(policies[9]).toMatchObject({ placeholders: ['G.Arn'] });
    expect(policies[10]!.document).toMatchObject({
      Statement: [
        {
          Principal: { Service: 's3.amazonaws.com' },
          Condition: { StringEquals: { 'AWS:SourceAccount': '111122223333' } },
        },
      ],
    });
    expect(known).toEqual({ 'Bucket.Arn': 'arn:aws:s3:::reports' });
  });

  it('reads the policy templates of SAM, and refuses one that it does not know', () => {
    const { language, policies } = read(`Transform: AWS::Serverless-2016-10-31
Resources:
  Fn:
    Type: AWS::Serverless::Function
    Properties:
      Policies:
        - AWSLambdaBasicExecutionRole
        - SQSPollerPolicy: {QueueName: !GetAtt Q.QueueName}
        - MadeUpPolicy: {X: y}
`);
    expect(language).toBe('sam');
    expect(policies.map(({ name }) => name)).toEqual([
      'AWSLambdaBasicExecutionRole',
      'SQSPollerPolicy',
      'MadeUpPolicy',
    ]);
    expect(policies[1]!.document).toMatchObject({
      Statement: [{ Resource: 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${Q.QueueName}' }],
    });
    expect(policies[2]).toMatchObject({ notRead: [{ what: 'MadeUpPolicy', line: 9 }] });
  });

  it('leaves a message behind the template to be read for itself', () => {
    const template = withResource('"*"');
    const { parts } = read(
      `${template}\nUser: arn:aws:iam::111122223333:user/a is not authorized to perform: s3:GetObject`,
    );
    expect(parts).toEqual([{ start: 0, end: template.length + 1 }]);
  });

  it.each([
    ['a tab', 'Resources:\n  A:\n\tType: AWS::IAM::Policy', /line 3, column 1, YAML takes no tab/],
    [
      'a name that stands twice',
      'Resources:\n  A:\n    Type: AWS::IAM::Policy\n    Type: AWS::IAM::Role',
      /line 4, column 5, `Type` stands twice/,
    ],
    [
      'an alias without its anchor',
      'Resources:\n  A: *nowhere\n  B: {Type: AWS::IAM::Role}',
      /line 2, column 6, /,
    ],
    ['deep nesting', `Resources: ${'['.repeat(100_000)}\nX: {Type: AWS::IAM::Role}`, /nested too deep/],
    [
      'deep nesting in one line',
      `Resources:\n  ${'- '.repeat(100_000)}a\nX: {Type: AWS::IAM::Role}`,
      /line 2, .*nested too deep/,
    ],
    [
      'deep JSON',
      `{"Resources": {"A": {"Type": "AWS::IAM::Role", "X": ${'['.repeat(90)}${']'.repeat(90)}}}}`,
      /nested more than/,
    ],
    [
      'aliases that unfold without end',
      `Resources:\n  A: {Type: AWS::IAM::Role}\n  a: &a [x,x,x,x,x,x,x,x,x]\n${'b c d e f g h i'
        .split(' ')
        .map((name, at) => `  ${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[at]}`).join()}]`)
        .join('\n')}`,
      /unfold to too much/,
    ],
    [
      'more than 1 MB',
      `Resources:\n  A: {Type: AWS::IAM::Role}\n${'# x\n'.repeat(260_000)}`,
      /longer than 1 MB/,
    ],
    [
      'values without number',
      `Resources:\n  A: {Type: AWS::IAM::Role}\n  B:\n${'  - x\n'.repeat(70_000)}`,
      /more than 60000 values/,
    ],
  ])('refuses %s at its place', (_, text, words) => {
    const { policies, notes } = read(text);
    expect(policies).toEqual([]);
    expect(notes.join(' ')).toMatch(words);
  });

  it('takes `__proto__` for a name like any other', () => {
    const policy = only(withResource('{"__proto__": {"Effect": "Deny"}}'));
    expect(Object.getPrototypeOf(resourceOf(policy))).toBe(Object.prototype);
    expect(JSON.stringify(resourceOf(policy))).toBe('{"__proto__":{"Effect":"Deny"}}');
    expect(({} as { readonly Effect?: string }).Effect).toBeUndefined();
  });
});

describe('a file of the Serverless Framework', () => {
  it.each([
    ['iam.role.statements', (statements: string) => `  iam:\n    role:\n      statements:\n${statements}`],
    ['iamRoleStatements', (statements: string) => `  iamRoleStatements:\n${statements}`],
  ])('is read by its %s, with its variables as placeholders beside those of CloudFormation', (_, write) => {
    const text = `service: shop
provider:
  name: aws
${write(`        - Effect: Allow
          Action: [dynamodb:GetItem]
          Resource:
            - !GetAtt Table.Arn
            - !Sub 'arn:aws:dynamodb:\${AWS::Region}:\${aws:accountId}:table/\${self:custom.\${opt:stage}.table}/*'
            - arn:aws:s3:::\${self:service}-\${aws:username}
`)}resources:
  Resources:
    Table: {Type: AWS::DynamoDB::Table}
    QP: {Type: AWS::SQS::QueuePolicy, Properties: {Queues: [!Ref Q], PolicyDocument: {Statement: [{Effect: Allow, Principal: '*', Action: 'sqs:*', Resource: '*'}]}}}
`;
    expect(serverlessReader.mayRead(text)).toBe(true);
    const { policies, language } = serverlessReader.read(text)!;
    expect(language).toBe('serverless');
    expect(policies.map(({ name, policyKind }) => [name, policyKind])).toEqual([
      ['provider', 'identity'],
      ['QP', 'resource'],
    ]);
    expect(resourceOf(policies[0]!)).toEqual([
      '${Table.Arn}',
      'arn:aws:dynamodb:${AWS::Region}:${aws:accountId}:table/${self:custom.opt:stage.table}/*',
      'arn:aws:s3:::${self:service}-${aws:username}',
    ]);
    expect(policies[0]!.placeholders).toEqual([
      'Table.Arn',
      'AWS::Region',
      'aws:accountId',
      'self:custom.opt:stage.table',
      'self:service',
    ]);
  });
});
