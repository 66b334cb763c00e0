/** What is a list, or may turn out as one. */
import type { Expression } from './tree';
import { isKnown, isList, isObject, Unknown, type Value } from './values';

/** Functions that give lists or maps whatever they are given. */
const LISTS =
  /^(?:concat|flatten|compact|distinct|toset|tolist|sort|reverse|slice|split|keys|values|setunion|setproduct|formatlist|range|matchkeys|chunklist|setsubtract|setintersection)$/;

export function mayBeList(value: Value): boolean {
  return isList(value) || (value instanceof Unknown && value.list);
}

export function isListLike(expression: Expression): boolean {
  if (expression.kind === 'tuple' || expression.kind === 'splat') return true;
  if (expression.kind === 'for') return expression.name === undefined;
  if (expression.kind === 'group') return isListLike(expression.inner);
  return expression.kind === 'call' && LISTS.test(expression.name);
}

/** Keys and values in Terraform's order; undefined where they are not known. */
export function entriesOf(value: Value): readonly (readonly [string | number, Value])[] | undefined {
  if (isList(value)) return value.map((item, index) => [index, item] as const);
  if (!isObject(value)) return undefined;
  const keys = [...value.keys()];
  return keys.every(isKnown) ? keys.sort().map((key) => [key, value.get(key)!] as const) : undefined;
}
