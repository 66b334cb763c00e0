/** Which condition keys the request of an action can carry. Service Authorization Reference: "Condition keys". */
import { globalKey } from './global-keys';
import { fittingTypes } from './resource-fit';
import {
  actionDetails,
  actionSupportsKey,
  conditionKeyOf,
  listsKey,
  someActionSupportsKey,
  splitAction,
} from './service-lookup';
import type { ActionResource, Catalog, ConditionKey, Service } from './service-reference';

/** The keys of a resource type in an action's row: of the row, and of the type itself. */
function keysOfType(service: Service, entry: ActionResource): readonly string[] {
  return [...entry.conditionKeys, ...(service.resourceTypes.get(entry.name)?.conditionKeys ?? [])];
}

/**
 * The service keys of an action on a resource, sorted: those of the action and of the resource's type; of all types
 * that the action works on while the resource is of none of them. Empty when the action is not known.
 */
export function keysOfRequest(catalog: Catalog, action: string, resource: string): readonly ConditionKey[] {
  const service = catalog.service(splitAction(action)?.prefix ?? '');
  const row = actionDetails(catalog, action);
  if (!service || !row) return [];
  const types = fittingTypes(catalog, action, resource) ?? row.resourceTypes;
  const names = [...row.conditionKeys, ...types.flatMap((entry) => keysOfType(service, entry))];
  const found = new Map<string, ConditionKey>();
  for (const name of names) {
    const key = conditionKeyOf(service, name);
    if (key) found.set(key.key.toLowerCase(), key);
  }
  return [...found.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/** Why AWS does not send a key with a request. */
export type NotSent =
  /** With this action it never does. */
  | { readonly kind: 'action' }
  /** With this action it does, on resources of other types. */
  | { readonly kind: 'type'; readonly type: string; readonly types: readonly string[] };

/** Keys of tags: the reference lists them with each action and resource type that has them. */
const TAG_KEYS = ['aws:requesttag/', 'aws:resourcetag/', 'aws:tagkeys'];

/**
 * Keys of the caller's credentials. They are named after a service and come with requests to every one.
 * IAM User Guide: "AWS global condition context keys", "Other cross-service condition keys".
 */
const CALLER_KEYS: ReadonlySet<string> = new Set([
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'glue:credentialissuingservice',
  'glue:roleassumedby',
  'identitystore:userid',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
]);

/** Of a key of tags, or one that the action's own service defines: others come along for reasons of their own. */
function isListed(service: Service, key: string): boolean {
  const lower = key.toLowerCase();
  if (TAG_KEYS.some((family) => lower.startsWith(family))) return true;
  if (globalKey(key) || CALLER_KEYS.has(lower) || !lower.startsWith(`${service.prefix}:`)) return false;
  return conditionKeyOf(service, key) !== undefined;
}

/** Does AWS leave this key out of the request, and why? Undefined when it sends it, and when nothing is known. */
export function notSent(
  catalog: Catalog,
  action: string,
  resource: string,
  key: string,
): NotSent | undefined {
  const service = catalog.service(splitAction(action)?.prefix ?? '');
  const row = actionDetails(catalog, action);
  if (!service || !row || !isListed(service, key)) return undefined;
  if (!actionSupportsKey(service, row, key))
    return someActionSupportsKey(service, key) || globalKey(key) ? { kind: 'action' } : undefined;
  const fitting = fittingTypes(catalog, action, resource);
  const has = (entry: ActionResource): boolean => listsKey(keysOfType(service, entry), key);
  if (!fitting || listsKey(row.conditionKeys, key) || fitting.some(has)) return undefined;
  const types = row.resourceTypes
    .filter(has)
    .sort((one, other) => Number(other.required) - Number(one.required));
  return { kind: 'type', type: fitting[0]!.name, types: types.map(({ name }) => name) };
}
