/**
 * Amazon S3 beside the policies: ACLs, Object Ownership, Block Public Access, and the root user's way back in.
 * S3 User Guide: "Controlling ownership of objects", "Access control list overview", "Blocking public access",
 * "The meaning of public"; S3 API Reference: "PutBucketPolicy".
 */
import { aclPermissionFor } from '../../catalog/s3';
import type { Caller } from '../request/caller';
import type { ActionName } from '../request/target';
import type { Lookup } from '../request/lookup';
import type { S3Settings } from '../../case/scenario';
import type { Truth } from '../evaluation';
import { or } from '../truth';

const ROOT_KEEPS: ReadonlySet<string> = new Set([
  's3:getbucketpolicy',
  's3:putbucketpolicy',
  's3:deletebucketpolicy',
]);

/** The owner's root user can repair a bucket policy that locks everyone out: API reference, "PutBucketPolicy". */
export function rootKeepsAccess(action: ActionName | undefined): boolean {
  return action !== undefined && ROOT_KEEPS.has(action.lower);
}

export type AclAnswer =
  /** An ACL grants it. */
  | 'grants'
  /** It would, were ACLs not switched off by Object Ownership. */
  | 'disabled'
  /** It would, did Block Public Access not ignore public grants. */
  | 'ignored'
  | 'silent';

type Grant = NonNullable<S3Settings['acl']>[number];

const isPublic = (grant: Grant): boolean => /^(.*\/)?(AllUsers|AuthenticatedUsers)$/.test(grant.grantee);

/** ACLs are for other accounts and for groups; the owner's own users and roles get nothing from them. */
function reaches(grant: Grant, caller: Caller): boolean {
  if (/(^|\/)AllUsers$/.test(grant.grantee)) return true;
  if (caller.account === undefined) return false;
  return /(^|\/)AuthenticatedUsers$/.test(grant.grantee) || grant.grantee === caller.account;
}

/** What the ACL says to a caller outside the owner's account. */
export function aclAnswer(action: ActionName, settings: S3Settings | undefined, caller: Caller): AclAnswer {
  const permission = aclPermissionFor(action.lower);
  if (!settings?.acl || !permission) return 'silent';
  const granted = settings.acl.filter(
    (grant) =>
      (grant.permission === permission || grant.permission === 'FULL_CONTROL') && reaches(grant, caller),
  );
  if (granted.length === 0) return 'silent';
  // "Bucket owner enforced" is the setting of every new bucket.
  if ((settings.objectOwnership ?? 'BucketOwnerEnforced') === 'BucketOwnerEnforced') return 'disabled';
  if (settings.blockPublicAccess?.ignorePublicAcls && granted.every(isPublic)) return 'ignored';
  return 'grants';
}

/** Canned ACLs that grant to everyone, or to every AWS identity. */
export const PUBLIC_ACLS: readonly string[] = ['public-read', 'public-read-write', 'authenticated-read'];
const ACL_CALLS: ReadonlySet<string> = new Set([
  's3:putobject',
  's3:putobjectacl',
  's3:putobjectversionacl',
  's3:putbucketacl',
  's3:createbucket',
]);
/** A grant to one of these groups is public. */
export const PUBLIC_GROUPS: readonly string[] = ['AllUsers', 'AuthenticatedUsers'];
const GRANTS_TO_THE_PUBLIC = 'uri="http://acs.amazonaws.com/groups/global/AllUsers"';

interface AclKey {
  readonly key: string;
  readonly isPublic: (value: string) => boolean;
  /** Public values of it, for a key that is not known. */
  readonly examples: readonly string[];
}

/** Keys that stand for the headers of a call which sets an ACL, in small letters. */
const ACL_KEYS: readonly AclKey[] = [
  { key: 's3:x-amz-acl', isPublic: (value) => PUBLIC_ACLS.includes(value), examples: PUBLIC_ACLS },
  ...['read', 'write', 'read-acp', 'write-acp', 'full-control'].map((name) => ({
    key: `s3:x-amz-grant-${name}`,
    isPublic: (value: string) => PUBLIC_GROUPS.some((group) => value.includes(group)),
    examples: [GRANTS_TO_THE_PUBLIC],
  })),
];

/** Would this call set a public ACL? Read from the condition keys that stand for the request's headers. */
export function setsPublicAcl(action: ActionName | undefined, lookup: Lookup): Truth {
  if (!action || !ACL_CALLS.has(action.lower)) return 'no';
  let found: Truth = 'no';
  for (const { key, isPublic } of ACL_KEYS) {
    const value = lookup(key);
    if (value === null) found = or(found, 'unknown');
    else if ([value ?? []].flat().some(isPublic)) return 'yes';
  }
  return found;
}

/** What to suppose of the keys that are not known, so that such a call is refused. */
export function publicAclExamples(lookup: Lookup): ReadonlyMap<string, readonly string[]> {
  return new Map(
    ACL_KEYS.filter(({ key }) => lookup(key) === null).map(({ key, examples }) => [key, examples]),
  );
}
