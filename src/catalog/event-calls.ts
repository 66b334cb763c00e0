/**
 * Where the call that CloudTrail records and the IAM action that it needs have different names. All other calls need
 * the action of their own name, if there is one: `actionsOfCall` says so, and a call without an action stays unmapped.
 * As of 2026-11-20. Sources: Service Authorization Reference, "API operations" tables of S3, Lambda and DynamoDB;
 * Amazon S3 API Reference (permissions of each operation); Amazon SQS and SNS API References (batches);
 * AWS KMS Developer Guide, "AWS KMS permissions"; iann0036/iam-dataset `aws/map.json` (MIT), for the unequal names of
 * event sources and the calls of Budgets and CloudSearch.
 */

/** Event sources (without `.amazonaws.com`) whose actions have another prefix. */
export const PREFIX_OF_SOURCE: Readonly<Record<string, string>> = {
  'agreement-marketplace': 'aws-marketplace',
  'discovery-marketplace': 'aws-marketplace',
  'reporting-marketplace': 'aws-marketplace',
  marketplacecatalog: 'aws-marketplace',
  'catalog.marketplace': 'aws-marketplace',
  'entitlement.marketplace': 'aws-marketplace',
  'metering.marketplace': 'aws-marketplace',
  'management-marketplace': 'aws-marketplace-management',
  amazonmq: 'mq',
  'application-insights': 'applicationinsights',
  'api.ecr-public': 'ecr-public',
  'api.pricing': 'pricing',
  'api.sagemaker': 'sagemaker',
  'runtime.sagemaker': 'sagemaker',
  'bedrock-runtime': 'bedrock',
  billingconsole: 'billing',
  'chime-sdk-media-pipelines': 'chime',
  'chime-sdk-voice': 'chime',
  cloudcontrolapi: 'cloudformation',
  'contact-lens': 'connect',
  'participant-connect': 'connect',
  edgekeyvaluestore: 'cloudfront-keyvaluestore',
  email: 'ses',
  migrationhub: 'mgh',
  'models.lex': 'lex',
  monitoring: 'cloudwatch',
  opensearchservice: 'es',
  pinpoint: 'mobiletargeting',
  pricelist: 'pricing',
  qconnect: 'wisdom',
  rdsdata: 'rds-data',
  'runtime.lex': 'lex',
  'servicecatalog-appregistry': 'servicecatalog',
  'streams.dynamodb': 'dynamodb',
  tagging: 'tag',
  taxconsole: 'tax',
  transcribestreaming: 'transcribe',
};

/** `Bucket…` in the name of the call, and how the action is called. A deletion is a put of nothing. */
const S3_CONFIGURATIONS: readonly (readonly [calls: readonly string[], action: string])[] = [
  [['BucketAccelerateConfiguration'], 'AccelerateConfiguration'],
  [['BucketAnalyticsConfiguration', 'BucketAnalyticsConfigurations'], 'AnalyticsConfiguration'],
  [['BucketCors'], 'BucketCORS'],
  [['BucketEncryption'], 'EncryptionConfiguration'],
  [
    ['BucketIntelligentTieringConfiguration', 'BucketIntelligentTieringConfigurations'],
    'IntelligentTieringConfiguration',
  ],
  [['BucketInventoryConfiguration', 'BucketInventoryConfigurations'], 'InventoryConfiguration'],
  [['BucketLifecycle', 'BucketLifecycleConfiguration'], 'LifecycleConfiguration'],
  [['BucketMetricsConfiguration', 'BucketMetricsConfigurations'], 'MetricsConfiguration'],
  [['BucketNotificationConfiguration'], 'BucketNotification'],
  [['BucketOwnershipControls'], 'BucketOwnershipControls'],
  [['BucketReplication'], 'ReplicationConfiguration'],
  [['BucketTagging'], 'BucketTagging'],
  [['PublicAccessBlock', 'BucketPublicAccessBlock'], 'BucketPublicAccessBlock'],
  [['ObjectLockConfiguration', 'BucketObjectLockConfiguration'], 'BucketObjectLockConfiguration'],
];

const s3Configurations = Object.fromEntries(
  S3_CONFIGURATIONS.flatMap(([calls, action]) =>
    calls.flatMap((call) => [
      [`Get${call}`, `Get${action}`],
      [`List${call}`, `Get${action}`],
      [`Put${call}`, `Put${action}`],
      [`Delete${call}`, `Put${action}`],
    ]),
  ),
);

const S3: Readonly<Record<string, string>> = {
  ...s3Configurations,
  ListObjects: 'ListBucket',
  ListObjectsV2: 'ListBucket',
  HeadBucket: 'ListBucket',
  ListObjectVersions: 'ListBucketVersions',
  HeadObject: 'GetObject',
  SelectObjectContent: 'GetObject',
  GetObjectTorrent: 'GetObject',
  ListBuckets: 'ListAllMyBuckets',
  DeleteObjects: 'DeleteObject',
  CreateMultipartUpload: 'PutObject',
  UploadPart: 'PutObject',
  CompleteMultipartUpload: 'PutObject',
  ListMultipartUploads: 'ListBucketMultipartUploads',
  ListParts: 'ListMultipartUploadParts',
  CreateBucketMetadataConfiguration: 'CreateBucketMetadataTableConfiguration',
  GetBucketMetadataConfiguration: 'GetBucketMetadataTableConfiguration',
  DeleteBucketMetadataConfiguration: 'DeleteBucketMetadataTableConfiguration',
};

/** Calls of one service by name, as the action without its prefix, or with one where it is another service's. */
export const ACTION_OF_CALL: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  s3: {
    ...S3,
    CreateSession: 's3express:CreateSession',
    ListDirectoryBuckets: 's3express:ListAllMyDirectoryBuckets',
  },
  lambda: {
    Invoke: 'InvokeFunction',
    InvokeWithResponseStream: 'InvokeFunction',
    GetLayerVersionByArn: 'GetLayerVersion',
  },
  dynamodb: { TransactGetItems: 'GetItem' },
  sqs: {
    SendMessageBatch: 'SendMessage',
    DeleteMessageBatch: 'DeleteMessage',
    ChangeMessageVisibilityBatch: 'ChangeMessageVisibility',
  },
  sns: { PublishBatch: 'Publish' },
  bedrock: { Converse: 'InvokeModel', ConverseStream: 'InvokeModelWithResponseStream' },
  budgets: {
    CreateBudget: 'ModifyBudget',
    CreateNotification: 'ModifyBudget',
    CreateSubscriber: 'ModifyBudget',
    DeleteBudget: 'ModifyBudget',
    DeleteNotification: 'ModifyBudget',
    DeleteSubscriber: 'ModifyBudget',
    UpdateBudget: 'ModifyBudget',
    UpdateNotification: 'ModifyBudget',
    UpdateSubscriber: 'ModifyBudget',
    DescribeBudget: 'ViewBudget',
    DescribeBudgets: 'ViewBudget',
    DescribeBudgetPerformanceHistory: 'ViewBudget',
    DescribeNotificationsForBudget: 'ViewBudget',
    DescribeSubscribersForNotification: 'ViewBudget',
  },
  cloudsearch: { UploadDocuments: 'document' },
};

/** Objects of S3 have one permission for the current version and one for a version that is named. */
export const OF_VERSION: ReadonlySet<string> = new Set([
  'GetObject',
  'GetObjectAcl',
  'GetObjectAttributes',
  'GetObjectTagging',
  'DeleteObject',
  'DeleteObjectTagging',
  'PutObjectAcl',
  'PutObjectTagging',
]);

/** API Gateway's own actions are the methods of HTTP. */
export const GATEWAY: readonly (readonly [RegExp, string])[] = [
  [/^(?:Get|Export|List)/, 'GET'],
  [/^(?:Create|Import|Generate|Test)/, 'POST'],
  [/^Delete/, 'DELETE'],
  [/^Update/, 'PATCH'],
  [/^(?:Put|Tag|Untag)/, 'PUT'],
];

/** Calls that AWS answers without asking an identity-based policy: IAM User Guide, STS and DynamoDB API References. */
export const PERMISSIONLESS: ReadonlySet<string> = new Set([
  'sts:GetCallerIdentity',
  'sts:GetSessionToken',
  'sts:AssumeRoleWithSAML',
  'sts:AssumeRoleWithWebIdentity',
  'dynamodb:DescribeEndpoints',
]);

/** DynamoDB's items of a transaction, by the member that holds them. */
export const ACTION_OF_ITEM: Readonly<Record<string, string>> = {
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
  conditionCheck: 'dynamodb:ConditionCheckItem',
};

/** PartiQL's statements by their first word. */
export const ACTION_OF_STATEMENT: Readonly<Record<string, string>> = {
  select: 'dynamodb:PartiQLSelect',
  insert: 'dynamodb:PartiQLInsert',
  update: 'dynamodb:PartiQLUpdate',
  delete: 'dynamodb:PartiQLDelete',
};
