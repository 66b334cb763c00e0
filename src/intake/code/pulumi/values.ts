/** Values of a Pulumi program in YAML: functions worked out, references left as `${reference}`. Pulumi, "Pulumi YAML language reference". */
import { entriesOf, itemsOf, member, textOf, type Tree } from '../cloudformation/tree';
import { isRecord, Unread, type Json } from '../cloudformation/values';
import { policyOf } from './policy-document';

const REFERENCE = /\$(\$)?\{([^{}]{1,300})\}/g;
const MAX_DEPTH = 60;

export class PulumiValues {
  /** References that were left open since it was cleared. */
  readonly made = new Set<string>();

  constructor(private readonly variables: Tree | undefined) {}

  /** @throws Unread at a function that is not known */
  json(tree: Tree, depth = 0): Json {
    if (depth > MAX_DEPTH) throw new Unread('what lies deeper', tree.at);
    switch (tree.kind) {
      case 'scalar':
        return typeof tree.value === 'string' ? this.text(tree.value, tree.at, depth) : tree.value;
      case 'list':
        return tree.items.map((item) => this.json(item, depth + 1));
      case 'call':
        throw new Unread(tree.name, tree.at);
      case 'map': {
        const [[name, arg] = []] = tree.entries.size === 1 ? entriesOf(tree) : [];
        if (name?.toLowerCase().startsWith('fn::') === true) return this.call(name.slice(4), arg!, depth);
        return Object.fromEntries(
          entriesOf(tree).map(([key, item]) => [key, this.json(item, depth + 1)] as const),
        );
      }
    }
  }

  private call(name: string, arg: Tree, depth: number): Json {
    if (/^toJSON$/i.test(name)) return JSON.stringify(this.json(arg, depth + 1));
    if (/^secret$/i.test(name)) return this.json(arg, depth + 1);
    if (/^join$/i.test(name)) {
      const [separator, list] = itemsOf(arg);
      const texts = itemsOf(list).map((item) => this.json(item, depth + 1));
      if (list?.kind === 'list' && texts.every((text) => typeof text !== 'object'))
        return texts.join(textOf(separator) ?? '');
    }
    throw new Unread(`fn::${name}`, arg.at);
  }

  /** A text that is one reference is what that stands for; `$${…}` is none. */
  private text(text: string, at: number, depth: number): Json {
    const alone = /^\$\{([^{}]{1,300})\}$/.exec(text)?.[1];
    const [variable, ...path] = alone?.split('.') ?? [];
    const tree = variable === undefined ? undefined : member(this.variables, variable);
    if (tree !== undefined) return this.variable(tree, path, at, depth);
    return text.replace(REFERENCE, (_, escaped: string | undefined, name: string) => {
      if (escaped === undefined) this.made.add(name);
      return `\${${name}}`;
    });
  }

  private variable(tree: Tree, path: readonly string[], at: number, depth: number): Json {
    const invoked = member(tree, 'fn::invoke') ?? member(tree, 'Fn::Invoke');
    if (invoked !== undefined) {
      const called = textOf(member(invoked, 'function') ?? member(invoked, 'Function')) ?? '';
      const args = member(invoked, 'arguments') ?? member(invoked, 'Arguments');
      const whole = textOf(member(invoked, 'return')) ?? path.join('.');
      if (!/:getPolicyDocument$/.test(called) || args === undefined || whole !== 'json')
        throw new Unread(called === '' ? 'fn::invoke' : called, at);
      return JSON.stringify(policyOf(this.json(args, depth + 1), args.at));
    }
    const value = this.json(tree, depth + 1);
    return path.reduce<Json>((of, name) => {
      const next = isRecord(of) ? of[name] : undefined;
      if (next === undefined) throw new Unread(path.join('.'), at);
      return next;
    }, value);
  }
}
