/**
 * From the API call of a CloudTrail event to the IAM action that it needs; the two differ where listed here.
 * Service Authorization Reference (each service), Amazon S3 API Reference (permissions of each operation),
 * AWS Lambda Developer Guide, "Logging with CloudTrail".
 */

/** Event sources whose name differs from the prefix of their actions. */
const PREFIXES: Readonly<Record<string, string>> = {
  monitoring: 'cloudwatch',
  email: 'ses',
  tagging: 'tag',
  'application-autoscaling': 'application-autoscaling',
  'runtime.sagemaker': 'sagemaker',
  'api.sagemaker': 'sagemaker',
  'models.lex': 'lex',
  'runtime.lex': 'lex',
  'api.pricing': 'pricing',
  'entitlement.marketplace': 'aws-marketplace',
  'metering.marketplace': 'aws-marketplace',
  'streams.dynamodb': 'dynamodb',
  'catalog.marketplace': 'aws-marketplace',
  'api.ecr-public': 'ecr-public',
  'bedrock-runtime': 'bedrock',
  aoss: 'aoss',
};

const S3: Readonly<Record<string, string>> = {
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  HeadBucket: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  HeadObject: 'GetObject',
  SelectObjectContent: 'GetObject',
  ListBuckets: 'ListAllMyBuckets',
  DeleteObjects: 'DeleteObject',
  CopyObject: 'PutObject',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  UploadPartCopy: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  ListMultipartUploads: 'ListBucketMultipartUploads',
  ListParts: 'ListMultipartUploadParts',
  GetBucketEncryption: 'GetEncryptionConfiguration',
  PutBucketEncryption: 'PutEncryptionConfiguration',
  DeleteBucketEncryption: 'PutEncryptionConfiguration',
  GetBucketLifecycle: 'GetLifecycleConfiguration',
  GetBucketLifecycleConfiguration: 'GetLifecycleConfiguration',
  PutBucketLifecycle: 'PutLifecycleConfiguration',
  PutBucketLifecycleConfiguration: 'PutLifecycleConfiguration',
  DeleteBucketLifecycle: 'PutLifecycleConfiguration',
  GetBucketReplication: 'GetReplicationConfiguration',
  PutBucketReplication: 'PutReplicationConfiguration',
  DeleteBucketReplication: 'PutReplicationConfiguration',
  GetBucketNotificationConfiguration: 'GetBucketNotification',
  PutBucketNotificationConfiguration: 'PutBucketNotification',
  GetPublicAccessBlock: 'GetBucketPublicAccessBlock',
  PutPublicAccessBlock: 'PutBucketPublicAccessBlock',
  DeletePublicAccessBlock: 'PutBucketPublicAccessBlock',
  GetObjectLockConfiguration: 'GetBucketObjectLockConfiguration',
  PutObjectLockConfiguration: 'PutBucketObjectLockConfiguration',
  GetBucketAccelerateConfiguration: 'GetAccelerateConfiguration',
  PutBucketAccelerateConfiguration: 'PutAccelerateConfiguration',
  GetBucketCors: 'GetBucketCORS',
  PutBucketCors: 'PutBucketCORS',
  DeleteBucketCors: 'PutBucketCORS',
  DeleteBucketTagging: 'PutBucketTagging',
};

const OTHERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  s3: S3,
  lambda: { Invoke: 'InvokeFunction', InvokeWithResponseStream: 'InvokeFunction' },
  dynamodb: { TransactGetItems: 'GetItem' },
  kms: { ReEncrypt: 'ReEncryptFrom' },
  bedrock: { Converse: 'InvokeModel', ConverseStream: 'InvokeModelWithResponseStream' },
};

/** Objects of S3 have one permission for the current version and one for a version that is named. */
const OF_VERSION: ReadonlySet<string> = new Set([
  'GetObject',
  'GetObjectAcl',
  'GetObjectTagging',
  'DeleteObject',
  'PutObjectAcl',
  'PutObjectTagging',
]);

/** API Gateway's own actions are the methods of HTTP. */
const GATEWAY: readonly (readonly [RegExp, string])[] = [
  [/^(?:Get|Export|List)/, 'GET'],
  [/^(?:Create|Import|Generate|Test)/, 'POST'],
  [/^Delete/, 'DELETE'],
  [/^Update/, 'PATCH'],
  [/^(?:Put|Tag|Untag)/, 'PUT'],
];

/** The action of an API call; undefined where the event's names are none of an API. */
export function actionOf(eventSource: string, eventName: string, ofVersion: boolean): string | undefined {
  const source = /^([a-z0-9.-]+)\.amazonaws\.com(?:\.cn)?$/.exec(eventSource)?.[1];
  if (source === undefined || !/^[A-Za-z]\w*$/.test(eventName)) return undefined;
  const prefix = own(PREFIXES, source) ?? source;
  // Lambda and CloudFront append the date of the API's version: `Invoke20150331`, `CreateDistribution2020_05_31`.
  const call = eventName.replace(/_?20\d\d_?\d\d_?\d\d(?:v\d+)?$/, '');
  if (prefix === 'apigateway') {
    const method = GATEWAY.find(([name]) => name.test(call))?.[1];
    return method === undefined ? undefined : `apigateway:${method}`;
  }
  const action = own(own(OTHERS, prefix), call) ?? call;
  return `${prefix}:${prefix === 's3' && ofVersion && OF_VERSION.has(action) ? versioned(action) : action}`;
}

function versioned(action: string): string {
  return action.replace(/Object/, 'ObjectVersion');
}

function own<T>(table: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, key) ? table[key] : undefined;
}
