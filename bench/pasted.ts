/** Texts as people paste them: a long log with denials in it, and what AWS prints of a large account. */

/** Some 100 KB of a build's log. */
export function longLog(): string {
  const line =
    '2026-11-30T10:11:12.1234567Z User: arn:aws:sts::111122223333:assumed-role/deploy/ci is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::example/NUMBER" because no identity-based policy allows the s3:PutObject action';
  return Array.from({ length: 430 }, (_, index) => line.replace('NUMBER', String(index))).join('\n');
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
