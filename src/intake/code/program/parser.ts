/**
 * A reader of expressions, after ECMAScript's "Expressions" and Python's "Expressions": the forms that policies are written
 * in. What it does not know becomes `other`, with its whole text, never a part of it.
 */
import { javaValue } from './builder';
import { within, type CallExpression, type Expression, type Member, type Parameters } from './expression';
import { callText, percentText, templateOf } from './joined';
import { Broken, type Lexer } from './lexer';
import { hasMore, takesType } from './operators';
import { arrowParameters, lambdaParameters } from './parameters';
import * as MARK from './marks';
import { WORDS } from './words';

const MAX_DEPTH = 60;
const NAME = /[A-Za-z_$][\w$]*/y;
/** The expression that begins where the lexer stands, which goes as far as was read. @throws Broken where none does */
export function parseExpression(lexer: Lexer): Expression {
  return new Parser(lexer).expression(0);
}

class Parser {
  constructor(private readonly lexer: Lexer) {}

  expression(depth: number): Expression {
    const { lexer } = this;
    if (depth > MAX_DEPTH) throw new Broken(lexer.at);
    lexer.skip();
    const { at } = lexer;
    let left = this.operand(depth);
    for (;;) {
      lexer.skip();
      if (takesType(lexer)) continue;
      if (lexer.takes(MARK.PLUS)) {
        const right = this.operand(depth + 1);
        left = { kind: 'sum', left, right, at, end: right.end };
        continue;
      }
      const formatted = this.percent(left, depth);
      if (formatted !== undefined) {
        left = formatted;
        continue;
      }
      return hasMore(lexer) ? this.rest(at, depth) : left;
    }
  }

  /** Python: `"…%s" % value`. Undefined where it is another `%`. */
  private percent(left: Expression, depth: number): Expression | undefined {
    const { lexer } = this;
    const before = lexer.at;
    if (lexer.script !== 'python' || lexer.take(/%(?!=)/y) === undefined) return undefined;
    lexer.skip();
    const isTuple = lexer.text[lexer.at] === '(';
    const right = this.operand(depth + 1);
    const parts = percentText(left, right, isTuple && right.kind === 'list');
    if (parts !== undefined) return templateOf(parts, { at: left.at, end: right.end });
    lexer.at = before;
    return undefined;
  }

  /** The whole of an expression that is not read, up to the comma or bracket behind it. */
  private rest(at: number, depth: number): Expression {
    let open = 0;
    for (;;) {
      this.lexer.skip();
      const letter = this.lexer.text[this.lexer.at];
      if (letter === undefined) throw new Broken(at);
      if (this.lexer.quote() !== undefined) {
        this.string(depth + 1);
        continue;
      }
      if (open === 0 && /[,)\]};\n]/.test(letter)) break;
      if ('([{'.includes(letter)) open += 1;
      if (')]}'.includes(letter)) open -= 1;
      if (this.lexer.take(NAME) === undefined) this.lexer.at += 1;
    }
    return { kind: 'other', at, end: this.lexer.at };
  }

  private operand(depth: number): Expression {
    this.lexer.skip();
    const at = this.lexer.at;
    const lambda = this.lexer.script === 'python' ? lambdaParameters(this.lexer) : undefined;
    if (lambda !== undefined) {
      const body = this.expression(depth + 1);
      return { kind: 'function', ...lambda, body, at, end: body.end };
    }
    if (this.lexer.takes(MARK.AWAITED)) this.lexer.skip();
    else if (this.lexer.takes(MARK.UNARY)) return this.rest(at, depth);
    let value = this.primary(depth);
    for (;;) {
      const before = this.lexer.at;
      this.lexer.skip();
      const next = this.postfix(value, depth);
      if (next === undefined) {
        this.lexer.at = before;
        return within(value, at, before);
      }
      value = within(next, at, next.end);
    }
  }

  private postfix(of: Expression, depth: number): Expression | undefined {
    const { lexer } = this;
    if (lexer.takes(MARK.STEP)) {
      lexer.skip();
      const name = lexer.take(NAME);
      if (name === undefined) throw new Broken(lexer.at);
      return { kind: 'property', of, name, at: of.at, end: lexer.at };
    }
    const letter = lexer.text[lexer.at];
    // In JavaScript a generic call, `f<T>(…)`; in both a plain one.
    if (letter === '(' || (letter === '<' && lexer.script === 'javascript' && lexer.takes(MARK.TYPES)))
      return this.call(of, depth);
    if (letter === '!' && lexer.script === 'javascript' && lexer.takes(MARK.SURE))
      return { ...of, end: lexer.at };
    if (letter === '[') {
      lexer.at += 1;
      const index = this.expression(depth + 1);
      this.lexer.close(']');
      const { value } = index.kind === 'literal' ? index : { value: undefined };
      const range = { at: of.at, end: lexer.at };
      if (typeof value === 'string') return { kind: 'property', of, name: value, ...range };
      return typeof value === 'number'
        ? { kind: 'item', of, index: value, ...range }
        : { kind: 'other', ...range };
    }
    // `pulumi.interpolate` and the like before a template give the template.
    if (letter === '`' && (of.kind === 'name' || of.kind === 'property')) return this.string(depth);
    return undefined;
  }

  private call(callee: Expression, depth: number): Expression {
    const { lexer } = this;
    lexer.at += 1;
    const args: Expression[] = [];
    const named = new Map<string, Expression>();
    for (;;) {
      lexer.skip();
      if (lexer.takesLetter(')')) {
        const call: CallExpression = { kind: 'call', callee, args, named, at: callee.at, end: lexer.at };
        const parts = callText(call);
        return parts === undefined ? (javaValue(call) ?? call) : templateOf(parts, call);
      }
      const name = lexer.script === 'python' ? lexer.take(MARK.ARGUMENT) : undefined;
      if (name !== undefined) {
        lexer.skip();
        lexer.at += 1;
        named.set(name, this.expression(depth + 1));
      } else args.push(this.item(depth));
      this.lexer.comma(')');
    }
  }

  /** A member of a list or an argument, perhaps spread. */
  private item(depth: number): Expression {
    this.lexer.skip();
    const at = this.lexer.at;
    if (!this.lexer.takes(this.lexer.script === 'python' ? MARK.STARS : MARK.DOTS))
      return this.expression(depth + 1);
    const of = this.expression(depth + 1);
    return { kind: 'spread', of, at, end: of.end };
  }

  private primary(depth: number): Expression {
    const { lexer } = this;
    const at = lexer.at;
    if (lexer.quote() !== undefined) return this.string(depth);
    const letter = lexer.text[lexer.at];
    if (letter === '{') return this.object(depth);
    if (letter === '[') return this.list(depth);
    if (letter === '(') return this.group(depth);
    const number = lexer.take(MARK.NUMBER);
    if (number !== undefined)
      return { kind: 'literal', value: Number(number.replace(/_/g, '')), at, end: lexer.at };
    const name = lexer.take(NAME);
    if (name === undefined) throw new Broken(at);
    const word = WORDS.get(name);
    if (word !== undefined) return { kind: 'literal', value: word.value, at, end: lexer.at };
    if (lexer.script === 'javascript') {
      if (name !== 'async' && lexer.takes(MARK.ARROW))
        return this.body({ names: [name], apart: false }, at, depth);
    }
    return { kind: 'name', name, at, end: lexer.at };
  }

  private string(depth: number): Expression {
    const at = this.lexer.at;
    const parts: (string | Expression)[] = [];
    do {
      parts.push(
        ...this.lexer.string((start) => {
          this.lexer.at = start;
          const value = this.expression(depth + 1);
          this.lexer.skip();
          // Python: how a value is written, as in `{x:>10}` or `{x!r}`.
          if (!this.lexer.takesLetter('}')) throw new Broken(start);
          return { value, end: this.lexer.at };
        }),
      );
    } while (this.lexer.script === 'python' && this.nextString());
    const { at: end } = this.lexer;
    return parts.every((part) => typeof part === 'string')
      ? { kind: 'literal', value: parts.join(''), at, end }
      : { kind: 'template', parts, at, end };
  }

  /** Python joins strings that stand side by side. */
  private nextString(): boolean {
    const before = this.lexer.at;
    this.lexer.skip();
    if (this.lexer.quote() !== undefined) return true;
    this.lexer.at = before;
    return false;
  }

  private list(depth: number): Expression {
    const at = this.lexer.at;
    this.lexer.at += 1;
    const items: Expression[] = [];
    for (;;) {
      this.lexer.skip();
      if (this.lexer.takesLetter(']')) return { kind: 'list', items, at, end: this.lexer.at };
      items.push(this.item(depth));
      this.lexer.comma(']');
    }
  }

  private object(depth: number): Expression {
    const { lexer } = this;
    const at = lexer.at;
    lexer.at += 1;
    const members: Member[] = [];
    for (;;) {
      lexer.skip();
      if (lexer.takesLetter('}')) return { kind: 'object', members, at, end: lexer.at };
      if (lexer.takes(lexer.script === 'python' ? MARK.TWO_STARS : MARK.DOTS))
        members.push({ kind: 'spread', of: this.expression(depth + 1) });
      else members.push(this.member(depth));
      this.lexer.comma('}');
    }
  }

  private member(depth: number): Member {
    const { lexer } = this;
    const at = lexer.at;
    let name: Expression;
    const plain = lexer.script === 'javascript' ? lexer.take(NAME) : undefined;
    if (plain !== undefined) name = { kind: 'literal', value: plain, at, end: lexer.at };
    else if (lexer.script === 'javascript' && lexer.takesLetter('[')) {
      name = this.expression(depth + 1);
      this.lexer.close(']');
    } else name = this.expression(depth + 1);
    lexer.skip();
    if (lexer.takesLetter(':')) return { kind: 'member', name, value: this.expression(depth + 1) };
    // `{ actions }` is short for `{ actions: actions }`.
    if (plain === undefined || !/[,}]/.test(lexer.text[lexer.at] ?? '')) throw new Broken(lexer.at);
    return { kind: 'member', name, value: { kind: 'name', name: plain, at, end: lexer.at } };
  }

  /** Brackets around a value, the parameters of a function, or a tuple of Python. */
  private group(depth: number): Expression {
    const { lexer } = this;
    const at = lexer.at;
    if (lexer.script === 'javascript') {
      const parameters = arrowParameters(lexer);
      if (parameters !== undefined) return this.body(parameters, at, depth);
    }
    lexer.at += 1;
    const items: Expression[] = [];
    let comma = false;
    for (;;) {
      lexer.skip();
      if (lexer.takesLetter(')')) break;
      items.push(this.item(depth));
      lexer.skip();
      comma = lexer.text[lexer.at] === ',';
      this.lexer.comma(')');
    }
    const [only] = items;
    if (items.length === 1 && only !== undefined && !comma) return { ...only, at, end: lexer.at };
    return lexer.script === 'python'
      ? { kind: 'list', items, at, end: lexer.at }
      : { kind: 'other', at, end: lexer.at };
  }

  private body(parameters: Parameters, at: number, depth: number): Expression {
    this.lexer.skip();
    const block = this.lexer.take(/\{\s*return\b/y) !== undefined;
    if (!block && this.lexer.text[this.lexer.at] === '{') return this.rest(at, depth);
    const body = this.expression(depth + 1);
    if (block) {
      this.lexer.skip();
      this.lexer.takesLetter(';');
      this.lexer.close('}');
    }
    return { kind: 'function', ...parameters, body, at, end: this.lexer.at };
  }
}
