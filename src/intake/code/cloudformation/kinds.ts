/**
 * Which properties of which resources hold policies. AWS CloudFormation User Guide, "AWS resource and property types
 * reference", each resource's page, November 2026.
 */
import type { Layer } from '../../../case/scenario';

export interface PolicySlot {
  /** Where the document stands under `Properties`. */
  readonly path: readonly string[];
  readonly policyKind: Layer | 'trust';
  /** Where the name of the policy stands, else the resource's own name counts. */
  readonly name?: readonly string[];
  /** What holds it: properties that name roles, buckets … with the word for one; `self`: the resource itself. */
  readonly holders: Readonly<Record<string, string>> | { readonly self: string };
}

const IDENTITY = { Roles: 'role', Users: 'user', Groups: 'group' };

function slot(
  path: string,
  policyKind: PolicySlot['policyKind'],
  holders: PolicySlot['holders'],
  name?: string,
): PolicySlot {
  return { path: path.split('.'), policyKind, holders, ...(name !== undefined && { name: name.split('.') }) };
}

function onResource(path: string, holders: PolicySlot['holders']): readonly PolicySlot[] {
  return [slot(path, 'resource', holders)];
}

export const POLICY_SLOTS: Readonly<Record<string, readonly PolicySlot[]>> = {
  'AWS::IAM::Policy': [slot('PolicyDocument', 'identity', IDENTITY, 'PolicyName')],
  'AWS::IAM::ManagedPolicy': [slot('PolicyDocument', 'identity', IDENTITY, 'ManagedPolicyName')],
  'AWS::IAM::RolePolicy': [slot('PolicyDocument', 'identity', { RoleName: 'role' }, 'PolicyName')],
  'AWS::IAM::UserPolicy': [slot('PolicyDocument', 'identity', { UserName: 'user' }, 'PolicyName')],
  'AWS::IAM::GroupPolicy': [slot('PolicyDocument', 'identity', { GroupName: 'group' }, 'PolicyName')],
  'AWS::IAM::Role': [slot('AssumeRolePolicyDocument', 'trust', { self: 'role' })],
  'AWS::SSO::PermissionSet': [slot('InlinePolicy', 'identity', { self: 'permission set' })],
  'AWS::Organizations::Policy': [slot('Content', 'scp', { TargetIds: 'target' }, 'Name')],
  'AWS::EC2::VPCEndpoint': [slot('PolicyDocument', 'endpoint', { self: 'endpoint' })],
  'AWS::S3::BucketPolicy': onResource('PolicyDocument', { Bucket: 'bucket' }),
  'AWS::S3::AccessPoint': onResource('Policy', { self: 'access point' }),
  'AWS::S3::MultiRegionAccessPointPolicy': onResource('Policy', { MrapName: 'access point' }),
  'AWS::S3Express::BucketPolicy': onResource('PolicyDocument', { Bucket: 'bucket' }),
  'AWS::S3ObjectLambda::AccessPointPolicy': onResource('PolicyDocument', {
    ObjectLambdaAccessPoint: 'access point',
  }),
  'AWS::S3Outposts::BucketPolicy': onResource('PolicyDocument', { Bucket: 'bucket' }),
  'AWS::S3Tables::TableBucketPolicy': onResource('ResourcePolicy', { TableBucketARN: 'bucket' }),
  'AWS::KMS::Key': onResource('KeyPolicy', { self: 'key' }),
  'AWS::KMS::ReplicaKey': onResource('KeyPolicy', { self: 'key' }),
  'AWS::SQS::QueuePolicy': onResource('PolicyDocument', { Queues: 'queue' }),
  'AWS::SQS::QueueInlinePolicy': onResource('PolicyDocument', { Queue: 'queue' }),
  'AWS::SNS::TopicPolicy': onResource('PolicyDocument', { Topics: 'topic' }),
  'AWS::SNS::TopicInlinePolicy': onResource('PolicyDocument', { TopicArn: 'topic' }),
  'AWS::SecretsManager::ResourcePolicy': onResource('ResourcePolicy', { SecretId: 'secret' }),
  'AWS::ECR::Repository': onResource('RepositoryPolicyText', { self: 'repository' }),
  'AWS::ECR::PublicRepository': onResource('RepositoryPolicyText', { self: 'repository' }),
  'AWS::ECR::RegistryPolicy': onResource('PolicyText', { self: 'registry' }),
  'AWS::EFS::FileSystem': onResource('FileSystemPolicy', { self: 'file system' }),
  'AWS::ApiGateway::RestApi': onResource('Policy', { self: 'API' }),
  'AWS::Backup::BackupVault': onResource('AccessPolicy', { self: 'vault' }),
  'AWS::CodeArtifact::Domain': onResource('PermissionsPolicyDocument', { self: 'domain' }),
  'AWS::CodeArtifact::Repository': onResource('PermissionsPolicyDocument', { self: 'repository' }),
  'AWS::DynamoDB::Table': [
    slot('ResourcePolicy.PolicyDocument', 'resource', { self: 'table' }),
    slot('StreamSpecification.ResourcePolicy.PolicyDocument', 'resource', { self: 'stream' }),
  ],
  'AWS::Elasticsearch::Domain': onResource('AccessPolicies', { self: 'domain' }),
  'AWS::OpenSearchService::Domain': onResource('AccessPolicies', { self: 'domain' }),
  'AWS::Events::EventBus': onResource('Policy', { self: 'event bus' }),
  'AWS::Kinesis::ResourcePolicy': onResource('ResourcePolicy', { ResourceArn: 'stream' }),
  'AWS::Logs::ResourcePolicy': [slot('PolicyDocument', 'resource', { self: 'logs' }, 'PolicyName')],
  'AWS::MediaStore::Container': onResource('Policy', { self: 'container' }),
  'AWS::VpcLattice::AuthPolicy': onResource('Policy', { ResourceIdentifier: 'service' }),
  'AWS::VpcLattice::ResourcePolicy': onResource('Policy', { ResourceArn: 'service' }),
  'AWS::Organizations::ResourcePolicy': onResource('Content', { self: 'organization' }),
};

/** Principals with lists of policies of their own. */
export const PRINCIPALS: Readonly<Record<string, string>> = {
  'AWS::IAM::Role': 'role',
  'AWS::IAM::User': 'user',
  'AWS::IAM::Group': 'group',
};

/** Where a resource tells its own name; without one the name is made when the stack is. */
export const NAME_PROPERTIES: readonly string[] = [
  'RoleName',
  'UserName',
  'GroupName',
  'ManagedPolicyName',
  'PolicyName',
  'BucketName',
  'QueueName',
  'TopicName',
  'FunctionName',
  'TableName',
  'RepositoryName',
  'Name',
];
