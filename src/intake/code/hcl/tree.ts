/** What HCL's text is made of. Every part knows where it begins and ends in the text. */

export interface Span {
  readonly start: number;
  /** Behind its last letter. */
  readonly end: number;
}

/** HCL native syntax specification, "Expressions". */
export type Expression = Span &
  (
    | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
    /** Text with interpolations between; `heredoc` as it was written. */
    | { readonly kind: 'template'; readonly parts: readonly TemplatePart[]; readonly heredoc: boolean }
    | { readonly kind: 'variable'; readonly name: string }
    | { readonly kind: 'attribute'; readonly of: Expression; readonly name: string }
    | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
    /** `of[*].a.b`: `each` is applied to every item, which `item` in it stands for. */
    | { readonly kind: 'splat'; readonly of: Expression; readonly each: Expression }
    | { readonly kind: 'item' }
    | {
        readonly kind: 'call';
        readonly name: string;
        readonly args: readonly Expression[];
        /** The last argument is spread: `f(list...)`. */
        readonly spread: boolean;
      }
    | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
    | { readonly kind: 'object'; readonly members: readonly Member[] }
    | {
        readonly kind: 'for';
        readonly key: string | undefined;
        readonly value: string;
        readonly in: Expression;
        /** Of an object: what stands before `=>`. */
        readonly name: Expression | undefined;
        readonly body: Expression;
        readonly grouped: boolean;
        readonly when: Expression | undefined;
      }
    | { readonly kind: 'unary'; readonly operator: '-' | '!'; readonly operand: Expression }
    | {
        readonly kind: 'binary';
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    | {
        readonly kind: 'conditional';
        readonly test: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      }
    | { readonly kind: 'group'; readonly inner: Expression }
  );

export interface Member {
  readonly key: Expression;
  readonly value: Expression;
}

export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'interpolation'; readonly expression: Expression }
  /** `%{ if … }` and its like: the part of the text is not worked out. */
  | ({ readonly kind: 'directive' } & Span);

export interface Attribute extends Span {
  readonly name: string;
  readonly value: Expression;
}

export interface Block extends Span {
  readonly type: string;
  readonly labels: readonly string[];
  readonly body: Body;
}

export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}

/** Why some text is no HCL, and where. */
export class HclFault extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}
