/**
 * The AWS service reference behind lookups: services, their actions, resource types and condition keys.
 * Service Authorization Reference: "Actions, resources, and condition keys for AWS services".
 *
 * A page fetches the reference in three steps, so a catalog may know less than everything:
 *  - the names of all services: always there;
 *  - the names and access levels of all actions: `actions()` is undefined until they are loaded;
 *  - the details of a service: `service()` is undefined until they are loaded.
 * Undefined always means "not loaded" for a prefix that `hasService()` knows; it never means "does not exist".
 */

export type AccessLevel = 'List' | 'Read' | 'Write' | 'Tagging' | 'Permissions management';

export interface ServiceName {
  /** The part of an action before the colon, in lower case: `s3`. */
  readonly prefix: string;
  /** `Amazon S3`. */
  readonly name: string;
}

export interface ActionSummary {
  /** As AWS writes it, without the prefix: `GetObject`. */
  readonly name: string;
  /** One, or two such as Tagging and Write. */
  readonly accessLevels: readonly AccessLevel[];
}

/** A resource type of an action's row. */
export interface ActionResource {
  readonly name: string;
  readonly required: boolean;
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

export interface ServiceAction extends ActionSummary {
  readonly description: string;
  /** Empty: the action has no resource-level permissions, so only `"*"` fits. */
  readonly resourceTypes: readonly ActionResource[];
  readonly conditionKeys: readonly string[];
  /** Actions that the caller needs besides, such as `iam:PassRole`. */
  readonly dependentActions: readonly string[];
}

export interface ResourceType {
  readonly name: string;
  /** ARN formats with placeholders: `arn:${Partition}:s3:::${BucketName}`. */
  readonly arns: readonly string[];
  readonly conditionKeys: readonly string[];
}

export type ConditionKeyType = 'String' | 'ARN' | 'Bool' | 'Numeric' | 'Date' | 'IPAddress' | 'Binary';

export interface ConditionKey {
  /** As AWS writes it; may hold a placeholder such as `${TagKey}`. */
  readonly key: string;
  readonly type: ConditionKeyType;
  readonly multivalued: boolean;
  readonly description: string;
}

export interface Service extends ServiceName {
  /** By name in lower case. */
  readonly actions: ReadonlyMap<string, ServiceAction>;
  /** By name. */
  readonly resourceTypes: ReadonlyMap<string, ResourceType>;
  /** By key in lower case. */
  readonly conditionKeys: ReadonlyMap<string, ConditionKey>;
}

/** Pure lookups. Prefixes may be given in any case. */
export interface Catalog {
  /** The day of the data: `2026-09-26`. */
  readonly date: string;
  services(): readonly ServiceName[];
  hasService(prefix: string): boolean;
  serviceName(prefix: string): string | undefined;
  /** The service whose details define keys such as `saml:aud` or `accounts.google.com:sub`: `sts`. */
  keyOwners(keyPrefix: string): readonly string[];
  /**
   * The services whose ARNs have this service part: `servicecatalog` for `catalog`, mostly the service of that name.
   * Undefined when no service of the reference has them, nor is called so.
   */
  arnOwners(servicePart: string): readonly string[] | undefined;
  /** By name in lower case; undefined when not loaded, or when there is no such service. */
  actions(prefix: string): ReadonlyMap<string, ActionSummary> | undefined;
  /** Undefined when not loaded, or when there is no such service. */
  service(prefix: string): Service | undefined;
}

/** What a catalog is made of. */
export interface CatalogParts {
  readonly date: string;
  readonly names: readonly ServiceName[];
  /** Prefixes of condition keys that are not prefixes of services, each with the services that define its keys. */
  readonly keyOwners: Readonly<Record<string, readonly string[]>>;
  /** Service parts of ARNs that belong to other services than the one of that prefix. */
  readonly arnOwners: Readonly<Record<string, readonly string[]>>;
  readonly actions?: ReadonlyMap<string, ReadonlyMap<string, ActionSummary>>;
  readonly services?: Iterable<Service>;
}

/** A catalog that knows these parts and no more. To know more, make a new one. */
export function createCatalog(parts: CatalogParts): Catalog {
  const names = new Map(parts.names.map((service) => [service.prefix, service.name]));
  const owners = new Map(
    Object.entries(parts.keyOwners).map(([prefix, services]) => [prefix.toLowerCase(), services]),
  );
  const arnOwners = new Map(Object.entries(parts.arnOwners));
  const details = new Map<string, Service>();
  for (const service of parts.services ?? []) details.set(service.prefix, service);
  return {
    date: parts.date,
    services: () => parts.names,
    hasService: (prefix) => names.has(prefix.toLowerCase()),
    serviceName: (prefix) => names.get(prefix.toLowerCase()),
    keyOwners: (prefix) => owners.get(prefix.toLowerCase()) ?? [],
    arnOwners: (part) => arnOwners.get(part) ?? (names.has(part) ? [part] : undefined),
    actions: (prefix) => {
      const lower = prefix.toLowerCase();
      return details.get(lower)?.actions ?? parts.actions?.get(lower);
    },
    service: (prefix) => details.get(prefix.toLowerCase()),
  };
}
