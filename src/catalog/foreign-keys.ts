/**
 * Keys of one service in requests to another. A key that begins with a service's prefix comes with requests to that
 * service. IAM User Guide: "AWS global condition context keys" (service-specific keys) and "IAM and AWS STS condition
 * context keys" (`sts:ExternalId` with AssumeRole, `iam:PassedToService` with PassRole).
 */
import { entryOf } from '../language/entry';

/** Only with these calls. */
const WITH: Readonly<Record<string, RegExp>> = {
  'sts:externalid': /^sts:assumerole$/,
  'iam:passedtoservice': /^iam:passrole$/,
  'iam:associatedresourcearn': /^iam:passrole$/,
};

/** Keys of credentials: named after a service, and sent to every one. */
const OF_CREDENTIALS =
  /^(ec2:(roledelivery|sourceinstancearn)|lambda:sourcefunctionarn|glue:|ssm:|identitystore:)/;

/** Prefixes whose keys no other service sends; S3's are shared by its sisters. */
const OWN: ReadonlySet<string> = new Set([
  'sts',
  'iam',
  'ec2',
  'kms',
  's3',
  'lambda',
  'sqs',
  'sns',
  'dynamodb',
]);

/** Is it sure that AWS sends this key with no such request? The key and the action in any letters. */
export function isForeignKey(key: string, action: string): boolean {
  const [name, asked] = [key.toLowerCase(), action.toLowerCase()];
  const only = entryOf(WITH, name);
  if (only) return !only.test(asked);
  const prefix = name.split(':', 1)[0]!;
  const service = asked.split(':', 1)[0]!;
  if (!OWN.has(prefix) || service === '' || OF_CREDENTIALS.test(name)) return false;
  return prefix !== service && !(prefix === 's3' && service.startsWith('s3'));
}
