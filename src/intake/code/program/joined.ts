/**
 * Texts that a program puts together by a call or an operator, as templates: Python's `%` and `str.format`, `join` of
 * both languages, JavaScript's `concat`. Undefined where the form is another: it stays a call.
 * Python Library Reference: "printf-style String Formatting", "Format String Syntax".
 */
import { pathOf, type Call, type Expression } from './expression';

type Parts = readonly (string | Expression)[];
type TextRange = Pick<Expression, 'at' | 'end'>;

/** `"arn:aws:s3:::%s/*" % bucket` */
export function percentText(left: Expression, right: Expression, isTuple: boolean): Parts | undefined {
  if (left.kind !== 'literal' || typeof left.value !== 'string') return undefined;
  const given = isTuple && right.kind === 'list' ? right.items : [right];
  const named = right.kind === 'object' ? membersOf(right) : undefined;
  if (given.some(({ kind }) => kind === 'spread' || (kind === 'list' && !isTuple))) return undefined;
  let next = 0;
  const parts = filled(left.value, /%(?:%|(?:\((\w+)\))?([a-zA-Z.\d#+ -]))/g, ([whole, name, form]) => {
    if (whole === '%%') return '%';
    if (form !== 's' && form !== 'd') return undefined;
    if (name !== undefined) return named?.get(name);
    next += 1;
    return named === undefined ? given[next - 1] : undefined;
  });
  return named === undefined && next !== given.length ? undefined : parts;
}

/** A call that only puts texts together. */
export function callText({ callee, args, named }: Call): Parts | undefined {
  if (callee.kind !== 'property' || args.some(({ kind }) => kind === 'spread')) return undefined;
  const { of, name } = callee;
  if (name === 'format' && of.kind === 'literal' && typeof of.value === 'string')
    return formatText(of.value, args, named);
  // C#: `string.Format("{0}/*", a)`; Go: `fmt.Sprintf("%s/*", a)`.
  const [first, ...rest] = args;
  if (first?.kind === 'literal' && typeof first.value === 'string') {
    if (name === 'Format' && /^[sS]tring$/.test(pathOf(of) ?? ''))
      return formatText(first.value, rest, named);
    if (name === 'Sprintf')
      return percentText(first, { kind: 'list', items: rest, at: first.at, end: first.end }, true);
  }
  if (name === 'concat' && isText(of)) return [of, ...args];
  if (/^(?:pulumi|(?:pulumi\.)?Output)$/.test(pathOf(of) ?? '')) return pulumiText(name, args, named);
  if (name !== 'join' || args.length > 1 || named.size > 0) return undefined;
  const [only] = args;
  // Python: the separator has the method; JavaScript: the list.
  if (of.kind === 'literal' && typeof of.value === 'string' && only?.kind === 'list')
    return between(only.items, of.value);
  if (
    of.kind === 'list' &&
    (only === undefined || (only.kind === 'literal' && typeof only.value === 'string'))
  )
    return between(of.items, only === undefined ? ',' : String(only.value));
  return undefined;
}

/** Pulumi, "Inputs and outputs": `pulumi.concat(a, b)`, `Output.concat(a, b)`, `Output.format("{0}/*", a)`. */
function pulumiText(
  name: string,
  args: readonly Expression[],
  named: ReadonlyMap<string, Expression>,
): Parts | undefined {
  if (name === 'concat') return args;
  const [first, ...rest] = args;
  return name === 'format' && first?.kind === 'literal' && typeof first.value === 'string'
    ? formatText(first.value, rest, named)
    : undefined;
}

function formatText(
  text: string,
  args: readonly Expression[],
  named: ReadonlyMap<string, Expression>,
): Parts | undefined {
  let next = 0;
  return filled(text, /\{\{|\}\}|\{([^{}]*)\}|[{}]/g, ([whole, name]) => {
    if (whole === '{{' || whole === '}}') return whole[0];
    if (name === '') {
      next += 1;
      return args[next - 1];
    }
    return name !== undefined && /^\d+$/.test(name) ? args[Number(name)] : named.get(name ?? '');
  });
}

/** The text with what each match stands for in its place; undefined where one stands for nothing that is known. */
function filled(
  text: string,
  pattern: RegExp,
  value: (match: RegExpExecArray) => string | Expression | undefined,
): Parts | undefined {
  const parts: (string | Expression)[] = [];
  let from = 0;
  for (const match of text.matchAll(pattern)) {
    const each = value(match);
    if (each === undefined) return undefined;
    parts.push(text.slice(from, match.index), each);
    from = match.index + match[0].length;
  }
  return [...parts, text.slice(from)];
}

function between(items: readonly Expression[], separator: string): Parts | undefined {
  if (items.some(({ kind }) => kind === 'spread')) return undefined;
  return items.flatMap((item, index) => (index === 0 ? [item] : [separator, item]));
}

function membersOf(object: Extract<Expression, { kind: 'object' }>): ReadonlyMap<string, Expression> {
  return new Map(
    object.members.flatMap((member) =>
      member.kind === 'member' && member.name.kind === 'literal'
        ? [[String(member.name.value), member.value] as const]
        : [],
    ),
  );
}

const isText = ({ kind, ...rest }: Expression): boolean =>
  kind === 'template' || (kind === 'literal' && 'value' in rest && typeof rest.value === 'string');

export function templateOf(parts: Parts, { at, end }: TextRange): Expression {
  return { kind: 'template', parts, at, end };
}
