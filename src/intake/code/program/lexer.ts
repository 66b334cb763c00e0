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

export class Lexer {
  constructor(
    readonly text: string,
    readonly script: Script,
    public at = 0,
  ) {}

  skip(): void {
    const blank = BLANK[this.script];
    blank.lastIndex = this.at;
    this.at += blank.exec(this.text)?.[0].length ?? 0;
  }

  /** Takes what a sticky pattern matches here. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  /** A comma, or the bracket that closes. @throws Broken where neither stands here */
  comma(close: string): void {
    this.skip();
    if (this.take(/,/y) === undefined && this.text[this.at] !== close) throw new Broken(this.at);
  }

  /** @throws Broken where another letter stands here */
  close(letter: string): void {
    this.skip();
    if (this.text[this.at] !== letter) throw new Broken(this.at);
    this.at += 1;
  }

  /** Does a string begin here? Its prefix and quotation mark, if so. */
  quote(): { readonly prefix: string; readonly mark: string } | undefined {
    const pattern = this.script === 'python' ? /([rbfuRBFU]{0,2})("""|'''|"|')/y : /()(["'`])/y;
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    return match === null ? undefined : { prefix: match[1]!.toLowerCase(), mark: match[2]! };
  }

  /**
   * The string that begins here. `inside` reads an expression in it, up to its closing bracket, and is given the offset.
   * @throws Broken where it does not end
   */
  string<E>(inside: (at: number) => { readonly value: E; readonly end: number }): readonly (string | E)[] {
    const { prefix, mark } = this.quote()!;
    const start = this.at;
    this.at += prefix.length + mark.length;
    const parts: (string | E)[] = [];
    let text = '';
    const opens = mark === '`' ? '${' : prefix.includes('f') ? '{' : undefined;
    while (this.at < this.text.length) {
      const letter = this.text[this.at]!;
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
      } else if (letter === '\n' && mark.length === 1 && mark !== '`') throw new Broken(start);
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
