/** Facts about Amazon S3 actions. */

export type S3AclPermission = 'READ' | 'WRITE' | 'READ_ACP' | 'WRITE_ACP';

/** S3 User Guide, "Access control list (ACL) overview": mapping of ACL permissions and access policy permissions. */
const ACL_PERMISSIONS: ReadonlyMap<string, S3AclPermission> = new Map([
  ['s3:listbucket', 'READ'],
  ['s3:listbucketversions', 'READ'],
  ['s3:listbucketmultipartuploads', 'READ'],
  ['s3:getobject', 'READ'],
  ['s3:getobjectversion', 'READ'],
  ['s3:putobject', 'WRITE'],
  ['s3:getbucketacl', 'READ_ACP'],
  ['s3:getobjectacl', 'READ_ACP'],
  ['s3:getobjectversionacl', 'READ_ACP'],
  ['s3:putbucketacl', 'WRITE_ACP'],
  ['s3:putobjectacl', 'WRITE_ACP'],
  ['s3:putobjectversionacl', 'WRITE_ACP'],
]);

/** The ACL permission that an action in small letters needs; undefined where no ACL can grant it. */
export function aclPermissionFor(action: string): S3AclPermission | undefined {
  return ACL_PERMISSIONS.get(action);
}

/** Service Authorization Reference, "Amazon S3": actions whose resource is an object. */
const OBJECT_ACTIONS: ReadonlySet<string> = new Set(
  [
    'AbortMultipartUpload',
    'BypassGovernanceRetention',
    'DeleteObject',
    'DeleteObjectTagging',
    'DeleteObjectVersion',
    'DeleteObjectVersionTagging',
    'GetObject',
    'GetObjectAcl',
    'GetObjectAttributes',
    'GetObjectLegalHold',
    'GetObjectRetention',
    'GetObjectTagging',
    'GetObjectTorrent',
    'GetObjectVersion',
    'GetObjectVersionAcl',
    'GetObjectVersionAttributes',
    'GetObjectVersionForReplication',
    'GetObjectVersionTagging',
    'GetObjectVersionTorrent',
    'ListMultipartUploadParts',
    'ObjectOwnerOverrideToBucketOwner',
    'PutObject',
    'PutObjectAcl',
    'PutObjectLegalHold',
    'PutObjectRetention',
    'PutObjectTagging',
    'PutObjectVersionAcl',
    'PutObjectVersionTagging',
    'ReplicateDelete',
    'ReplicateObject',
    'ReplicateTags',
    'RestoreObject',
  ].map((name) => `s3:${name.toLowerCase()}`),
);

/** Actions that are about neither a bucket nor an object. */
const OTHER_ACTIONS =
  /^s3:(listallmybuckets|.*(accesspoint|accessgrant|job|storagelens|multiregion|accountpublicaccess).*)$/;

/** What an S3 action in small letters is about; undefined where that is neither or not known. */
export function s3ActionIsAbout(action: string): 'bucket' | 'object' | undefined {
  if (!action.startsWith('s3:') || OTHER_ACTIONS.test(action)) return undefined;
  return OBJECT_ACTIONS.has(action) ? 'object' : 'bucket';
}
