/**
 * Which resources of the AWS provider hold policies, as of version 6 (Terraform Registry, hashicorp/aws, each resource's
 * "Argument Reference"). What is not listed is read too where it holds a policy, with what the policy itself tells.
 */
import type { Layer } from '../../../case/scenario';

export interface PolicyArgument {
  readonly attribute: string;
  readonly policyKind: Layer | 'trust';
  /** The kind of what it is attached to, and the argument that names it; without one it is the resource itself. */
  readonly holder: { readonly kind: string; readonly argument?: string };
}

function on(
  attribute: string,
  kind: string,
  argument?: string,
  policyKind: PolicyArgument['policyKind'] = 'resource',
): PolicyArgument {
  return { attribute, policyKind, holder: { kind, ...(argument !== undefined && { argument }) } };
}

export const POLICY_ARGUMENTS: Readonly<Record<string, PolicyArgument>> = {
  aws_iam_role: on('assume_role_policy', 'role', undefined, 'trust'),
  aws_iam_role_policy: on('policy', 'role', 'role', 'identity'),
  aws_iam_user_policy: on('policy', 'user', 'user', 'identity'),
  aws_iam_group_policy: on('policy', 'group', 'group', 'identity'),
  aws_ssoadmin_permission_set_inline_policy: on(
    'inline_policy',
    'permission set',
    'permission_set_arn',
    'identity',
  ),
  aws_vpc_endpoint: on('policy', 'endpoint', undefined, 'endpoint'),
  aws_vpc_endpoint_policy: on('policy', 'endpoint', 'vpc_endpoint_id', 'endpoint'),
  aws_s3_bucket: on('policy', 'bucket'),
  aws_s3_bucket_policy: on('policy', 'bucket', 'bucket'),
  aws_s3_access_point: on('policy', 'access point'),
  aws_s3control_access_point_policy: on('policy', 'access point', 'access_point_arn'),
  aws_kms_key: on('policy', 'key'),
  aws_kms_external_key: on('policy', 'key'),
  aws_kms_replica_key: on('policy', 'key'),
  aws_kms_key_policy: on('policy', 'key', 'key_id'),
  aws_sqs_queue: on('policy', 'queue'),
  aws_sqs_queue_policy: on('policy', 'queue', 'queue_url'),
  aws_sns_topic: on('policy', 'topic'),
  aws_sns_topic_policy: on('policy', 'topic', 'arn'),
  aws_secretsmanager_secret: on('policy', 'secret'),
  aws_secretsmanager_secret_policy: on('policy', 'secret', 'secret_arn'),
  aws_ecr_repository_policy: on('policy', 'repository', 'repository'),
  aws_ecr_registry_policy: on('policy', 'registry'),
  aws_ecrpublic_repository_policy: on('policy', 'repository', 'repository_name'),
  aws_efs_file_system_policy: on('policy', 'file system', 'file_system_id'),
  aws_opensearch_domain: on('access_policies', 'domain'),
  aws_opensearch_domain_policy: on('access_policies', 'domain', 'domain_name'),
  aws_elasticsearch_domain: on('access_policies', 'domain'),
  aws_elasticsearch_domain_policy: on('access_policies', 'domain', 'domain_name'),
  aws_glue_resource_policy: on('policy', 'catalog'),
  aws_cloudwatch_log_resource_policy: on('policy_document', 'log groups'),
  aws_cloudwatch_event_bus_policy: on('policy', 'event bus', 'event_bus_name'),
  aws_backup_vault_policy: on('policy', 'vault', 'backup_vault_name'),
  aws_api_gateway_rest_api: on('policy', 'API'),
  aws_api_gateway_rest_api_policy: on('policy', 'API', 'rest_api_id'),
  aws_codeartifact_domain_permissions_policy: on('policy_document', 'domain', 'domain'),
  aws_codeartifact_repository_permissions_policy: on('policy_document', 'repository', 'repository'),
  aws_dynamodb_resource_policy: on('policy', 'table', 'resource_arn'),
  aws_kinesis_resource_policy: on('policy', 'stream', 'resource_arn'),
  aws_ses_identity_policy: on('policy', 'identity', 'identity'),
  aws_sesv2_email_identity_policy: on('policy', 'identity', 'email_identity'),
  aws_acmpca_policy: on('policy', 'certificate authority', 'resource_arn'),
  aws_glacier_vault: on('access_policy', 'vault'),
  aws_glacier_vault_lock: on('policy', 'vault', 'vault_name'),
  aws_s3control_bucket_policy: on('policy', 'bucket', 'bucket'),
  aws_s3tables_table_bucket_policy: on('resource_policy', 'bucket', 'table_bucket_arn'),
  aws_cloudwatch_log_destination_policy: on('access_policy', 'log destination', 'destination_name'),
  aws_media_store_container_policy: on('policy', 'container', 'container_name'),
  aws_msk_cluster_policy: on('policy', 'cluster', 'cluster_arn'),
  aws_codebuild_resource_policy: on('policy', 'project', 'resource_arn'),
  aws_redshift_resource_policy: on('policy', 'cluster', 'resource_arn'),
  aws_schemas_registry_policy: on('policy', 'registry', 'registry_name'),
  aws_vpclattice_auth_policy: on('policy', 'service', 'resource_identifier'),
  aws_vpclattice_resource_policy: on('policy', 'service', 'resource_arn'),
  aws_organizations_resource_policy: on('content', 'organization'),
};

/** Attachments of managed policies: which argument names the policy, which the holder. */
export interface AttachmentType {
  readonly policy: string;
  readonly holders: readonly { readonly kind: string; readonly argument: string }[];
  readonly policyKind: Layer;
}

export const ATTACHMENTS: Readonly<Record<string, AttachmentType>> = {
  aws_iam_role_policy_attachment: {
    policy: 'policy_arn',
    holders: [{ kind: 'role', argument: 'role' }],
    policyKind: 'identity',
  },
  aws_iam_user_policy_attachment: {
    policy: 'policy_arn',
    holders: [{ kind: 'user', argument: 'user' }],
    policyKind: 'identity',
  },
  aws_iam_group_policy_attachment: {
    policy: 'policy_arn',
    holders: [{ kind: 'group', argument: 'group' }],
    policyKind: 'identity',
  },
  aws_iam_policy_attachment: {
    policy: 'policy_arn',
    holders: [
      { kind: 'role', argument: 'roles' },
      { kind: 'user', argument: 'users' },
      { kind: 'group', argument: 'groups' },
    ],
    policyKind: 'identity',
  },
  aws_ssoadmin_managed_policy_attachment: {
    policy: 'managed_policy_arn',
    holders: [{ kind: 'permission set', argument: 'permission_set_arn' }],
    policyKind: 'identity',
  },
  aws_organizations_policy_attachment: {
    policy: 'policy_id',
    holders: [{ kind: 'target', argument: 'target_id' }],
    policyKind: 'scp',
  },
};

/** Organizations User Guide: the types of policies that limit access. Others, such as tag policies, are no access policies. */
export const ORGANIZATION_TYPES: Readonly<Record<string, 'scp' | 'rcp'>> = {
  SERVICE_CONTROL_POLICY: 'scp',
  RESOURCE_CONTROL_POLICY: 'rcp',
};

/** Documents of another language than IAM's, although they look alike. */
export const NO_IAM_POLICIES: ReadonlySet<string> = new Set(['aws_iot_policy', 'aws_ecr_lifecycle_policy']);
