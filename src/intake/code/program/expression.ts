/** Expressions of JavaScript, TypeScript and Python, as far as policies are written in them. Offsets are of the text. */

/** Of `(a) => value` or `lambda a: value`; of `([a, b]) => value`, which takes a list apart. */
export interface Parameters {
  readonly names: readonly string[];
  readonly apart: boolean;
}

interface TextRange {
  readonly at: number;
  readonly end: number;
}

export type Member =
  | { readonly kind: 'member'; readonly name: Expression; readonly value: Expression }
  | { readonly kind: 'spread'; readonly of: Expression };

export type Expression = TextRange &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    | { readonly kind: 'template'; readonly parts: readonly (string | Expression)[] }
    | { readonly kind: 'list'; readonly items: readonly Expression[] }
    | { readonly kind: 'object'; readonly members: readonly Member[] }
    | { readonly kind: 'name'; readonly name: string }
    | { readonly kind: 'property'; readonly of: Expression; readonly name: string }
    | Call
    | { readonly kind: 'sum'; readonly left: Expression; readonly right: Expression }
    | { readonly kind: 'spread'; readonly of: Expression }
    /** `list[0]` */
    | { readonly kind: 'item'; readonly of: Expression; readonly index: number }
    | ({ readonly kind: 'function'; readonly body: Expression } & Parameters)
    /** Anything else: its text says what it is. */
    | { readonly kind: 'other' }
  );

export interface Call {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Expression[];
  /** Python: arguments by their names. */
  readonly named: ReadonlyMap<string, Expression>;
}

export type CallExpression = Call & TextRange;

/** `iam.Effect.ALLOW`; undefined where it is more than names. */
export function pathOf(expression: Expression): string | undefined {
  if (expression.kind === 'name') return expression.name;
  if (expression.kind !== 'property') return undefined;
  const of = pathOf(expression.of);
  return of === undefined ? undefined : `${of}.${expression.name}`;
}

/** The last name of what is called: `addToPolicy` of `role.addToPolicy`. */
export function calledName({ callee }: Call): string {
  return callee.kind === 'name' || callee.kind === 'property' ? callee.name : '';
}

/** What a method is called on. */
export function calledOn({ callee }: Call): Expression | undefined {
  return callee.kind === 'property' ? callee.of : undefined;
}

/** The same with another range; itself where the range is its own. */
export function within(value: Expression, at: number, end: number): Expression {
  return value.at === at && value.end === end ? value : { ...value, at, end };
}
