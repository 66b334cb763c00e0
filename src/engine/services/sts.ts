/**
 * AWS STS: which calls a role's trust policy decides, which need no permission, and who can make them at all.
 * IAM User Guide: "Compare AWS STS credentials", "Permissions for GetSessionToken", "Pass session tags in AWS STS",
 * "Monitor and control actions taken with assumed roles"; STS API Reference: "AssumeRole".
 */
import { SESSION_CALLS, TOKEN_CALLS } from '../../catalog/sts';
import type { PrincipalKind } from '../evaluation';
import type { NoteId } from '../notes';
import type { ActionName } from '../request/target';

/** Is the resource-based policy of this request a role's trust policy? */
export function usesTrustPolicy(action: ActionName | undefined, resource: string | undefined): boolean {
  if (!action) return false;
  if (action.lower === 'sts:assumerole' || TOKEN_CALLS.has(action.lower)) return true;
  // GetFederationToken is checked for session tags as well, on the federated user.
  return SESSION_CALLS.has(action.lower) && !resource?.includes(':federated-user/');
}

/** Is it asked beside the call that makes a session, such as AssumeRole? */
export function isSessionCall(action: ActionName | undefined): boolean {
  return action !== undefined && SESSION_CALLS.has(action.lower);
}

/** Calls that no policy can grant or take away. */
export function needsNoPermission(action: ActionName | undefined, caller: PrincipalKind): boolean {
  if (action?.lower === 'sts:getcalleridentity') return caller !== 'anonymous' && caller !== 'invalid';
  return action?.lower === 'sts:getsessiontoken' && (caller === 'user' || caller === 'root');
}

const SESSION_MAKERS: ReadonlySet<string> = new Set(['sts:getsessiontoken', 'sts:getfederationtoken']);

/** Why AWS does not take this caller for this call at all; undefined where it does. */
export function refusal(action: ActionName | undefined, caller: PrincipalKind): NoteId | undefined {
  if (!action || caller === 'invalid') return undefined;
  const { lower } = action;
  const byToken = caller === 'federatedCaller';
  if (byToken)
    return usesTrustPolicy(action, undefined) && lower !== 'sts:assumerole'
      ? undefined
      : 'sts-caller-refused';
  if (TOKEN_CALLS.has(lower)) return 'sts-caller-refused';
  if (caller === 'federatedUser') {
    // Passing a role is a permission that other calls ask for, and no call to IAM.
    if (action.service === 'iam' && lower !== 'iam:passrole') return 'federated-iam';
    return action.service === 'sts' && lower !== 'sts:getcalleridentity' ? 'sts-caller-refused' : undefined;
  }
  if (lower === 'sts:assumerole' || SESSION_CALLS.has(lower)) {
    return caller === 'root' || caller === 'anonymous' ? 'sts-caller-refused' : undefined;
  }
  const session = caller === 'roleSession' || caller === 'role';
  return session && SESSION_MAKERS.has(lower) ? 'sts-caller-refused' : undefined;
}
