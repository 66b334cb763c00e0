/** HCL's expressions. Specification: "Expressions", with the precedence of "Operations". */
import { readHeredoc, readQuoted } from './template';
import type { Scanner } from './scanner';
import type { Expression, Member } from './tree';

/** From the loosest to the tightest; longer marks first where one begins with another. */
const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['>=', '<=', '>', '<'],
  ['+', '-'],
  ['*', '/', '%'],
];

const STAR = /\.\*|\[[ \t]*\*[ \t]*\]/y;
const OF_PROVIDER = /(?:::[\p{ID_Start}_][\p{ID_Continue}-]*)+/uy;
const FOR = /^for[ \t\r\n]+[\p{ID_Start}_]/u;
const KEY = /\s*(?:=(?!=)|:(?!:))/y;
const MAY_OPERATE = '|&=!><+-*/%';
const NO_OPERATOR = /^(?:\/[/*]|%\{)/;

/** `lines`: inside brackets, where the end of a line is white space. */
export function readExpression(scanner: Scanner, lines: boolean): Expression {
  return scanner.nested(() => {
    const test = readBinary(scanner, lines, 0);
    const before = scanner.at;
    scanner.skip(lines);
    if (!scanner.take('?')) {
      scanner.at = before;
      return test;
    }
    // Terraform's own formatter keeps line breaks around both marks.
    scanner.skip(true);
    const then = readExpression(scanner, lines);
    scanner.skip(true);
    scanner.expect(':');
    scanner.skip(true);
    const otherwise = readExpression(scanner, lines);
    return { kind: 'conditional', test, then, otherwise, start: test.start, end: otherwise.end };
  });
}

function readBinary(scanner: Scanner, lines: boolean, level: number): Expression {
  const operators = LEVELS[level];
  if (operators === undefined) return readUnary(scanner, lines);
  let left = readBinary(scanner, lines, level + 1);
  let links = 0;
  for (;;) {
    const before = scanner.at;
    scanner.skip(lines);
    const operator = MAY_OPERATE.includes(scanner.text[scanner.at] ?? ' ')
      ? operators.find((mark) => scanner.startsWith(mark))
      : undefined;
    // `=>` of a for, and the comments `//` and `/*`, are no operators.
    if (operator === undefined || NO_OPERATOR.test(scanner.text.slice(scanner.at, scanner.at + 2))) {
      scanner.at = before;
      return left;
    }
    scanner.at += operator.length;
    links += 1;
    scanner.link(links);
    scanner.skip(true);
    const right = readBinary(scanner, lines, level + 1);
    left = { kind: 'binary', operator, left, right, start: left.start, end: right.end };
  }
}

function readUnary(scanner: Scanner, lines: boolean): Expression {
  const start = scanner.at;
  const operator = scanner.take('-') ? '-' : scanner.take('!') ? '!' : undefined;
  if (operator === undefined) return readPostfix(scanner, lines);
  scanner.skip(lines);
  const operand = scanner.nested(() => readUnary(scanner, lines));
  return { kind: 'unary', operator, operand, start, end: operand.end };
}

function readPostfix(scanner: Scanner, lines: boolean): Expression {
  return steps(scanner, readTerm(scanner), lines);
}

/** `.name`, `.0`, `[key]`, `.*` and `[*]` behind a term, as many as there are. */
function steps(scanner: Scanner, term: Expression, lines: boolean): Expression {
  let of = term;
  let links = 0;
  for (;;) {
    const before = scanner.at;
    links += 1;
    scanner.link(links);
    scanner.skip(lines);
    if (scanner.passes(STAR)) {
      const item: Expression = { kind: 'item', start: scanner.at, end: scanner.at };
      const each = scanner.nested(() => steps(scanner, item, lines));
      return { kind: 'splat', of, each, start: of.start, end: scanner.at };
    }
    if (scanner.startsWith('.') && !scanner.startsWith('...')) {
      scanner.at += 1;
      const name = scanner.name();
      if (name !== undefined) of = { kind: 'attribute', of, name, start: of.start, end: scanner.at };
      else {
        const index = scanner.match(/\d+/y) ?? scanner.fail('the name of an attribute is expected');
        const key: Expression = { kind: 'literal', value: Number(index), start: before, end: scanner.at };
        of = { kind: 'index', of, key, start: of.start, end: scanner.at };
      }
    } else if (scanner.startsWith('[') && before === scanner.at) {
      scanner.at += 1;
      scanner.skip(true);
      const key = readExpression(scanner, true);
      scanner.skip(true);
      scanner.expect(']');
      of = { kind: 'index', of, key, start: of.start, end: scanner.at };
    } else {
      scanner.at = before;
      return of;
    }
  }
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function readTerm(scanner: Scanner): Expression {
  const start = scanner.at;
  const letter = scanner.text[start];
  if (letter === '"') return readQuoted(scanner, inTemplate);
  if (letter === '[') return readTuple(scanner);
  if (letter === '{') return readObject(scanner);
  if (letter === '(') return readGroup(scanner);
  if (scanner.startsWith('<<')) return readHeredoc(scanner, inTemplate);
  const number = scanner.number();
  if (number !== undefined) return { kind: 'literal', value: Number(number), start, end: scanner.at };
  const name = scanner.name() ?? scanner.fail('a value is expected');
  const word = WORDS.get(name);
  if (word !== undefined) return { kind: 'literal', value: word, start, end: scanner.at };
  // `provider::aws::arn_parse(…)` is a function of a provider.
  const rest = (scanner.startsWith('::') && scanner.match(OF_PROVIDER)) || '';
  if (scanner.startsWith('(')) return readCall(scanner, name + rest, start);
  return { kind: 'variable', name, start, end: scanner.at };
}

const inTemplate = (scanner: Scanner): Expression => readExpression(scanner, true);

function readGroup(scanner: Scanner): Expression {
  const start = scanner.at;
  scanner.expect('(');
  scanner.skip(true);
  const inner = readExpression(scanner, true);
  scanner.skip(true);
  scanner.expect(')');
  return { kind: 'group', inner, start, end: scanner.at };
}

function readCall(scanner: Scanner, name: string, start: number): Expression {
  scanner.expect('(');
  const args: Expression[] = [];
  let spread = false;
  for (;;) {
    scanner.skip(true);
    if (scanner.take(')')) return { kind: 'call', name, args, spread, start, end: scanner.at };
    args.push(readExpression(scanner, true));
    scanner.skip(true);
    spread = scanner.take('...');
    scanner.skip(true);
    if (!scanner.take(',') && !scanner.startsWith(')')) scanner.fail('`,` or `)` is expected');
  }
}

function readTuple(scanner: Scanner): Expression {
  const start = scanner.at;
  scanner.expect('[');
  scanner.skip(true);
  if (isFor(scanner)) return readFor(scanner, start, ']');
  const items: Expression[] = [];
  for (;;) {
    scanner.skip(true);
    if (scanner.take(']')) return { kind: 'tuple', items, start, end: scanner.at };
    items.push(readExpression(scanner, true));
    scanner.skip(true);
    if (!scanner.take(',') && !scanner.startsWith(']')) scanner.fail('`,` or `]` is expected');
  }
}

function readObject(scanner: Scanner): Expression {
  const start = scanner.at;
  scanner.expect('{');
  scanner.skip(true);
  if (isFor(scanner)) return readFor(scanner, start, '}');
  const members: Member[] = [];
  for (;;) {
    scanner.skip(true);
    if (scanner.take('}')) return { kind: 'object', members, start, end: scanner.at };
    const key = readKey(scanner);
    scanner.skip(true);
    if (!scanner.take('=') && !scanner.take(':')) scanner.fail('`=` is expected');
    scanner.skip(true);
    members.push({ key, value: readExpression(scanner, false) });
    // A comma, or the end of the line.
    const before = scanner.at;
    scanner.skip(true);
    const newLine = scanner.text.slice(before, scanner.at).includes('\n');
    if (!scanner.take(',') && !newLine && !scanner.startsWith('}')) scanner.fail('`,` or `}` is expected');
  }
}

/** A name stands for itself; everything else is an expression. */
function readKey(scanner: Scanner): Expression {
  const start = scanner.at;
  const name = scanner.name();
  const { at: end } = scanner;
  if (name !== undefined && scanner.passes(KEY)) {
    scanner.at = end;
    return { kind: 'literal', value: name, start, end };
  }
  scanner.at = start;
  return readExpression(scanner, true);
}

function isFor(scanner: Scanner): boolean {
  return scanner.startsWith('for') && FOR.test(scanner.text.slice(scanner.at, scanner.at + 40));
}

function readFor(scanner: Scanner, start: number, close: ']' | '}'): Expression {
  const word = (): string => {
    scanner.skip(true);
    return scanner.name() ?? scanner.fail('a name is expected');
  };
  word();
  const first = word();
  scanner.skip(true);
  const second = scanner.take(',') ? word() : undefined;
  if (word() !== 'in') scanner.fail('`in` is expected');
  scanner.skip(true);
  const within = readExpression(scanner, true);
  scanner.skip(true);
  scanner.expect(':');
  scanner.skip(true);
  let body = readExpression(scanner, true);
  let name: Expression | undefined;
  scanner.skip(true);
  if (close === '}') {
    scanner.expect('=>');
    scanner.skip(true);
    name = body;
    body = readExpression(scanner, true);
    scanner.skip(true);
  }
  const grouped = scanner.take('...');
  scanner.skip(true);
  let when: Expression | undefined;
  if (scanner.passes(/if\b/y)) {
    scanner.skip(true);
    when = readExpression(scanner, true);
    scanner.skip(true);
  }
  scanner.expect(close);
  const [key, value] = second === undefined ? [undefined, first] : [first, second];
  return { kind: 'for', key, value, in: within, name, body, grouped, when, start, end: scanner.at };
}
