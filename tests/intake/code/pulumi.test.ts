/** Programs for Pulumi, after the examples of its registry and of "Inputs and outputs". */
import { describe, expect, it } from 'vitest';
import { readEvidence } from '../../../src/index';

const documents = (text: string) =>
  readEvidence(text).policies?.map(({ layer, document }) => [layer, document]);
const allow = (rest: object) => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', ...rest }],
});
const trust = (principal: unknown) => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'AllowAssumeRole', Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole' }],
});

describe('aws.iam.assumeRolePolicyForPrincipal', () => {
  const role = (principal: string) =>
    `const role = new aws.iam.Role("r", { assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal(${principal}) });`;

  it.each([
    ['{ Service: "lambda.amazonaws.com" }', { Service: 'lambda.amazonaws.com' }],
    [
      '{ AWS: ["arn:aws:iam::111122223333:root", other.arn] }',
      { AWS: ['arn:aws:iam::111122223333:root', '${other.arn}'] },
    ],
    ['"*"', '*'],
    ['aws.iam.Principals.EcsTasksPrincipal', { Service: 'ecs-tasks.amazonaws.com' }],
    ['aws.iam.Principals.StateMachinePrincipal', { Service: 'states.amazonaws.com' }],
    ['aws.iam.Principals.DynamoDbPrincipal', { Service: 'dynamodb.amazonaws.com' }],
  ])('%s', (written, principal) => {
    expect(documents(role(written))).toEqual([['trust', trust(principal)]]);
  });

  it('a principal that the text does not tell is said', () => {
    for (const written of ['aws.iam.Principals.NewPrincipal', 'principal', 'principalOf(x)']) {
      const read = readEvidence(role(written));
      expect(read.policies ?? []).toEqual([]);
      expect(read.notes.join(' ')).toContain('could not be read');
    }
  });
});

describe('values that are known when the program runs', () => {
  const policy = (value: string) => `new aws.iam.RolePolicy("p", { role: role.id, policy: ${value} });`;
  const json = (resource: string) =>
    `JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: ${resource} }] })`;
  const read = (resource: unknown) => [['identity', allow({ Action: 's3:GetObject', Resource: resource })]];

  it.each([
    [`bucket.arn.apply((arn) => ${json('`${arn}/*`')})`, '${bucket.arn}/*'],
    [
      `pulumi.all([bucket.arn, key.arn]).apply(([one, two]) => ${json('[one, two]')})`,
      ['${bucket.arn}', '${key.arn}'],
    ],
    [
      `pulumi.all([bucket.arn, key.arn]).apply((all) => ${json('[all[1], all[0]]')})`,
      ['${key.arn}', '${bucket.arn}'],
    ],
    [`pulumi.all({ b: bucket.arn }).apply((all) => ${json('all.b')})`, '${bucket.arn}'],
    [
      `pulumi.jsonStringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: pulumi.interpolate\`\${bucket.arn}/*\` }] })`,
      '${bucket.arn}/*',
    ],
    [json('pulumi.concat(bucket.arn, "/", prefix, "/*")'), '${bucket.arn}/${prefix}/*'],
  ])('in Node: %s', (value, resource) => {
    expect(documents(policy(value))).toEqual(read(resource));
  });

  const python = (value: string) =>
    `import pulumi_aws as aws\npolicy = aws.iam.RolePolicy("p", role=role.id, policy=${value})\n`;
  const dumps = (resource: string) =>
    `json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": ${resource}}]})`;

  it.each([
    [`bucket.arn.apply(lambda arn: ${dumps('f"{arn}/*"')})`, '${bucket.arn}/*'],
    [
      `pulumi.Output.all(bucket.arn, key.arn).apply(lambda args: ${dumps('[args[0], args[1]]')})`,
      ['${bucket.arn}', '${key.arn}'],
    ],
    [`pulumi.Output.all(b=bucket.arn).apply(lambda args: ${dumps('f"{args[\'b\']}/*"')})`, '${bucket.arn}/*'],
    [dumps('pulumi.Output.concat(bucket.arn, "/*")'), '${bucket.arn}/*'],
    [dumps('Output.format("{0}/{1}/*", bucket.arn, prefix)'), '${bucket.arn}/${prefix}/*'],
  ])('in Python: %s', (value, resource) => {
    expect(documents(python(value))).toEqual(read(resource));
  });

  it('lists and objects that stand in the text are looked into', () => {
    const text = `const buckets = ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"];\nconst names = { logs: "arn:aws:s3:::logs/*" };\n${policy(json('[buckets[1], names.logs, names.other, buckets[7]]'))}`;
    expect(documents(text)).toEqual(
      read(['arn:aws:s3:::b/*', 'arn:aws:s3:::logs/*', '${names.other}', '${buckets[7]}']),
    );
  });

  it('names that hold each other come to an end', () => {
    const text = `const a = { b: c.d };\nconst c = { d: a.b };\nconst e = [e[0]];\n${policy(json('[a.b, e[0]]'))}`;
    expect(readEvidence(text).policies).toHaveLength(1);
  });
});

it('aws.iam.getPolicyDocument in Python, with principals and conditions', () => {
  const text = `import pulumi_aws as aws
assume = aws.iam.get_policy_document(statements=[aws.iam.GetPolicyDocumentStatementArgs(
    principals=[aws.iam.GetPolicyDocumentStatementPrincipalArgs(type="Federated", identifiers=[oidc.arn])],
    actions=["sts:AssumeRoleWithWebIdentity"],
    conditions=[aws.iam.GetPolicyDocumentStatementConditionArgs(test="StringLike", variable="token.actions.githubusercontent.com:sub", values=["repo:octo/app:*"])],
)])
role = aws.iam.Role("role", assume_role_policy=assume.json)
`;
  expect(documents(text)).toEqual([
    [
      'trust',
      allow({
        Principal: { Federated: '${oidc.arn}' },
        Action: ['sts:AssumeRoleWithWebIdentity'],
        Condition: { StringLike: { 'token.actions.githubusercontent.com:sub': ['repo:octo/app:*'] } },
      }),
    ],
  ]);
});
