import type { ContextEntry } from '../evaluation';

/** A key of the request with its value and where that comes from. */
export type Entry = Omit<ContextEntry, 'read'>;

/** The context by lower-case key: key names ignore case. */
export type ContextMap = ReadonlyMap<string, Entry>;
