/** The context as a table: which keys stand where, and where each value comes from. */
import type { ContextEntry, Evaluation } from '../../engine/evaluation';
import type { ContextValue } from '../../case/scenario';

export type Origin = 'given' | 'derived' | 'default' | 'unknown' | 'absent';

export interface Row {
  readonly key: string;
  /** Undefined: the request does not have the key. */
  readonly value: ContextValue | undefined;
  readonly origin: Origin;
  /** What the page would derive if no value were given. */
  readonly replaces?: ContextValue;
  /** Was a value (or "not known") given, so that it can be taken back? */
  readonly given: boolean;
}

export interface Rows {
  /** Read by a condition or variable of some policy. */
  readonly read: readonly Row[];
  readonly also: readonly Row[];
  /** Derived, and read by nothing. */
  readonly folded: readonly Row[];
}

/** Derived keys that say who and whose, so that they are worth a line even when nothing reads them. */
const TELLING = ['aws:principalaccount', 'aws:resourceaccount', 'aws:username'];

const { compare } = new Intl.Collator('en', { sensitivity: 'base' });

/** By key, so that a row stays where it is while its value changes. */
function byKey(rows: readonly Row[]): readonly Row[] {
  return [...rows].sort((one, other) => compare(one.key, other.key));
}

/** Do two rows show the same? */
export function sameRow(one: Row, other: Row): boolean {
  return (
    one.key === other.key &&
    one.origin === other.origin &&
    one.given === other.given &&
    sameValue(one.value, other.value) &&
    sameValue(one.replaces, other.replaces)
  );
}

function sameValue(one: ContextValue | undefined, other: ContextValue | undefined): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return one === other;
  return one.length === other.length && one.every((item, at) => item === other[at]);
}

function rowOf(entry: ContextEntry, underneath: ReadonlyMap<string, ContextValue>): Row {
  const replaces = entry.origin === 'given' ? underneath.get(entry.key.toLowerCase()) : undefined;
  return {
    key: entry.key,
    value: entry.value,
    origin: entry.value === null ? 'unknown' : entry.origin,
    given: entry.origin === 'given',
    ...(replaces !== undefined && { replaces }),
  };
}

/**
 * The rows of a context.
 * @param underneath the context without given values, to tell what a given one replaces
 * @param draft a key that is being added and has no value yet
 */
export function contextRows(
  { context, keysRead }: Pick<Evaluation, 'context' | 'keysRead'>,
  underneath: readonly ContextEntry[],
  draft?: string,
): Rows {
  const below = new Map(underneath.map((entry) => [entry.key.toLowerCase(), entry.value]));
  const present = new Set(context.map((entry) => entry.key.toLowerCase()));
  const absent = (key: string): Row => ({ key, value: undefined, origin: 'absent', given: false });
  const missing = keysRead.filter((key) => !present.has(key.toLowerCase()));
  const known = new Set([...present, ...missing.map((key) => key.toLowerCase())]);
  const unread = context.filter((entry) => !entry.read);
  const shown = (entry: ContextEntry): boolean =>
    entry.origin === 'given' || TELLING.includes(entry.key.toLowerCase());
  const rows = (entries: readonly ContextEntry[]): readonly Row[] =>
    entries.map((entry) => rowOf(entry, below));
  return {
    read: byKey([...rows(context.filter((entry) => entry.read)), ...missing.map(absent)]),
    also: byKey([
      ...rows(unread.filter(shown)),
      ...(draft !== undefined && !known.has(draft.toLowerCase()) ? [absent(draft)] : []),
    ]),
    folded: byKey(rows(unread.filter((entry) => !shown(entry)))),
  };
}
