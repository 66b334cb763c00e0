/** One recorded call as the requests that AWS authorized for it. */
import { actionDetails } from '../../catalog/service-lookup';
import type { Catalog } from '../../catalog/service-reference';
import { PERMISSIONLESS } from '../../catalog/event-calls';
import { callName, needsOfCall, prefixOf } from '../../intake/evidence/event-actions';
import type { JsonObject } from '../../intake/evidence/values';
import { textAt } from '../../intake/evidence/values';
import { placeOf } from '../../intake/evidence/event-place';
import { resourcesOf } from './event-resources';
import { triggersOf } from './triggers';

export interface NeededRequest {
  /** As the service reference writes it. */
  readonly action: string;
  readonly resource: string;
  /** The event names the resource. */
  readonly named: boolean;
  /** Keys that this request carries besides the context of the event. */
  readonly context: Readonly<Record<string, string>>;
  /** The action of the call that needs it besides; undefined for the call's own. */
  readonly because?: string;
  readonly region: string;
}

export type CallReading =
  | { readonly kind: 'needs'; readonly requests: readonly NeededRequest[] }
  | { readonly kind: 'permissionless'; readonly action: string }
  | { readonly kind: 'unmapped'; readonly call: string };

/** The requests of an event's call; nothing is guessed: a call without an action of AWS's reference is unmapped. */
export function readCall(catalog: Catalog, event: JsonObject): CallReading {
  const prefix = prefixOf(textAt(event, 'eventSource') ?? '');
  const name = callName(textAt(event, 'eventName') ?? '');
  const call = `${prefix ?? textAt(event, 'eventSource') ?? ''}:${name}`;
  if (PERMISSIONLESS.has(call)) return { kind: 'permissionless', action: call };
  const needs = needsOfCall(event).map((need) => ({ need, row: actionDetails(catalog, need.action) }));
  if (needs.length === 0 || needs.some(({ row }) => row === undefined)) return { kind: 'unmapped', call };
  const place = placeOf(event);
  const requests = needs.flatMap(({ need, row }): NeededRequest[] => {
    const action = `${need.action.slice(0, need.action.indexOf(':'))}:${row!.name}`;
    const { arns, named } = resourcesOf(catalog, event, { ...need, action });
    const own = arns.map((resource) => ({
      action,
      resource,
      named,
      context: keysOf(event, action, resource),
      region: place.region,
    }));
    const derived = triggersOf(catalog, event, action, arns, place).flatMap((more) =>
      actionDetails(catalog, more.action) === undefined
        ? []
        : more.resources.map((resource) => ({
            action: more.action,
            resource,
            named: more.guessed !== true,
            context: { ...more.context },
            because: action,
            region: place.region,
          })),
    );
    return [...own, ...derived];
  });
  return { kind: 'needs', requests };
}

/** KMS Developer Guide, "kms:ViaService": the service that called KMS on the caller's behalf, with its Region. */
function keysOf(event: JsonObject, action: string, resource: string): Readonly<Record<string, string>> {
  const invokedBy = textAt(event, 'userIdentity', 'invokedBy');
  const service = /^([a-z0-9-]+)\.amazonaws\.com$/.exec(invokedBy ?? '')?.[1];
  if (!action.startsWith('kms:') || service === undefined) return {};
  const region = resource.split(':')[3] ?? '';
  const where = region === '' || region === '*' ? textAt(event, 'awsRegion') : region;
  return where === undefined ? {} : { 'kms:ViaService': `${service}.${where}.amazonaws.com` };
}
