/** What the values of condition keys hold: names that someone chose, or words of AWS. */

/** Global keys whose values are names. IAM User Guide, "AWS global condition context keys". */
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
  'aws:vpceorgpaths',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:tagkeys',
  'aws:referer',
  'aws:useragent',
  'sts:rolesessionname',
  'sts:externalid',
  'sts:sourceidentity',
  's3:prefix',
  'iam:resourcetag',
  'saml:sub',
  'saml:namequalifier',
  'secretsmanager:name',
]);

/** The keys whose values are surely names. */
export function isNameKey(key: string): boolean {
  const lower = key.toLowerCase();
  return (
    NAME_KEYS.has(lower) || /tag\/[^/]*$/.test(lower) || /:(?:sub|email|amr|repository|actor)$/.test(lower)
  );
}

/** Keys of services whose values AWS lists, by how they end. Service Authorization Reference. */
const LISTED =
  /(?:storage-?class|encryption|algorithm|acl|grant-[\w-]+|auth-?type|signature-?version|tls-?version|signatureage|instance-?types?|operations?|protocol|key-?spec|key-?usage|origin|services?|servicename|versionid|state|status|regions?|tier|tenancy|engine|metadatahttp\w+|mode|delimiter|retention[\w-]*|createaction|principaltype|select|enabled|via\w*)$/;

/** The keys whose values may be names: those, and all keys of services and providers whose values AWS does not list. */
export function mayBeNameKey(key: string): boolean {
  const lower = key.toLowerCase();
  if (isNameKey(key)) return true;
  return !lower.startsWith('aws:') && lower.includes(':') && !LISTED.test(lower);
}

/** Flags, numbers, dates: a value that names nobody whatever its key. */
export function isPlainValue(value: string): boolean {
  return /^(?:true|false|null|-?\d{1,11}(?:\.\d+)?|\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?)$/i.test(
    value,
  );
}
