/**
 * What a linked request takes over from the first request of its call where it says nothing else. Keys that tell of
 * another principal, another resource or another service stay behind: they would let conditions match that AWS never
 * sees together.
 */
import type { ContextValue, LinkedRequest, Request } from '../case/scenario';
import { parseArn } from '../language/arn';
import { holderArn, serviceOf } from './belongs';
import { serviceContext } from './through';

type Keys = Readonly<Record<string, ContextValue>>;

/** The request that a linked one is written down against: `withRequest(base, linked.request)` is what it asks. */
export function baseOf(
  main: Request,
  { request, through }: Pick<LinkedRequest, 'request' | 'through'>,
): Request {
  const asked: Request = { ...main, ...request };
  const { context: before, resourceAccount, ...fields } = main;
  const kept = Object.entries(before ?? {}).filter(([key]) =>
    isCarried(key.toLowerCase(), main, asked, through),
  );
  const context: Keys = { ...Object.fromEntries(kept), ...serviceContext(main, asked, through) };
  const isSameHolder = holderArn(main.resource) === holderArn(asked.resource);
  return {
    ...fields,
    // The account of a bucket is that bucket's alone, and an ARN that names its account needs no other.
    ...(resourceAccount !== undefined && isSameHolder && { resourceAccount }),
    ...(Object.keys(context).length > 0 && { context }),
  };
}

/** IAM User Guide, "AWS global condition context keys": properties of the principal, and of its session. */
const OF_PRINCIPAL =
  /^aws:(principal.*|userid|username|multifactorauth.*|tokenissuetime|assumedroot|federatedprovider|chatbotsourcearn|ec2instancesource.*)$/;
const OF_RESOURCE = /^(aws:resource.*|[a-z0-9-]+:resourcetag\/.*|s3:(existingobjecttag|buckettag)\/.*)$/;
const OF_REQUEST_TAGS = /^aws:(requesttag\/.*|tagkeys)$/;

/** "Forward access sessions": the network of the first request is not that of the second. */
const OF_NETWORK = /^aws:(sourcevpc|sourcevpcarn|sourcevpce|vpcsourceip|vpce(account|orgid|orgpaths))$/;

/** Keys that a service gives every request made from its compute: "Cross-service condition keys". */
const OF_COMPUTE = /^(ec2:(sourceinstancearn|roledelivery)|[a-z0-9-]+:source[a-z]+arn)$/;

/** Keys of a service that tell of the connection or the whole call, whatever the resource. */
const OF_CALL =
  /^(s3:(authtype|signatureage|signatureversion|tlsversion|x-amz-content-sha256)|ec2:(region|launchtemplate|islaunchtemplateresource))$/;

function isCarried(key: string, main: Request, asked: Request, through: string | undefined): boolean {
  if (through !== undefined && OF_NETWORK.test(key)) return false;
  if (asked.principal !== main.principal && (OF_PRINCIPAL.test(key) || OF_REQUEST_TAGS.test(key)))
    return false;
  const isSameResource = asked.resource === main.resource;
  if (!isSameResource && OF_RESOURCE.test(key)) return false;
  const service = serviceOf(main);
  const isSameService = serviceOf(asked) === service;
  if (OF_REQUEST_TAGS.test(key)) return isSameService && takesTags(asked);
  if (service === undefined || !key.startsWith(`${service}:`) || OF_COMPUTE.test(key)) return true;
  return isSameService && (isSameResource || OF_CALL.test(key));
}

/** What `RunInstances` makes anew. Service Authorization Reference, "Amazon EC2": RunInstances, by resource type. */
const MADE_BY_EC2: ReadonlySet<string> = new Set([
  'instance',
  'volume',
  'network-interface',
  'secondary-interface',
  'spot-instances-request',
]);

/** Tags in a request are those of what it makes; EC2 checks what is only used without them. */
function takesTags({ resource }: Request): boolean {
  const arn = parseArn(resource);
  return arn?.service !== 'ec2' || MADE_BY_EC2.has(arn.resource.split('/')[0] ?? '');
}
