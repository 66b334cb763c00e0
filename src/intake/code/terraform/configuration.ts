/** The blocks of one text by their names, and what a name of them stands for. */
import { Evaluator, type Lookup } from '../hcl/evaluate';
import type { Block, Expression } from '../hcl/tree';
import { isKnown, JsonText, Unknown, type Value } from '../hcl/values';
import { NotKnown } from './dynamic';
import { instancesOf, MAX_INSTANCES, type Instance, type Instances } from './instances';
import { buildDocument } from './policy-document';
import type { Loss } from './documents';

/** A document of a data source, or why it is not known. */
export type Built =
  { readonly kind: 'document'; readonly value: Value } | { readonly kind: 'notKnown'; readonly at: Loss };

export class Configuration {
  readonly evaluator: Evaluator;
  /** Documents that something else in the text uses. */
  readonly used = new Set<Block>();
  /** Variables that were read as their default. */
  readonly defaults = new Set<string>();
  readonly #named = new Map<string, Block>();
  readonly #locals = new Map<string, Expression>();
  readonly #values = new Map<string, Value | undefined>();
  readonly #documents = new Map<Block, Map<string | undefined, Built>>();
  readonly #instances = new Map<Block, Instances | undefined>();
  #made = 0;
  #instance: Instance | undefined;
  /** Names that are being worked out: one that hangs on itself stays open. */
  readonly #open = new Set<unknown>();

  constructor(
    text: string,
    readonly blocks: readonly Block[],
  ) {
    for (const block of blocks) {
      if (block.type === 'locals')
        for (const [name, { value }] of block.body.attributes) this.#locals.set(name, value);
      else this.#named.set(addressOf(block), block);
    }
    this.evaluator = new Evaluator(text, this.#lookup, {
      item: (path, key) => {
        const block = this.#policyBlock(path);
        if (block === undefined) return undefined;
        // Whichever it is, the text of the block is the same.
        const text = typeof key === 'number' ? String(key) : typeof key === 'string' ? key : undefined;
        return this.instanceOf(block, text)?.key ?? ANY;
      },
      items: (path) => {
        const block = this.#policyBlock(path);
        return block && (this.instances(block)?.map(({ key }) => key) ?? [ANY]);
      },
    });
  }

  /** The block of an address: `aws_iam_role.app`, `data.aws_iam_policy_document.app`. */
  block(address: string): Block | undefined {
    return this.#named.get(address);
  }

  /** What a block makes by `count` or `for_each`; undefined where that is not known. */
  instances(block: Block): readonly Instance[] | undefined {
    if (!this.#instances.has(block)) {
      // One that hangs on itself is not known.
      this.#instances.set(block, undefined);
      const found = instancesOf(block, this.evaluator);
      if (found !== undefined && this.#made + found.list.length <= MAX_MADE) {
        this.#made += found.list.length;
        this.#instances.set(block, found);
      }
    }
    return this.#instances.get(block)?.list;
  }

  instanceOf(block: Block, key: string | undefined): Instance | undefined {
    return key === undefined ? undefined : this.instances(block)?.find((each) => each.key === key);
  }

  /** The one that is being read. */
  get instance(): Instance | undefined {
    return this.#instance;
  }

  /** Works something out for one of a block; undefined: for none of them. */
  within<T>(instance: Instance | undefined, work: () => T): T {
    const [before, { scope }] = [this.#instance, this.evaluator];
    this.#instance = instance;
    this.evaluator.scope = instance?.scope ?? new Map();
    try {
      return work();
    } finally {
      this.#instance = before;
      this.evaluator.scope = scope;
    }
  }

  /** For each of a block, or once. */
  eachOf<T>(block: Block, work: (instance: Instance | undefined) => readonly T[]): readonly T[] {
    return (this.instances(block) ?? [undefined]).flatMap((each) => this.within(each, () => work(each)));
  }

  /** What is said of blocks of which not all are read. */
  get cut(): readonly string[] {
    return [...this.#instances].flatMap(([block, instances]) =>
      instances === undefined || instances.all <= MAX_INSTANCES
        ? []
        : [`Only the first ${MAX_INSTANCES} of the ${instances.all} of \`${addressOf(block)}\` are read.`],
    );
  }

  /** The document that a data source makes. Throws `HclFault` where the work grows beyond reason. */
  document(block: Block, instance?: Instance): Built {
    const all = this.#documents.get(block) ?? new Map<string | undefined, Built>();
    this.#documents.set(block, all);
    const known = all.get(instance?.key);
    if (known !== undefined) return known;
    const built = this.within(instance, () => this.#build(block));
    all.set(instance?.key, built);
    return built;
  }

  #build(block: Block): Built {
    const at = { start: block.start, end: block.start + block.type.length };
    if (this.#open.has(block)) return { kind: 'notKnown', at };
    this.#open.add(block);
    try {
      const { evaluator } = this;
      return { kind: 'document', value: buildDocument(block.body, evaluator, evaluator.scope) };
    } catch (error) {
      if (error instanceof NotKnown) return { kind: 'notKnown', at: error.at };
      throw error;
    } finally {
      this.#open.delete(block);
    }
  }

  /** A data source or a resource whose document is read. */
  #policyBlock(path: readonly string[]): Block | undefined {
    const address = path.join('.');
    return path.length === (path[0] === 'data' ? 3 : 2) &&
      /^(?:data\.aws_iam_policy_document|aws_iam_\w{0,40}policy)\./.test(address)
      ? this.#named.get(address)
      : undefined;
  }

  readonly #lookup: Lookup = (path) => {
    const [root, name, ...rest] = path;
    if (name === undefined) return undefined;
    if ((root === 'local' || root === 'var') && rest.length === 0)
      return this.#once(`${root}.${name}`, () =>
        root === 'local' ? this.#local(name) : this.#variable(name),
      );
    const block = this.#named.get(root === 'data' ? `data.${name}.${rest[0]}` : `${root}.${name}`);
    return block === undefined ? undefined : this.#attribute(block, root === 'data' ? rest.slice(1) : rest);
  };

  #once(name: string, value: () => Value | undefined): Value | undefined {
    if (this.#values.has(name)) return this.#values.get(name);
    if (this.#open.has(name)) return undefined;
    this.#open.add(name);
    try {
      const found = value();
      this.#values.set(name, found);
      return found;
    } finally {
      this.#open.delete(name);
    }
  }

  #local(name: string): Value | undefined {
    const expression = this.#locals.get(name);
    if (expression === undefined) return undefined;
    const value = this.evaluator.value(expression);
    // A local that is only another name for something unknown is best known by its own.
    return value instanceof Unknown && !/^[\w.[\]"-]+$/.test(value.name)
      ? new Unknown(`local.${name}`, value.at, value.list)
      : value;
  }

  #variable(name: string): Value | undefined {
    const block = this.#named.get(`var.${name}`);
    if (block === undefined) return undefined;
    const given = block.body.attributes.get('default')?.value;
    const value = given === undefined ? null : this.evaluator.value(given);
    if (value !== null) {
      this.defaults.add(`var.${name}`);
      return value;
    }
    if (given !== undefined) {
      this.defaults.add(`var.${name}`);
      return new Unknown(`var.${name}`, block, false, true);
    }
    const type = block.body.attributes.get('type')?.value;
    return type?.kind === 'call' && /^(?:list|set|tuple)$/.test(type.name)
      ? new Unknown(`var.${name}`, block, true)
      : undefined;
  }

  /** Documents of the text are known; other attributes of a resource are placeholders, even where the text tells them. */
  #attribute(block: Block, path: readonly string[]): Value | undefined {
    const instance = path.length === 2 ? this.instanceOf(block, path[0]) : undefined;
    const names = instance === undefined ? path.filter((name) => !/^(?:\d+|\*)$/.test(name)) : path.slice(1);
    if (block.type === 'data' && block.labels[0] === 'aws_iam_policy_document') {
      if (names.length !== 1 || (names[0] !== 'json' && names[0] !== 'minified_json')) return undefined;
      this.used.add(block);
      const built = this.document(block, instance);
      return built.kind === 'document' ? new JsonText(built.value) : undefined;
    }
    // AWS gives the address back without its scheme: IAM API Reference, GetOpenIDConnectProvider.
    if (block.labels[0] === 'aws_iam_openid_connect_provider' && names.join() === 'url')
      return this.within(undefined, () => this.knownText(block, 'url'))?.replace(/^https:\/\//, '');
    const policy =
      names.length === 1 && names[0] === 'policy' ? block.body.attributes.get('policy') : undefined;
    if (policy === undefined || !/^aws_iam_.*policy$/.test(block.labels[0] ?? '')) return undefined;
    return this.#once(`${addressOf(block)}${instance?.suffix ?? ''}.policy`, () =>
      this.within(instance, () => this.evaluator.value(policy.value)),
    );
  }

  /** What an argument of a block is, as a text without unknown parts. */
  knownText(block: Block, name: string): string | undefined {
    const attribute = block.body.attributes.get(name);
    if (attribute === undefined) return undefined;
    const value = this.evaluator.value(attribute.value);
    return typeof value === 'string' && value !== '' && isKnown(value) ? value : undefined;
  }
}

/** Of one text so many are told apart; the blocks behind are read as one each, with `each.value` left open. */
const MAX_MADE = 1_000;

/** The step for whichever of a block. */
const ANY = '*';

/** How the rest of a configuration refers to a block. */
export function addressOf({ type, labels }: Block): string {
  const [first = '', second = ''] = labels;
  if (type === 'resource') return `${first}.${second}`;
  if (type === 'variable') return `var.${first}`;
  if (type === 'data' || type === 'ephemeral') return `${type}.${first}.${second}`;
  return labels.length === 0 ? type : `${type}.${first}`;
}
