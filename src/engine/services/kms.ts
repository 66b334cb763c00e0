/**
 * AWS KMS: every key has a key policy, and nothing is allowed that it does not allow or hand on to IAM.
 * KMS Developer Guide: "Key policies in AWS KMS", "Default key policy", "Allowing users in other accounts to use a
 * KMS key", "Controlling access to aliases", "Retiring and revoking grants".
 */
import {
  KMS_ALIAS_ACTIONS,
  KMS_CHANGES_TO_KEYS,
  KMS_CROSS_ACCOUNT,
  KMS_KEYLESS,
  KMS_RETIRE_GRANT,
} from '../../catalog/kms';
import type { ActionName } from '../request/target';

export type KmsCase =
  /** A key policy must allow, or hand on. */
  | 'key'
  /** No key is concerned. */
  | 'keyless'
  /** The grant on a key decides, which is not part of a request; the key policy has no say. */
  | 'grant'
  /** The alias, not its key, is what this permission is about. */
  | 'aliasAction'
  /** The request names an alias where KMS looks at the key behind it. */
  | 'aliasForKey';

/** How KMS decides about an action; undefined for other services. */
export function kmsCase(action: ActionName | undefined, resource: string | undefined): KmsCase | undefined {
  if (action?.service !== 'kms') return undefined;
  if (KMS_KEYLESS.has(action.lower)) return 'keyless';
  if (action.lower === KMS_RETIRE_GRANT) return 'grant';
  if (!resource?.includes(':alias/')) return 'key';
  return KMS_ALIAS_ACTIONS.has(action.lower) ? 'aliasAction' : 'aliasForKey';
}

/** Does the operation work on a key of another account at all? */
export function kmsWorksAcrossAccounts(action: ActionName): boolean {
  return KMS_CROSS_ACCOUNT.has(action.lower);
}

/** Aliases with this beginning are kept for AWS managed keys: "Aliases in AWS KMS". */
export function isAwsManagedKey(resource: string | undefined): boolean {
  return /^arn:[a-z-]+:kms:[a-z0-9-]*:\d*:alias\/aws\//.test(resource ?? '');
}

/** Would this call change an AWS managed key, or its alias? */
export function changesAwsManagedKey(action: ActionName, resource: string | undefined): boolean {
  return KMS_CHANGES_TO_KEYS.has(action.lower) && isAwsManagedKey(resource);
}
