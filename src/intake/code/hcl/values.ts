/** What HCL's expressions are worth, as far as the text tells. */
import type { Span } from './tree';

export type Value =
  string | number | boolean | null | readonly Value[] | ReadonlyMap<string, Value> | Unknown | JsonText;

/** Something that the text does not tell. */
export class Unknown {
  constructor(
    /** The expression, as Terraform takes it, without braces. */
    readonly name: string,
    readonly at: Span,
    /** Is it a list, or a list for sure? Then it stands for any number of values. */
    readonly list: boolean,
    /** A variable that is null unless somebody sets it: it counts as that where it is asked for, and is open elsewhere. */
    readonly isUnset = false,
  ) {}
}

/** Null, or a variable that is null by its default. */
export function isNull(value: Value): boolean {
  return value === null || (value instanceof Unknown && value.isUnset);
}

/** What `jsonencode` makes: a text of JSON, kept as what it holds. */
export class JsonText {
  constructor(readonly value: Value) {}
}

/**
 * A text with parts that are not known holds marks in their place: two characters that stand in no text (Unicode's
 * noncharacters) around the number of the unknown.
 */
const OPEN = '\ufdd0';
const CLOSE = '\ufdd1';
const MARK = /\ufdd0(\d+)\ufdd1/g;

/** Texts that hold one of the marks themselves cannot be read. */
export function hasMarks(text: string): boolean {
  return text.includes(OPEN) || text.includes(CLOSE);
}

/** The unknowns of a text, by number. */
export class Unknowns {
  readonly #list: Unknown[] = [];
  readonly #numbers = new Map<string, number>();

  mark(unknown: Unknown): string {
    const key = `${unknown.list} ${unknown.name}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#list.length;
      this.#list.push(unknown);
      this.#numbers.set(key, number);
    }
    return `${OPEN}${number}${CLOSE}`;
  }

  /** The text with `${name}` in place of each mark; `used` gets the names. */
  shown(text: string, used: Set<string>): string {
    if (!text.includes(OPEN)) return text;
    return text.replace(MARK, (_, number: string) => {
      const { name } = this.#list[Number(number)]!;
      used.add(name);
      return `\${${name}}`;
    });
  }

  /** The unknown that a text wholly is. */
  wholly(text: string): Unknown | undefined {
    const number = /^\ufdd0(\d+)\ufdd1$/.exec(text)?.[1];
    return number === undefined ? undefined : this.#list[Number(number)];
  }

  /** JSON in which marks stand where a value is expected, as `"Resource": ${…}`: each becomes a text. */
  quoted(json: string): string {
    return json.replace(/"(?:[^"\\]|\\[^])*"|\ufdd0\d+\ufdd1/g, (part) =>
      part.startsWith('"') ? part : `"${part}"`,
    );
  }

  /** A text with marks, cut where they stand: known parts and unknowns in turn. */
  split(text: string): readonly (string | Unknown)[] {
    const parts: (string | Unknown)[] = [];
    let at = 0;
    for (const match of text.matchAll(MARK)) {
      if (match.index > at) parts.push(text.slice(at, match.index));
      parts.push(this.#list[Number(match[1])]!);
      at = match.index + match[0].length;
    }
    if (at < text.length) parts.push(text.slice(at));
    return parts;
  }
}

/** Is all of it known, so that a function can work on it? */
export function isKnown(value: Value): boolean {
  if (typeof value === 'string') return !value.includes(OPEN);
  if (value instanceof Unknown) return false;
  if (value instanceof JsonText) return isKnown(value.value);
  if (isObject(value)) return [...value].every(([key, item]) => isKnown(key) && isKnown(item));
  return !Array.isArray(value) || value.every((item) => isKnown(item as Value));
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

export function isObject(value: Value): value is ReadonlyMap<string, Value> {
  return value instanceof Map;
}

/** Known JSON as a value. */
export function fromJson(json: unknown): Value {
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json === 'object' && json !== null)
    return new Map(Object.entries(json).map(([key, item]) => [key, fromJson(item)]));
  return json as string | number | boolean | null;
}
