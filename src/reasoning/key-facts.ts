/**
 * What is known of condition keys before any request: type, number of values, and what they follow from.
 * IAM User Guide: "AWS global condition context keys"; Service Authorization Reference, condition keys of a service.
 */
import { globalKey } from '../catalog/global-keys';
import { conditionKeyOf } from '../catalog/service-lookup';
import type { Catalog, ConditionKeyType } from '../catalog/service-reference';

export interface KeyFacts {
  /** Undefined: what the operators that read it take it for. */
  readonly type: NonNullable<ReturnType<typeof globalKey>>['type'] | 'binary' | undefined;
  readonly multivalued: boolean | undefined;
  /** Every request has it. */
  readonly always: boolean;
}

const OF_SERVICES: Readonly<Record<ConditionKeyType, KeyFacts['type']>> = {
  String: 'string',
  ARN: 'arn',
  Bool: 'bool',
  Numeric: 'numeric',
  Date: 'date',
  IPAddress: 'ip',
  Binary: 'binary',
};

/** Of a key in small letters. */
export function keyFacts(key: string, catalog: Catalog | undefined): KeyFacts {
  const known = globalKey(key);
  if (known) {
    const always = known.always === true || key === RESOURCE_ACCOUNT;
    return { type: known.type, multivalued: known.multivalued === true, always };
  }
  const prefix = key.slice(0, Math.max(key.indexOf(':'), 0));
  const owners = catalog?.hasService(prefix) ? [prefix] : (catalog?.keyOwners(prefix) ?? []);
  for (const owner of owners) {
    const service = catalog?.service(owner);
    const found = service && conditionKeyOf(service, key);
    if (found) return { type: OF_SERVICES[found.type], multivalued: found.multivalued, always: false };
  }
  return { type: undefined, multivalued: undefined, always: false };
}

/** Keys whose value may be empty: those of tags. */
export const mayBeEmpty = (key: string): boolean => key.includes('tag/');

export const RESOURCE_ACCOUNT = 'aws:resourceaccount';
/** Keys whose value is the number of an account. */
export const ACCOUNT_KEYS: ReadonlySet<string> = new Set([
  RESOURCE_ACCOUNT,
  'aws:sourceaccount',
  'aws:vpceaccount',
]);
export const CURRENT_TIME = 'aws:currenttime';
export const EPOCH_TIME = 'aws:epochtime';
export const CALLED_VIA = 'aws:calledvia';
export const MFA_PRESENT = 'aws:multifactorauthpresent';

export const CALLED_VIA_FIRST = 'aws:calledviafirst';
export const CALLED_VIA_LAST = 'aws:calledvialast';
export const VIA_SERVICE = 'aws:viaawsservice';

/** Two names of one value, and what follows from a chain of services: they are one dimension. */
const SAME_AS: ReadonlyMap<string, string> = new Map([
  [EPOCH_TIME, CURRENT_TIME],
  ['s3:resourceaccount', RESOURCE_ACCOUNT],
  [CALLED_VIA_FIRST, CALLED_VIA],
  [CALLED_VIA_LAST, CALLED_VIA],
  [VIA_SERVICE, CALLED_VIA],
]);

/** The dimension of a key: mostly the key itself. */
export const dimensionOf = (lowerKey: string): string => SAME_AS.get(lowerKey) ?? lowerKey;

/** Requests through a VPC endpoint have these, and no `aws:SourceIp`. */
export const ENDPOINT_KEYS: readonly string[] = [
  'aws:sourcevpce',
  'aws:sourcevpc',
  'aws:sourcevpcarn',
  'aws:vpcsourceip',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
];

/** Values that others follow from come first. */
export const LINK_SOURCES: readonly string[] = [CALLED_VIA, ...ENDPOINT_KEYS, MFA_PRESENT];

/** What other keys follow from, in a value of a key that they follow from: values alike in this are one to them. */
export function consequenceOf(dimension: string, value: string | readonly string[] | undefined): string {
  if (dimension === MFA_PRESENT) return String(value === 'true');
  if (dimension !== CALLED_VIA && !ENDPOINT_KEYS.includes(dimension)) return '';
  return String(value !== undefined && value.length > 0);
}

/** These follow from the caller's ARN or name, and are patterns over it. */
export const CALLER_TEXTS: ReadonlySet<string> = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:username',
]);

/** These follow from what kind of caller it is. */
export const CALLER_KINDS: ReadonlySet<string> = new Set([
  'aws:principaltype',
  'aws:principalisawsservice',
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:federatedprovider',
]);

export const isOfCaller = (key: string): boolean => CALLER_TEXTS.has(key) || CALLER_KINDS.has(key);

/** The beginning of dimensions that stand for what cannot be seen: no key of AWS begins so. */
export const HIDDEN = 'hidden:';
