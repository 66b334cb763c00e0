/** Values of a context key while they are edited: one text, several, or not known. */
import type { KeyFacts } from '../../checks/key-facts';
import type { ContextValue } from '../../case/scenario';

export type Shape = 'one' | 'several' | 'bool';

/** How a key's value is edited; a key that AWS documents as multivalued starts as a list. */
export function shapeOf(known: KeyFacts | undefined, value: ContextValue | undefined): Shape {
  if (Array.isArray(value)) return 'several';
  if (typeof value !== 'string' && known?.multivalued === true) return 'several';
  return known?.type === 'bool' && (typeof value !== 'string' || isBool(value)) ? 'bool' : 'one';
}

function isBool(value: string): boolean {
  return ['true', 'false'].includes(value.toLowerCase());
}

export function asList(value: ContextValue | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  return typeof value === 'string' ? [value] : value;
}

/** One value of several: the first. */
export function asOne(value: ContextValue | undefined): string {
  return asList(value)[0] ?? '';
}

export function withItem(list: readonly string[], index: number, text: string): readonly string[] {
  return index >= list.length ? [...list, text] : list.map((item, at) => (at === index ? text : item));
}

export function withoutItem(list: readonly string[], index: number): readonly string[] {
  return list.filter((_, at) => at !== index);
}

/** In a line of text. */
export function valueText(value: ContextValue | undefined): string {
  if (value === undefined) return 'not in the request';
  if (value === null) return 'not known';
  const list = asList(value);
  return list.length === 0
    ? 'not in the request'
    : list.map((item) => (item === '' ? 'empty' : item)).join(', ');
}
