/** What the functions of one template see: its parameters, mappings and resources, and the placeholders made so far. */
import { member, textOf, type Call, type Tree } from './tree';
import { openName } from './open-name';
import { NO_VALUE, Unread, placeholderName, referencesIn, type Value } from './values';

/** Working a template out takes at most so many values: maps and aliases may be used again and again. */
const MAX_STEPS = 500_000;

/** AWS CloudFormation User Guide, "Pseudo parameters reference". */
const PSEUDO = /^AWS::(?:AccountId|NotificationARNs|Partition|Region|StackId|StackName|URLSuffix)$/;

/** Works a function out. */
export type Work = (call: Call, scope: Scope) => Value;

interface Shared {
  readonly work: Work;
  readonly count: { steps: number };
  readonly literals: ReadonlySet<string>;
  readonly notes: Set<string>;
}

/** What a variable of another tool is between while a template is read; no template has these letters. */
const MARKED = /\uE000([^\uE000\uE001]*)\uE001/g;

export function variableMark(name: string): string {
  return `\uE000${name}\uE001`;
}

export class Scope {
  /** Placeholders that were made since the last `begin`, in order. */
  private made = new Set<string>();

  constructor(
    readonly template: Tree,
    readonly lineOf: (at: number) => number,
    private readonly shared: Shared,
  ) {}

  /** Starts a new document. */
  begin(): void {
    this.made = new Set();
  }

  /** The placeholders of the document since `begin` that stand in a text. */
  placeholdersIn(text: string): readonly string[] {
    return [...new Set(referencesIn(text))].filter((name) => this.made.has(name));
  }

  /** The same template, for parts whose references are no part of a document. */
  aside(): Scope {
    return new Scope(this.template, this.lineOf, this.shared);
  }

  /** @throws Unread where the work has no end. */
  step(at: number): void {
    this.shared.count.steps += 1;
    if (this.shared.count.steps > MAX_STEPS) throw new Unread('too many values', at);
  }

  call(call: Call): Value {
    return this.shared.work(call, this);
  }

  note(sentence: string): void {
    this.shared.notes.add(sentence);
  }

  /** A text that no function fills in. `{{resolve:…}}` is filled in when the stack is made. */
  literal(text: string, at: number): string {
    for (const name of text.includes('${') ? referencesIn(text) : [])
      if (this.isOwn(name))
        this.note(
          `Line ${this.lineOf(at)} holds \`\${${name}}\` outside of \`Fn::Sub\`: CloudFormation leaves it as it is, and IAM reads a policy variable.`,
        );
    return this.filled(text).replace(/\{\{(resolve:[^{}]{1,400})\}\}/g, (_, name: string) =>
      this.placeholder(name),
    );
  }

  /** A text with the variables of another tool as placeholders: `variableMark`. */
  filled(text: string): string {
    return text.replace(MARKED, (_, name: string) => this.placeholder(name));
  }

  /** `Ref` and `Fn::GetAtt`: the value of a parameter that has one, else a placeholder. */
  reference(name: string, at: number): Value {
    if (name === 'AWS::NoValue') return NO_VALUE;
    const parameter = member(this.template, 'Parameters', name);
    const value = parameter === undefined ? undefined : defaultOf(parameter);
    if (value !== undefined) {
      const shown = typeof value === 'string' ? value : value.join(', ');
      this.note(`Parameter \`${name}\` counts with its default, \`${shown}\`.`);
      return value;
    }
    if (name === '' || name.length > 300) throw new Unread('Ref', at);
    return this.placeholder(name);
  }

  /** A function whose inputs are not all known, under a name that says what it is. */
  open({ name }: Pick<Call, 'name'>, inputs: readonly Value[]): string {
    return this.placeholder(openName(name, inputs, (reference) => this.made.has(reference)));
  }

  /** Does nothing in a text hang on a reference? */
  isKnown(text: string): boolean {
    return !referencesIn(text).some((name) => this.made.has(name));
  }

  mapped(map: string, first: string, second: string): Tree | undefined {
    return member(this.template, 'Mappings', map, first, second);
  }

  /** A policy variable of the same name would be filled in too, so the placeholder takes another. */
  private placeholder(wanted: string): string {
    const plain = placeholderName(wanted);
    const name = this.shared.literals.has(plain) ? `Ref ${plain}` : plain;
    this.made.add(name);
    return `\${${name}}`;
  }

  private isOwn(name: string): boolean {
    const [first] = name.split('.');
    return (
      PSEUDO.test(name) ||
      member(this.template, 'Parameters', name) !== undefined ||
      member(this.template, 'Resources', first!) !== undefined
    );
  }
}

/** The scope of a template; `text` is all of it, so that names that stand literally are known. */
export function scopeOf(
  template: Tree,
  lineOf: (at: number) => number,
  work: Work,
): { readonly scope: Scope; readonly notes: ReadonlySet<string> } {
  const notes = new Set<string>();
  const shared = { work, count: { steps: 0 }, literals: literalNames(template), notes };
  return { scope: new Scope(template, lineOf, shared), notes };
}

/** Names in `${…}` that no function fills in. */
function literalNames(tree: Tree, found = new Set<string>(), filled = false): Set<string> {
  switch (tree.kind) {
    case 'scalar':
      if (typeof tree.value === 'string')
        for (const [, escaped, name] of tree.value.matchAll(/\$\{(!?)([^{}]+)\}/g))
          if (escaped === '!' || !filled) found.add(name!);
      return found;
    case 'list':
      for (const item of tree.items) literalNames(item, found, filled);
      return found;
    case 'map':
      for (const [name, item] of tree.entries) {
        for (const each of referencesIn(name)) found.add(each);
        literalNames(item, found);
      }
      return found;
    case 'call':
      return literalNames(tree.arg, found, tree.name === 'Sub');
  }
}

/**
 * The default of a parameter. AWS CloudFormation User Guide, "Parameters": a list is written with commas; of an SSM parameter
 * the default is the name, not the value.
 */
function defaultOf(parameter: Tree): string | readonly string[] | undefined {
  const type = textOf(member(parameter, 'Type')) ?? 'String';
  const given = member(parameter, 'Default');
  if (given?.kind !== 'scalar' || given.value === null || type.startsWith('AWS::SSM::')) return undefined;
  if (type !== 'CommaDelimitedList' && !type.startsWith('List<')) return String(given.value);
  return String(given.value)
    .split(',')
    .map((item) => item.trim());
}
