/**
 * Which requests carry a global condition key: one row a key, by kind of caller.
 * IAM User Guide, "AWS global condition context keys", the line "Availability" of each key, read in 2026; what the page
 * leaves open is named in `choice`, and told in `docs/evaluation.md`.
 */
/** Kinds of caller as far as the keys of a request differ. `federated`: SAML and OIDC callers, before they have a role. */
export type PresenceCaller =
  | 'user'
  | 'roleSession'
  | 'federatedUser'
  | 'root'
  | 'service'
  | 'federated'
  | 'anonymous'
  | 'originAccessIdentity';

export type Sent = 'always' | 'sometimes' | 'never';

export interface KeyPresenceRow {
  /** As AWS writes it; the keys of tags end in `/tag-key`. */
  readonly key: string;
  readonly sent: { readonly else: Sent } & { readonly [K in PresenceCaller]?: Sent };
  /** What a key counts as that AWS sometimes sends and nobody told; `absent` where it is left out. */
  readonly untold?: { readonly [K in PresenceCaller]?: 'unknown' };
  /** AWS's words. */
  readonly words: string;
  /** It follows from the caller wherever it is sent. */
  readonly derived?: true;
  /** What we chose where the page is silent. */
  readonly choice?: string;
  /**
   * `direct`: not through a VPC endpoint or another service. `endpoint`: with every request through a VPC endpoint.
   * `mfa`: only with `aws:MultiFactorAuthPresent`.
   */
  readonly path?: 'direct' | 'endpoint' | 'mfa';
}

export const PRESENCE_PAGE =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html';

export const KEY_PRESENCE: readonly KeyPresenceRow[] = [
  {
    key: 'aws:userid',
    sent: { else: 'always', service: 'never', federated: 'sometimes', originAccessIdentity: 'sometimes' },
    words: 'This key is included in the request context for all requests, including anonymous requests.',
    choice: 'For service principals the page gives no value, so the key counts as absent.',
  },
  {
    key: 'aws:TokenIssueTime',
    sent: {
      else: 'never',
      user: 'sometimes',
      roleSession: 'always',
      federatedUser: 'always',
      root: 'sometimes',
    },
    words:
      'This key is included in the request context only when the principal uses temporary credentials to make the request.',
  },
  {
    key: 'aws:SourceIp',
    sent: { else: 'always', service: 'never' },
    words:
      'This key is included in the request context, except when the requester uses a VPC endpoint to make the request.',
    path: 'direct',
  },
  {
    key: 'aws:UserAgent',
    sent: { else: 'always' },
    words: 'This key is always included in the request context.',
  },
  {
    key: 'aws:MultiFactorAuthPresent',
    sent: { else: 'never', user: 'sometimes', roleSession: 'sometimes', root: 'sometimes' },
    untold: { roleSession: 'unknown' },
    words:
      'This condition key is not present for federated identities or requests made using access keys. It is included in the request context only when the principal uses temporary credentials.',
    choice:
      'An IAM user is supposed to sign with an access key. Whether a role’s session carries the key depends on how it was made.',
  },
  {
    key: 'aws:MultiFactorAuthAge',
    sent: { else: 'never', user: 'sometimes', roleSession: 'sometimes', root: 'sometimes' },
    untold: { roleSession: 'unknown' },
    words:
      'This condition key is not present for federated identities or requests made using access keys. It is included in the request context only when the principal uses temporary credentials.',
    path: 'mfa',
  },
  {
    key: 'aws:PrincipalArn',
    derived: true,
    sent: { else: 'always', service: 'never', anonymous: 'never', federated: 'sometimes' },
    words:
      'This key is included in the request context for all signed requests. Anonymous requests do not include this key.',
  },
  {
    key: 'aws:PrincipalAccount',
    derived: true,
    sent: { else: 'always', service: 'never', federated: 'sometimes' },
    words: 'This key is included in the request context for all requests, including anonymous requests.',
    choice: 'For service principals the page gives no value, so the key counts as absent.',
  },
  {
    key: 'aws:PrincipalType',
    derived: true,
    sent: { else: 'always', service: 'never', federated: 'sometimes' },
    words: 'This key is included in the request context for all requests, including anonymous requests.',
    choice: 'For service principals the page gives no value, so the key counts as absent.',
  },
  {
    key: 'aws:PrincipalIsAWSService',
    derived: true,
    sent: { else: 'always', anonymous: 'never', federated: 'sometimes' },
    words:
      'This key is present in the request context for all signed API requests that use AWS credentials. Anonymous requests do not include this key.',
  },
  {
    key: 'aws:PrincipalServiceName',
    derived: true,
    sent: { else: 'never', service: 'always' },
    words: 'This key is present in the request when the call is made by an AWS service principal.',
  },
  {
    key: 'aws:PrincipalServiceNamesList',
    derived: true,
    sent: { else: 'never', service: 'always' },
    words: 'This key is present in the request when the call is made by an AWS service principal.',
  },
  {
    key: 'aws:username',
    derived: true,
    sent: { else: 'never', user: 'always' },
    words:
      'This key is always included in the request context for IAM users. Anonymous requests and requests that are made using the AWS account root user or IAM roles do not include this key.',
  },
  {
    key: 'aws:PrincipalOrgID',
    sent: { else: 'sometimes', service: 'never', anonymous: 'never' },
    words:
      'This key is included in the request context only if the principal is a member of an organization. Anonymous requests do not include this key.',
  },
  {
    key: 'aws:PrincipalOrgPaths',
    sent: { else: 'sometimes', service: 'never', anonymous: 'never' },
    words:
      'This key is included in the request context only if the principal is a member of an organization. Anonymous requests do not include this key.',
  },
  {
    key: 'aws:PrincipalTag/tag-key',
    sent: { else: 'sometimes', root: 'never', anonymous: 'never' },
    words:
      'This key is included in the request context if the principal is using an IAM user with attached tags. It is included for a principal using an IAM role with attached tags or session tags.',
  },
  {
    key: 'aws:AssumedRoot',
    sent: { else: 'never', root: 'sometimes', roleSession: 'sometimes' },
    words: 'This key is included in the request context only with credentials of `sts:AssumeRoot`.',
  },
  {
    key: 'aws:FederatedProvider',
    sent: { else: 'never', roleSession: 'sometimes', federated: 'sometimes' },
    words:
      'This key is present when the principal is a role session whose role was assumed with `AssumeRoleWithWebIdentity`.',
  },
  {
    key: 'aws:SourceIdentity',
    sent: { else: 'never', roleSession: 'sometimes', federated: 'sometimes' },
    words:
      'This key is included in the request context after a source identity has been set when a role is assumed.',
  },
  ...[
    'aws:Ec2InstanceSourceVpc',
    'aws:Ec2InstanceSourcePrivateIPv4',
    'ec2:RoleDelivery',
    'ec2:SourceInstanceArn',
  ].map((key): KeyPresenceRow => ({
    key,
    sent: { else: 'never', roleSession: 'sometimes' },
    words:
      'This key is included in the request context for the credentials of an Amazon EC2 instance’s role.',
  })),
  ...['aws:SourceVpc', 'aws:SourceVpce', 'aws:VpcSourceIp'].map((key): KeyPresenceRow => ({
    key,
    sent: { else: 'sometimes', service: 'never' },
    words:
      'This key is included in the request context only if the requester uses a VPC endpoint to make the request.',
    path: 'endpoint',
  })),
  ...['aws:CalledVia', 'aws:CalledViaFirst', 'aws:CalledViaLast'].map((key): KeyPresenceRow => ({
    key,
    sent: { else: 'sometimes', service: 'never', anonymous: 'never' },
    words:
      'This key is present in the request when a service that supports it uses the credentials of an IAM principal to make a request to another service.',
  })),
  ...['aws:SourceArn', 'aws:SourceAccount', 'aws:SourceOrgID', 'aws:SourceOrgPaths'].map(
    (key): KeyPresenceRow => ({
      key,
      sent: { else: 'never', service: 'sometimes' },
      words:
        'This key is included in the request context only if the call to your resource is made directly by an AWS service principal on behalf of a resource.',
    }),
  ),
];
