/** From a value to what stands under a name or a number in it. */
import type { Expression } from './tree';
import { isList, isObject, Unknown, type Value } from './values';

/** Under several names, one after another; undefined where the text does not tell. */
export function stepsIn(from: Value, names: readonly string[], at: Expression): Value | undefined {
  let value: Value | undefined = from;
  for (const name of names) value = value === undefined ? undefined : stepIn(value, name, at);
  return value;
}

/** Under one name or number; of what is not known the same under its own name. */
export function stepIn(of: Value, key: string | number, at: Expression): Value | undefined {
  if (isObject(of)) return of.get(String(key));
  if (isList(of)) {
    const known = !of.some((item) => item instanceof Unknown && item.list);
    return known && /^\d+$/.test(String(key)) ? of[Number(key)] : undefined;
  }
  if (!(of instanceof Unknown)) return undefined;
  const name = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(String(key))
    ? `${of.name}.${key}`
    : `${of.name}[${typeof key === 'number' || /^\d+$/.test(key) ? key : JSON.stringify(key)}]`;
  return name.length > 300 ? undefined : new Unknown(name, at, false);
}

/** The names behind the `*` of a splat. */
export function pathOfItem(each: Expression): readonly string[] | undefined {
  if (each.kind === 'item') return [];
  if (each.kind !== 'attribute') return undefined;
  const before = pathOfItem(each.of);
  return before === undefined ? undefined : [...before, each.name];
}
