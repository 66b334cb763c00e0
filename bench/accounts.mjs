/** Accounts as large ones are: teams that share policies, developers under a boundary, some who can become administrator. */
const ID = '111122223333';
const document = (...Statement) => ({ Version: '2012-10-17', Statement });
const allow = (Action, Resource = '*', rest = {}) => ({ Effect: 'Allow', Action, Resource, ...rest });
const policyArn = (name) => `arn:aws:iam::${ID}:policy/${name}`;
const attached = (...names) =>
  names.map((name) => ({
    PolicyName: name,
    PolicyArn: name === 'AdministratorAccess' ? `arn:aws:iam::aws:policy/${name}` : policyArn(name),
  }));
const managed = (name, Document, Arn = policyArn(name)) => ({
  PolicyName: name,
  Arn,
  DefaultVersionId: 'v1',
  PolicyVersionList: [{ Document, VersionId: 'v1', IsDefaultVersion: true }],
});

/** `count` users and roles; `padding` statements more in every policy make the dump as large as wanted. */
export function accountOf(count, padding = 0) {
  const more = Array.from({ length: padding }, (_, at) =>
    allow(['s3:GetObject', 's3:PutObject', 'dynamodb:GetItem'], [`arn:aws:s3:::archive-${at}/*`], {
      Sid: `Archive${at}`,
      Condition: { StringEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
    }),
  );
  const teams = Math.max(40, Math.floor(count / 20));
  const policies = [
    managed('AdministratorAccess', document(allow('*')), 'arn:aws:iam::aws:policy/AdministratorAccess'),
    managed('DeveloperBoundary', document(allow(['s3:*', 'ec2:*', 'logs:*', 'iam:Get*']))),
    managed('DeveloperAccess', document(allow(['iam:*', 's3:*', 'ec2:*']))),
    managed(
      'FunctionDeploy',
      document(
        allow('iam:PassRole', `arn:aws:iam::${ID}:role/fn-*`),
        allow(['lambda:CreateFunction', 'lambda:InvokeFunction']),
      ),
    ),
    managed('NoPass', document(allow('iam:*'), { ...allow(['iam:*']), Effect: 'Deny' })),
    ...Array.from({ length: teams }, (_, team) =>
      managed(
        `Team${team}`,
        document(
          allow(['s3:Get*', 's3:List*'], [`arn:aws:s3:::team-${team}`, `arn:aws:s3:::team-${team}/*`]),
          allow(['ec2:Describe*', 'logs:*']),
          allow('iam:PassRole', `arn:aws:iam::${ID}:role/team-${team}-*`, {
            Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
          }),
          ...more,
        ),
      ),
    ),
  ];
  const user = (name, policy, rest = {}) => ({
    Path: '/',
    UserName: name,
    UserId: `AIDAEXAMPLE${name}`,
    Arn: `arn:aws:iam::${ID}:user/${name}`,
    CreateDate: '2024-01-01T00:00:00Z',
    GroupList: [],
    AttachedManagedPolicies: attached(policy),
    ...rest,
  });
  const role = (name, policy, inline = []) => ({
    Path: '/',
    RoleName: name,
    RoleId: `AROAEXAMPLE${name}`,
    Arn: `arn:aws:iam::${ID}:role/${name}`,
    CreateDate: '2024-01-01T00:00:00Z',
    AssumeRolePolicyDocument: document({
      Effect: 'Allow',
      Principal: { Service: 'lambda.amazonaws.com' },
      Action: 'sts:AssumeRole',
    }),
    RolePolicyList: inline,
    AttachedManagedPolicies: attached(policy),
    RoleLastUsed: { LastUsedDate: '2026-11-28T00:00:00Z', Region: 'eu-west-1' },
  });
  const users = Array.from({ length: Math.floor(count / 20) }, (_, at) =>
    user(`dev-${at}`, 'DeveloperAccess', {
      PermissionsBoundary: { PermissionsBoundaryArn: policyArn('DeveloperBoundary') },
    }),
  );
  const roles = [
    role('fn-admin', 'AdministratorAccess'),
    role('deploy', 'FunctionDeploy'),
    ...Array.from({ length: Math.floor(count / 50) }, (_, at) => role(`contractor-${at}`, 'NoPass')),
  ];
  for (let at = users.length + roles.length; at < count; at += 1) {
    const own = {
      PolicyName: 'own',
      PolicyDocument: document(allow('s3:GetObject', `arn:aws:s3:::bucket-${at}/*`), ...more),
    };
    roles.push(role(`team-${at % teams}-app-${at}`, `Team${at % teams}`, at % 2 === 0 ? [own] : []));
  }
  return JSON.stringify({
    UserDetailList: users,
    GroupDetailList: [],
    RoleDetailList: roles,
    Policies: policies,
  });
}
