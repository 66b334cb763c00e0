/** Blanks, comments and strings of JavaScript, TypeScript and Python, to the letter. */

export type Script = 'javascript' | 'python';

/** Stops the reading of one expression. */
export class Broken extends Error {
  constructor(readonly at: number) {
    super('broken');
    this.name = 'Broken';
  }
}

const BLANK: Readonly<Record<Script, RegExp>> = {
  javascript: /(?:\s|\/\/[^\n]*|\/\*[^]*?\*\/)*/y,
  python: /(?:\s|#[^\n]*|\\\n)*/y,
};

/** White space, or what a comment or the end of a line in Python may begin with. */
function mayBeBlank(code: number): boolean {
  return code <= 32 || code === 0x23 || code === 0x2f || code === 0x5c || code > 126;
}

const MAY_QUOTE = '"\'rbfuRBFU';
const PYTHON_QUOTE = /([rbfuRBFU]{0,2})("""|'''|"|')/y;
/** Letters that mean themselves in every string. */
const PLAIN = /[^"'`\\\n${}\ufdd2]+/y;
/** Around a text of Go between backticks, to the letter: a character that stands in no text (one of Unicode's noncharacters). */
export const RAW = '\ufdd2';

export class Lexer {
  constructor(
    readonly text: string,
    readonly script: Script,
    public at = 0,
  ) {}

  skip(): void {
    if (!mayBeBlank(this.text.charCodeAt(this.at))) return;
    const blank = BLANK[this.script];
    blank.lastIndex = this.at;
    if (blank.test(this.text)) this.at = blank.lastIndex;
  }

  /** Takes what a sticky pattern matches here. */
  take(pattern: RegExp): string | undefined {
    const { at } = this;
    return this.takes(pattern) ? this.text.slice(at, this.at) : undefined;
  }

  /** The same, where what it is does not matter. */
  takes(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const found = pattern.test(this.text);
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  /** Takes one letter where it stands here. */
  takesLetter(letter: string): boolean {
    const found = this.text[this.at] === letter;
    if (found) this.at += 1;
    return found;
  }

  /** A comma, or the bracket that closes. @throws Broken where neither stands here */
  comma(close: string): void {
    this.skip();
    if (!this.takesLetter(',') && this.text[this.at] !== close) throw new Broken(this.at);
  }

  /** @throws Broken where another letter stands here */
  close(letter: string): void {
    this.skip();
    if (this.text[this.at] !== letter) throw new Broken(this.at);
    this.at += 1;
  }

  /** Does a string begin here? Its prefix and quotation mark, if so. */
  quote(): { readonly prefix: string; readonly mark: string; readonly length: number } | undefined {
    const letter = this.text[this.at];
    if (this.script === 'javascript') {
      // C#: `$"…{name}…"`, as Python's f.
      if (letter === '$' && this.text[this.at + 1] === '"') return { prefix: 'f', mark: '"', length: 2 };
      if (letter === RAW) return { prefix: 'r', mark: RAW, length: 1 };
      return letter === '"' || letter === "'" || letter === '`'
        ? { prefix: '', mark: letter, length: 1 }
        : undefined;
    }
    if (letter === undefined || !MAY_QUOTE.includes(letter)) return undefined;
    PYTHON_QUOTE.lastIndex = this.at;
    const match = PYTHON_QUOTE.exec(this.text);
    return match === null
      ? undefined
      : { prefix: match[1]!.toLowerCase(), mark: match[2]!, length: match[0].length };
  }

  /**
   * The string that begins here. `inside` reads an expression in it, up to its closing bracket, and is given the offset.
   * @throws Broken where it does not end
   */
  string<E>(inside: (at: number) => { readonly value: E; readonly end: number }): readonly (string | E)[] {
    const { prefix, mark, length } = this.quote()!;
    const start = this.at;
    this.at += length;
    const parts: (string | E)[] = [];
    let text = '';
    const opens = mark === '`' ? '${' : prefix.includes('f') ? '{' : undefined;
    while (this.at < this.text.length) {
      text += this.take(PLAIN) ?? '';
      const letter = this.text[this.at] ?? '';
      if (this.text.startsWith(mark, this.at)) {
        this.at += mark.length;
        return [...parts, text];
      }
      if (letter === '\\' && !prefix.includes('r')) text += this.escape();
      else if (opens === '{' && /^(?:\{\{|\}\})/.test(this.text.slice(this.at, this.at + 2))) {
        text += letter;
        this.at += 2;
      } else if (opens !== undefined && this.text.startsWith(opens, this.at)) {
        const read = inside(this.at + opens.length);
        parts.push(text, read.value);
        text = '';
        this.at = read.end;
      } else if (letter === '\n' && mark.length === 1 && mark !== '`' && mark !== RAW)
        throw new Broken(start);
      else {
        text += letter;
        this.at += 1;
      }
    }
    throw new Broken(start);
  }

  private escape(): string {
    const next = this.text[this.at + 1] ?? '';
    const hex = /^\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|u\{([0-9a-f]{1,6})\})/i.exec(
      this.text.slice(this.at, this.at + 12),
    );
    if (hex !== null) {
      const code = Number.parseInt((hex[1] ?? hex[2] ?? hex[3])!, 16);
      if (code > 0x10ffff) throw new Broken(this.at);
      this.at += hex[0].length;
      return String.fromCodePoint(code);
    }
    this.at += 2;
    return ESCAPES.get(next) ?? next;
  }
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['b', '\b'],
  ['f', '\f'],
  ['v', '\v'],
  ['0', '\0'],
  ['\n', ''],
]);
