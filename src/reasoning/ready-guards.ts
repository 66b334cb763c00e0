/** Guards to choose from a list. */
import type { Guard } from '../case/guard';

const never = (action: string, name: string): Guard => ({ kind: 'never', name, action });

/** Sentences to start from. */
export const READY_GUARDS: readonly Guard[] = [
  {
    kind: 'never',
    name: 'No role is passed to a service that is not named',
    action: 'iam:PassRole',
    resource: '*',
    unless: { Null: { 'iam:PassedToService': 'false' } },
  },
  never('iam:Create*', 'Nobody makes users or access keys'),
  never('iam:Put*Policy', 'No inline policy is put on a principal'),
  never('iam:Delete*PermissionsBoundary', 'No permissions boundary is taken off'),
  never('sts:AssumeRole*', 'No role is assumed'),
  never('s3:PutBucketPolicy', 'No bucket policy is changed'),
  never('s3:DeleteBucket', 'No bucket is deleted'),
  never('s3:DeleteObject*', 'No object is deleted'),
  never('s3:Put*Acl', 'No access list is written'),
  never('secretsmanager:GetSecretValue', 'No secret is read'),
  never('kms:ScheduleKeyDeletion', 'No key is scheduled for deletion'),
  never('cloudtrail:StopLogging', 'Logging is not stopped'),
  never('cloudtrail:DeleteTrail', 'No trail is deleted'),
  { kind: 'notWider', name: 'Nothing is allowed that was not allowed before' },
  { kind: 'keepsDeny', name: 'Every Deny goes on stopping what it stopped' },
];

/** A reference policy for a custom check, as guards: what it denies beside an Allow of everything must not be allowed. */
export interface ReferencePolicy {
  readonly name: string;
  readonly guards: (facts: ReferenceFacts) => readonly Guard[];
  /** What it is about: anything, the resource of the case, a resource with a policy of its own, or a role that is taken. */
  readonly of: 'any' | 'resource' | 'owner' | 'role';
}

/** What of a case stands in the place of AWS's examples. */
export interface ReferenceFacts {
  /** An ARN, where it is of the resource. */
  readonly resource: string;
  /** Whom the policy of the resource lets in by name. */
  readonly named: Readonly<Record<'AWS' | 'Service' | 'Federated', readonly string[]>>;
  readonly account: string;
}

/** The names that stand in the policy, or those of AWS's example where there are none. */
const orElse = (named: readonly string[], example: readonly string[]): readonly string[] =>
  named.length > 0 ? named : example;

/**
 * Actions by which one gives oneself more, as AWS's reference policy against escalation by IAM and STS lists them. Passing and taking
 * of roles is left open under a path that is to be made one's own.
 */
const ESCALATING: readonly string[] = [
  ...['User', 'AccessKey', 'LoginProfile', 'Role', 'PolicyVersion'].map((name) => `iam:Create${name}`),
  ...['User', 'Group', 'Role'].flatMap((name) => [`iam:Attach${name}Policy`, `iam:Put${name}Policy`]),
  ...['UpdateLoginProfile', 'AddUserToGroup', 'SetDefaultPolicyVersion', 'UpdateAssumeRolePolicy'].map(
    (name) => `iam:${name}`,
  ),
];

const TAG = 'Owner';
const TAKE = 'sts:AssumeRole';

function accountsOf(principals: readonly string[], account: string): readonly string[] {
  const found = principals.flatMap((one) => /\d{12}/.exec(one) ?? []);
  return [...new Set(orElse(found, [account]))];
}

/**
 * AWS's reference policies for the custom check of new access. A check passes where a policy allows nothing that its reference does
 * not; each of these allows everything and denies what is watched, so the watched requests are guards. The lists of actions with a
 * sensitive resource need not be written out: which actions there are for a resource is known here.
 * IAM User Guide: "Validate policies with IAM Access Analyzer custom policy checks"; the documents are in AWS's repository
 * `iam-access-analyzer-custom-policy-check-samples`.
 */
export const REFERENCE_POLICIES: readonly ReferencePolicy[] = [
  {
    name: 'Nobody gives themselves more, by IAM or STS',
    of: 'any',
    guards: () => [
      { kind: 'never', action: 'iam:PassRole', exceptResource: 'arn:aws:iam::*:role/PassableRoles/*' },
      { kind: 'never', action: 'sts:AssumeRole', exceptResource: 'arn:aws:iam::*:role/AssumableRoles/*' },
      ...ESCALATING.map((action): Guard => ({ kind: 'never', action })),
    ],
  },
  {
    name: 'Nothing is done with this sensitive resource',
    of: 'resource',
    guards: ({ resource }) => [{ kind: 'never', resource }],
  },
  {
    name: 'The resource’s policy lets in nobody but these principals',
    of: 'owner',
    guards: ({ resource, account, named: { AWS } }) => [
      {
        kind: 'never',
        action: `${resource.split(':')[2]}:*`,
        exceptPrincipal: { AWS: orElse(AWS, [account]) },
      },
    ],
  },
  {
    name: 'The bucket’s policy lets nobody write objects but these principals',
    of: 'owner',
    guards: ({ account, named: { AWS } }) => [
      { kind: 'never', action: 's3:PutObject', exceptPrincipal: { AWS: orElse(AWS, [account]) } },
    ],
  },
  {
    name: 'The role is taken only from these accounts',
    of: 'role',
    guards: ({ account, named: { AWS } }) => [
      { kind: 'never', action: TAKE, exceptPrincipal: { AWS: accountsOf(AWS, account) } },
    ],
  },
  {
    name: 'The role is taken only by these services',
    of: 'role',
    guards: ({ named: { Service } }) => [
      {
        kind: 'never',
        action: TAKE,
        exceptPrincipal: {
          Service: orElse(Service, ['ec2.amazonaws.com', 'lambda.amazonaws.com', 'ecs-tasks.amazonaws.com']),
        },
      },
    ],
  },
  {
    name: 'The role is taken only with tokens of these OIDC providers',
    of: 'role',
    guards: ({ account, named: { Federated } }) => [
      { kind: 'never', action: `${TAKE}WithSAML`, by: 'anyone' },
      {
        kind: 'never',
        action: `${TAKE}WithWebIdentity`,
        exceptPrincipal: {
          Federated: orElse(
            Federated.filter((one) => !one.includes(':saml-provider/')),
            [`arn:aws:iam::${account}:oidc-provider/MyProvider`],
          ),
        },
      },
    ],
  },
  {
    name: 'The role is taken only with assertions of these SAML providers',
    of: 'role',
    guards: ({ account, named: { Federated } }) => [
      { kind: 'never', action: `${TAKE}WithWebIdentity`, by: 'anyone' },
      {
        kind: 'never',
        action: `${TAKE}WithSAML`,
        exceptPrincipal: {
          Federated: orElse(
            Federated.filter((one) => one.includes(':saml-provider/')),
            [`arn:aws:iam::${account}:saml-provider/MyProvider`],
          ),
        },
      },
    ],
  },
  {
    name: 'Instances are started with a tag only',
    of: 'any',
    guards: () => [
      {
        kind: 'never',
        action: 'ec2:RunInstances',
        resource: 'arn:aws:ec2:*:*:instance/*',
        unless: { Null: { [`aws:RequestTag/${TAG}`]: 'false' } },
      },
    ],
  },
  {
    name: 'Instances are ended only where they have a tag',
    of: 'any',
    guards: () => [
      {
        kind: 'never',
        action: 'ec2:TerminateInstances',
        unless: { Null: { [`aws:ResourceTag/${TAG}`]: 'false' } },
      },
    ],
  },
];
