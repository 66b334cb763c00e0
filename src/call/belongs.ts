/**
 * Which requests of a call are under the same layer. Identity-based policies, boundaries and session policies are the
 * principal's; SCPs those of its account; RCPs those of the resource's account; an endpoint has one service and only
 * what the caller sends through it; a resource-based policy speaks of its own bucket, key, queue or role.
 * IAM User Guide: "Policy evaluation logic"; VPC User Guide: "Control access to VPC endpoints using endpoint policies".
 */
import { readCaller } from '../engine/request/caller';
import { readAction, readResource, readResourceAccount } from '../engine/request/target';
import { LAYER_TABLE } from '../case/layers';
import type { Layer, Request } from '../case/scenario';
import { parseArn } from '../language/arn';

/** A request of a call, as it is asked in the end. */
export interface CallRequest {
  readonly request: Request;
  /** The service that makes it on the caller's behalf. */
  readonly through?: string | undefined;
}

/** A layer, or the settings of the bucket, which go with its policy. */
export type SharedPart = Layer | 's3';

/** By whose a layer is: two requests with the same text are under the same policies; without one, under their own only. */
const KEYS: Readonly<Record<(typeof LAYER_TABLE)[Layer]['of'], (asked: CallRequest) => string | undefined>> =
  {
    principal: ({ request }) => given(request.principal),
    resource: ({ request }) => resourceHolder(request),
    account: ({ request }) => readCaller(request).caller.account ?? given(request.principal),
    resourceAccount: ({ request }) => resourceAccountOf(request) ?? resourceHolder(request),
    endpoint: ({ request, through }) => (through === undefined ? serviceOf(request) : undefined),
  };

export function isUnderSame(part: SharedPart, one: CallRequest, other: CallRequest): boolean {
  const keyOf = KEYS[LAYER_TABLE[part === 's3' ? 'resource' : part].of];
  const key = keyOf(one);
  return key !== undefined && key === keyOf(other);
}

/**
 * What a resource-based policy is attached to: a bucket for all of its objects, else the resource itself. With the
 * service that asks it: a role's trust policy is asked by STS, never when IAM checks who may pass the role.
 */
export function resourceHolder(request: Request): string | undefined {
  const service = serviceOf(request);
  if (service === undefined || request.resource === '') return undefined;
  return `${service} ${holderArn(request.resource)}`;
}

/** The bucket of an object, the access point of an object behind it, else the resource. */
export function holderArn(resource: string): string {
  const arn = parseArn(resource);
  if (arn?.service !== 's3') return resource;
  const end = arn.account === '' ? /^[^/]*/ : /^[^/]*\/[^/]*/;
  const holder = end.exec(arn.resource)?.[0] ?? arn.resource;
  return resource.slice(0, resource.length - arn.resource.length) + holder;
}

export function serviceOf({ action }: Request): string | undefined {
  return readAction(action).action?.service;
}

function resourceAccountOf(request: Request): string | undefined {
  const { account } = readCaller(request).caller;
  return readResourceAccount(request, readResource(request.resource).arn, account).account;
}

function given(text: string): string | undefined {
  return text === '' ? undefined : text;
}
