/** A small account with what a review finds: a way to administrator, an old key, a vendor without an external ID. */

const ID = '111122223333';
const arn = (rest: string): string => `arn:aws:iam::${ID}:${rest}`;
const managed = (name: string): object => ({
  PolicyName: name,
  PolicyArn: `arn:aws:iam::aws:policy/${name}`,
});
const own = (name: string): object => ({ PolicyName: name, PolicyArn: arn(`policy/${name}`) });
const document = (...Statement: readonly object[]): object => ({ Version: '2012-10-17', Statement });
const inline = (PolicyName: string, ...statements: readonly object[]): object => ({
  PolicyName,
  PolicyDocument: document(...statements),
});
const allow = (Action: string | readonly string[], Resource: string | readonly string[] = '*'): object => ({
  Effect: 'Allow',
  Action,
  Resource,
});
const trust = (Principal: object, Action: string, Condition?: object): object =>
  document({ Effect: 'Allow', Principal, Action, ...(Condition !== undefined && { Condition }) });
const byService = (service: string): object =>
  trust({ Service: `${service}.amazonaws.com` }, 'sts:AssumeRole');

const user = (UserName: string, CreateDate: string, rest: object): object => ({
  Path: '/',
  UserName,
  UserId: `AIDAEXAMPLE${UserName.toUpperCase().replace(/[^A-Z]/g, '')}`,
  Arn: arn(`user/${UserName}`),
  CreateDate,
  GroupList: [],
  AttachedManagedPolicies: [],
  UserPolicyList: [],
  ...rest,
});

const role = (RoleName: string, AssumeRolePolicyDocument: object, rest: object, Path = '/'): object => ({
  Path,
  RoleName,
  RoleId: `AROAEXAMPLE${RoleName.toUpperCase().replace(/[^A-Z]/g, '')}`,
  Arn: arn(`role${Path}${RoleName}`),
  CreateDate: '2024-03-04T09:00:00+00:00',
  AssumeRolePolicyDocument,
  InstanceProfileList: [],
  RolePolicyList: [],
  AttachedManagedPolicies: [],
  RoleLastUsed: { LastUsedDate: '2026-11-12T04:00:00+00:00', Region: 'eu-west-1' },
  ...rest,
});

const group = (GroupName: string, rest: object): object => ({
  Path: '/',
  GroupName,
  GroupId: `AGPAEXAMPLE${GroupName.toUpperCase()}`,
  Arn: arn(`group/${GroupName}`),
  GroupPolicyList: [],
  AttachedManagedPolicies: [],
  ...rest,
});

const policy = (PolicyName: string, Arn: string, Document: object): object => ({
  PolicyName,
  Arn,
  DefaultVersionId: 'v1',
  PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document }],
});

const DETAILS = {
  UserDetailList: [
    user('ana', '2023-02-06T09:00:00+00:00', { GroupList: ['admins'] }),
    user('ben', '2024-05-13T09:00:00+00:00', { GroupList: ['developers'] }),
    user('ci-deploy', '2023-08-21T09:00:00+00:00', {
      UserPolicyList: [
        inline(
          'deploy',
          allow(['lambda:CreateFunction', 'lambda:InvokeFunction', 'lambda:UpdateFunctionCode']),
          { Sid: 'PassFunctionRoles', ...allow('iam:PassRole', arn('role/fn-*')) },
        ),
      ],
    }),
    user('lee', '2026-06-01T09:00:00+00:00', {
      PermissionsBoundary: {
        PermissionsBoundaryType: 'Policy',
        PermissionsBoundaryArn: arn('policy/ContractorBoundary'),
      },
      UserPolicyList: [inline('contractor', allow(['iam:*', 's3:*', 'logs:*']))],
    }),
    user('legacy-export', '2021-04-12T09:00:00+00:00', {
      UserPolicyList: [inline('export', allow('s3:GetObject', 'arn:aws:s3:::acme-exports/*'))],
    }),
  ],
  GroupDetailList: [
    group('admins', { AttachedManagedPolicies: [managed('AdministratorAccess')] }),
    group('developers', { AttachedManagedPolicies: [own('DeveloperAccess')] }),
  ],
  RoleDetailList: [
    role('fn-admin', byService('lambda'), { AttachedManagedPolicies: [managed('AdministratorAccess')] }),
    role('fn-reports', byService('lambda'), { AttachedManagedPolicies: [own('ReadReports')] }),
    role(
      'breakglass',
      trust({ AWS: arn('root') }, 'sts:AssumeRole', { Bool: { 'aws:MultiFactorAuthPresent': 'true' } }),
      {
        AttachedManagedPolicies: [managed('AdministratorAccess')],
        RoleLastUsed: {},
      },
    ),
    role('vendor-audit', trust({ AWS: 'arn:aws:iam::444455556666:root' }, 'sts:AssumeRole'), {
      RolePolicyList: [
        inline('read', allow(['s3:ListAllMyBuckets', 's3:GetBucketPolicy', 'iam:Get*', 'iam:List*'])),
      ],
    }),
    role(
      'github-deploy',
      trust(
        { Federated: arn('oidc-provider/token.actions.githubusercontent.com') },
        'sts:AssumeRoleWithWebIdentity',
        {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': 'repo:acme/shop:ref:refs/heads/main',
          },
        },
      ),
      {
        RolePolicyList: [
          inline('deploy', allow(['s3:PutObject', 's3:DeleteObject'], 'arn:aws:s3:::acme-shop/*')),
        ],
      },
    ),
    role(
      'AWSServiceRoleForRDS',
      byService('rds'),
      { AttachedManagedPolicies: [] },
      '/aws-service-role/rds.amazonaws.com/',
    ),
  ],
  Policies: [
    policy('AdministratorAccess', 'arn:aws:iam::aws:policy/AdministratorAccess', document(allow('*'))),
    policy(
      'ReadReports',
      arn('policy/ReadReports'),
      document(allow('s3:GetObject', 'arn:aws:s3:::acme-reports/*')),
    ),
    policy(
      'DeveloperAccess',
      arn('policy/DeveloperAccess'),
      document(
        allow(['s3:Get*', 's3:List*', 'logs:*', 'cloudwatch:*', 'lambda:Get*', 'lambda:List*']),
        { Sid: 'ReportsOnly', ...allow('iam:PassRole', arn('role/fn-reports')) },
        { Sid: 'NoExports', Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::acme-exports/*' },
      ),
    ),
    policy(
      'ContractorBoundary',
      arn('policy/ContractorBoundary'),
      document(allow(['s3:Get*', 's3:List*', 'logs:*'])),
    ),
  ],
  IsTruncated: false,
};

const COLUMNS =
  'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated';
const NO_KEY = 'false,N/A,N/A,N/A,N/A';
const NO_CERTS = 'false,N/A,false,N/A';
const day = (date: string): string => `${date}T09:00:00+00:00`;

const REPORT = [
  COLUMNS,
  `<root_account>,${arn('root')},${day('2021-04-10')},not_supported,${day('2025-12-29')},not_supported,not_supported,true,${NO_KEY},${NO_KEY},${NO_CERTS}`,
  `ana,${arn('user/ana')},${day('2023-02-06')},true,${day('2026-11-19')},${day('2026-09-01')},N/A,true,${NO_KEY},${NO_KEY},${NO_CERTS}`,
  `ben,${arn('user/ben')},${day('2024-05-13')},true,${day('2026-11-18')},${day('2026-08-03')},N/A,false,${NO_KEY},${NO_KEY},${NO_CERTS}`,
  `ci-deploy,${arn('user/ci-deploy')},${day('2023-08-21')},false,N/A,N/A,N/A,false,true,${day('2025-03-02')},${day('2026-11-19')},eu-west-1,lambda,true,${day('2026-11-10')},${day('2026-11-19')},eu-west-1,lambda,${NO_CERTS}`,
  `lee,${arn('user/lee')},${day('2026-06-01')},true,${day('2026-10-30')},${day('2026-06-01')},N/A,true,${NO_KEY},${NO_KEY},${NO_CERTS}`,
  `legacy-export,${arn('user/legacy-export')},${day('2021-04-12')},false,N/A,N/A,N/A,false,true,${day('2021-04-12')},${day('2024-01-15')},us-east-1,s3,${NO_KEY},${NO_CERTS}`,
].join('\n');

/** What the account's own commands would have given, by the names of their files. */
export const EXAMPLE_ACCOUNT: readonly { readonly name: string; readonly text: string }[] = [
  { name: 'account.json', text: JSON.stringify(DETAILS) },
  { name: 'credentials.csv', text: REPORT },
];

/** Who may hand the administrator's role to a function. */
export const EXAMPLE_QUESTION = { action: 'iam:PassRole', resource: arn('role/fn-admin') } as const;
