/**
 * Keys that AWS fills together: what the one is settles the other, so that they are one unknown and not two.
 * IAM User Guide: "AWS global condition context keys" (aws:EpochTime, aws:CalledVia and its ends, aws:ViaAWSService).
 */
import { parseInstant } from '../conditions/date';
import type { ContextValue } from '../../case/scenario';
import type { Lookup } from '../request/lookup';

type Value = ContextValue | undefined;

interface Link {
  readonly base: string;
  readonly of: (value: Value) => Value;
}

const listed = (value: Value): readonly string[] =>
  value === undefined || value === null ? [] : typeof value === 'string' ? [value] : value;

function epochOf(value: Value): Value {
  const instant = typeof value === 'string' ? parseInstant(value) : undefined;
  return instant === undefined ? undefined : String(instant / 1000);
}

/** By the name in small letters of the key that follows. */
const LINKS: ReadonlyMap<string, Link> = new Map<string, Link>([
  ['aws:epochtime', { base: 'aws:currenttime', of: epochOf }],
  ['aws:calledviafirst', { base: 'aws:calledvia', of: (value) => listed(value)[0] }],
  ['aws:calledvialast', { base: 'aws:calledvia', of: (value) => listed(value).at(-1) }],
  ['aws:viaawsservice', { base: 'aws:calledvia', of: (value) => String(listed(value).length > 0) }],
]);

/** A tag of a resource under the name that its service gives it. */
const SERVICE_TAG = /^(?!aws:)[a-z0-9-]+:resourcetag\//;

function linkOf(key: string): Link | undefined {
  if (!SERVICE_TAG.test(key)) return LINKS.get(key);
  return { base: `aws:resourcetag/${key.slice(key.indexOf('/') + 1)}`, of: (value) => value };
}

/** The key that settles this one; itself where none does. */
export const baseOf = (key: string): string => linkOf(key)?.base ?? key;

/** For each unknown key the one that it is tried as: its base, where that or another key of it is tried as well. */
export function mergeLinked(keys: readonly string[], lookup: Lookup): ReadonlyMap<string, string> {
  const unknown = keys.filter((key) => lookup(key) === null);
  const readers = (base: string): number => unknown.filter((key) => baseOf(key) === base).length;
  return new Map(
    keys.map((key) => {
      const base = baseOf(key);
      return [key, lookup(base) === null && readers(base) > 1 ? base : key] as const;
    }),
  );
}

/** The request with these values put in; what follows from one of them follows. */
export function withValues(lookup: Lookup, chosen: ReadonlyMap<string, Value>): Lookup {
  return (key) => {
    if (chosen.has(key)) return chosen.get(key);
    const link = linkOf(key);
    const follows = link !== undefined && chosen.has(link.base) && lookup(key) === null;
    return follows ? link.of(chosen.get(link.base)) : lookup(key);
  };
}
