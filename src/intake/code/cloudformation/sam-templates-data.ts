/**
 * The policy templates of AWS SAM: actions (with the service of the first where they have none), resources, conditions.
 * In a resource `~` is the partition, `@` region and account, `{Name}` a parameter of the template.
 * AWS SAM Developer Guide, "AWS SAM policy template list", and aws/serverless-application-model,
 * `samtranslator/policy_templates_data/policy_templates.json`, read November 2026.
 */
export type SamRow = readonly [
  actions: string,
  resources: string,
  condition?: readonly [operator: string, key: string, value: string],
];

const DYNAMODB_TABLE = 'arn:~:dynamodb:@:table/{TableName}';
const DYNAMODB_ALL = `${DYNAMODB_TABLE} ${DYNAMODB_TABLE}/index/*`;
const DYNAMODB_BACKUP = `${DYNAMODB_TABLE}/backup/*`;
const BUCKET = 'arn:~:s3:::{BucketName}';
const BUCKET_ALL = `${BUCKET} ${BUCKET}/*`;
const COLLECTION = 'arn:~:rekognition:@:collection/{CollectionId}';
const IDENTITY = 'arn:~:ses:@:identity/{IdentityName}';
const STREAM = 'arn:~:kinesis:@:stream/{StreamName}';
const DELIVERY = 'arn:~:firehose:@:deliverystream/{DeliveryStreamName}';
const REPOSITORY = 'arn:~:codecommit:@:{RepositoryName}';

export const SAM_DATA: Readonly<Record<string, readonly SamRow[]>> = {
  AMIDescribePolicy: [['ec2:DescribeImages', 'arn:~:ec2:@:image/*']],
  AWSSecretsManagerGetSecretValuePolicy: [['secretsmanager:GetSecretValue', '{SecretArn}']],
  AWSSecretsManagerRotationPolicy: [
    [
      'secretsmanager:DescribeSecret GetSecretValue PutSecretValue UpdateSecretVersionStage',
      'arn:~:secretsmanager:@:secret:*',
      [
        'StringEquals',
        'secretsmanager:resource/AllowRotationLambdaArn',
        'arn:~:lambda:@:function:{FunctionName}',
      ],
    ],
    ['secretsmanager:GetRandomPassword', '*'],
  ],
  AthenaQueryPolicy: [
    [
      'athena:ListWorkGroups GetExecutionEngine GetExecutionEngines GetNamespace GetCatalogs GetNamespaces GetTables GetTable',
      '*',
    ],
    [
      'athena:StartQueryExecution GetQueryResults DeleteNamedQuery GetNamedQuery ListQueryExecutions StopQueryExecution GetQueryResultsStream ListNamedQueries CreateNamedQuery GetQueryExecution BatchGetNamedQuery BatchGetQueryExecution GetWorkGroup',
      'arn:~:athena:@:workgroup/{WorkGroupName}',
    ],
  ],
  CloudFormationDescribeStacksPolicy: [['cloudformation:DescribeStacks', 'arn:~:cloudformation:@:stack/*']],
  CloudWatchDashboardPolicy: [['cloudwatch:GetDashboard ListDashboards PutDashboard ListMetrics', '*']],
  CloudWatchDescribeAlarmHistoryPolicy: [['cloudwatch:DescribeAlarmHistory', '*']],
  CloudWatchPutMetricPolicy: [['cloudwatch:PutMetricData', '*']],
  CodeCommitCrudPolicy: [
    [
      'codecommit:GitPull GitPush CreateBranch DeleteBranch GetBranch ListBranches MergeBranchesByFastForward MergeBranchesBySquash MergeBranchesByThreeWay UpdateDefaultBranch BatchDescribeMergeConflicts CreateUnreferencedMergeCommit DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests CreatePullRequest DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests MergePullRequestByFastForward MergePullRequestBySquash MergePullRequestByThreeWay PostCommentForPullRequest UpdatePullRequestDescription UpdatePullRequestStatus UpdatePullRequestTitle DeleteFile GetBlob GetFile GetFolder PutFile DeleteCommentContent GetComment GetCommentsForComparedCommit PostCommentForComparedCommit PostCommentReply UpdateComment BatchGetCommits CreateCommit GetCommit GetCommitHistory GetDifferences GetObjectIdentifier GetReferences GetTree GetRepository UpdateRepositoryDescription ListTagsForResource TagResource UntagResource GetRepositoryTriggers PutRepositoryTriggers TestRepositoryTriggers UploadArchive GetUploadArchiveStatus CancelUploadArchive',
      REPOSITORY,
    ],
  ],
  CodeCommitReadPolicy: [
    [
      'codecommit:GitPull GetBranch ListBranches BatchDescribeMergeConflicts DescribeMergeConflicts GetMergeCommit GetMergeOptions BatchGetPullRequests DescribePullRequestEvents GetCommentsForPullRequest GetCommitsFromMergeBase GetMergeConflicts GetPullRequest ListPullRequests GetBlob GetFile GetFolder GetComment GetCommentsForComparedCommit BatchGetCommits GetCommit GetCommitHistory GetDifferences GetObjectIdentifier GetReferences GetTree GetRepository ListTagsForResource GetRepositoryTriggers TestRepositoryTriggers GetUploadArchiveStatus',
      REPOSITORY,
    ],
  ],
  CodePipelineLambdaExecutionPolicy: [['codepipeline:PutJobSuccessResult PutJobFailureResult', '*']],
  CodePipelineReadOnlyPolicy: [
    ['codepipeline:ListPipelineExecutions', 'arn:~:codepipeline:@:{PipelineName}'],
  ],
  ComprehendBasicAccessPolicy: [
    [
      'comprehend:BatchDetectKeyPhrases DetectDominantLanguage DetectEntities BatchDetectEntities DetectKeyPhrases DetectSentiment BatchDetectDominantLanguage BatchDetectSentiment',
      '*',
    ],
  ],
  CostExplorerReadOnlyPolicy: [
    [
      'ce:GetCostAndUsage GetDimensionValues GetReservationCoverage GetReservationPurchaseRecommendation GetReservationUtilization GetTags',
      '*',
    ],
  ],
  DynamoDBBackupFullAccessPolicy: [
    ['dynamodb:CreateBackup DescribeContinuousBackups', DYNAMODB_TABLE],
    ['dynamodb:DeleteBackup DescribeBackup ListBackups', DYNAMODB_BACKUP],
  ],
  DynamoDBCrudPolicy: [
    [
      'dynamodb:GetItem DeleteItem PutItem Scan Query UpdateItem BatchWriteItem BatchGetItem DescribeTable ConditionCheckItem',
      DYNAMODB_ALL,
    ],
  ],
  DynamoDBReadPolicy: [['dynamodb:GetItem Scan Query BatchGetItem DescribeTable', DYNAMODB_ALL]],
  DynamoDBReconfigurePolicy: [['dynamodb:UpdateTable', DYNAMODB_TABLE]],
  DynamoDBRestoreFromBackupPolicy: [
    ['dynamodb:RestoreTableFromBackup', DYNAMODB_BACKUP],
    ['dynamodb:PutItem UpdateItem DeleteItem GetItem Query Scan BatchWriteItem', DYNAMODB_TABLE],
  ],
  DynamoDBStreamReadPolicy: [
    ['dynamodb:DescribeStream GetRecords GetShardIterator', `${DYNAMODB_TABLE}/stream/{StreamName}`],
    ['dynamodb:ListStreams', `${DYNAMODB_TABLE}/stream/*`],
  ],
  DynamoDBWritePolicy: [['dynamodb:PutItem UpdateItem BatchWriteItem', DYNAMODB_ALL]],
  EC2CopyImagePolicy: [['ec2:CopyImage', 'arn:~:ec2:@:image/{ImageId}']],
  EC2DescribePolicy: [['ec2:DescribeRegions DescribeInstances', '*']],
  EKSDescribePolicy: [['eks:DescribeCluster ListClusters', '*']],
  ElasticsearchHttpPostPolicy: [['es:ESHttpPost ESHttpPut', 'arn:~:es:@:domain/{DomainName}/*']],
  EventBridgePutEventsPolicy: [['events:PutEvents', 'arn:~:events:@:event-bus/{EventBusName}']],
  FilterLogEventsPolicy: [['logs:FilterLogEvents', 'arn:~:logs:@:log-group:{LogGroupName}:log-stream:*']],
  FirehoseCrudPolicy: [
    [
      'firehose:CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream PutRecord PutRecordBatch UpdateDestination',
      DELIVERY,
    ],
  ],
  FirehoseWritePolicy: [['firehose:PutRecord PutRecordBatch', DELIVERY]],
  KMSDecryptPolicy: [['kms:Decrypt', 'arn:~:kms:@:key/{KeyId}']],
  KMSEncryptPolicy: [['kms:Encrypt', 'arn:~:kms:@:key/{KeyId}']],
  KinesisCrudPolicy: [
    [
      'kinesis:AddTagsToStream CreateStream DecreaseStreamRetentionPeriod DeleteStream DescribeStream DescribeStreamSummary GetShardIterator IncreaseStreamRetentionPeriod ListTagsForStream MergeShards PutRecord PutRecords SplitShard RemoveTagsFromStream',
      STREAM,
    ],
  ],
  KinesisStreamReadPolicy: [
    ['kinesis:ListStreams DescribeLimits', 'arn:~:kinesis:@:stream/*'],
    ['kinesis:DescribeStream DescribeStreamSummary GetRecords GetShardIterator', STREAM],
  ],
  LambdaInvokePolicy: [['lambda:InvokeFunction', 'arn:~:lambda:@:function:{FunctionName}*']],
  MobileAnalyticsWriteOnlyAccessPolicy: [['mobileanalytics:PutEvents', '*']],
  OrganizationsListAccountsPolicy: [['organizations:ListAccounts', '*']],
  PinpointEndpointAccessPolicy: [
    [
      'mobiletargeting:GetEndpoint UpdateEndpoint UpdateEndpointsBatch',
      'arn:~:mobiletargeting:@:apps/{PinpointApplicationId}/endpoints/*',
    ],
  ],
  PollyFullAccessPolicy: [
    ['polly:GetLexicon DeleteLexicon', 'arn:~:polly:@:lexicon/{LexiconName}'],
    ['polly:DescribeVoices ListLexicons PutLexicon SynthesizeSpeech', 'arn:~:polly:@:lexicon/*'],
  ],
  RekognitionDetectOnlyPolicy: [
    ['rekognition:DetectFaces DetectLabels DetectModerationLabels DetectText', '*'],
  ],
  RekognitionFacesManagementPolicy: [
    ['rekognition:IndexFaces DeleteFaces SearchFaces SearchFacesByImage ListFaces', COLLECTION],
  ],
  RekognitionFacesPolicy: [['rekognition:CompareFaces DetectFaces', '*']],
  RekognitionLabelsPolicy: [['rekognition:DetectLabels DetectModerationLabels', '*']],
  RekognitionNoDataAccessPolicy: [
    ['rekognition:CompareFaces DetectFaces DetectLabels DetectModerationLabels', COLLECTION],
  ],
  RekognitionReadPolicy: [
    ['rekognition:ListCollections ListFaces SearchFaces SearchFacesByImage', COLLECTION],
  ],
  RekognitionWriteOnlyAccessPolicy: [['rekognition:CreateCollection IndexFaces', COLLECTION]],
  S3CrudPolicy: [
    [
      's3:GetObject ListBucket GetBucketLocation GetObjectVersion PutObject PutObjectAcl GetLifecycleConfiguration PutLifecycleConfiguration DeleteObject',
      BUCKET_ALL,
    ],
  ],
  S3FullAccessPolicy: [
    [
      's3:GetObject GetObjectAcl GetObjectVersion PutObject PutObjectAcl DeleteObject DeleteObjectTagging DeleteObjectVersionTagging GetObjectTagging GetObjectVersionTagging PutObjectTagging PutObjectVersionTagging',
      `${BUCKET}/*`,
    ],
    ['s3:ListBucket GetBucketLocation GetLifecycleConfiguration PutLifecycleConfiguration', BUCKET],
  ],
  S3ReadPolicy: [
    ['s3:GetObject ListBucket GetBucketLocation GetObjectVersion GetLifecycleConfiguration', BUCKET_ALL],
  ],
  S3WritePolicy: [['s3:PutObject PutObjectAcl PutLifecycleConfiguration', BUCKET_ALL]],
  SESBulkTemplatedCrudPolicy: [
    [
      'ses:GetIdentityVerificationAttributes SendEmail SendRawEmail SendTemplatedEmail SendBulkTemplatedEmail VerifyEmailIdentity',
      IDENTITY,
    ],
  ],
  SESCrudPolicy: [
    ['ses:GetIdentityVerificationAttributes SendEmail SendRawEmail VerifyEmailIdentity', IDENTITY],
  ],
  SESEmailTemplateCrudPolicy: [
    ['ses:CreateTemplate GetTemplate ListTemplates UpdateTemplate DeleteTemplate TestRenderTemplate', '*'],
  ],
  SESSendBouncePolicy: [['ses:SendBounce', IDENTITY]],
  SNSCrudPolicy: [
    [
      'sns:ListSubscriptionsByTopic CreateTopic SetTopicAttributes Subscribe Publish',
      'arn:~:sns:@:{TopicName}*',
    ],
  ],
  SNSPublishMessagePolicy: [['sns:Publish', 'arn:~:sns:@:{TopicName}']],
  SQSPollerPolicy: [
    [
      'sqs:ChangeMessageVisibility ChangeMessageVisibilityBatch DeleteMessage DeleteMessageBatch GetQueueAttributes ReceiveMessage',
      'arn:~:sqs:@:{QueueName}',
    ],
  ],
  SQSSendMessagePolicy: [['sqs:SendMessage*', 'arn:~:sqs:@:{QueueName}']],
  SSMParameterReadPolicy: [
    ['ssm:DescribeParameters', '*'],
    ['ssm:GetParameters GetParameter GetParametersByPath', 'arn:~:ssm:@:parameter/{ParameterName}'],
  ],
  ServerlessRepoReadWriteAccessPolicy: [
    [
      'serverlessrepo:CreateApplication CreateApplicationVersion UpdateApplication GetApplication ListApplications ListApplicationVersions ListApplicationDependencies',
      'arn:~:serverlessrepo:@:applications/*',
    ],
  ],
  StepFunctionsExecutionPolicy: [['states:StartExecution', 'arn:~:states:@:stateMachine:{StateMachineName}']],
  TextractDetectAnalyzePolicy: [
    ['textract:DetectDocumentText StartDocumentTextDetection StartDocumentAnalysis AnalyzeDocument', '*'],
  ],
  TextractGetResultPolicy: [['textract:GetDocumentTextDetection GetDocumentAnalysis', '*']],
  TextractPolicy: [['textract:*', '*']],
  VPCAccessPolicy: [
    [
      'ec2:CreateNetworkInterface DeleteNetworkInterface DescribeNetworkInterfaces DetachNetworkInterface',
      '*',
    ],
  ],
};
