/** Expressions worked out as far as the text tells. What it does not tell stays open under its own name. */
import { asText, call } from './functions';
import { againstNull, operate } from './operators';
import { printed } from './print';
import { HclFault, type Expression } from './tree';
import { Places } from '../place';
import { entriesOf, isListLike, mayBeList } from './lists';
import { pathOfItem, stepIn, stepsIn } from './steps';
import { isKnown, isList, isObject, JsonText, Unknown, Unknowns, type Value } from './values';

/** What a name of a configuration stands for, such as `local.x`; undefined where the text does not tell. */
export type Lookup = (path: readonly string[]) => Value | undefined;
/** Blocks that `count` or `for_each` make several of. */
export interface Blocks {
  /** The step that stands for one of a block by its key, `*` for whichever it is; undefined of what is no such block. */
  readonly item: (path: readonly string[], key: Value) => string | undefined;
  /** The same for all of them. */
  readonly items: (path: readonly string[]) => readonly string[] | undefined;
}

type Scope = ReadonlyMap<string, Value>;
type ForExpression = Extract<Expression, { kind: 'for' }>;

const NO_NAMES: Scope = new Map();
/** Steps of work, and letters made: a few hundred times what a large configuration needs. */
const BUDGET = 4_000_000;
const MAX_DEPTH = 300;
export class Evaluator {
  /** Names that stand for something in all that is worked out until it is set anew: `each`, `count`. */
  scope: Scope = NO_NAMES;
  readonly unknowns = new Unknowns();
  readonly #places: Places;
  #left = BUDGET;
  #depth = 0;

  constructor(
    text: string,
    private readonly lookup: Lookup,
    private readonly blocks: Blocks = { item: () => undefined, items: () => undefined },
  ) {
    this.#places = new Places(text);
  }

  /** Throws `HclFault` only where the work grows beyond reason. */
  value(expression: Expression, scope: Scope = this.scope): Value {
    this.#spend(1, expression);
    if (this.#depth > MAX_DEPTH) return this.unknown(expression, scope);
    this.#depth += 1;
    const value = this.#value(expression, scope);
    this.#depth -= 1;
    // Null is a value.
    return value === undefined ? this.unknown(expression, scope) : value;
  }

  /** The expression as something that is not known. */
  unknown(expression: Expression, scope: Scope = this.scope, list = isListLike(expression)): Unknown {
    const names = { scope, unknowns: this.unknowns };
    return new Unknown(printed(expression, names) ?? this.#placeName(expression), expression, list);
  }

  /** What cannot be written on one line is called by its place. */
  #placeName({ start }: Expression): string {
    const { line, column } = this.#places.of(start);
    return `value in line ${line}, column ${column}`;
  }

  #spend(size: number, { start }: Expression): void {
    this.#left -= size;
    if (this.#left < 0) throw new HclFault('working it out takes too long', start);
  }

  #value(expression: Expression, scope: Scope): Value | undefined {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'template':
        return this.#template(expression, scope);
      case 'group':
        return this.value(expression.inner, scope);
      case 'tuple':
        return expression.items.map((item) => this.value(item, scope));
      case 'object':
        return this.#object(expression, scope);
      case 'variable':
      case 'attribute':
      case 'index':
        return this.#reference(expression, scope);
      case 'call':
        return this.#call(expression, scope);
      case 'for':
        return this.#for(expression, scope);
      case 'splat':
        return this.#splat(expression, scope);
      case 'item':
        return undefined;
      case 'unary':
        return this.#unary(expression, scope);
      case 'binary':
        return this.#binary(expression, scope);
      case 'conditional': {
        const test = this.value(expression.test, scope);
        if (typeof test === 'boolean')
          return this.value(test ? expression.then : expression.otherwise, scope);
        const [then, otherwise] = [
          this.value(expression.then, scope),
          this.value(expression.otherwise, scope),
        ];
        if (typeof then === 'string' && then === otherwise) return then;
        return this.unknown(expression, scope, mayBeList(then) || mayBeList(otherwise));
      }
    }
  }

  #template(template: Extract<Expression, { kind: 'template' }>, scope: Scope): Value | undefined {
    const [only] = template.parts;
    // `"${list}"` is the list itself.
    if (template.parts.length === 1 && only?.kind === 'interpolation' && !template.heredoc)
      return this.value(only.expression, scope);
    const texts = template.parts.map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'directive') return undefined;
      const value = this.value(part.expression, scope);
      if (value instanceof JsonText) return this.#json(value, part.expression);
      return asText(value, this.unknowns) ?? this.unknowns.mark(this.unknown(part.expression, scope));
    });
    if (texts.includes(undefined)) return undefined;
    const text = texts.join('');
    this.#spend(text.length, template);
    return text;
  }

  /** `jsonencode` inside a text. */
  #json({ value }: JsonText, at: Expression): string {
    // It may be any JSON, so also a list.
    if (value instanceof Unknown) return this.unknowns.mark(new Unknown(value.name, value.at, true));
    const text = JSON.stringify(this.plain(value));
    this.#spend(text.length, at);
    return text;
  }

  /** As JSON, with marks where something is not known. */
  plain(value: Value): unknown {
    if (value instanceof Unknown) return this.unknowns.mark(value);
    if (value instanceof JsonText) return JSON.stringify(this.plain(value.value));
    if (isList(value)) return value.map((item) => this.plain(item));
    if (isObject(value)) return Object.fromEntries([...value].map(([key, item]) => [key, this.plain(item)]));
    return value;
  }

  #object({ members }: Extract<Expression, { kind: 'object' }>, scope: Scope): Value | undefined {
    const object = new Map<string, Value>();
    for (const { key, value } of members) {
      const name = asText(this.value(key, scope), this.unknowns);
      // Of two with the same name one would be lost.
      if (name === undefined || object.has(name)) return undefined;
      object.set(name, this.value(value, scope));
    }
    return object;
  }

  /** A name with its attributes and keys: what a `for` has set, what the text tells, or itself. */
  #reference(expression: Expression, scope: Scope): Value | undefined {
    const path = this.#path(expression, scope);
    if (path !== undefined && !scope.has(path[0]!)) {
      for (let length = path.length; length > 0; length -= 1) {
        const found = this.lookup(path.slice(0, length));
        if (found === undefined) continue;
        const value = stepsIn(found, path.slice(length), expression);
        return value instanceof Unknown
          ? new Unknown(value.name, expression, value.list, value.isUnset)
          : value;
      }
      return undefined;
    }
    switch (expression.kind) {
      case 'variable':
        return scope.get(expression.name);
      case 'attribute':
        return stepIn(this.value(expression.of, scope), expression.name, expression);
      case 'index': {
        const key = this.value(expression.key, scope);
        if (typeof key !== 'string' && typeof key !== 'number') return undefined;
        return stepIn(this.value(expression.of, scope), key, expression);
      }
      default:
        return undefined;
    }
  }

  /** `data.x.y[0]` as data, x, y, 0; undefined where it does not begin with a name or a key is not known. */
  #path(expression: Expression, scope: Scope): readonly string[] | undefined {
    if (expression.kind === 'variable') return [expression.name];
    if (expression.kind !== 'attribute' && expression.kind !== 'index') return undefined;
    const before = this.#path(expression.of, scope);
    if (before === undefined) return undefined;
    if (expression.kind === 'attribute') return [...before, expression.name];
    const key = this.value(expression.key, scope);
    const item = this.blocks.item(before, key);
    if (item !== undefined) return [...before, item];
    if ((typeof key !== 'string' && typeof key !== 'number') || !isKnown(key)) return undefined;
    return [...before, String(key)];
  }

  #call(expression: Extract<Expression, { kind: 'call' }>, scope: Scope): Value | undefined {
    let args = expression.args.map((arg) => this.value(arg, scope));
    if (expression.spread) {
      const last = args.at(-1);
      if (last === undefined || !isList(last)) return undefined;
      args = [...args.slice(0, -1), ...last];
    }
    return call(expression.name, {
      args,
      unknowns: this.unknowns,
      spend: (size) => this.#spend(size, expression),
    });
  }

  #for(expression: ForExpression, scope: Scope): Value | undefined {
    const list = this.value(expression.in, scope);
    const entries = entriesOf(list);
    if (entries === undefined) return undefined;
    const items: Value[] = [];
    const object = new Map<string, Value>();
    for (const [key, item] of entries) {
      if (item instanceof Unknown && item.list) {
        const rest = this.#forUnknown(expression, item, scope);
        if (rest === undefined) return undefined;
        items.push(rest);
        continue;
      }
      const inner = new Map(scope);
      if (expression.key !== undefined) inner.set(expression.key, key);
      inner.set(expression.value, item);
      const keep = expression.when === undefined ? true : this.value(expression.when, inner);
      if (typeof keep !== 'boolean') return undefined;
      if (!keep) continue;
      const value = this.value(expression.body, inner);
      if (expression.name === undefined) items.push(value);
      else {
        const name = asText(this.value(expression.name, inner), this.unknowns);
        if (name === undefined || expression.grouped || object.has(name)) return undefined;
        object.set(name, value);
      }
    }
    return expression.name === undefined ? items : object;
  }

  /** What a list goes on with is not known, so what is made of it is not. */
  #forUnknown(expression: ForExpression, list: Unknown, scope: Scope): Unknown | undefined {
    const { name, key, value, body, when } = expression;
    if (name !== undefined || key !== undefined || when !== undefined) return undefined;
    const inner = new Map(scope);
    inner.delete(value);
    const each = printed(body, { scope: inner, unknowns: this.unknowns });
    return each === undefined
      ? undefined
      : new Unknown(`[for ${value} in ${list.name} : ${each}]`, list.at, true);
  }

  #splat({ of, each }: Extract<Expression, { kind: 'splat' }>, scope: Scope): Value | undefined {
    const block = this.#path(of, scope);
    const items = block === undefined ? undefined : this.blocks.items(block);
    if (items !== undefined) {
      const names = pathOfItem(each);
      if (names === undefined) return undefined;
      const found = items.map((item) => this.lookup([...block!, item, ...names]));
      return found.includes(undefined) ? undefined : (found as readonly Value[]);
    }
    const list = this.value(of, scope);
    if (list instanceof Unknown) return undefined;
    if (!isList(list)) return undefined;
    if (list.some((item) => item instanceof Unknown && item.list)) return undefined;
    const path = pathOfItem(each);
    if (path === undefined) return undefined;
    const values = list.map((item) => stepsIn(item, path, each));
    return values.includes(undefined) ? undefined : (values as readonly Value[]);
  }

  #unary({ operator, operand }: Extract<Expression, { kind: 'unary' }>, scope: Scope): Value | undefined {
    const value = this.value(operand, scope);
    if (operator === '-') return typeof value === 'number' ? -value : undefined;
    return typeof value === 'boolean' ? !value : undefined;
  }

  #binary(
    { operator, left, right }: Extract<Expression, { kind: 'binary' }>,
    scope: Scope,
  ): Value | undefined {
    const [one, other] = [this.value(left, scope), this.value(right, scope)];
    if (operator === '&&' && (one === false || other === false)) return false;
    if (operator === '||' && (one === true || other === true)) return true;
    const asked = againstNull(operator, one, other);
    if (asked !== undefined) return asked;
    if (!isKnown(one) || !isKnown(other)) return undefined;
    return operate(operator, one, other);
  }
}
