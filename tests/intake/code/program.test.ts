import { describe, expect, it } from 'vitest';
import { programReader } from '../../../src/intake/code/program/read';
import type { CodeRead } from '../../../src/intake/code/types';
import { readEvidence } from '../../../src/index';

function read(text: string): CodeRead {
  expect(programReader.mayRead(text)).toBe(true);
  return programReader.read(text)!;
}

function brief({ policies }: CodeRead): readonly unknown[] {
  return policies.map(({ name, policyKind, attachedTo, document, placeholders, notRead }) => ({
    name,
    policyKind,
    attachedTo: attachedTo.map(({ kind, name: of }) => `${kind} ${of}`).join(),
    document,
    placeholders,
    notRead: notRead.map(({ what, line }) => `${line}: ${what}`),
  }));
}

describe('code for the CDK', () => {
  it('gives statements to what they are added to, with references as placeholders', () => {
    const found = read(`import * as iam from 'aws-cdk-lib/aws-iam';
const PREFIX = 'reports';
// fn.addToRolePolicy(new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }));
const url = "http://x/'"; /* new iam.PolicyStatement( */ const re = /['"]\\/(/;
fn.addToRolePolicy(
  new iam.PolicyStatement({
    sid: 'Read',
    effect: iam.Effect.ALLOW,
    actions: ['s3:GetObject', \`s3:\${VERB}\`],
    resources: [bucket.arnForObjects('*'), \`\${bucket.bucketArn}/\${PREFIX}/\\\${aws:username}/*\`, \`arn:aws:s3:::\${cdk.Aws.ACCOUNT_ID}-x\`],
    conditions: { StringEquals: { 'aws:SourceAccount': this.account }, NumericLessThan: { 's3:max-keys': 10 } },
  }),
);
fn.addToRolePolicy(new iam.PolicyStatement({ effect: iam.Effect.DENY, notActions: ['iam:*'], notResources: ['*'] }));
bucket.grantRead(fn);
`);
    expect(found.language).toBe('cdk');
    expect(brief(found)).toEqual([
      {
        name: 'fn',
        policyKind: 'identity',
        attachedTo: 'function fn',
        document: {
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'Read',
              Effect: 'Allow',
              Action: ['s3:GetObject', 's3:${VERB}'],
              Resource: [
                '${bucket.bucketArn}/*',
                '${bucket.bucketArn}/reports/${aws:username}/*',
                'arn:aws:s3:::${AWS::AccountId}-x',
              ],
              Condition: {
                StringEquals: { 'aws:SourceAccount': '${this.account}' },
                NumericLessThan: { 's3:max-keys': 10 },
              },
            },
            { Effect: 'Deny', NotAction: ['iam:*'], NotResource: ['*'] },
          ],
        },
        placeholders: ['VERB', 'bucket.bucketArn', 'AWS::AccountId', 'this.account'],
        notRead: [],
      },
      {
        name: 'bucket.grantRead(fn)',
        policyKind: 'identity',
        attachedTo: 'function fn',
        document: undefined,
        placeholders: [],
        notRead: [],
      },
    ]);
    expect(found.notes).toEqual([
      '`bucket.grantRead(fn)` in line 15 adds permissions when the program runs, which is not read: paste what `cdk synth` prints.',
    ]);
  });

  it('reads a role with its trust and inline policies, and a statement by its name', () => {
    const found =
      read(`const stmt = new iam.PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] });
const role = new iam.Role(this, 'AppRole', {
  assumedBy: new iam.CompositePrincipal(
    new iam.ServicePrincipal('lambda.amazonaws.com'),
    new iam.AccountPrincipal('111122223333').withConditions({ StringEquals: { 'sts:ExternalId': 'x' } }),
  ),
  inlinePolicies: { send: new iam.PolicyDocument({ statements: [stmt] }) },
});
const github = new iam.Role(this, 'Deploy', {
  assumedBy: new iam.OpenIdConnectPrincipal(provider, { StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/shop:*' } }),
});
`);
    expect(brief(found)).toMatchObject([
      {
        name: 'role',
        policyKind: 'trust',
        document: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: {
                Service: 'lambda.amazonaws.com',
                AWS: 'arn:${AWS::Partition}:iam::111122223333:root',
              },
              Action: 'sts:AssumeRole',
              Condition: { StringEquals: { 'sts:ExternalId': 'x' } },
            },
          ],
        },
      },
      {
        name: 'send',
        policyKind: 'identity',
        attachedTo: 'role role',
        document: {
          Statement: [{ Effect: 'Allow', Action: ['sqs:SendMessage'], Resource: ['${queue.queueArn}'] }],
        },
      },
      {
        name: 'github',
        policyKind: 'trust',
        document: {
          Statement: [
            {
              Principal: { Federated: '${provider.openIdConnectProviderArn}' },
              Action: 'sts:AssumeRoleWithWebIdentity',
            },
          ],
        },
      },
    ]);
  });

  it('reads resource policies with their principals, and documents from JSON', () => {
    const found = read(`bucket.addToResourcePolicy(new PolicyStatement({
  effect: Effect.DENY, principals: [new AnyPrincipal()], actions: ['s3:*'], resources: ['*'],
  conditions: { Bool: { 'aws:SecureTransport': 'false' } },
}));
const doc = iam.PolicyDocument.fromJson({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: Fn.getAtt('B', 'Arn').toString() }] });
new iam.ManagedPolicy(this, 'Managed', { document: doc, roles: [role] });
`);
    expect(brief(found)).toMatchObject([
      {
        name: 'bucket',
        policyKind: 'resource',
        document: { Statement: [{ Effect: 'Deny', Principal: { AWS: '*' } }] },
      },
      {
        name: 'Managed',
        policyKind: 'identity',
        attachedTo: 'role role',
        document: { Statement: [{ Resource: '${B.Arn}' }] },
        placeholders: ['B.Arn'],
      },
    ]);
  });

  it('reads Python as it is written', () => {
    const found = read(`from aws_cdk import aws_iam as iam
# role.add_to_policy(iam.PolicyStatement(actions=["*"]))
role.add_to_policy(iam.PolicyStatement(
    effect=iam.Effect.ALLOW,
    actions=["dynamodb:GetItem",
             "dynamodb:Query"],
    resources=[table.table_arn, f"{table.table_arn}/index/*"],
    conditions={"Bool": {"aws:SecureTransport": True}},
))
table.grant_read_data(role)
`);
    expect(brief(found)).toMatchObject([
      {
        name: 'role',
        policyKind: 'identity',
        attachedTo: 'role role',
        document: {
          Version: '2012-10-17',
          Statement: [
            {
              Effect: 'Allow',
              Action: ['dynamodb:GetItem', 'dynamodb:Query'],
              Resource: ['${table.table_arn}', '${table.table_arn}/index/*'],
              Condition: { Bool: { 'aws:SecureTransport': true } },
            },
          ],
        },
      },
      // What it adds is not seen, so the role has a policy that is not known.
      {
        name: 'table.grant_read_data(role)',
        policyKind: 'identity',
        attachedTo: 'role role',
        document: undefined,
      },
    ]);
    expect(found.notes.join(' ')).toContain('`table.grant_read_data(role)` in line 10');
  });

  it.each([
    [
      'a spread list of unknown things',
      'new PolicyStatement({ actions: [...more], resources: ["*"] })',
      '...more'.slice(3),
    ],
    ['spread properties', 'new PolicyStatement({ ...base, actions: ["s3:*"] })', 'base'],
    [
      'an object that hangs on something',
      'new PolicyStatement({ actions: ["s3:*"], resources: ["*"], conditions: prod ? { Bool: {} } : {} })',
      'prod ? { Bool: {} } : {}',
    ],
    [
      'an unknown principal',
      'new PolicyStatement({ principals: [new MyPrincipal()], actions: ["s3:*"], resources: ["*"] })',
      'new MyPrincipal()',
    ],
    [
      'a list that is worked out',
      'new PolicyStatement({ actions: names.map((n) => { return `s3:${n}`; }), resources: ["*"] })',
      'names.map((n) => { return `s3:${n}`; })',
    ],
  ])('hands out no policy that looks whole with %s', (_, text, what) => {
    expect(brief(read(`x.addToPolicy(${text});`))).toMatchObject([
      { document: undefined, notRead: [`1: ${what}`] },
    ]);
  });

  it('says that a statement is changed later', () => {
    const found = read(`const s = new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] });
s.addCondition('Bool', { 'aws:SecureTransport': 'true' });
`);
    expect(brief(found)).toMatchObject([
      {
        name: 's',
        document: undefined,
        notRead: ["2: s.addCondition('Bool', { 'aws:SecureTransport': 'true' })"],
      },
    ]);
  });
});

describe('code for Pulumi', () => {
  it('reads resources with their JSON, interpolations and data sources', () => {
    const found = read(`import * as aws from "@pulumi/aws";
const policy = new aws.iam.RolePolicy("app", {
  role: role.id,
  policy: bucket.arn.apply((arn) => JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: \`\${arn}/*\` }],
  })),
});
const doc = aws.iam.getPolicyDocumentOutput({
  statements: [{
    effect: "Allow",
    actions: ["sts:AssumeRole"],
    principals: [{ type: "Service", identifiers: ["ec2.amazonaws.com"] }],
    conditions: [{ test: "StringEquals", variable: "aws:SourceAccount", values: ["111122223333"] }],
  }],
});
const role = new aws.iam.Role("role", { assumeRolePolicy: doc.json });
new aws.s3.BucketPolicy("b", { bucket: bucket.id, policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: pulumi.interpolate\`\${bucket.arn}/*\` }] }) });
`);
    expect(found.language).toBe('pulumi');
    expect(brief(found)).toMatchObject([
      {
        name: 'policy',
        policyKind: 'identity',
        attachedTo: 'role role',
        document: { Statement: [{ Resource: '${bucket.arn}/*' }] },
        placeholders: ['bucket.arn'],
      },
      {
        name: 'role',
        policyKind: 'trust',
        document: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Service: 'ec2.amazonaws.com' },
              Action: ['sts:AssumeRole'],
              Condition: { StringEquals: { 'aws:SourceAccount': ['111122223333'] } },
            },
          ],
        },
      },
      {
        name: 'b',
        policyKind: 'resource',
        attachedTo: 'bucket bucket',
        document: { Statement: [{ Resource: '${bucket.arn}/*' }] },
      },
    ]);
  });
});

it.each([
  ['(bucket)', 'bucket.arn'],
  ['( bucket: Output<string>[] )', 'bucket.arn'],
  ['()', 'bucket'],
])('the body behind %s is read, with what the parameter stands for', (parameters, name) => {
  const found = programReader.read(
    `const p = new aws.iam.Policy("p", { policy: bucket.arn.apply(${parameters}: string => JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:*", Resource: \`\${bucket}/*\` }] })) });`,
  );
  expect(found?.policies.map(({ document }) => document)).toEqual([
    { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: `\${${name}}/*` }] },
  ]);
});

describe('a program of any kind', () => {
  it.each([
    ['deep nesting', `x.addToPolicy(new PolicyStatement({ actions: ${'['.repeat(50_000)} }))`],
    ['a string that does not end', `x.addToPolicy(new PolicyStatement({ actions: ['s3:* ] }))`],
    ['many sites', 'x.addToPolicy(new PolicyStatement({ actions: [\n'.repeat(4_000)],
    ['open templates', '`${'.repeat(20_000) + 'new PolicyStatement({})'],
    // Brackets that might be the parameters of a function, and are not.
    ['a long word in brackets', `x.addToPolicy(new PolicyStatement((${'a'.repeat(5_000)}!`],
    ['many words in brackets', `x.addToPolicy(new PolicyStatement((${'a '.repeat(800)}!`],
    ['many types in brackets', `x.addToPolicy(new PolicyStatement((${'a: b, '.repeat(300)}!`],
    ['comments that do not end', `x.addToPolicy(new PolicyStatement(${'/*'.repeat(20_000)}`],
    ['1 MB of calls', 'JSON.stringify({ a: 1 });\n'.repeat(38_000) + 'new PolicyStatement({})'],
  ])('with %s is read in bounded time, and nothing looks whole that is not', (_, text) => {
    const before = performance.now();
    const found = programReader.read(text);
    expect(performance.now() - before).toBeLessThan(8_000);
    for (const { document } of found?.policies ?? [])
      expect(JSON.stringify(document ?? null)).not.toContain('s3:');
  });
});

describe('managed policies of a program', () => {
  it('are named, with what they are attached to; of any other it is said that its text is not here', () => {
    const text = `const role = new iam.Role(this, 'Role', {
  assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
  managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaBasicExecutionRole'), own, other],
  permissionsBoundary: iam.ManagedPolicy.fromManagedPolicyArn(this, 'B', 'arn:aws:iam::111122223333:policy/limit'),
});
const own = new iam.ManagedPolicy(this, 'Own', { statements: [new iam.PolicyStatement({ actions: ['s3:*'], resources: ['*'] })] });
role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('ReadOnlyAccess'));
`;
    const { named = [], notes } = readEvidence(text);
    expect(named.map(({ arn, layer, code }) => [arn, layer, code?.attachedTo])).toEqual([
      [
        'arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole',
        'identity',
        [{ kind: 'role', name: 'role' }],
      ],
      ['arn:aws:iam::111122223333:policy/limit', 'boundary', [{ kind: 'role', name: 'role' }]],
      ['arn:aws:iam::aws:policy/ReadOnlyAccess', 'identity', [{ kind: 'role', name: 'role' }]],
    ]);
    expect(notes).toEqual(['`other` in line 3 is attached, and its text is not here.']);
  });

  it('of Python and of Pulumi', () => {
    const python = `role = iam.Role(self, "R", managed_policies=[iam.ManagedPolicy.from_aws_managed_policy_name("ReadOnlyAccess")], assumed_by=iam.ServicePrincipal("ec2.amazonaws.com"))`;
    const pulumi = `const role = new aws.iam.Role("r", { assumeRolePolicy: JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }] }) });
new aws.iam.RolePolicyAttachment("a", { role: role.name, policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess" });`;
    for (const text of [python, pulumi])
      expect(readEvidence(text).named?.map(({ arn, code }) => [arn, code?.attachedTo])).toEqual([
        ['arn:aws:iam::aws:policy/ReadOnlyAccess', [{ kind: 'role', name: 'role' }]],
      ]);
  });
});
