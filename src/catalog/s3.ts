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
    'DeleteObjectAnnotation',
    'DeleteObjectTagging',
    'DeleteObjectVersion',
    'DeleteObjectVersionAnnotation',
    'DeleteObjectVersionTagging',
    'GetObject',
    'GetObjectAcl',
    'GetObjectAnnotation',
    'GetObjectAttributes',
    'GetObjectLegalHold',
    'GetObjectRetention',
    'GetObjectTagging',
    'GetObjectTorrent',
    'GetObjectVersion',
    'GetObjectVersionAcl',
    'GetObjectVersionAnnotation',
    'GetObjectVersionAnnotationForReplication',
    'GetObjectVersionAttributes',
    'GetObjectVersionForReplication',
    'GetObjectVersionTagging',
    'GetObjectVersionTorrent',
    'InitiateReplication',
    'ListMultipartUploadParts',
    'ListObjectAnnotations',
    'ListObjectVersionAnnotations',
    'ObjectOwnerOverrideToBucketOwner',
    'PutObject',
    'PutObjectAcl',
    'PutObjectAnnotation',
    'PutObjectLegalHold',
    'PutObjectRetention',
    'PutObjectTagging',
    'PutObjectVersionAcl',
    'PutObjectVersionAnnotation',
    'PutObjectVersionTagging',
    'ReplicateDelete',
    'ReplicateObject',
    'ReplicateObjectAnnotation',
    'ReplicateTags',
    'RestoreObject',
    'UpdateObjectEncryption',
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

/**
 * Whether an ARN is of a bucket or of an object in it; access points stand for buckets, and an object behind one comes
 * after `/object/`. S3 User Guide, "Configuring IAM policies for using access points", "Multi-Region Access Point
 * permissions". Undefined for everything else.
 */
export function s3ResourceIs(resource: string): 'bucket' | 'object' | 'neither' | undefined {
  const plain = /^arn:[a-z-]+:s3:::[^/]+(\/.+)?/.exec(resource);
  if (plain) return plain[1] === undefined ? 'bucket' : 'object';
  const point = /^arn:[a-z-]+:s3:[a-z0-9-]*:\d{12}:accesspoint\/[^/]+(\/.*)?$/.exec(resource);
  if (!point) return undefined;
  if (point[1] === undefined) return 'bucket';
  return /^\/object\/./.test(point[1]) ? 'object' : 'neither';
}

/** By its ARN, or by the end that the name of every directory bucket has. S3 User Guide, "Directory bucket naming rules". */
export function isDirectoryBucket(resource: string): boolean {
  return /^arn:[a-z-]+:(s3express:|s3:::[^/]+--x-s3(\/|$))/.test(resource);
}
