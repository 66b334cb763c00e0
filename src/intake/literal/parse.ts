/**
 * Objects and lists as they stand in programs: JavaScript, Python, Ruby and PHP. Only what is written
 * out is read; a value that comes from elsewhere (a name, a call, a part of a string) refuses the whole, so that nothing
 * is lost in silence.
 */
import { readString, startsString } from './strings';

export type Literal =
  | { readonly kind: 'value'; readonly value: unknown; readonly end: number }
  /** `what` stands in the text at `offset` and cannot be read. */
  | { readonly kind: 'refused'; readonly what: string; readonly offset: number };

const MAX_DEPTH = 60;

/** The object or list that begins at an offset. Never throws; work is linear in what is read. */
export function parseLiteral(text: string, start: number): Literal {
  const reader = new LiteralReader(text, start);
  try {
    const value = reader.value(0);
    return { kind: 'value', value, end: reader.at };
  } catch (error) {
    if (error === STOP && reader.refused !== undefined) return { kind: 'refused', ...reader.refused };
    throw error;
  }
}

/** Stops the reading from any depth. One for all: a new error takes as long as the reading of an object. */
const STOP = new Error('refused');

interface Refusal {
  readonly what: string;
  readonly offset: number;
}

const WORDS: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
  ['null', null],
  ['None', null],
  ['nil', null],
  // A member that has it is none.
  ['undefined', undefined],
]);

/** A date as `console.log` of Node.js prints it; there is no such expression. */
const DATE = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,6})?Z/y;
/** A date as Python prints it in the answers of boto3. */
const DATETIME = /datetime\.datetime\(\s*\d{4}(?:,\s*\d{1,6}){2,6}(?:,\s*tzinfo=[\w.]{1,40}(?:\(\))?)?\s*\)/y;
const VALUE = /-?\d+(?:\.\d+)?(?![\w.])|[A-Za-z]+(?![\w.([$-])/y;
/** Between a name and its value in Ruby and PHP. */
const ARROW = /=>/y;
const NAME = /[A-Za-z_$][\w$]*/y;
const BLANK = /(?:\s+|\/\/[^\n]*|#[^\n]*|\/\*[^]*?\*\/)*/y;
const REFUSED = /^(?:[^\n,\]})([]{1,80}(?:\([^\n()]{0,80}\)?)?|.)?/;

class LiteralReader {
  refused: Refusal | undefined;

  constructor(
    private readonly text: string,
    public at: number,
  ) {}

  value(depth: number): unknown {
    if (depth > MAX_DEPTH) this.refuse();
    this.skip();
    const letter = this.text[this.at];
    if (letter === '{') return this.object(depth);
    if (letter === '[') return this.list(depth, ']');
    if (letter === '(') return this.group(depth);
    if (startsString(this.text, this.at)) return this.strings();
    const date = this.take(DATE) ?? this.take(DATETIME);
    if (date !== undefined) return date.startsWith('d') ? dateOfPython(date) : date;
    const word = this.take(VALUE);
    if (word === undefined) return this.refuse();
    if (/^-?\d/.test(word)) return Number(word);
    if (!WORDS.has(word)) return this.refuse(word.length);
    return WORDS.get(word);
  }

  /** Strings side by side, or added, are one. */
  private strings(): string {
    let joined = '';
    for (;;) {
      const read = readString(this.text, this.at);
      if (read.kind === 'refused') this.stop(read);
      joined += read.value;
      this.at = read.end;
      this.skip();
      const added = this.takesLetter('+');
      if (added) this.skip();
      if (!startsString(this.text, this.at)) {
        if (added) this.refuse();
        return joined;
      }
    }
  }

  private object(depth: number): Readonly<Record<string, unknown>> {
    this.at += 1;
    const entries = new Map<string, unknown>();
    for (;;) {
      this.skip();
      if (this.takesLetter('}')) return Object.fromEntries(entries);
      const start = this.at;
      const key = this.key();
      this.skip();
      if (!this.takesLetter(':') && this.take(ARROW) === undefined) this.refuseAt(start);
      // Of two with the same name one would be lost.
      if (entries.has(key)) this.refuseAt(start);
      const value = this.value(depth + 1);
      if (value !== undefined) entries.set(key, value);
      this.separator('}');
    }
  }

  private key(): string {
    if (startsString(this.text, this.at)) {
      const read = readString(this.text, this.at);
      if (read.kind === 'refused') this.stop(read);
      this.at = read.end;
      return read.value;
    }
    return this.take(NAME) ?? this.refuse();
  }

  private list(depth: number, close: string): object {
    this.at += 1;
    const items: unknown[] = [];
    for (;;) {
      this.skip();
      if (this.text[this.at] === close) {
        this.at += 1;
        return items;
      }
      const value = this.value(depth + 1);
      if (value === undefined) this.refuse('undefined'.length);
      this.skip();
      // PHP: an object in the brackets of a list.
      if (items.length === 0 && typeof value === 'string' && this.take(ARROW) !== undefined)
        return this.named(value, depth, close);
      items.push(value);
      this.separator(close);
    }
  }

  /** The rest of an object of PHP, behind its first name. */
  private named(first: string, depth: number, close: string): Readonly<Record<string, unknown>> {
    const entries = new Map([[first, this.value(depth + 1)]]);
    for (;;) {
      this.separator(close);
      this.skip();
      if (this.takesLetter(close)) return Object.fromEntries(entries);
      const start = this.at;
      const key = this.key();
      this.skip();
      if (entries.has(key) || this.take(ARROW) === undefined) this.refuseAt(start);
      entries.set(key, this.value(depth + 1));
    }
  }

  /** Python: brackets around one value, or a tuple, which JSON writes as a list. */
  private group(depth: number): unknown {
    const start = this.at;
    const items = this.list(depth, ')');
    if (!Array.isArray(items)) return items;
    const inside = this.text.slice(start, this.at);
    return items.length === 1 && !/,\s*\)$/.test(inside) ? items[0] : items;
  }

  /** A comma, or the closing bracket. */
  private separator(close: string): void {
    this.skip();
    if (!this.takesLetter(',') && this.text[this.at] !== close) this.refuse();
  }

  /** White space and comments. In scripts `#` is Python's and `//` JavaScript's. */
  private skip(): void {
    const code = this.text.charCodeAt(this.at);
    if (code > 0x2f && code < 127) return;
    BLANK.lastIndex = this.at;
    if (BLANK.test(this.text)) this.at = BLANK.lastIndex;
  }

  private take(pattern: RegExp): string | undefined {
    const { at } = this;
    pattern.lastIndex = at;
    if (!pattern.test(this.text)) return undefined;
    this.at = pattern.lastIndex;
    return this.text.slice(at, this.at);
  }

  private takesLetter(letter: string): boolean {
    const found = this.text[this.at] === letter;
    if (found) this.at += 1;
    return found;
  }

  private refuseAt(offset: number): never {
    this.at = offset;
    return this.refuse();
  }

  /** What stands here, up to the end of the expression; `back`: how much of it was taken already. */
  private refuse(back = 0): never {
    const offset = this.at - back;
    const what = REFUSED.exec(this.text.slice(offset, offset + 200));
    return this.stop({ what: (what?.[0] ?? '').trim(), offset });
  }

  private stop({ what, offset }: Refusal): never {
    this.refused = { what, offset };
    throw STOP;
  }
}

/** The point in time that is printed; null where its zone is not told. */
function dateOfPython(printed: string): string | null {
  if (!/tzinfo=\S*utc/i.test(printed)) return null;
  const [year, month, day, ...time] = (/\(([\d,\s]+)/.exec(printed)?.[1] ?? '').match(/\d+/g) ?? [];
  const two = (part = '0'): string => part.padStart(2, '0');
  const [hour, minute, second] = time;
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
}
