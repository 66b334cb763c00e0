/** Questions that a catalog answers by going through the parts of a service. */
import { globMatches, globOf } from '../language/glob';
import type { Catalog, ConditionKey, ResourceType, Service, ServiceAction } from './service-reference';

export interface ActionName {
  readonly prefix: string;
  readonly name: string;
}

/** The two parts of `s3:GetObject`; undefined where there is no colon. */
export function splitAction(action: string): ActionName | undefined {
  const colon = action.indexOf(':');
  return colon === -1 ? undefined : { prefix: action.slice(0, colon), name: action.slice(colon + 1) };
}

/** The row of an action; undefined when it does not exist or its service is not loaded. */
export function actionDetails(catalog: Catalog, action: string): ServiceAction | undefined {
  const parts = splitAction(action);
  return parts && catalog.service(parts.prefix)?.actions.get(parts.name.toLowerCase());
}

const PLACEHOLDER = /\$\{[^}]*\}|<[^<>]*>/g;

/** A format with placeholders, as a pattern: `arn:*:s3:::*`. */
export function patternOf(format: string): string {
  return format.replaceAll(PLACEHOLDER, '*');
}

interface KeyPattern {
  readonly matches: (lower: string) => boolean;
  readonly key: ConditionKey;
}

const patternsOfServices = new WeakMap<Service, readonly KeyPattern[]>();

function keyPatterns(service: Service): readonly KeyPattern[] {
  let patterns = patternsOfServices.get(service);
  if (!patterns) {
    patterns = [...service.conditionKeys.values()].flatMap((key) => {
      const pattern = patternOf(key.key.toLowerCase());
      if (!pattern.includes('*')) return [];
      const glob = globOf(pattern);
      return [{ key, matches: (lower: string) => globMatches(glob, lower) }];
    });
    patternsOfServices.set(service, patterns);
  }
  return patterns;
}

/** What a service says about a condition key, whatever its capitals; `s3:ExistingObjectTag/team` by its pattern. */
export function conditionKeyOf(service: Service, key: string): ConditionKey | undefined {
  const lower = key.toLowerCase();
  return (
    service.conditionKeys.get(lower) ?? keyPatterns(service).find((pattern) => pattern.matches(lower))?.key
  );
}

/** Does a list of keys, as a row of the reference has them, name this key? */
export function listsKey(keys: readonly string[], key: string): boolean {
  const lower = key.toLowerCase();
  return keys.some((entry) => {
    const known = entry.toLowerCase();
    return known === lower || globMatches(globOf(patternOf(known)), lower);
  });
}

/** The resource types of an action's row that the service describes. */
export function resourceTypesOf(service: Service, action: ServiceAction): readonly ResourceType[] {
  return action.resourceTypes.flatMap((entry) => service.resourceTypes.get(entry.name) ?? []);
}

/** Does the action support the key: in its own row, in the row of a resource type, or by the resource type itself? */
export function actionSupportsKey(service: Service, action: ServiceAction, key: string): boolean {
  return (
    listsKey(action.conditionKeys, key) ||
    action.resourceTypes.some((entry) => listsKey(entry.conditionKeys, key)) ||
    resourceTypesOf(service, action).some((type) => listsKey(type.conditionKeys, key))
  );
}

/** Does any action of the service support the key? Where none does, the reference does not tell which requests carry it. */
export function someActionSupportsKey(service: Service, key: string): boolean {
  for (const action of service.actions.values()) if (actionSupportsKey(service, action, key)) return true;
  return false;
}
