/**
 * Is a resource one that an action works on? Service Authorization Reference: the resource types of each action.
 * Formats overlap (`arn:aws:s3:::*` covers objects too), so a resource counts as the type that says most of it.
 */
import { parseArn } from '../language/arn';
import { globMatches, globOf } from '../language/glob';
import { globsMeet } from '../language/glob-relations';
import { actionDetails, patternOf, splitAction } from './service-lookup';
import type { ActionResource, Catalog, ResourceType, Service, ServiceAction } from './service-reference';

export type ResourceFit =
  /** The resource is of one of the action's types. */
  | { readonly kind: 'fits'; readonly type: string }
  /** The resource is of another type, or of none that is known, than those that the action works on. */
  | { readonly kind: 'otherType'; readonly type: string | undefined; readonly wanted: readonly string[] }
  /** The action has no resource-level permissions, and an ARN was given. */
  | { readonly kind: 'noResources' }
  /** The action needs a resource, and `*` was given. */
  | { readonly kind: 'needsResource'; readonly wanted: readonly string[] };

/** A type whose format covers the ARN, and how much of the format is not a wildcard. */
interface Cover {
  readonly type: ResourceType;
  readonly literal: number;
}

function coversOf(service: Service, arn: string): readonly Cover[] {
  const found: Cover[] = [];
  for (const type of service.resourceTypes.values()) {
    for (const format of type.arns) {
      const pattern = patternOf(format);
      if (globMatches(globOf(pattern), arn))
        found.push({ type, literal: pattern.replaceAll('*', '').length });
    }
  }
  return found.sort((one, other) => other.literal - one.literal);
}

/** Those of the covering types that say most of the ARN. */
function bestOf(service: Service, arn: string): readonly ResourceType[] {
  const covers = coversOf(service, arn);
  const most = covers[0]?.literal;
  return covers.filter(({ literal }) => literal === most).map(({ type }) => type);
}

/** The rows of the action's resource types that the resource is of; undefined when it is of none, or nothing is known. */
export function fittingTypes(
  catalog: Catalog,
  action: string,
  resource: string,
): readonly ActionResource[] | undefined {
  const service = catalog.service(splitAction(action)?.prefix ?? '');
  const row = actionDetails(catalog, action);
  if (!service || !row || !parseArn(resource)) return undefined;
  const best = new Set(bestOf(service, resource).map(({ name }) => name));
  const fitting = row.resourceTypes.filter(({ name }) => best.has(name));
  return fitting.length > 0 ? fitting : undefined;
}

/** What the action works on: the types that it needs, or, where it needs none, those that it can have; S3's objects before those of access points. */
function wantedOf(service: Service, action: ServiceAction): readonly string[] {
  const required = action.resourceTypes.filter((entry) => entry.required);
  const named = (required.length > 0 ? required : action.resourceTypes).map((entry) => entry.name);
  const formats = (name: string): readonly string[] => service.resourceTypes.get(name)?.arns ?? [];
  const plain = (name: string): boolean => formats(name).some((arn) => arn.includes(':::'));
  return named
    .filter((name) => formats(name).length > 0)
    .sort((one, other) => Number(plain(other)) - Number(plain(one)));
}

/**
 * A type of the action whose ARN goes on in this one: a version of a function, an alias of a state machine, a stream of a
 * log group, a load balancer of the newer kind. Services ask for these under the action's own type, so nothing is said
 * against them. Not in S3, where an object is no longer bucket.
 */
function widerType(service: Service, action: ServiceAction, resource: string): string | undefined {
  if (service.prefix === 's3' || service.prefix === 's3express') return undefined;
  const covering = new Set(coversOf(service, resource).map(({ type }) => type.name));
  return action.resourceTypes.find(({ name }) => covering.has(name))?.name;
}

/** A pattern may name resources of a type, though it says less than their ARNs do: `log-group:g:*` and its streams. */
function namedByPattern(service: Service, action: ServiceAction, resource: string): string | undefined {
  if (!/[*?]/.test(resource)) return undefined;
  const fits = (name: string): boolean =>
    (service.resourceTypes.get(name)?.arns ?? []).some((format) => globsMeet(resource, patternOf(format)));
  return action.resourceTypes.find(({ name }) => fits(name))?.name;
}

/** Undefined when nothing is known of the action, or the text is neither `*` nor an ARN. */
export function resourceFit(catalog: Catalog, action: string, resource: string): ResourceFit | undefined {
  const service = catalog.service(splitAction(action)?.prefix ?? '');
  const row = actionDetails(catalog, action);
  if (!service || !row) return undefined;
  const arn = parseArn(resource);
  if (row.resourceTypes.length === 0) {
    // A whole service, as in `arn:aws:s3:::*`: what AWS writes of such actions contradicts itself.
    return arn && arn.resource !== '*' ? { kind: 'noResources' } : undefined;
  }
  const wanted = wantedOf(service, row);
  if (resource === '*') {
    const needs = row.resourceTypes.some((entry) => entry.required);
    return needs && wanted.length > 0 ? { kind: 'needsResource', wanted } : undefined;
  }
  if (!arn || arn.resource === '' || wanted.length === 0) return undefined;
  const fitting = fittingTypes(catalog, action, resource)?.[0];
  if (fitting) return { kind: 'fits', type: fitting.name };
  const within = widerType(service, row, resource) ?? namedByPattern(service, row, resource);
  if (within !== undefined) return { kind: 'fits', type: within };
  return { kind: 'otherType', type: bestOf(service, resource)[0]?.name, wanted };
}

/** The actions of a service that work on a resource; all of them while its details are not loaded. */
export function actionsOn(catalog: Catalog, prefix: string, arn: string): readonly string[] {
  const service = catalog.service(prefix);
  if (!service) return [...(catalog.actions(prefix)?.values() ?? [])].map(({ name }) => `${prefix}:${name}`);
  const types = new Set(bestOf(service, arn).map(({ name }) => name));
  return [...service.actions.values()]
    .filter(({ resourceTypes }) => resourceTypes.some(({ name }) => types.has(name)))
    .map(({ name }) => `${prefix}:${name}`);
}

/** What an action works on, with the forms of their ARNs. */
export function typesOfAction(catalog: Catalog, action: string): readonly ResourceType[] | undefined {
  const service = catalog.service(splitAction(action)?.prefix ?? '');
  const row = actionDetails(catalog, action);
  if (!service || !row) return undefined;
  const required = (name: string): boolean =>
    row.resourceTypes.some((entry) => entry.name === name && entry.required);
  const types = row.resourceTypes.flatMap(({ name }) => service.resourceTypes.get(name) ?? []);
  return [...types].sort((one, other) => Number(required(other.name)) - Number(required(one.name)));
}
