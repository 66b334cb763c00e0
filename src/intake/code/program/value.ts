/** Values of expressions as JSON: constants put in, references left as `${reference}`. */
import { assumeRolePolicyFor, boundBy, memberOf, principalOfName } from './pulumi';
import { openName } from '../cloudformation/open-name';
import { placeholderName } from '../cloudformation/values';
import {
  calledName,
  calledOn,
  pathOf,
  type CallExpression,
  type Expression,
  type Member,
} from './expression';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/** A part that is neither written out nor a plain reference. */
export class Unread extends Error {
  constructor(
    readonly what: string,
    readonly at: number,
  ) {
    super(what);
    this.name = 'Unread';
  }
}

/** AWS CDK API Reference, class `Aws`: CloudFormation's pseudo parameters. */
const PSEUDO: ReadonlyMap<string, string> = new Map([
  ['ACCOUNT_ID', 'AWS::AccountId'],
  ['PARTITION', 'AWS::Partition'],
  ['REGION', 'AWS::Region'],
  ['STACK_ID', 'AWS::StackId'],
  ['STACK_NAME', 'AWS::StackName'],
  ['URL_SUFFIX', 'AWS::URLSuffix'],
]);

/** Constants that hold constants, each several times, would unfold without end. */
const MAX_MADE = 400_000;

/** What all values of one text have together. */
class Work {
  /** References that were left open, in order. */
  readonly made = new Set<string>();
  /** Where constants stand that were put in and hold a part of a policy. */
  readonly used: { readonly start: number; readonly end: number }[] = [];
  /** Values made so far. */
  count = 0;
}

export class Values {
  constructor(
    readonly text: string,
    private readonly constants: ReadonlyMap<string, Expression>,
    /** Names that stand for something else inside a function. */
    private readonly bound: ReadonlyMap<string, Expression> = new Map(),
    private readonly depth = 0,
    private readonly work = new Work(),
  ) {}

  /** References that were left open, in order. */
  get made(): Set<string> {
    return this.work.made;
  }

  /** Objects and lists elsewhere in the text that were put in. */
  get used(): readonly { readonly start: number; readonly end: number }[] {
    return this.work.used;
  }

  /** @throws Unread */
  json(expression: Expression): Json {
    this.work.count += 1;
    if (this.work.count > MAX_MADE) throw this.unread(expression);
    if (expression.kind === 'object' || expression.kind === 'list') this.use(expression);
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'template':
        return expression.parts.map((part) => (typeof part === 'string' ? part : this.string(part))).join('');
      case 'sum':
        return this.sum(expression);
      case 'list':
        return expression.items.flatMap((item) =>
          item.kind === 'spread' ? this.list(item.of) : [this.json(item)],
        );
      case 'object':
        return this.object(expression.members);
      case 'name':
      case 'property':
        return this.reference(expression);
      case 'item':
        return this.item(expression);
      case 'call':
        return this.call(expression);
      case 'spread':
      case 'function':
      case 'other':
        throw this.unread(expression);
    }
  }

  string(expression: Expression): string {
    const value = expression.kind === 'other' ? this.placeholder(expression) : this.json(expression);
    if (typeof value === 'object') throw this.unread(expression);
    return String(value);
  }

  /** What a constant is; the expression itself where it is none. */
  known(expression: Expression): Expression {
    if (expression.kind !== 'name' || this.depth > MAX_CHAIN) return expression;
    const of = this.bound.get(expression.name) ?? this.constants.get(expression.name);
    return of === undefined || of === expression ? expression : of;
  }

  /** The same text, with names bound to values. */
  within(bound: ReadonlyMap<string, Expression>): Values {
    return new Values(
      this.text,
      this.constants,
      new Map([...this.bound, ...bound]),
      this.depth + 1,
      this.work,
    );
  }

  /** Names that hold each other come to an end. */
  private deeper(): Values {
    return new Values(this.text, this.constants, this.bound, this.depth + 1, this.work);
  }

  unread(expression: Expression): Unread {
    return new Unread(this.shown(expression), expression.at);
  }

  /** What stands inside another comes behind it. */
  private use({ at, end }: Expression): void {
    const last = this.work.used.at(-1);
    if (last === undefined || at < last.start || end > last.end) this.work.used.push({ start: at, end });
  }

  private shown({ at, end }: Expression): string {
    return this.text
      .slice(at, Math.min(end, at + 120))
      .replace(/\s+/g, ' ')
      .trim();
  }

  private sum({ left, right }: Extract<Expression, { kind: 'sum' }>): Json {
    const [one, other] = [this.json(left), this.json(right)];
    if (Array.isArray(one) && Array.isArray(other))
      return [...(one as readonly Json[]), ...(other as readonly Json[])];
    if (typeof one === 'string' && typeof other !== 'object') return `${one}${String(other)}`;
    throw this.unread(left);
  }

  private list(expression: Expression): readonly Json[] {
    const value = this.json(this.known(expression));
    if (Array.isArray(value)) return value as readonly Json[];
    throw this.unread(expression);
  }

  /** What is spread gives way to what stands behind it; of two with one name a member would be lost. */
  private object(members: readonly Member[]): Json {
    const made = members.map((member) => this.member(member));
    const written = new Set<string>();
    for (const [index, member] of members.entries()) {
      const [name] = made[index]![0] ?? [];
      if (member.kind === 'spread' || name === undefined) continue;
      if (written.has(name)) throw this.unread(member.name);
      written.add(name);
    }
    return Object.fromEntries(made.flat());
  }

  private member(member: Member): readonly (readonly [string, Json])[] {
    if (member.kind === 'spread') {
      const value = this.json(this.known(member.of));
      if (typeof value !== 'object' || value === null || Array.isArray(value)) throw this.unread(member.of);
      return Object.entries(value as { readonly [name: string]: Json });
    }
    return [[this.string(member.name), this.json(member.value)]];
  }

  private reference(expression: Expression): Json {
    const known = this.known(expression);
    if (known !== expression && isWrittenOut(known)) return this.deeper().json(known);
    const path = pathOf(known);
    const member = known.kind === 'property' ? memberOf(this.known(known.of), known.name) : undefined;
    if (member !== undefined) return this.deeper().json(member);
    const principal = principalOfName(path ?? '');
    if (principal !== undefined) return { ...principal };
    const pseudo = /(?:^|\.)Aws\.(\w+)$/.exec(path ?? '')?.[1];
    if (pseudo !== undefined && PSEUDO.has(pseudo)) return this.named(PSEUDO.get(pseudo)!);
    if (/(?:^|\.)Effect\.(?:ALLOW|DENY)$/.test(path ?? '')) return path!.endsWith('ALLOW') ? 'Allow' : 'Deny';
    return this.placeholder(known === expression || known.kind !== 'property' ? expression : known);
  }

  /** AWS CDK API Reference: class `Fn`, and methods that only put an ARN together. */
  private call(call: CallExpression): Json {
    const name = calledName(call);
    const on = calledOn(call);
    const [first, second] = call.args;
    const path = pathOf(call.callee) ?? '';
    if (/(?:^|\.)Fn\.(?:ref)$/.test(path) && first !== undefined) return this.named(this.string(first));
    if (/(?:^|\.)Fn\.(?:getAtt|get_att)$/.test(path) && first !== undefined && second !== undefined)
      return this.named(`${this.string(first)}.${this.string(second)}`);
    const called = /(?:^|\.)Fn\.(\w+)$/.exec(path)?.[1] ?? '';
    if (FN.has(called))
      return this.named(
        openName(
          FN.get(called)!,
          call.args.map((arg) => this.json(this.known(arg))),
          (reference) => this.made.has(reference),
        ),
      );
    if ((name === 'toString' || name === 'to_string') && on !== undefined && call.args.length === 0)
      return this.json(on);
    if (name === 'ArnForObjects' && on !== undefined && first !== undefined) {
      const arn = `${this.string0(on)}.BucketArn`;
      return `${this.named(this.text.includes(`${arn}()`) ? `${arn}()` : arn)}/${this.string(first)}`;
    }
    if ((name === 'arnForObjects' || name === 'arn_for_objects') && on !== undefined && first !== undefined)
      return `${this.named(`${this.string0(on)}.${name.includes('_') ? 'bucket_arn' : 'bucketArn'}`)}/${this.string(first)}`;
    if (name === 'apply' && on !== undefined && first?.kind === 'function') return this.applied(on, first);
    if (name === 'assumeRolePolicyForPrincipal' && first !== undefined)
      return assumeRolePolicyFor(this.json(this.known(first)));
    if (WRITES_JSON.test(name) && first !== undefined) return JSON.stringify(this.json(this.known(first)));
    return this.placeholder(call);
  }

  /** Of a list that is written out; of another its own name. */
  private item(expression: Extract<Expression, { kind: 'item' }>): Json {
    const list = this.known(expression.of);
    const items = list.kind === 'list' && list.items.every(({ kind }) => kind !== 'spread') ? list.items : [];
    const item = items[expression.index];
    return item === undefined ? this.placeholder(expression) : this.deeper().json(item);
  }

  /** Pulumi: `bucket.arn.apply((arn) => …)`, and `all([a, b]).apply(([x, y]) => …)`. */
  private applied(on: Expression, of: Extract<Expression, { kind: 'function' }>): Json {
    return this.within(boundBy(on, of)).json(of.body);
  }

  private string0(expression: Expression): string {
    return pathOf(expression) ?? this.shown(expression);
  }

  private placeholder(expression: Expression): string {
    const text = this.text.slice(expression.at, expression.end);
    // A whole object or function has no place in a text.
    if (text.length > 300 || /[{]/.test(text)) throw this.unread(expression);
    return this.named(pathOf(expression) ?? text);
  }

  /** A reference by its name. */
  named(text: string): string {
    const name = placeholderName(text);
    this.made.add(name);
    return `\${${name}}`;
  }
}

/** AWS CDK API Reference, class `Fn`, in TypeScript and in Python: functions of CloudFormation that are worked out later. */
const FN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ImportValue: 'importValue import_value',
    Select: 'select',
    Split: 'split',
    Join: 'join',
    FindInMap: 'findInMap find_in_map',
    Base64: 'base64',
    GetAZs: 'getAzs get_azs',
    Cidr: 'cidr',
    If: 'conditionIf condition_if',
    Length: 'len',
  }).flatMap(([name, written]) => written.split(' ').map((each) => [each, name] as const)),
);

/** What writes JSON: in JavaScript, Python, Pulumi, C# and Go. */
export const WRITES_JSON = /^(?:stringify|dumps|jsonStringify|json_dumps|Serialize|Marshal)$/;

const MAX_CHAIN = 20;

/** Is it worth being put in the place of its name? Objects that AWS makes are not. */
function isWrittenOut({ kind }: Expression): boolean {
  return (
    kind === 'literal' ||
    kind === 'template' ||
    kind === 'list' ||
    kind === 'object' ||
    kind === 'sum' ||
    kind === 'name' ||
    kind === 'property'
  );
}
