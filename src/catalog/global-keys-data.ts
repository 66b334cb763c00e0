import type { GlobalKey } from './global-key';

/**
 * IAM User Guide: "AWS global condition context keys", with the cross-service keys of the same page.
 * Read in its edition of 2026.
 */
export const GLOBAL_KEYS: readonly GlobalKey[] = [
  {
    key: 'aws:PrincipalArn',
    type: 'arn',
    presentWhen: 'every signed request; absent for anonymous requests',
    summary:
      'ARN of the identity that signed the request. For a role session it is the ARN of the role (with its path), not of the session; for the root user it is arn:aws:iam::ACCOUNT:root and then means the root user only; a GetFederationToken session keeps its federated-user ARN.',
  },
  {
    key: 'aws:PrincipalAccount',
    type: 'string',
    always: true,
    sensitive: true,
    presentWhen: 'every request',
    summary: 'Account of the principal; the text "anonymous" for unsigned requests.',
  },
  {
    key: 'aws:PrincipalOrgPaths',
    type: 'string',
    multivalued: true,
    presentWhen: 'principal account belongs to an organization; absent for anonymous requests',
    summary:
      'Organization paths of the principal account, of the form o-id/r-id/ou-id/.../ (with a trailing slash).',
  },
  {
    key: 'aws:PrincipalOrgID',
    type: 'string',
    sensitive: true,
    presentWhen:
      'principal account (management account included) belongs to an organization; absent for anonymous requests',
    summary: 'Organization ID of the principal account.',
  },
  {
    key: 'aws:PrincipalTag/tag-key',
    type: 'string',
    presentWhen:
      'the user or role has that tag, or the session carries it as a session tag; absent for anonymous requests',
    summary: 'One key per tag of the principal. Tag key is matched without regard to case.',
  },
  {
    key: 'aws:PrincipalIsAWSService',
    type: 'bool',
    presentWhen: 'every signed request; absent for anonymous requests',
    summary:
      "True only when a service principal itself makes the call; false for a service role, a service-linked role or a service acting with the caller's credentials.",
  },
  {
    key: 'aws:PrincipalServiceName',
    type: 'string',
    presentWhen: 'only when the caller is a service principal',
    summary: 'Name of the calling service principal, e.g. cloudtrail.amazonaws.com.',
  },
  {
    key: 'aws:PrincipalServiceNamesList',
    type: 'string',
    multivalued: true,
    presentWhen: 'only when the caller is a service principal',
    summary:
      'All service principal names (regional ones included) of the calling service instance, in no order.',
  },
  {
    key: 'aws:PrincipalType',
    type: 'string',
    always: true,
    presentWhen: 'every request',
    summary: 'Account (root), User, FederatedUser, AssumedRole or Anonymous.',
  },
  {
    key: 'aws:userid',
    type: 'string',
    always: true,
    presentWhen: 'every request',
    summary:
      'Unique ID of the caller: account ID for root, AIDA... for a user, account:name for a federated user, role-id:session-name for a role session (role-id:instance-id on EC2), "anonymous" for unsigned requests.',
  },
  {
    key: 'aws:username',
    type: 'string',
    presentWhen:
      'IAM users only; absent for root, role sessions, federated users, IAM Identity Center and anonymous requests',
    summary: 'Friendly name of the IAM user.',
  },
  {
    key: 'aws:AssumedRoot',
    type: 'bool',
    presentWhen: 'only with credentials from sts:AssumeRoot',
    summary: 'Marks a privileged root session of a member account.',
  },
  {
    key: 'aws:FederatedProvider',
    type: 'string',
    presentWhen: 'sessions obtained with AssumeRoleWithWebIdentity, and the trust policy of that call',
    summary:
      'Identity provider of the session: a name such as cognito-identity.amazonaws.com for a built-in provider, the ARN of the IAM OIDC provider otherwise.',
  },
  {
    key: 'aws:TokenIssueTime',
    type: 'date',
    presentWhen: 'temporary credentials only',
    summary: 'When the temporary credentials were issued.',
  },
  {
    key: 'aws:SignInSessionArn',
    type: 'arn',
    presentWhen: 'requests of an AWS Sign-In OAuth session (aws login, AWS MCP Server); not console sessions',
    summary: 'ARN of the sign-in session behind the credentials.',
  },
  {
    key: 'aws:MultiFactorAuthAge',
    type: 'numeric',
    presentWhen: 'temporary credentials obtained with MFA; absent for access keys and federated identities',
    summary: 'Seconds since the MFA authentication.',
  },
  {
    key: 'aws:MultiFactorAuthPresent',
    type: 'bool',
    presentWhen: 'temporary credentials; absent for long-term access keys and for federated identities',
    summary:
      'Whether MFA was used to obtain the temporary credentials; false when the console or a service made temporary credentials without MFA.',
  },
  {
    key: 'aws:ChatbotSourceArn',
    type: 'arn',
    presentWhen: 'role sessions made by Amazon Q Developer in chat applications',
    summary: 'ARN of the chat configuration the request came from.',
  },
  {
    key: 'aws:Ec2InstanceSourceVpc',
    type: 'string',
    presentWhen: 'requests signed with EC2 instance role credentials',
    summary: 'VPC the instance credentials were delivered to.',
  },
  {
    key: 'aws:Ec2InstanceSourcePrivateIPv4',
    type: 'ip',
    presentWhen: 'requests signed with EC2 instance role credentials',
    summary:
      'Primary private IPv4 address the instance credentials were delivered to; to be used together with aws:Ec2InstanceSourceVpc.',
  },
  {
    key: 'aws:SourceIdentity',
    type: 'string',
    presentWhen: 'role sessions for which a source identity was set (persists through role chaining)',
    summary: 'Source identity of the session, unchangeable once set.',
  },
  {
    key: 'ec2:RoleDelivery',
    type: 'numeric',
    presentWhen: 'sessions of an EC2 instance role',
    summary: 'Version of the instance metadata service that delivered the credentials: 1.0 or 2.0.',
  },
  {
    key: 'ec2:SourceInstanceArn',
    type: 'arn',
    presentWhen: 'sessions of an EC2 instance role',
    summary: 'ARN of the instance the credentials were delivered to.',
  },
  {
    key: 'glue:RoleAssumedBy',
    type: 'string',
    presentWhen: 'AWS Glue itself calls with a service role',
    summary: 'Always glue.amazonaws.com.',
  },
  {
    key: 'glue:CredentialIssuingService',
    type: 'string',
    presentWhen: 'requests from a Glue job or developer endpoint',
    summary: 'Always glue.amazonaws.com.',
  },
  {
    key: 'codebuild:BuildArn',
    type: 'arn',
    presentWhen: 'requests of a role assumed by CodeBuild',
    summary: 'ARN of the build.',
  },
  {
    key: 'codebuild:ProjectArn',
    type: 'arn',
    presentWhen: 'requests of a role assumed by CodeBuild',
    summary: 'ARN of the build project.',
  },
  {
    key: 'lambda:SourceFunctionArn',
    type: 'arn',
    presentWhen: 'requests made with the execution role credentials of a Lambda function',
    summary: 'ARN of the function.',
  },
  {
    key: 'ssm:SourceInstanceArn',
    type: 'arn',
    presentWhen:
      'role credentials delivered to a Systems Manager managed instance (not through an EC2 instance profile)',
    summary: 'ARN of the managed instance.',
  },
  {
    key: 'identitystore:UserId',
    type: 'string',
    presentWhen: 'the caller is an IAM Identity Center user',
    summary: 'ID of the workforce user.',
  },
  {
    key: 'aws:SourceIp',
    type: 'ip',
    presentWhen: 'every request except one through a VPC endpoint',
    summary: 'Public IPv4 or IPv6 address the request came from.',
  },
  {
    key: 'aws:SourceVpc',
    type: 'string',
    sensitive: true,
    presentWhen: 'only through a VPC endpoint',
    summary: 'VPC of the endpoint the request used.',
  },
  {
    key: 'aws:SourceVpcArn',
    type: 'arn',
    presentWhen: 'only through a VPC endpoint, for the services that support it',
    summary: 'ARN of the VPC of the endpoint.',
  },
  {
    key: 'aws:SourceVpce',
    type: 'string',
    sensitive: true,
    presentWhen: 'only through a VPC endpoint',
    summary: 'ID of the VPC endpoint.',
  },
  {
    key: 'aws:VpceAccount',
    type: 'string',
    sensitive: true,
    presentWhen: 'only through a VPC endpoint, for the services that support it',
    summary: 'Account that owns the VPC endpoint.',
  },
  {
    key: 'aws:VpceOrgID',
    type: 'string',
    sensitive: true,
    presentWhen:
      'only through a VPC endpoint whose owner account is in an organization, for the services that support it',
    summary: 'Organization of the owner of the VPC endpoint.',
  },
  {
    key: 'aws:VpceOrgPaths',
    type: 'string',
    multivalued: true,
    presentWhen:
      'only through a VPC endpoint whose owner account is in an organization, for the services that support it',
    summary: 'Organization paths of the owner account of the VPC endpoint.',
  },
  {
    key: 'aws:VpcSourceIp',
    type: 'ip',
    presentWhen: 'only through a VPC endpoint',
    summary: 'Address, inside the VPC, the request came from.',
  },
  {
    key: 'aws:ResourceAccount',
    type: 'string',
    sensitive: true,
    presentWhen:
      'almost every action; the documentation lists exceptions (some EC2 peering and copy actions, EBS direct APIs and others)',
    summary: 'Account that owns the requested resource.',
  },
  {
    key: 'aws:ResourceOrgID',
    type: 'string',
    sensitive: true,
    presentWhen: 'owner account is in an organization; same exceptions as aws:ResourceAccount',
    summary: 'Organization of the owner of the resource.',
  },
  {
    key: 'aws:ResourceOrgPaths',
    type: 'string',
    multivalued: true,
    presentWhen: 'owner account is in an organization; same exceptions as aws:ResourceAccount',
    summary: 'Organization paths of the owner account of the resource.',
  },
  {
    key: 'aws:ResourceTag/tag-key',
    type: 'string',
    presentWhen:
      'the resource has that tag (or is being created with it) and its service supports authorization by tags',
    summary: 'One key per tag of the resource. Tag key without regard to case, value by the operator.',
  },
  {
    key: 'aws:CalledVia',
    type: 'string',
    multivalued: true,
    presentWhen:
      "a service calls another with the caller's credentials (forward access session); absent for direct calls and service roles",
    summary: 'Service principals in the chain of calls, in order of the chain; order cannot be tested.',
  },
  {
    key: 'aws:CalledViaFirst',
    type: 'string',
    presentWhen: 'as aws:CalledVia',
    summary: 'First service of the chain.',
  },
  {
    key: 'aws:CalledViaLast',
    type: 'string',
    presentWhen: 'as aws:CalledVia',
    summary: 'Last service of the chain.',
  },
  {
    key: 'aws:CalledViaAWSMCP',
    type: 'string',
    presentWhen: "an AWS MCP service calls with the principal's credentials",
    summary: 'Service principal of the AWS MCP service, e.g. aws-mcp.amazonaws.com.',
  },
  {
    key: 'aws:ViaAWSService',
    type: 'bool',
    always: true,
    presentWhen: 'every request',
    summary:
      "True when a service makes the call on the principal's behalf (forward access session); false for direct calls.",
  },
  {
    key: 'aws:ViaAWSMCPService',
    type: 'bool',
    presentWhen: 'an AWS MCP server makes a downstream call for a principal',
    summary: 'True when the call was forwarded by an AWS MCP service.',
  },
  {
    key: 'aws:CurrentTime',
    type: 'date',
    always: true,
    presentWhen: 'every request',
    summary: 'Time of the request (ISO 8601).',
  },
  {
    key: 'aws:EpochTime',
    type: 'date',
    always: true,
    presentWhen: 'every request',
    summary: 'Time of the request in seconds since 1970-01-01; date and numeric operators both work.',
  },
  {
    key: 'aws:referer',
    type: 'string',
    presentWhen: 'the browser followed a link and sent the header; absent for API calls',
    summary: 'HTTP Referer header as sent by the caller; not trustworthy.',
  },
  {
    key: 'aws:RequestedRegion',
    type: 'string',
    always: true,
    presentWhen: 'every request',
    summary: 'Region of the called endpoint; us-east-1 for global services such as IAM.',
  },
  {
    key: 'aws:RequestTag/tag-key',
    type: 'string',
    presentWhen: 'the request passes that tag',
    summary: 'One key per tag passed in the request. Tag key without regard to case, value by the operator.',
  },
  {
    key: 'aws:TagKeys',
    type: 'string',
    multivalued: true,
    presentWhen: 'the operation can take tags and the request passes some',
    summary: 'Keys of the tags passed in the request.',
  },
  {
    key: 'aws:SecureTransport',
    type: 'bool',
    always: true,
    presentWhen: 'every request',
    summary: 'Whether the request used TLS.',
  },
  {
    key: 'aws:SourceAccount',
    type: 'string',
    sensitive: true,
    presentWhen: 'a service principal calls directly on behalf of a resource',
    summary: 'Account of the resource that made the service call.',
  },
  {
    key: 'aws:SourceArn',
    type: 'arn',
    presentWhen: 'a service principal calls directly on behalf of a resource',
    summary: 'ARN of the resource that made the service call (never that of the principal).',
  },
  {
    key: 'aws:SourceOrgID',
    type: 'string',
    sensitive: true,
    presentWhen:
      'a service principal calls directly on behalf of a resource whose account is in an organization',
    summary: 'Organization of that resource.',
  },
  {
    key: 'aws:SourceOrgPaths',
    type: 'string',
    multivalued: true,
    presentWhen:
      'a service principal calls directly on behalf of a resource whose account is in an organization',
    summary: 'Organization paths of that resource.',
  },
  {
    key: 'aws:UserAgent',
    type: 'string',
    always: true,
    presentWhen: 'every request',
    summary: 'User-Agent header as sent by the caller; not trustworthy.',
  },
  {
    key: 'aws:IsMcpServiceAction',
    type: 'bool',
    presentWhen: 'only when an MCP service authorizes one of its own actions',
    summary: 'True for an action of the MCP service itself.',
  },
  {
    key: 'aws:SourceOwner',
    type: 'string',
    deprecated: true,
    presentWhen: 'legacy, some services (SNS access policies)',
    summary:
      'Older form of aws:SourceAccount; not in the current list of global keys, still found in policies.',
  },
];
