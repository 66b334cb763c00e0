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
  { kind: 'never', name: 'No policies of principals are changed', action: 'iam:Put*Policy' },
  { kind: 'never', name: 'No trust policy is changed', action: 'iam:UpdateAssumeRolePolicy' },
  { kind: 'never', name: 'No bucket policy is changed', action: 's3:PutBucketPolicy' },
  { kind: 'never', name: 'Logging is not stopped', action: 'cloudtrail:StopLogging' },
  { kind: 'notWider', name: 'Nothing is allowed that was not allowed before' },
  { kind: 'keepsDeny', name: 'Every Deny goes on stopping what it stopped' },
];
