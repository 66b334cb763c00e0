/** What is known of a condition key: from the global keys, or from the service that defines it. */
import { globalKey } from '../catalog/global-keys';
import type { KeyType } from '../catalog/global-key';
import { conditionKeyOf } from '../catalog/service-lookup';
import type { Catalog, ConditionKeyType, Service } from '../catalog/service-reference';

export interface KeyFacts {
  /** As AWS writes it. */
  readonly key: string;
  readonly type: KeyType | 'binary';
  readonly multivalued: boolean;
}

/** The reference's names of types, as they are called here. */
export const TYPES_OF_REFERENCE: Readonly<Record<ConditionKeyType, KeyFacts['type']>> = {
  String: 'string',
  ARN: 'arn',
  Bool: 'bool',
  Numeric: 'numeric',
  Date: 'date',
  IPAddress: 'ip',
  Binary: 'binary',
};

/** The part before the first colon. Keys of identity providers have none that is a word: `accounts.google.com:sub`. */
export function keyPrefix(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf(':')));
}

/** The services that may define the key, where they are loaded. Undefined when one of them is not. */
export function keyServices(catalog: Catalog, key: string): readonly Service[] | undefined {
  const prefix = keyPrefix(key);
  const owners = catalog.hasService(prefix) ? [prefix] : catalog.keyOwners(prefix);
  const services = owners.map((owner) => catalog.service(owner));
  return services.includes(undefined) ? undefined : (services as Service[]);
}

/** Undefined when nothing is known, also because the service is not loaded. */
export function keyFacts(catalog: Catalog | undefined, key: string): KeyFacts | undefined {
  const global = globalKey(key);
  if (global) return { key: global.key, type: global.type, multivalued: global.multivalued ?? false };
  if (!catalog) return undefined;
  for (const service of keyServices(catalog, key) ?? []) {
    const known = conditionKeyOf(service, key);
    if (known)
      return { key: known.key, type: TYPES_OF_REFERENCE[known.type], multivalued: known.multivalued };
  }
  return undefined;
}

/** Is it this key, whatever the capitals? */
export function isKey(written: string, key: string): boolean {
  return written.toLowerCase() === key.toLowerCase();
}
