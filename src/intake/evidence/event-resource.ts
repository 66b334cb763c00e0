/** The resource of a CloudTrail event: CloudTrail User Guide, "CloudTrail record contents", `resources` and `requestParameters`. */
import { arnByName } from './event-names';
import { placeOf } from './event-place';
import { at, defined, isObject, listAt, textAt } from './values';
import type { JsonObject } from './values';

export interface EventResource {
  readonly resource?: string;
  readonly resourceAccount?: string;
}

/** What the event tells of the resource that was asked for; nothing where it tells several or none. */
export function resourceOf(event: JsonObject, action: string | undefined): EventResource {
  const resource = fromParameters(event, action) ?? fromResources(event);
  if (resource === undefined) return {};
  const owned = listAt(event, 'resources').find((entry) => isPartOf(resource, textAt(entry, 'ARN')));
  const owner = owned === undefined ? undefined : (textAt(owned, 'accountId') ?? bucketOwner(event));
  return defined({
    resource,
    resourceAccount: owner !== undefined && /^\d{12}$/.test(owner) ? owner : undefined,
  });
}

/** The ARN itself, or for an object of S3 its bucket. */
function isPartOf(resource: string, arn: string | undefined): boolean {
  return arn !== undefined && (arn === resource || resource.startsWith(`${arn}/`));
}

function bucketOwner(event: JsonObject): string | undefined {
  const owner = listAt(event, 'resources').find((entry) => textAt(entry, 'type') === 'AWS::S3::Bucket');
  return textAt(owner, 'accountId');
}

function fromResources(event: JsonObject): string | undefined {
  const arns = listAt(event, 'resources').flatMap((entry) => textAt(entry, 'ARN') ?? []);
  return arns.length === 1 ? arns[0] : undefined;
}

/** Parameters whose value is the ARN of what is asked for, whatever the service. */
const ARN_PARAMETERS: readonly string[] = [
  'roleArn',
  'secretId',
  'keyId',
  'topicArn',
  'functionName',
  'tableName',
  'tableArn',
  'streamARN',
  'stateMachineArn',
  'resourceArn',
  'policyArn',
  'loadBalancerArn',
  'targetGroupArn',
  'cluster',
];

function fromParameters(event: JsonObject, action: string | undefined): string | undefined {
  const parameters = at(event, 'requestParameters');
  const service = action?.split(':')[0];
  if (!isObject(parameters) || action === undefined || service === undefined) return undefined;
  if (service === 's3') return fromBucket(parameters, placeOf(event).partition);
  if (service === 'sts') return textAt(parameters, 'roleArn');
  for (const name of ARN_PARAMETERS) {
    const value = textAt(parameters, name);
    // A role's ARN in a call to EC2 is what the call passes on, not what it asks for.
    if (value !== undefined && value.split(':')[2] === service && value.startsWith('arn:')) return value;
  }
  return arnByName(action, parameters, placeOf(event));
}

function fromBucket(parameters: JsonObject, partition: string): string | undefined {
  const bucket = textAt(parameters, 'bucketName');
  if (bucket === undefined || bucket.startsWith('arn:')) return bucket;
  const key = textAt(parameters, 'key');
  return `arn:${partition}:s3:::${bucket}${key === undefined ? '' : `/${key}`}`;
}
