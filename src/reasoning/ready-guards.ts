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
  /** Made for the resource that it speaks of, where it speaks of one: an ARN. */
  readonly guards: (resource: string) => readonly Guard[];
  /** It speaks of the resource of the case. */
  readonly isOfResource: boolean;
}

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
    isOfResource: false,
    guards: () => [
      { kind: 'never', action: 'iam:PassRole', exceptResource: 'arn:aws:iam::*:role/PassableRoles/*' },
      { kind: 'never', action: 'sts:AssumeRole', exceptResource: 'arn:aws:iam::*:role/AssumableRoles/*' },
      ...ESCALATING.map((action): Guard => ({ kind: 'never', action })),
    ],
  },
  {
    name: 'Nothing is done with this sensitive resource',
    isOfResource: true,
    guards: (resource) => [{ kind: 'never', resource }],
  },
  {
    name: 'Instances are started with a tag only',
    isOfResource: false,
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
    isOfResource: false,
    guards: () => [
      {
        kind: 'never',
        action: 'ec2:TerminateInstances',
        unless: { Null: { [`aws:ResourceTag/${TAG}`]: 'false' } },
      },
    ],
  },
];
