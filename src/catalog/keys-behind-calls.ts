/**
 * What a service asks of KMS in the caller's name when data is encrypted with a customer-managed key. As of 2026-11.
 * Sources: awslabs/iam-policy-autopilot, `operation-fas-maps` (Apache-2.0); Amazon S3 User Guide, "Using server-side
 * encryption with AWS KMS keys" (uploads in parts); Amazon SQS Developer Guide, "Key management".
 */

const DECRYPT = ['kms:Decrypt'];
const GENERATE = ['kms:GenerateDataKey'];
const BOTH = ['kms:Decrypt', 'kms:GenerateDataKey'];

/** By the action of the call. */
export const KEYS_BEHIND: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': DECRYPT,
  's3:GetObjectVersion': DECRYPT,
  's3:PutObject': GENERATE,
  'dynamodb:GetItem': DECRYPT,
  'dynamodb:BatchGetItem': DECRYPT,
  'dynamodb:Query': DECRYPT,
  'dynamodb:Scan': DECRYPT,
  'dynamodb:PutItem': DECRYPT,
  'dynamodb:UpdateItem': DECRYPT,
  'dynamodb:DeleteItem': DECRYPT,
  'dynamodb:BatchWriteItem': DECRYPT,
  'dynamodb:ConditionCheckItem': DECRYPT,
  'dynamodb:PartiQLSelect': DECRYPT,
  'dynamodb:PartiQLInsert': DECRYPT,
  'dynamodb:PartiQLUpdate': DECRYPT,
  'dynamodb:PartiQLDelete': DECRYPT,
  'dynamodb:CreateTable': ['kms:CreateGrant', 'kms:DescribeKey'],
  'sqs:ReceiveMessage': DECRYPT,
  'sqs:SendMessage': BOTH,
  'sns:Publish': BOTH,
  'ssm:GetParameter': DECRYPT,
  'ssm:GetParameters': DECRYPT,
  'ssm:GetParametersByPath': DECRYPT,
  'ssm:GetParameterHistory': DECRYPT,
  'ssm:PutParameter': ['kms:Encrypt'],
  'secretsmanager:GetSecretValue': DECRYPT,
  'secretsmanager:CreateSecret': BOTH,
  'kinesis:PutRecord': GENERATE,
  'kinesis:PutRecords': GENERATE,
  'kinesis:GetRecords': DECRYPT,
};

/** An upload in parts reads back what it wrote. */
export const IN_PARTS: ReadonlySet<string> = new Set([
  'UploadPart',
  'UploadPartCopy',
  'CompleteMultipartUpload',
]);
