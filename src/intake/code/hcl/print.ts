/**
 * Expressions written out on one line and without braces, as the names of placeholders: `aws_s3_bucket.b.arn`,
 * `lower(var.name)`. A template becomes the call of `format` that says the same.
 */
import type { Expression } from './tree';
import { Unknown, isList, isObject, type Unknowns, type Value } from './values';

/** Longer names help nobody. */
const MAX_LENGTH = 300;
const MAX_DEPTH = 60;

/** The names that a `for` has given values, and how marks in texts read. */
export interface Names {
  readonly scope: ReadonlyMap<string, Value>;
  readonly unknowns: Unknowns;
}

/** Undefined where it cannot be written so: objects, heredocs with braces, or too long. */
export function printed(expression: Expression, names: Names): string | undefined {
  const text = print(expression, names, 0);
  return text === undefined || text.length > MAX_LENGTH || /[{}\n]/.test(text) ? undefined : text;
}

function print(expression: Expression, names: Names, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return undefined;
  const inner = (part: Expression): string | undefined => print(part, names, depth + 1);
  switch (expression.kind) {
    case 'literal':
      return literal(expression.value);
    case 'template':
      return template(expression, inner);
    case 'variable': {
      const value = names.scope.get(expression.name);
      return value === undefined ? expression.name : printedValue(value, names.unknowns);
    }
    case 'attribute': {
      const set = setBy(expression, names);
      if (set !== undefined) return printedValue(set, names.unknowns);
      return put`${inner(expression.of)}.${expression.name}`;
    }
    case 'index':
      return put`${inner(expression.of)}[${inner(expression.key)}]`;
    case 'splat':
      return put`${inner(expression.of)}[*]${inner(expression.each)}`;
    case 'item':
      return '';
    case 'call':
      return put`${expression.name}(${list(expression.args.map(inner))}${expression.spread ? '...' : ''})`;
    case 'tuple':
      return put`[${list(expression.items.map(inner))}]`;
    case 'for': {
      if (expression.name !== undefined) return undefined;
      const { key, value, when } = expression;
      const hidden = new Map(names.scope);
      for (const name of [key, value]) if (name !== undefined) hidden.delete(name);
      const body = (part: Expression): string | undefined =>
        print(part, { ...names, scope: hidden }, depth + 1);
      const start = put`for ${key === undefined ? '' : `${key}, `}${value} in ${inner(expression.in)}`;
      return put`[${start} : ${body(expression.body)}${when === undefined ? '' : put` if ${body(when)}`}]`;
    }
    case 'unary':
      return put`${expression.operator}${inner(expression.operand)}`;
    case 'binary':
      return put`${inner(expression.left)} ${expression.operator} ${inner(expression.right)}`;
    case 'conditional':
      return put`${inner(expression.test)} ? ${inner(expression.then)} : ${inner(expression.otherwise)}`;
    case 'group':
      return put`(${inner(expression.inner)})`;
    case 'object':
      return undefined;
  }
}

/** What `each.value` and its like stand for. */
function setBy(
  { of, name }: Extract<Expression, { kind: 'attribute' }>,
  { scope }: Names,
): Value | undefined {
  const object = of.kind === 'variable' ? scope.get(of.name) : undefined;
  return object !== undefined && isObject(object) ? object.get(name) : undefined;
}

/** A text with parts between; undefined where one of them is. */
function put(texts: TemplateStringsArray, ...parts: readonly (string | undefined)[]): string | undefined {
  if (parts.includes(undefined)) return undefined;
  return texts.map((text, index) => text + (parts[index] ?? '')).join('');
}

function list(parts: readonly (string | undefined)[]): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(', ');
}

function literal(value: string | number | boolean | null): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function template(
  { parts, heredoc }: Extract<Expression, { kind: 'template' }>,
  inner: (part: Expression) => string | undefined,
): string | undefined {
  const [only] = parts;
  if (parts.length === 1 && only?.kind === 'interpolation') return inner(only.expression);
  if (heredoc || parts.some(({ kind }) => kind === 'directive')) return undefined;
  let form = '';
  const args: (string | undefined)[] = [];
  for (const part of parts) {
    if (part.kind === 'text') form += part.text.replaceAll('%', '%%');
    else if (part.kind === 'interpolation') {
      form += '%s';
      args.push(inner(part.expression));
    }
  }
  return put`format(${list([JSON.stringify(form), ...args])})`;
}

/** A value that a name stands for. */
function printedValue(value: Value, unknowns: Unknowns): string | undefined {
  if (value instanceof Unknown) return value.name;
  if (typeof value === 'string') {
    const parts = unknowns.split(value);
    if (parts.every((part) => typeof part === 'string')) return JSON.stringify(value);
    const form = parts.map((part) => (typeof part === 'string' ? part.replaceAll('%', '%%') : '%s')).join('');
    const args = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]));
    return put`format(${list([JSON.stringify(form), ...args])})`;
  }
  if (isList(value)) return put`[${list(value.map((item) => printedValue(item, unknowns)))}]`;
  return typeof value === 'object' && value !== null ? undefined : String(value);
}
