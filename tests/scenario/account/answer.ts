/** An answer of get-account-authorization-details, as small or large as a test needs it. */

export const ACCOUNT = '111122223333';
const allow = (Action: string, Resource = '*') => ({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action, Resource }],
});

export const TRUST = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

export const ALICE = `arn:aws:iam::${ACCOUNT}:user/staff/alice`;
export const WRITER = `arn:aws:iam::${ACCOUNT}:role/app/ReportWriter`;

/** A user in a group, a role behind a boundary, and managed policies of which one text is missing. */
export const ANSWER = {
  UserDetailList: [
    {
      Path: '/staff/',
      UserName: 'alice',
      UserId: 'AIDAEXAMPLEALICE0001',
      Arn: ALICE,
      UserPolicyList: [{ PolicyName: 'OwnInline', PolicyDocument: allow('s3:GetObject') }],
      GroupList: ['Developers', 'Elsewhere'],
      AttachedManagedPolicies: [
        { PolicyName: 'ReadOnlyAccess', PolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
        { PolicyName: 'Team', PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/team/Team` },
      ],
      Tags: [{ Key: 'team', Value: 'red' }],
    },
    {
      Path: '/',
      UserName: 'bob',
      UserId: 'AIDAEXAMPLEBOB000001',
      Arn: `arn:aws:iam::${ACCOUNT}:user/bob`,
      GroupList: [],
      AttachedManagedPolicies: [],
      Tags: [],
    },
  ],
  GroupDetailList: [
    {
      GroupName: 'Developers',
      Arn: `arn:aws:iam::${ACCOUNT}:group/Developers`,
      GroupPolicyList: [
        { PolicyName: 'DevInline', PolicyDocument: encodeURIComponent(JSON.stringify(allow('sqs:*'))) },
      ],
      AttachedManagedPolicies: [
        { PolicyName: 'Team', PolicyArn: `arn:aws:iam::${ACCOUNT}:policy/team/Team` },
      ],
    },
  ],
  RoleDetailList: [
    {
      Path: '/app/',
      RoleName: 'ReportWriter',
      RoleId: 'AROAEXAMPLEWRITER001',
      Arn: WRITER,
      AssumeRolePolicyDocument: encodeURIComponent(JSON.stringify(TRUST)),
      RolePolicyList: [{ PolicyName: 'Write', PolicyDocument: allow('s3:PutObject') }],
      AttachedManagedPolicies: [],
      PermissionsBoundary: {
        PermissionsBoundaryType: 'Policy',
        PermissionsBoundaryArn: `arn:aws:iam::${ACCOUNT}:policy/Limit`,
      },
      Tags: [],
    },
  ],
  Policies: [
    {
      PolicyName: 'Team',
      Arn: `arn:aws:iam::${ACCOUNT}:policy/team/Team`,
      DefaultVersionId: 'v2',
      PolicyVersionList: [
        { Document: allow('ec2:*'), VersionId: 'v1', IsDefaultVersion: false },
        { Document: allow('dynamodb:GetItem'), VersionId: 'v2', IsDefaultVersion: true },
      ],
    },
    {
      PolicyName: 'Limit',
      Arn: `arn:aws:iam::${ACCOUNT}:policy/Limit`,
      DefaultVersionId: 'v3',
      PolicyVersionList: [
        { Document: encodeURIComponent(JSON.stringify(allow('s3:GetObject'))), VersionId: 'v3' },
      ],
    },
  ],
  IsTruncated: false,
};

/** Pages of a large account, with its AWS managed policies in the last. */
export function largeAnswer(roles: number): string {
  const detail = (at: number) => ({
    ...ANSWER.RoleDetailList[0],
    RoleName: `service-${at}`,
    Arn: `arn:aws:iam::${ACCOUNT}:role/service-${at}`,
    RolePolicyList: Array.from({ length: 3 }, (_, policy) => ({
      PolicyName: `p${policy}`,
      PolicyDocument: allow(`s3:Get${policy}`, `arn:aws:s3:::bucket-${at}/*`),
    })),
  });
  const half = Math.floor(roles / 2);
  const page = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, index) => detail(from + index));
  return [
    { ...ANSWER, RoleDetailList: page(0, half), Policies: [], IsTruncated: true, Marker: 'AB' },
    { RoleDetailList: page(half, roles), Policies: ANSWER.Policies, IsTruncated: false },
  ]
    .map((each) => JSON.stringify(each, null, 4))
    .join('\n');
}
