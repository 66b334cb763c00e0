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
