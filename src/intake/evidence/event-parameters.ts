/** Condition keys whose values are parameters of the call itself. */
import type { ContextValue } from '../../case/scenario';
import { at, isObject, listAt, textAt } from './values';
import type { JsonObject } from './values';

/** Notes the value of a key; one that is undefined or empty is left out. */
export type Add = (key: string, value: ContextValue | undefined) => void;

/** Parameters that are condition keys under another name, by service. */
const KEYS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'sts.amazonaws.com': {
    roleSessionName: 'sts:RoleSessionName',
    externalId: 'sts:ExternalId',
    sourceIdentity: 'sts:SourceIdentity',
  },
  's3.amazonaws.com': {
    prefix: 's3:prefix',
    delimiter: 's3:delimiter',
    'max-keys': 's3:max-keys',
    versionId: 's3:VersionId',
    'x-amz-acl': 's3:x-amz-acl',
    'x-amz-storage-class': 's3:x-amz-storage-class',
    'x-amz-server-side-encryption': 's3:x-amz-server-side-encryption',
    'x-amz-server-side-encryption-aws-kms-key-id': 's3:x-amz-server-side-encryption-aws-kms-key-id',
  },
};

/** Keys that some calls of a service carry, where others have a parameter of that name that means something else. */
const KEYS_OF_CALLS: readonly (readonly [call: RegExp, parameter: string, key: string])[] = [
  [/^iam\..*:(?:Attach|Detach)(?:User|Group|Role)Policy$/, 'policyArn', 'iam:PolicyARN'],
  [/^iam\..*:(?:Create|Put)(?:User|Role)/, 'permissionsBoundary', 'iam:PermissionsBoundary'],
  [/^iam\..*:CreateServiceLinkedRole$/, 'aWSServiceName', 'iam:AWSServiceName'],
  [/^cloudformation\..*:(?:Create|Update|Delete)Stack$/, 'roleARN', 'cloudformation:RoleArn'],
];

export function requestKeys(event: JsonObject, add: Add): void {
  const parameters = at(event, 'requestParameters');
  if (!isObject(parameters)) return;
  const source = textAt(event, 'eventSource') ?? '';
  const keys = Object.hasOwn(KEYS, source) ? KEYS[source]! : {};
  for (const [name, key] of Object.entries(keys)) add(key, textAt(parameters, name));
  const call = `${source}:${textAt(event, 'eventName') ?? ''}`;
  for (const [calls, name, key] of KEYS_OF_CALLS) if (calls.test(call)) add(key, textAt(parameters, name));
  const transitive = listAt(parameters, 'transitiveTagKeys').filter((key) => typeof key === 'string');
  if (transitive.length > 0) add('sts:TransitiveTagKeys', transitive);
  const encryption = at(parameters, 'encryptionContext');
  for (const [key, value] of Object.entries(isObject(encryption) ? encryption : {}))
    if (typeof value === 'string') add(`kms:EncryptionContext:${key}`, value);
  const tags = tagsOf(parameters);
  for (const [key, value] of tags) add(`aws:RequestTag/${key}`, value);
  if (tags.length > 0) add('aws:TagKeys', [...new Set(tags.map(([key]) => key))]);
}

/** Tags in the shapes that services use: an object, or a list of key and value. */
function tagsOf(parameters: JsonObject): (readonly [string, string])[] {
  const holders = [
    at(parameters, 'principalTags'),
    at(parameters, 'tags'),
    at(parameters, 'tagSet', 'items'),
    ...listAt(parameters, 'tagSpecificationSet', 'items').map((item) => at(item, 'tags')),
  ];
  return holders.flatMap((holder) => {
    if (Array.isArray(holder))
      return holder.flatMap((tag) => {
        const key = textAt(tag, 'key') ?? textAt(tag, 'Key') ?? textAt(tag, 'tagKey');
        const value = at(tag, 'value') ?? at(tag, 'Value') ?? at(tag, 'tagValue');
        return key !== undefined && typeof value === 'string' ? [[key, value] as const] : [];
      });
    if (!isObject(holder)) return [];
    return Object.entries(holder).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value] as const] : [],
    );
  });
}
