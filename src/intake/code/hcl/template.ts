/** Quoted strings and heredocs with what stands between their `${` and `}`. Specification: "Template Expressions", "Templates". */
import type { Scanner } from './scanner';
import type { Expression, TemplatePart } from './tree';

/** Reads the expression of an interpolation; templates stand in expressions and hold some. */
export type ReadExpression = (scanner: Scanner) => Expression;

const PLAIN = /[^"\\\n$%]+/y;
const VARIABLE = /\$\{[A-Za-z][\w-]*:[^{}"$\n]*\}/y;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };

/** A quoted template; the scanner stands on its quotation mark. */
export function readQuoted(scanner: Scanner, readExpression: ReadExpression): Expression {
  const start = scanner.at;
  scanner.expect('"');
  const parts = new Parts();
  for (;;) {
    const plain = scanner.match(PLAIN);
    if (plain !== undefined) parts.add(plain);
    const letter = scanner.text[scanner.at];
    if (letter === undefined || letter === '\n') scanner.fail('the string does not end', start);
    if (letter === '"') break;
    if (letter === '\\') parts.add(readEscape(scanner));
    else readMark(scanner, parts, readExpression);
  }
  scanner.expect('"');
  return parts.expression(start, scanner.at, false);
}

function readEscape(scanner: Scanner): string {
  const start = scanner.at;
  const code = scanner.match(/\\(?:u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})/y);
  if (code !== undefined) {
    const point = Number.parseInt(code.slice(2), 16);
    if (point > 0x10ffff) scanner.fail('no such character', start);
    return String.fromCodePoint(point);
  }
  const escape = scanner.text[scanner.at + 1] ?? '';
  if (!Object.hasOwn(ESCAPES, escape)) scanner.fail('this escape is not known', start);
  scanner.at += 2;
  return ESCAPES[escape]!;
}

/** What begins with `$` or `%`: an interpolation, a directive, the same doubled as text, or just the letter. */
function readMark(scanner: Scanner, parts: Parts, readExpression: ReadExpression): void {
  const start = scanner.at;
  const mark = scanner.text[start]!;
  if (scanner.startsWith(`${mark}${mark}{`)) {
    parts.add(`${mark}{`);
    scanner.at += 3;
  } else if (scanner.startsWith('${')) {
    // `${aws:username}` is no expression: who writes it means IAM's own variable, which Terraform would refuse.
    const variable = scanner.match(VARIABLE);
    if (variable !== undefined) {
      parts.add(variable);
      return;
    }
    scanner.at += 2;
    if (scanner.take('~')) parts.strip();
    scanner.skip(true);
    const expression = scanner.nested(() => readExpression(scanner));
    scanner.skip(true);
    const strips = scanner.take('~');
    scanner.expect('}');
    parts.push({ kind: 'interpolation', expression });
    if (strips) scanner.match(/\s+/y);
  } else if (scanner.startsWith('%{')) {
    const directive = scanner.match(/%\{[^{}\n]*\}/y);
    if (directive === undefined) scanner.fail('the directive does not end');
    parts.push({ kind: 'directive', start, end: scanner.at });
  } else {
    parts.add(mark);
    scanner.at += 1;
  }
}

/** `<<MARK` or `<<-MARK`; the scanner stands on it. */
export function readHeredoc(scanner: Scanner, readExpression: ReadExpression): Expression {
  const start = scanner.at;
  const opening = scanner.match(/<<[-~]?["']?[\p{ID_Start}_][\p{ID_Continue}-]*["']?[ \t\r]*\n/uy);
  if (opening === undefined) scanner.fail('a heredoc begins with `<<NAME` at the end of a line');
  const name = /[\p{ID_Start}_][\p{ID_Continue}-]*/u.exec(opening)![0];
  const closing = new RegExp(`^[ \\t]*${name}[ \\t\\r]*$`, 'gmu');
  closing.lastIndex = scanner.at;
  const found = closing.exec(scanner.text);
  if (found === null) scanner.fail(`the heredoc does not end: \`${name}\` is missing`, start);
  const parts = new Parts();
  while (scanner.at < found.index) {
    const plain = scanner.match(/[^$%]+/y);
    if (plain !== undefined) {
      const over = scanner.at - found.index;
      parts.add(over > 0 ? plain.slice(0, -over) : plain);
      if (over > 0) scanner.at = found.index;
    } else readMark(scanner, parts, readExpression);
  }
  if (scanner.at !== found.index) scanner.fail('the heredoc ends inside of an expression', found.index);
  scanner.at = found.index + found[0].length;
  if (opening.startsWith('<<-')) parts.unindent();
  return parts.expression(start, scanner.at, true);
}

class Parts {
  #parts: TemplatePart[] = [];

  add(text: string): void {
    const last = this.#parts.at(-1);
    if (last?.kind === 'text') this.#parts[this.#parts.length - 1] = { kind: 'text', text: last.text + text };
    else this.#parts.push({ kind: 'text', text });
  }

  push(part: TemplatePart): void {
    this.#parts.push(part);
  }

  /** `${~` takes the white space before it away. */
  strip(): void {
    const last = this.#parts.at(-1);
    if (last?.kind === 'text')
      this.#parts[this.#parts.length - 1] = { kind: 'text', text: last.text.trimEnd() };
  }

  /** The least indentation of its lines goes from all of them. */
  unindent(): void {
    let least = Number.POSITIVE_INFINITY;
    let fresh = true;
    for (const part of this.#parts) {
      if (part.kind === 'text')
        for (const [, spaces] of part.text.matchAll(
          fresh ? /(?:^|\n)([ \t]*)(?=[^\s]|$)/g : /\n([ \t]*)(?=[^\s]|$)/g,
        ))
          least = Math.min(least, spaces!.length);
      fresh = false;
    }
    if (least === 0 || least === Number.POSITIVE_INFINITY) return;
    const indentation = new RegExp(`\\n[ \\t]{${least}}`, 'g');
    this.#parts = this.#parts.map((part, index) =>
      part.kind !== 'text'
        ? part
        : {
            kind: 'text',
            text: (index === 0 ? `\n${part.text}` : part.text)
              .replace(indentation, '\n')
              .slice(index === 0 ? 1 : 0),
          },
    );
  }

  expression(start: number, end: number, heredoc: boolean): Expression {
    const [first] = this.#parts;
    if (first === undefined) return { kind: 'literal', value: '', start, end };
    if (this.#parts.length === 1 && first.kind === 'text' && !heredoc)
      return { kind: 'literal', value: first.text, start, end };
    return { kind: 'template', parts: this.#parts, heredoc, start, end };
  }
}
