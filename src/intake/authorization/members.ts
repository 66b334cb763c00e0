/** Members of an answer by name, whatever their capitals: `requestContext`, `RequestContext`. */
import type { JsonObject } from '../evidence/values';

export function member(object: JsonObject, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const lower = name.toLowerCase();
  const key = Object.keys(object).find((each) => each.toLowerCase() === lower);
  return key === undefined ? undefined : object[key];
}

/** The text of a member; undefined where it is missing, empty or something else. */
export function textOf(object: JsonObject, name: string): string | undefined {
  const value = member(object, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function listOf(object: JsonObject, name: string): readonly unknown[] {
  const value = member(object, name);
  return Array.isArray(value) ? value : [];
}

/** The names of an object that are none of the given. */
export function unknownMembers(object: JsonObject, known: readonly string[]): readonly string[] {
  const names = new Set(known.map((name) => name.toLowerCase()));
  return Object.keys(object).filter((name) => !names.has(name.toLowerCase()));
}
