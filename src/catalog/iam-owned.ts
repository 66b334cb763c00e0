/**
 * Parts of IAM that belong to AWS, and the actions that customers cannot take on them.
 * IAM User Guide: "Create a service-linked role" (editing), "Managed policies and inline policies" (AWS managed
 * policies); IAM Identity Center User Guide: "Reserved roles".
 */

const CHANGES_TO_ROLES: ReadonlySet<string> = new Set([
  'iam:attachrolepolicy',
  'iam:detachrolepolicy',
  'iam:putrolepolicy',
  'iam:deleterolepolicy',
  'iam:updateassumerolepolicy',
  'iam:putrolepermissionsboundary',
  'iam:deleterolepermissionsboundary',
  'iam:deleterole',
]);

const CHANGES_TO_RESERVED_ROLES: ReadonlySet<string> = new Set([
  ...CHANGES_TO_ROLES,
  'iam:updaterole',
  'iam:updateroledescription',
  'iam:tagrole',
  'iam:untagrole',
]);

const CHANGES_TO_POLICIES: ReadonlySet<string> = new Set([
  'iam:createpolicyversion',
  'iam:deletepolicy',
  'iam:deletepolicyversion',
  'iam:setdefaultpolicyversion',
  'iam:tagpolicy',
  'iam:untagpolicy',
]);

const SERVICE_LINKED = /^arn:[a-z-]+:iam::\d{12}:role\/aws-service-role\//;
const RESERVED = /^arn:[a-z-]+:iam::\d{12}:role\/aws-reserved\//;
const AWS_MANAGED = /^arn:[a-z-]+:iam::aws:policy\//;

export function isServiceLinkedRole(resource: string): boolean {
  return SERVICE_LINKED.test(resource);
}

/** Would this call change something that only AWS may change? The action in small letters. */
export function changesAwsOwned(action: string, resource: string): boolean {
  if (CHANGES_TO_ROLES.has(action) && isServiceLinkedRole(resource)) return true;
  if (CHANGES_TO_RESERVED_ROLES.has(action) && RESERVED.test(resource)) return true;
  return CHANGES_TO_POLICIES.has(action) && AWS_MANAGED.test(resource);
}

/** Who keeps a role whose policies nobody changes in IAM. */
export type RoleKeeper =
  /** The service that it is linked to. */
  | { readonly kind: 'service' }
  /** IAM Identity Center, by a permission set. */
  | { readonly kind: 'permissionSet'; readonly name: string };

const PERMISSION_SET = /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/;

/**
 * By the name of a role and, where it is known, its ARN: sessions do not tell the path. IAM User Guide, "Create a
 * service-linked role"; IAM Identity Center User Guide, "Referencing permission sets in resource policies".
 */
export function roleKeeper(name: string, arn?: string): RoleKeeper | undefined {
  const set = PERMISSION_SET.exec(name)?.[1];
  if (set !== undefined) return { kind: 'permissionSet', name: set };
  const isLinked = (arn !== undefined && isServiceLinkedRole(arn)) || name.startsWith('AWSServiceRoleFor');
  return isLinked ? { kind: 'service' } : undefined;
}
