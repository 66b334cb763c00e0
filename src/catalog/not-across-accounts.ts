/**
 * Actions that a service refuses to callers of another account, whatever the policies of the two accounts say. Each list
 * is AWS's own; where the documentation of a service has none, nothing is refused here. Read in November 2026.
 */

export interface Refusal {
  readonly service: string;
  readonly actions: readonly string[];
  /** AWS's words. */
  readonly words: string;
  readonly page: string;
}

const SQS: Refusal = {
  service: 'sqs',
  actions: [
    'AddPermission',
    'CancelMessageMoveTask',
    'CreateQueue',
    'DeleteQueue',
    'ListMessageMoveTasks',
    'ListQueues',
    'ListQueueTags',
    'RemovePermission',
    'SetQueueAttributes',
    'StartMessageMoveTask',
    'TagQueue',
    'UntagQueue',
  ],
  words: 'Cross-account permissions don’t apply to the following actions.',
  page: 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-limitations-of-custom-policies.html',
};

const S3: Refusal = {
  service: 's3',
  actions: ['DeleteBucketPolicy', 'GetBucketPolicy', 'PutBucketPolicy'],
  words:
    'If you have the correct permissions, but you’re not using an identity that belongs to the bucket owner’s account, Amazon S3 returns a 405 Method Not Allowed error.',
  page: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html',
};

const DYNAMODB: Refusal = {
  service: 'dynamodb',
  actions: [
    'CreateBackup',
    'DeleteResourcePolicy',
    'DescribeContinuousBackups',
    'DescribeContributorInsights',
    'DescribeKinesisStreamingDestination',
    'DescribeTableReplicaAutoScaling',
    'DescribeTimeToLive',
    'DisableKinesisStreamingDestination',
    'EnableKinesisStreamingDestination',
    'ExportTableToPointInTime',
    'GetResourcePolicy',
    'PartiQLDelete',
    'PartiQLInsert',
    'PartiQLSelect',
    'PartiQLUpdate',
    'PutResourcePolicy',
    'RestoreTableToPointInTime',
    'UpdateContinuousBackups',
    'UpdateContributorInsights',
    'UpdateKinesisStreamingDestination',
    'UpdateTableReplicaAutoScaling',
    'UpdateTimeToLive',
  ],
  words: 'Not all of these APIs support cross-account access (the column “Cross-account support”).',
  page: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-iam-actions.html',
};

export const NOT_ACROSS_ACCOUNTS: readonly Refusal[] = [SQS, S3, DYNAMODB];

const byAction = new Map(
  NOT_ACROSS_ACCOUNTS.flatMap((refusal) =>
    refusal.actions.map((name) => [`${refusal.service}:${name}`.toLowerCase(), refusal] as const),
  ),
);

/**
 * Why an action does not work across accounts: AWS's words and page. Undefined where it works or nothing is documented.
 * KMS lists the operations that do work, in `kms.ts`.
 */
export function notAcrossAccounts(lowerAction: string): Pick<Refusal, 'words' | 'page'> | undefined {
  return byAction.get(lowerAction);
}
