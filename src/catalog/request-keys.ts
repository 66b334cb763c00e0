/** Which condition keys the request of an action can carry. Service Authorization Reference: "Condition keys". */
import { globalKey } from './global-keys';
import {
  actionDetails,
  actionSupportsKey,
  conditionKeyOf,
  resourceTypesOf,
  splitAction,
} from './service-lookup';
import type { Catalog, ConditionKey } from './service-reference';

/** The service keys of an action, of its resource types too; sorted. Empty when the action is not known. */
export function keysOfAction(catalog: Catalog, action: string): readonly ConditionKey[] {
  const service = catalog.service(splitAction(action)?.prefix ?? '');
  const row = actionDetails(catalog, action);
  if (!service || !row) return [];
  const names = [
    ...row.conditionKeys,
    ...row.resourceTypes.flatMap((entry) => entry.conditionKeys),
    ...resourceTypesOf(service, row).flatMap((type) => type.conditionKeys),
  ];
  const found = new Map<string, ConditionKey>();
  for (const name of names) {
    const key = conditionKeyOf(service, name);
    if (key) found.set(key.key.toLowerCase(), key);
  }
  return [...found.values()].sort((one, other) => (one.key < other.key ? -1 : 1));
}

/**
 * Does AWS never send this key with this action? Only said of a key that the action's own service defines, and of an
 * action that the reference knows: keys of other services, tags and global keys come along for reasons of their own.
 */
export function neverSent(catalog: Catalog, action: string, key: string): boolean {
  const prefix = splitAction(action)?.prefix.toLowerCase() ?? '';
  const service = catalog.service(prefix);
  const row = actionDetails(catalog, action);
  if (!service || !row || globalKey(key) || !key.toLowerCase().startsWith(`${prefix}:`)) return false;
  return conditionKeyOf(service, key) !== undefined && !actionSupportsKey(service, row, key);
}
