/**
 * Is a policy one that AWS manages? Only AWS can change those; a customer changes a copy.
 * IAM User Guide, "Managed policies and inline policies"; Organizations User Guide, "FullAWSAccess".
 */

/** AWS managed policies whose names begin otherwise than with the names of AWS and its services. */
const NAMES: ReadonlySet<string> = new Set([
  'AdministratorAccess',
  'Billing',
  'DatabaseAdministrator',
  'DataScientist',
  'FullAWSAccess',
  'NetworkAdministrator',
  'PowerUserAccess',
  'RCPFullAWSAccess',
  'ReadOnlyAccess',
  'SecretsManagerReadWrite',
  'SecurityAudit',
  'SupportUser',
  'SystemAdministrator',
  'ViewOnlyAccess',
]);

const BEGINNING = /^(Amazon|AWS|Aws)[A-Z0-9_]\w*$/;
const SERVICE =
  /^(AutoScaling|Cloud(Front|Search|Watch|watch)|Comprehend|EC2|ElasticLoadBalancing|IAM|Neptune|Route53|S3|SQS|SageMakerStudio)\w*(FullAccess|FullAccessV2|ReadOnly|ReadOnlyAccess|ServerPolicy|AdminPolicy|ChangePassword|SSHKeys|UnlockBucketPolicy|UnlockQueuePolicy|InstanceConnect)$/;

/** By its ARN, or by a name as AWS gives them. */
export function isAwsManaged(name: string): boolean {
  if (name.startsWith('arn:')) return /^arn:[^:]+:iam::aws:policy\//.test(name);
  return NAMES.has(name) || BEGINNING.test(name) || SERVICE.test(name) || /ServiceRolePolicy$/.test(name);
}
