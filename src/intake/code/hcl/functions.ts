/**
 * Terraform's functions that policies are put together with, over known arguments. Terraform documentation, "Built-in
 * Functions". Each answers undefined where it cannot tell: the call then stands for itself.
 */
import {
  fromJson,
  isKnown,
  isList,
  isNull,
  isObject,
  JsonText,
  Unknown,
  type Unknowns,
  type Value,
} from './values';

export interface Call {
  readonly args: readonly Value[];
  readonly unknowns: Unknowns;
  /** The size of what is made is counted: doubling a text again and again comes to an end. */
  readonly spend: (size: number) => void;
}

type Fn = (call: Call) => Value | undefined;

/** These work although parts of their arguments are not known. */
const PARTIAL: Readonly<Record<string, Fn>> = {
  jsonencode: ({ args: [value] }) => (value === undefined ? undefined : new JsonText(value)),
  concat: ({ args }) => joined(args),
  setunion: ({ args }) => distinct(joined(args)),
  flatten: ({ args: [list] }) => (list === undefined || !isList(list) ? undefined : flat(list)),
  compact: ({ args: [list] }) =>
    list === undefined || !isList(list) ? undefined : list.filter((item) => !isNull(item) && item !== ''),
  distinct: ({ args: [list] }) => (list === undefined || !isList(list) ? undefined : distinct(list)),
  toset: ({ args: [list] }) => (list === undefined || !isList(list) ? undefined : distinct(list)),
  tolist: ({ args: [list] }) => (list !== undefined && isList(list) ? list : undefined),
  merge: ({ args }) => merged(args),
  format: ({ args, unknowns, spend }) => formatted(args, unknowns, spend),
  formatlist: ({ args: [form, ...lists], unknowns, spend }) => {
    const length = lists.find(isList)?.length ?? 1;
    if (form === undefined || lists.some((list) => isList(list) && list.length !== length)) return undefined;
    if (lists.some((list) => mayGoOn(list))) return undefined;
    const texts = Array.from({ length }, (_, at) =>
      formatted([form, ...lists.map((list) => (isList(list) ? list[at]! : list))], unknowns, spend),
    );
    return texts.includes(undefined) ? undefined : (texts as readonly Value[]);
  },
  join: ({ args: [separator, list], unknowns, spend }) => {
    if (typeof separator !== 'string' || list === undefined || !isList(list)) return undefined;
    if (list.some((item) => item instanceof Unknown && item.list)) return undefined;
    // `join("", data.….*.json)`: what is alone stays what it is.
    if (list.length === 1 && list[0] instanceof JsonText) return list[0];
    return together(list, separator, unknowns, spend);
  },
  tostring: ({ args: [value], unknowns }) => (value === undefined ? undefined : asText(value, unknowns)),
  sensitive: ({ args: [value] }) => value,
  nonsensitive: ({ args: [value] }) => value,
  tomap: ({ args: [value] }) => value,
  coalesce: ({ args }) => {
    const first = args.find((value) => !isNull(value) && value !== '');
    return first instanceof Unknown ? undefined : first;
  },
  try: ({ args: [first] }) => (first instanceof Unknown ? undefined : first),
  length: ({ args: [value] }) => {
    if (value === undefined || value instanceof Unknown) return undefined;
    if (isList(value))
      return value.some((item) => item instanceof Unknown && item.list) ? undefined : value.length;
    if (isObject(value)) return value.size;
    return typeof value === 'string' && isKnown(value) ? value.length : undefined;
  },
  element: ({ args: [list, index] }) => {
    if (list === undefined || !isList(list) || typeof index !== 'number' || list.length === 0)
      return undefined;
    if (list.some((item) => item instanceof Unknown && item.list)) return undefined;
    return list[index % list.length];
  },
  lookup: ({ args: [map, key, otherwise] }) => {
    if (map === undefined || !isObject(map) || typeof key !== 'string' || !isKnown(key)) return undefined;
    return map.get(key) ?? otherwise;
  },
  values: ({ args: [map] }) =>
    map !== undefined && isObject(map) ? sortedKeys(map)?.map((key) => map.get(key)!) : undefined,
  keys: ({ args: [map] }) => (map !== undefined && isObject(map) ? sortedKeys(map) : undefined),
  coalescelist: ({ args }) => {
    const [first] = args.filter((list) => !isList(list) || list.length > 0);
    return first === undefined || !isList(first) || mayGoOn(first) ? undefined : first;
  },
  setproduct: ({ args, spend }) => {
    if (!args.every(isList) || args.some(mayGoOn)) return undefined;
    spend(args.reduce((count, list) => count * Math.max(1, list.length), args.length));
    return args.reduce<readonly (readonly Value[])[]>(
      (found, list) => found.flatMap((before) => list.map((item) => [...before, item])),
      [[]],
    );
  },
  zipmap: ({ args: [keys, values] }) => {
    if (keys === undefined || values === undefined || !isList(keys) || !isList(values)) return undefined;
    if (keys.length !== values.length || mayGoOn(keys) || mayGoOn(values)) return undefined;
    const names = keys.map((key) => (typeof key === 'string' && isKnown(key) ? key : undefined));
    return names.includes(undefined)
      ? undefined
      : new Map(names.map((name, at) => [name!, values[at]!] as const));
  },
  one: ({ args: [list] }) => {
    if (list === undefined || !isList(list)) return undefined;
    return list.length === 0 ? null : list.length === 1 ? list[0] : undefined;
  },
};

/** These need to know all. */
const KNOWN: Readonly<Record<string, (...args: readonly never[]) => Value | undefined>> = {
  lower: (text: string) => text.toLowerCase(),
  upper: (text: string) => text.toUpperCase(),
  // Go's words end with all but letters, digits and `_`.
  title: (text: string) => text.replace(/(?<![A-Za-z0-9_])[a-z]/g, (letter) => letter.toUpperCase()),
  chomp: (text: string) => text.replace(/(?<![\r\n])[\r\n]+$/, ''),
  index: (list: readonly unknown[], item: unknown) => {
    const at = list.map((each) => JSON.stringify(plainOf(each))).indexOf(JSON.stringify(plainOf(item)));
    return at === -1 ? undefined : at;
  },
  range: (...[from, to, step = 1]: readonly number[]) => {
    const [start, end] = to === undefined ? [0, from!] : [from!, to];
    if (step <= 0 || (end - start) / step > MAX_RANGE) return undefined;
    return Array.from({ length: Math.max(0, Math.ceil((end - start) / step)) }, (_, at) => start + at * step);
  },
  setsubtract: (one: readonly Value[], other: readonly Value[]) =>
    one.filter((item) => !other.includes(item)),
  setintersection: (...[first = [], ...others]: readonly (readonly Value[])[]) =>
    first.filter((item) => others.every((other) => other.includes(item))),
  anytrue: (list: readonly unknown[]) => list.includes(true),
  alltrue: (list: readonly unknown[]) => list.every((item) => item === true),
  trimspace: (text: string) => text.trim(),
  trimprefix: (text: string, start: string) => (text.startsWith(start) ? text.slice(start.length) : text),
  trimsuffix: (text: string, end: string) =>
    end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text,
  // Between slashes it is a pattern of Go, which is not JavaScript's.
  replace: (text: string, old: string, by: string) =>
    /^\/.+\/$/.test(old) ? undefined : text.replaceAll(old, () => by),
  split: (separator: string, text: string) => text.split(separator),
  substr: (text: string, start: number, length: number) =>
    start < 0 ? undefined : length < 0 ? text.slice(start) : text.slice(start, start + length),
  startswith: (text: string, start: string) => text.startsWith(start),
  endswith: (text: string, end: string) => text.endsWith(end),
  tobool: (value: unknown) =>
    value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined,
  tonumber: (value: unknown) => {
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
  },
  contains: (list: readonly unknown[], item: unknown) => list.includes(item),
  sort: (list: readonly string[]) => [...list].sort(),
  reverse: (list: readonly Value[]) => [...list].reverse(),
  slice: (list: readonly Value[], from: number, to: number) => list.slice(from, to),
  jsondecode: (text: string) => fromJson(JSON.parse(text)),
};

const MAX_RANGE = 1_000;

/** A known value in a form that can be compared. */
function plainOf(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, item]) => [key as string, plainOf(item)]).sort();
  return Array.isArray(value) ? value.map(plainOf) : value;
}

/** The result of a call; undefined where it cannot be told. Never throws but what `spend` does. */
export function call(name: string, asked: Call): Value | undefined {
  if (Object.hasOwn(PARTIAL, name)) return PARTIAL[name]!(asked);
  if (name === 'jsondecode' && asked.args[0] instanceof JsonText) return asked.args[0].value;
  if (!Object.hasOwn(KNOWN, name) || !asked.args.every(isKnown)) return undefined;
  try {
    const result = (KNOWN[name] as (...args: readonly Value[]) => Value | undefined)(...asked.args);
    asked.spend(typeof result === 'string' ? result.length : isList(result ?? null) ? asked.args.length : 1);
    return result;
  } catch {
    // Arguments of other types than the function takes.
    return undefined;
  }
}

/** A value inside a text; undefined for what Terraform refuses there. */
export function asText(value: Value, unknowns: Unknowns): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Unknown) return unknowns.mark(value);
  return undefined;
}

/** A list that is not known, or not to its end. */
function mayGoOn(list: Value): boolean {
  return list instanceof Unknown
    ? list.list
    : isList(list) && list.some((item) => item instanceof Unknown && item.list);
}

/** Lists one after another; what is no known list stays as one item that stands for any number. */
function joined(lists: readonly Value[]): readonly Value[] | undefined {
  const items: Value[] = [];
  for (const list of lists) {
    if (list instanceof Unknown) items.push(new Unknown(list.name, list.at, true));
    else if (isList(list)) items.push(...list);
    else return undefined;
  }
  return items;
}

function flat(list: readonly Value[]): readonly Value[] {
  return list.flatMap((item) => (isList(item) ? flat(item) : [item]));
}

function distinct(list: readonly Value[] | undefined): readonly Value[] | undefined {
  if (list === undefined) return undefined;
  const seen = new Set<unknown>();
  return list.filter((item) => {
    const key = item instanceof Unknown ? `unknown ${item.name}` : item;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function merged(maps: readonly Value[]): Value | undefined {
  const all = new Map<string, Value>();
  for (const map of maps) {
    if (map === null) continue;
    if (!isObject(map)) return undefined;
    for (const [key, value] of map) all.set(key, value);
  }
  return all;
}

/** Terraform visits them so. Undefined where a key is not known. */
function sortedKeys(map: ReadonlyMap<string, Value>): readonly string[] | undefined {
  const keys = [...map.keys()];
  return keys.every(isKnown) ? keys.sort() : undefined;
}

function together(
  list: readonly Value[],
  separator: string,
  unknowns: Unknowns,
  spend: Call['spend'],
): string | undefined {
  const texts = list.map((item) => asText(item, unknowns));
  if (texts.includes(undefined)) return undefined;
  const text = texts.join(separator);
  spend(text.length);
  return text;
}

/** Plain verbs only; widths and their like are left to Terraform. */
function formatted(
  [form, ...args]: readonly Value[],
  unknowns: Unknowns,
  spend: Call['spend'],
): string | undefined {
  if (typeof form !== 'string' || !isKnown(form)) return undefined;
  let next = 0;
  const failed: string[] = [];
  const text = form.replace(/%(.?)/g, (_, verb: string) => {
    if (verb === '%') return '%';
    const value = args[next];
    next += 1;
    const shown = value === undefined ? undefined : asText(value, unknowns);
    if (shown === undefined || !/[sdvq]/.test(verb)) failed.push(verb);
    return verb === 'q' ? JSON.stringify(shown ?? '') : (shown ?? '');
  });
  if (failed.length > 0 || next !== args.length) return undefined;
  spend(text.length);
  return text;
}
