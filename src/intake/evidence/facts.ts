/** Facts that are no policies: what S3's commands print of a bucket, and what Organizations prints of itself. */
import type { AclPermission, ObjectOwnership, S3Settings } from '../../case/scenario';
import type { Evidence } from './types';
import type { JsonObject } from './values';
import { at, defined, isObject, listAt, textAt } from './values';

/** What some answers say of a bucket and of the organization; empty where they say nothing. */
export function factsIn(objects: readonly JsonObject[]): Pick<Evidence, 's3' | 'organization'> {
  let s3: S3Settings = {};
  let organization: Evidence['organization'];
  for (const object of objects) {
    s3 = { ...s3, ...ownership(object), ...acl(object), ...publicAccess(object) };
    const id = textAt(object, 'Organization', 'Id');
    if (id?.startsWith('o-') === true)
      organization = defined({ id, managementAccount: textAt(object, 'Organization', 'MasterAccountId') });
  }
  return {
    ...(Object.keys(s3).length > 0 && { s3 }),
    ...(organization !== undefined && { organization }),
  };
}

const OWNERSHIP: ReadonlySet<string> = new Set<ObjectOwnership>([
  'BucketOwnerEnforced',
  'BucketOwnerPreferred',
  'ObjectWriter',
]);

/** `get-bucket-ownership-controls` */
function ownership(object: JsonObject): S3Settings {
  const rule = textAt(listAt(object, 'OwnershipControls', 'Rules')[0], 'ObjectOwnership');
  return rule !== undefined && OWNERSHIP.has(rule) ? { objectOwnership: rule as ObjectOwnership } : {};
}

const PERMISSIONS: ReadonlySet<string> = new Set<AclPermission>([
  'READ',
  'WRITE',
  'READ_ACP',
  'WRITE_ACP',
  'FULL_CONTROL',
]);

/** `get-bucket-acl` and `get-object-acl`: groups by the last part of their address, accounts by their canonical user ID. */
function acl(object: JsonObject): S3Settings {
  const grants = listAt(object, 'Grants');
  if (grants.length === 0 || at(object, 'Owner') === undefined) return {};
  const read = grants.flatMap((grant) => {
    const permission = textAt(grant, 'Permission');
    const uri = textAt(grant, 'Grantee', 'URI');
    const grantee = uri === undefined ? textAt(grant, 'Grantee', 'ID') : uri.slice(uri.lastIndexOf('/') + 1);
    return grantee !== undefined && permission !== undefined && PERMISSIONS.has(permission)
      ? [{ grantee, permission: permission as AclPermission }]
      : [];
  });
  return read.length === 0 ? {} : { acl: read };
}

const SETTINGS = {
  BlockPublicAcls: 'blockPublicAcls',
  IgnorePublicAcls: 'ignorePublicAcls',
  BlockPublicPolicy: 'blockPublicPolicy',
  RestrictPublicBuckets: 'restrictPublicBuckets',
} as const;

/** `get-public-access-block`, of a bucket or of an account. */
function publicAccess(object: JsonObject): S3Settings {
  const settings = at(object, 'PublicAccessBlockConfiguration');
  if (!isObject(settings)) return {};
  const read = Object.entries(SETTINGS).flatMap(([name, key]) => {
    const value = at(settings, name);
    return typeof value === 'boolean' ? [[key, value] as const] : [];
  });
  return read.length === 0 ? {} : { blockPublicAccess: Object.fromEntries(read) };
}
