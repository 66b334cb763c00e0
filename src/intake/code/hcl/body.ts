/** HCL's structure: attributes and blocks. Specification: "Structural Elements". */
import { readExpression } from './expression';
import { Scanner } from './scanner';
import type { Attribute, Block, Body, Expression } from './tree';

/** A block that begins at an offset, as `resource "aws_iam_role" "r" {`. Throws only `HclFault`. */
export function blockAt(text: string, start: number): Block {
  const scanner = new Scanner(text, start);
  const type = scanner.name() ?? scanner.fail('the name of a block is expected');
  return readBlock(scanner, type, start);
}

/** An expression that begins at an offset. Throws only `HclFault`. */
export function expressionAt(text: string, start: number): Expression {
  const scanner = new Scanner(text, start);
  scanner.skip(true);
  return readExpression(scanner, false);
}

/** Attributes and blocks up to the end of the text, as the inside of a block. Throws only `HclFault`. */
export function bodyOf(text: string): Body {
  return readBody(new Scanner(text, 0), false);
}

function readBlock(scanner: Scanner, type: string, start: number): Block {
  const labels: string[] = [];
  for (;;) {
    scanner.skip(false);
    if (scanner.take('{')) break;
    const label = scanner.match(/"[^"\\\n]*"/y)?.slice(1, -1) ?? scanner.name();
    labels.push(label ?? scanner.fail('`{` is expected'));
  }
  const body = scanner.nested(() => readBody(scanner, true));
  return { type, labels, body, start, end: scanner.at };
}

function readBody(scanner: Scanner, closed: boolean): Body {
  const attributes = new Map<string, Attribute>();
  const blocks: Block[] = [];
  for (;;) {
    scanner.skip(true);
    if (closed ? scanner.take('}') : scanner.at >= scanner.text.length) return { attributes, blocks };
    const start = scanner.at;
    // Written as a string it is no valid name, but nothing else can be meant.
    const name = scanner.name() ?? scanner.fail('the name of an attribute or block is expected');
    scanner.skip(false);
    if (/^=(?![=>])/.test(scanner.text.slice(scanner.at, scanner.at + 2))) {
      scanner.at += 1;
      scanner.skip(true);
      const value = readExpression(scanner, false);
      // Of two with the same name one would be lost.
      if (attributes.has(name)) scanner.fail(`\`${name}\` stands twice in one block`, start);
      attributes.set(name, { name, value, start, end: scanner.at });
      endOfLine(scanner, closed);
    } else blocks.push(readBlock(scanner, name, start));
  }
}

function endOfLine(scanner: Scanner, closed: boolean): void {
  scanner.skip(false);
  scanner.lineComment();
  const letter = scanner.text[scanner.at];
  if (letter === undefined || letter === '\n' || (closed && letter === '}')) return;
  scanner.fail('the end of the line is expected');
}
