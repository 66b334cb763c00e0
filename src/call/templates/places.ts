/** What a request tells of partition, Region and account, for ARNs that the person goes on writing. */
import { readCaller } from '../../engine/request/caller';
import type { Request } from '../../case/scenario';
import { isAccountId, parseArn } from '../../language/arn';
import { contextValue } from '../../case/edits';

const EXAMPLE_ACCOUNT = '111122223333';
const EXAMPLE_REGION = 'us-east-1';

export function partitionOf(request: Request): string {
  return readCaller(request).caller.partition ?? parseArn(request.resource)?.partition ?? 'aws';
}

export function regionOf(request: Request): string {
  const named = parseArn(request.resource)?.region ?? '';
  const requested = contextValue(request, 'aws:RequestedRegion');
  return named !== '' ? named : typeof requested === 'string' ? requested : EXAMPLE_REGION;
}

export function callerAccountOf(request: Request): string {
  return readCaller(request).caller.account ?? EXAMPLE_ACCOUNT;
}

/** The account of what is asked for: of a bucket as given, else as its ARN says, else the caller's. */
export function ownerAccountOf(request: Request): string {
  const named = parseArn(request.resource)?.account ?? '';
  return [request.resourceAccount ?? '', named].find(isAccountId) ?? callerAccountOf(request);
}

/** The beginning of an ARN of a service in the request's partition; the Region and the account where it has them. */
export function arnStart(
  request: Request,
  service: string,
  {
    region = regionOf(request),
    account = ownerAccountOf(request),
  }: { region?: string; account?: string } = {},
): string {
  return `arn:${partitionOf(request)}:${service}:${region}:${account}:`;
}
