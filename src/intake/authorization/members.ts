/** Members of an answer by name, however a language writes it: `requestContext`, `RequestContext`, `request_context`. */
import type { JsonObject } from '../evidence/values';

/** Without capitals and without what parts its words. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

export function member(object: JsonObject, name: string): unknown {
  if (Object.hasOwn(object, name)) return object[name];
  const plain = plainName(name);
  const key = Object.keys(object).find((each) => plainName(each) === plain);
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
  const names = new Set(known.map(plainName));
  return Object.keys(object).filter((name) => !names.has(plainName(name)));
}
