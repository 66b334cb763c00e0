/** Guards to choose from a list. */
import type { Guard } from '../case/guard';

/** Guards to start from: what AWS's own reference policies for custom checks forbid. */
export const READY_GUARDS: readonly Guard[] = [
  {
    kind: 'never',
    name: 'No role is passed to a service that is not named',
    action: 'iam:PassRole',
    resource: '*',
    unless: { Null: { 'iam:PassedToService': 'false' } },
  },
  { kind: 'never', name: 'Nobody makes users or access keys', action: 'iam:Create*' },
  { kind: 'never', name: 'No inline policy is put on a principal', action: 'iam:Put*Policy' },
  { kind: 'never', name: 'No managed policy is attached', action: 'iam:Attach*Policy' },
  { kind: 'never', name: 'No managed policy gets a new version', action: 'iam:CreatePolicyVersion' },
  { kind: 'never', name: 'No old version of a policy comes back', action: 'iam:SetDefaultPolicyVersion' },
  { kind: 'never', name: 'Nobody is added to a group', action: 'iam:AddUserToGroup' },
  { kind: 'never', name: 'No console password is set', action: 'iam:*LoginProfile' },
  { kind: 'never', name: 'No permissions boundary is taken off', action: 'iam:Delete*PermissionsBoundary' },
  { kind: 'never', name: 'No role is assumed', action: 'sts:AssumeRole*' },
  { kind: 'never', name: 'No trust policy is changed', action: 'iam:UpdateAssumeRolePolicy' },
  { kind: 'never', name: 'No bucket policy is changed', action: 's3:PutBucketPolicy' },
  { kind: 'never', name: 'No bucket is deleted', action: 's3:DeleteBucket' },
  { kind: 'never', name: 'No object is deleted', action: 's3:DeleteObject*' },
  { kind: 'never', name: 'No access list is written', action: 's3:Put*Acl' },
  { kind: 'never', name: 'No secret is read', action: 'secretsmanager:GetSecretValue' },
  { kind: 'never', name: 'No key is scheduled for deletion', action: 'kms:ScheduleKeyDeletion' },
  { kind: 'never', name: 'Logging is not stopped', action: 'cloudtrail:StopLogging' },
  { kind: 'never', name: 'No trail is deleted', action: 'cloudtrail:DeleteTrail' },
  { kind: 'notWider', name: 'Nothing is allowed that was not allowed before' },
  { kind: 'keepsDeny', name: 'Every Deny goes on stopping what it stopped' },
];
