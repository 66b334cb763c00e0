/** Walks over HCL's text: white space, comments, names, numbers. HCL native syntax specification, "Lexical Elements". */
import { HclFault } from './tree';

/** Deeper nesting than any configuration has is refused, before it takes the stack. */
const MAX_DEPTH = 100;
/** Of steps such as `.a.b.c` and of operators in a row, for the same reason. */
const MAX_CHAIN = 100;

const BLANK = /(?:[ \t\r\ufeff]+|\/\*[^]*?\*\/)+/y;
const BLANK_LINES = /(?:[ \t\r\n\ufeff]+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\/)+/y;
const LINE_COMMENT = /(?:#|\/\/)[^\n]*/y;
const NAME = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const PLAIN_NAME = /[A-Za-z_][\w-]*/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;

/** White space, the mark of a byte order, or what a comment may begin with. */
function mayBeBlank(code: number): boolean {
  return code <= 32 || code === 0x23 || code === 0x2f || code === 0xfeff;
}

export class Scanner {
  #depth = 0;

  constructor(
    readonly text: string,
    public at: number,
  ) {}

  /** White space and inline comments; with `lines` also line ends and line comments, which inside brackets mean nothing. */
  skip(lines: boolean): void {
    if (mayBeBlank(this.text.charCodeAt(this.at))) this.passes(lines ? BLANK_LINES : BLANK);
  }

  lineComment(): void {
    this.passes(LINE_COMMENT);
  }

  name(): string | undefined {
    const { at } = this;
    // Nearly all names are of plain letters, which take a small part of the time.
    if (this.passes(PLAIN_NAME) && !(this.text.charCodeAt(this.at) > 126))
      return this.text.slice(at, this.at);
    this.at = at;
    return this.match(NAME);
  }

  number(): string | undefined {
    return this.match(NUMBER);
  }

  startsWith(mark: string): boolean {
    return this.text.startsWith(mark, this.at);
  }

  take(mark: string): boolean {
    if (!this.startsWith(mark)) return false;
    this.at += mark.length;
    return true;
  }

  expect(mark: string): void {
    if (!this.take(mark)) this.fail(`\`${mark}\` is expected`);
  }

  match(pattern: RegExp): string | undefined {
    const { at } = this;
    return this.passes(pattern) ? this.text.slice(at, this.at) : undefined;
  }

  /** The same, where what it is does not matter. */
  passes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.test(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** Reads something nested; too deep is refused at its place. */
  nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.fail('it is nested too deeply');
    const value = read();
    this.#depth -= 1;
    return value;
  }

  /** A chain has so many links now. */
  link(count: number): void {
    if (count > MAX_CHAIN) this.fail('the expression is too long');
  }

  fail(message: string, offset = this.at): never {
    throw new HclFault(message, offset);
  }
}
