/** Condition keys whose values are names that someone chose: tags, sessions, prefixes. IAM User Guide, "Condition keys". */
const NAME_KEYS: ReadonlySet<string> = new Set([
  'aws:username',
  'aws:userid',
  'aws:sourceidentity',
  'aws:principalorgid',
  'aws:resourceorgid',
  'aws:sourceorgid',
  'aws:vpceorgid',
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:sourceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'sts:rolesessionname',
  'sts:externalid',
  'sts:sourceidentity',
  's3:prefix',
  'iam:resourcetag',
  'saml:sub',
  'saml:namequalifier',
  'secretsmanager:name',
]);

export function isNameKey(key: string): boolean {
  const lower = key.toLowerCase();
  return (
    NAME_KEYS.has(lower) || /tag\/[^/]*$/.test(lower) || /:(?:sub|email|amr|repository|actor)$/.test(lower)
  );
}
