/** Facts about AWS STS and its callers. */

/**
 * Calls without AWS credentials: the caller is known by an identity provider's token.
 * IAM User Guide: "Compare AWS STS credentials".
 */
export const TOKEN_CALLS: ReadonlySet<string> = new Set([
  'sts:assumerolewithsaml',
  'sts:assumerolewithwebidentity',
]);

/** Checked besides the call that takes a role, against the role's trust policy: "Pass session tags in AWS STS". */
export const SESSION_CALLS: ReadonlySet<string> = new Set([
  'sts:tagsession',
  'sts:setsourceidentity',
  'sts:setcontext',
]);
