/**
 * Which conditions narrow who gets in. Only keys that the caller cannot choose count, and only tests that fail when
 * the key is absent. IAM User Guide: "Access Analyzer findings", "AWS global condition context keys".
 */
import { parseArn } from '../language/arn';
import type { ConditionEntry } from './document-conditions';
import { isWideRange } from './ip-ranges';
import { claimLimit, claimOf, isAudience, type ClaimLimit } from './token-holders';

/** Values that stand for the own account and the own organization. */
const OWN_ACCOUNT = '${aws:ResourceAccount}';
const OWN_ORGANIZATION = '${aws:ResourceOrgID}';

/** In place of an id: the account, or the organization, of the resource. */
export const OWN = 'own';

export type Narrowing =
  | { readonly kind: 'accounts'; readonly accounts: readonly string[] }
  | { readonly kind: 'organizations'; readonly ids: readonly string[] }
  /** From a network: a VPC, an endpoint, or addresses. */
  | { readonly kind: 'network' }
  /** Only calls that a service makes for certain resources. */
  | { readonly kind: 'source' }
  /** Only certain users of an identity provider. */
  | ClaimLimit
  /** Only single identities, by their unique ids. */
  | { readonly kind: 'identities' };

const NETWORKS: ReadonlySet<string> = new Set([
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:sourcevpcarn',
  'aws:vpceaccount',
  'aws:vpceorgid',
  'aws:vpceorgpaths',
]);
const SOURCES: ReadonlySet<string> = new Set([
  'aws:sourcearn',
  'aws:sourceaccount',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
]);
const ACCOUNTS: ReadonlySet<string> = new Set([
  'aws:principalaccount',
  'kms:calleraccount',
  'aws:sourceowner',
]);
/** In every request, so that IfExists changes nothing. */
const ALWAYS: ReadonlySet<string> = new Set(['aws:principalaccount']);

const isOpen = (text: string): boolean => /[*?]|\$\{/.test(text);

const none = undefined;

/** What the values of a key leave, when the request must match one of them. */
function byValues(key: string, values: readonly string[]): Narrowing | undefined {
  if (ACCOUNTS.has(key)) {
    const accounts = values.map((value) => (value === OWN_ACCOUNT ? OWN : value));
    return accounts.some(isOpen) ? none : { kind: 'accounts', accounts };
  }
  if (key === 'aws:principalarn') {
    const accounts = values.map((value) => parseArn(value)?.account ?? '*');
    return accounts.some((account) => !/^\d{12}$/.test(account)) ? none : { kind: 'accounts', accounts };
  }
  if (key === 'aws:principalorgid') {
    const ids = values.map((value) => (value === OWN_ORGANIZATION ? OWN : value));
    return ids.some(isOpen) ? none : { kind: 'organizations', ids };
  }
  if (key === 'aws:principalorgpaths') {
    const ids = values.map((value) => value.split('/')[0] ?? '');
    return ids.some((id) => isOpen(id) || id === '') ? none : { kind: 'organizations', ids };
  }
  if (key === 'aws:userid') {
    return values.some((value) => /^[*?]|\$\{/.test(value)) ? none : { kind: 'identities' };
  }
  if (key === 'aws:sourceip') return values.some(isWideRange) ? none : { kind: 'network' };
  if (NETWORKS.has(key)) return values.some(isOpen) ? none : { kind: 'network' };
  if (SOURCES.has(key)) return values.some((value) => /^[*?]+$/.test(value)) ? none : { kind: 'source' };
  if (key === 'lambda:eventsourcetoken') return { kind: 'identities' };
  return none;
}

/** How a condition narrows an Allow; undefined when it keeps nobody out. */
export function narrowingOf(entry: ConditionEntry): Narrowing | undefined {
  return isDemand(entry) ? narrowed(entry, entry.key.toLowerCase()) : none;
}

/** Does it fail where the key is absent or has another value? */
function isDemand({ operator, key }: ConditionEntry): boolean {
  if (!operator || operator.negated || operator.family === 'null' || operator.set === 'all') return false;
  return !operator.ifExists || ALWAYS.has(key.toLowerCase());
}

/**
 * Does a condition on a claim of an issuer keep some out of those whom its other conditions leave? A branch does, where the
 * repository is named; the audience does not, as most providers give out tokens for any.
 */
export function narrowsWithin(entry: ConditionEntry, issuer: string): boolean {
  const found = claimOf(entry.key);
  return (
    found !== undefined &&
    found.issuer.toLowerCase() === issuer.toLowerCase() &&
    !isAudience(found.claim) &&
    isDemand(entry) &&
    entry.values.every(({ text }) => text !== undefined && !/^[*?]+$/.test(text))
  );
}

/** What a Deny leaves that hits everybody but those who match. Also when the key is absent, a Deny of this form hits. */
export function leftByDenial(entry: ConditionEntry): Narrowing | undefined {
  const { operator } = entry;
  if (!operator?.negated || operator.set === 'any') return none;
  return narrowed(entry, entry.key.toLowerCase());
}

function narrowed(entry: ConditionEntry, key: string): Narrowing | undefined {
  const values = entry.values.flatMap(({ text }) => text ?? []);
  if (values.length === 0) return none;
  return byValues(key, values) ?? claimLimit(entry.key, values, entry.operator!.comparison);
}
