/** JSON inside a text: whole or cut off, between prose, in strings, URL-encoded, damaged by copying. */
import { parseTree, type Node, type ParseError } from 'jsonc-parser';
import { firstDuplicateName } from '../../language/duplicates';
import { straightQuotes } from './clean';
import { isObject } from './values';

/** Deeper than any answer of AWS, and shallow enough for readers that recurse. */
const MAX_DEPTH = 100;
/** Starts of JSON that come to nothing cost a scan each. */
const MAX_SCANNED = 2_500_000;
const MAX_ROOTS = 2_000;
/** Reading damaged JSON is slow; what is longer than this is no copy that lost a comma. */
const MAX_DAMAGED = 200_000;

/** A value and where its text stands. */
export interface Located {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
}

/** Objects and lists that stand in a text, in order. */
export function jsonIn(text: string): readonly unknown[] {
  return jsonAt(text).map(({ value }) => value);
}

/** The same, each with its place in the text. */
export function jsonAt(text: string): readonly Located[] {
  const found = scan(text);
  if (found.length > 0 || !/[[{]\s{0,200}[\u201c\u201d]/.test(text)) return found;
  return scan(straightQuotes(text));
}

/** Where JSON may begin: an object with a quoted name, a list of such, or a string that holds one. */
const START = /[[{](?=\s{0,200}["{[}])|"(?=\s{0,20}(?:\\")?[[{](?:\\+[nrt]|\s){0,200}\\+")/g;

function scan(text: string): readonly Located[] {
  const found: Located[] = [];
  let budget = MAX_SCANNED;
  let strings = MAX_SCANNED;
  START.lastIndex = 0;
  for (
    let match = START.exec(text);
    match !== null && budget > 0 && found.length < MAX_ROOTS;
    match = START.exec(text)
  ) {
    const start = match.index;
    if (match[0] === '"') {
      if (strings <= 0) continue;
      const string = stringAt(text, start);
      if (typeof string === 'number') {
        strings -= string - start;
        continue;
      }
      found.push(string);
      START.lastIndex = string.end;
      continue;
    }
    const { end, depth, whole } = extentOf(text, start);
    if (depth > MAX_DEPTH) {
      START.lastIndex = end;
      continue;
    }
    const value = read(text.slice(start, end), whole);
    if (value === undefined) {
      budget -= end - start;
      continue;
    }
    found.push({ value, start, end });
    START.lastIndex = end;
  }
  return found;
}

/** A string in quotation marks that holds an object or a list, as `--query Policy` prints one; else how far it was looked for. */
function stringAt(text: string, start: number): Located | number {
  let end = start + 1;
  for (; end < text.length && end - start < MAX_SCANNED; end += 1) {
    const letter = text[end];
    if (letter === '\\') end += 1;
    else if (letter === '\n') break;
    else if (letter === '"') {
      const value = unpacked(text.slice(start, end + 1));
      return typeof value === 'object' && value !== null ? { value, start, end: end + 1 } : end;
    }
  }
  return end;
}

/** How far the brackets opened at `start` reach, and how deep they go. */
function extentOf(text: string, start: number): { end: number; depth: number; whole: boolean } {
  let [open, depth, quoted] = [0, 0, false];
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (quoted) {
      if (code === 92) at += 1;
      else if (code === 34) quoted = false;
    } else if (code === 34) quoted = true;
    else if (code === 123 || code === 91) {
      open += 1;
      if (open > depth) depth = open;
    } else if (code === 125 || code === 93) {
      open -= 1;
      if (open === 0) return { end: at + 1, depth, whole: true };
    }
  }
  return { end: text.length, depth, whole: false };
}

/** Objects of which something in the text was not read, or a name stands twice: what they hold is not all. */
const damagedObjects = new WeakSet<object>();

/** Was some of this object skipped when it was read? */
export function isDamaged(value: object): boolean {
  return damagedObjects.has(value);
}

/** An object of a program, perhaps in a list: no JSON, however damaged. */
const NAME_WITHOUT_QUOTES = /^(?:\[\s{0,200})?\{\s{0,200}[A-Za-z_$]/;

/** An object or list, read as strictly as possible; undefined where it is none. */
function read(text: string, whole: boolean): unknown {
  if (NAME_WITHOUT_QUOTES.test(text)) return undefined;
  if (whole) {
    const strict = strictJson(text);
    if (strict !== undefined) return withoutDuplicates(text, strict);
    const joined = joinStrings(text);
    const joinedValue = joined === text ? undefined : strictJson(joined);
    if (joinedValue !== undefined) return withoutDuplicates(joined, joinedValue);
  }
  // Damaged: a comma missing or too many, comments, the end cut off. Only where it clearly is an object.
  if (text.length > MAX_DAMAGED || !/^[[{]\s{0,200}(?:\{\s{0,200})?"/.test(text)) return undefined;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  if (tree === undefined) return undefined;
  const value = valueOf(
    tree,
    errors
      .filter(({ error }) => !LOSES_NOTHING.has(error))
      .map(({ offset }) => offset)
      .sort((one, other) => one - other),
  );
  const first: unknown = Array.isArray(value) ? value[0] : value;
  return isObject(first) && Object.keys(first).length > 0 ? value : undefined;
}

/** Of jsonc-parser’s codes (a const enum) the one that loses nothing: a comma is missing. */
const LOSES_NOTHING: ReadonlySet<unknown> = new Set([6]);

/** Longer texts with names that stand twice come from no person's hand. */
const MAX_CHECKED = 400_000;

function withoutDuplicates(text: string, value: unknown): unknown {
  if (text.length > MAX_CHECKED || firstDuplicateName(text, value) === undefined) return value;
  const tree = parseTree(text, []);
  return tree === undefined ? undefined : valueOf(tree, []);
}

/** Does one of these offsets, which are in order, lie between two? */
function hasBetween(offsets: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, offsets.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsets[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return low < offsets.length && offsets[low]! <= to;
}

/**
 * The value of a tree; objects around a fault, or with a name twice, are remembered as damaged.
 * @param faults offsets, in order
 */
function valueOf(node: Node, faults: readonly number[]): unknown {
  if (node.type !== 'object' && node.type !== 'array') return node.value as unknown;
  // What does not end has no length.
  const end = node.length < 0 ? Number.POSITIVE_INFINITY : node.offset + node.length;
  const faulty = hasBetween(faults, node.offset, end);
  const children = node.children ?? [];
  if (node.type === 'array') {
    const list = children.map((child) => valueOf(child, faults));
    if (faulty || list.some(isDamagedValue)) damagedObjects.add(list);
    return list;
  }
  const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  let twice = false;
  for (const { children: [name, member] = [] } of children) {
    if (name === undefined || member === undefined) continue;
    const key = String(name.value);
    twice ||= Object.hasOwn(object, key);
    object[key] = valueOf(member, faults);
  }
  const plain = Object.fromEntries(Object.entries(object));
  if (faulty || twice || Object.values(plain).some(isDamagedValue)) damagedObjects.add(plain);
  return plain;
}

function isDamagedValue(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isDamaged(value);
}

function strictJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Strings that were wrapped over lines, made one again: the line end and the indentation go, a single space stays. */
function joinStrings(text: string): string {
  return text.replace(/"[^"\\]*(?:\\[^][^"\\]*)*"/g, (string) =>
    string.includes('\n') ? string.replace(/\n(?:\t[ \t]*| {2}[ \t]*)?/g, '') : string,
  );
}

/** JSON that is packed into a string, plain or URL-encoded; the value itself where it is no such string. */
export function unpacked(value: unknown): unknown {
  if (typeof value !== 'string' || value.length > MAX_SCANNED) return value;
  let text = value.trim();
  if (/^%(?:7b|5b|22)/i.test(text)) {
    try {
      text = decodeURIComponent(text.replace(/\+/g, '%20'));
    } catch {
      return value;
    }
  }
  if (!/^[[{"]/.test(text)) return value;
  // API Gateway escapes a policy once more than JSON does.
  if (/^[[{]\s{0,20}\\+"/.test(text)) text = `"${text}"`;
  if (text.startsWith('"')) {
    try {
      return unpacked(JSON.parse(text));
    } catch {
      return value;
    }
  }
  const { end, depth, whole } = extentOf(text, 0);
  if (depth > MAX_DEPTH) return value;
  return read(text.slice(0, end), whole) ?? value;
}

/** Every object inside the given values, outermost first, through strings that hold JSON. */
export function objectsIn(roots: readonly unknown[]): readonly Readonly<Record<string, unknown>>[] {
  const found: Readonly<Record<string, unknown>>[] = [];
  const pending = [...roots].reverse().map((value) => ({ value, strings: 0 }));
  for (let next = pending.pop(); next !== undefined && found.length < 50_000; next = pending.pop()) {
    let { value, strings } = next;
    if (typeof value === 'string') {
      if (strings > 20) continue;
      value = unpacked(value);
      strings += 1;
    }
    if (typeof value !== 'object' || value === null) continue;
    if (isObject(value)) found.push(value);
    for (const item of Object.values(value).reverse()) pending.push({ value: item, strings });
  }
  return found;
}
