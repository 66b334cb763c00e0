/** The context of AWS's own evaluation as the values of context keys. */
import type { ContextValue } from '../../case/scenario';
import type { JsonObject } from '../evidence/values';
import { isObject } from '../evidence/values';
import { member, textOf } from './members';

/** A context as an object; undefined for what is no context. Lists of names and values are read as well. */
export function contextObject(value: unknown): JsonObject | undefined {
  if (isObject(value)) return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const entries = value.filter(isObject).flatMap((entry) => {
    const name = ['key', 'name', 'contextKeyName'].map((each) => textOf(entry, each)).find(Boolean);
    const told = ['value', 'values', 'contextKeyValues'].map((each) => member(entry, each));
    return name === undefined ? [] : [[name, told.find((each) => each !== undefined)] as const];
  });
  return entries.length === value.length ? Object.fromEntries(entries) : undefined;
}

/** Context values as texts: a number or a boolean as AWS compares it. What is of another form is left out, and said. */
export function contextOf(
  parts: readonly JsonObject[],
  notes: string[],
): Readonly<Record<string, ContextValue>> {
  const entries = parts.flatMap((part) =>
    Object.entries(part).flatMap(([key, value]) => {
      if (key === '__proto__') return [];
      const read = valueOf(value);
      if (read === undefined)
        notes.push(
          `The value of \`${key.slice(0, 100)}\` is of no form that a context key has, so it is left out.`,
        );
      return read === undefined ? [] : [[key, read] as const];
    }),
  );
  return Object.fromEntries(entries);
}

function valueOf(value: unknown): ContextValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  if (Array.isArray(value))
    return value.every((item) => typeof item !== 'object') ? value.map(String) : undefined;
  // One value in a wrapper of its own.
  const [only, more] = isObject(value) ? Object.entries(value) : [];
  const isWrapper = only !== undefined && more === undefined && /^(value|values|s|string)$/i.test(only[0]);
  return isWrapper && typeof only[1] !== 'object' ? valueOf(only[1]) : undefined;
}
