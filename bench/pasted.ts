/** Texts as people paste them: a long log with denials in it, and what AWS prints of a large account. */

/** Some 100 KB of a build's log. */
export function longLog(): string {
  const line =
    '2026-11-30T10:11:12.1234567Z User: arn:aws:sts::111122223333:assumed-role/deploy/ci is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::example/NUMBER" because no identity-based policy allows the s3:PutObject action';
  return Array.from({ length: 430 }, (_, index) => line.replace('NUMBER', String(index))).join('\n');
}

/** Some 100 KB of code, each with hundreds of policies and references in all of them. */
export const CODE: Readonly<Record<string, string>> = {
  'statements of the CDK': filled(
    (at) => `role${at}.addToPolicy(new iam.PolicyStatement({
  actions: ['s3:GetObject', 's3:PutObject'],
  resources: [bucket${at}.bucketArn + '/*', \`\${table${at}.tableArn}/index/*\`],
  conditions: { StringEquals: { 'aws:PrincipalTag/team': 'red' } },
}));
`,
  ),
  'objects of a program': filled(
    (at) =>
      `const p${at} = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: bucket${at}.arn + '/*' }] };\n`,
  ),
  'resources of Terraform': filled(
    (at) => `resource "aws_iam_role_policy" "p${at}" {
  role = aws_iam_role.r.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "\${aws_s3_bucket.b${at}.arn}/*" }]
  })
}
`,
  ),
};

function filled(piece: (at: number) => string): string {
  let text = '';
  for (let at = 0; text.length < 100_000; at += 1) text += piece(at);
  return text;
}

/** Some 15 MB of `get-account-authorization-details`. */
export function largeAccount(): string {
  const document = {
    Version: '2012-10-17',
    Statement: Array.from({ length: 8 }, (_, index) => ({
      Sid: `Read${index}`,
      Effect: 'Allow',
      Action: ['s3:GetObject', 's3:ListBucket', 'dynamodb:GetItem', 'kms:Decrypt'],
      Resource: [`arn:aws:s3:::bucket-${index}`, `arn:aws:s3:::bucket-${index}/*`],
    })),
  };
  const roles = Array.from({ length: 5_500 }, (_, index) => ({
    Path: '/',
    RoleName: `role-${index}`,
    RoleId: `AROAEXAMPLE${index}`,
    Arn: `arn:aws:iam::111122223333:role/role-${index}`,
    AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] },
    RolePolicyList: [{ PolicyName: 'inline', PolicyDocument: document }],
    AttachedManagedPolicies: [],
  }));
  return JSON.stringify(
    { UserDetailList: [], GroupDetailList: [], RoleDetailList: roles, Policies: [] },
    null,
    1,
  );
}
