/** A template as a tree with places: what YAML or JSON wrote, before any function is worked out. */

/** Offsets count from the start of the whole text. */
export type Tree =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null; readonly at: number }
  | { readonly kind: 'list'; readonly items: readonly Tree[]; readonly at: number }
  | { readonly kind: 'map'; readonly entries: ReadonlyMap<string, Tree>; readonly at: number }
  /** A function, in its short or long form; `name` without `Fn::`, such as `Ref`, `Sub`, `GetAtt`. */
  | { readonly kind: 'call'; readonly name: string; readonly arg: Tree; readonly at: number };

/** A function with its argument. */
export type Call = Extract<Tree, { readonly kind: 'call' }>;

export type Parsed =
  | { readonly kind: 'tree'; readonly tree: Tree }
  /** Refused: what is wrong, in words that follow a colon, and where. */
  | { readonly kind: 'fault'; readonly problem: string; readonly at: number };

/** Deeper than any template, and shallow enough for code that recurses. */
export const MAX_DEPTH = 80;
/** An alias counts each time: what unfolds to more is no template but an attack on its readers. */
export const MAX_NODES = 200_000;

/** Stops the reading from any depth. */
export class Fault extends Error {
  constructor(
    readonly problem: string,
    readonly at: number,
  ) {
    super(problem);
    this.name = 'Fault';
  }
}

/** AWS CloudFormation User Guide, "Intrinsic function reference": the long form of a function is an object with its name. */
export function asCall(entries: ReadonlyMap<string, Tree>, at: number): Tree {
  if (entries.size === 1) {
    const [name, arg] = [...entries][0]!;
    if (name === 'Ref') return { kind: 'call', name, arg, at };
    if (/^Fn::[A-Za-z]{1,40}$/.test(name)) return { kind: 'call', name: name.slice(4), arg, at };
  }
  return { kind: 'map', entries, at };
}

/** The member of an object; undefined where it is missing or the tree is none. */
export function member(tree: Tree | undefined, ...path: readonly string[]): Tree | undefined {
  let current = tree;
  for (const name of path) current = current?.kind === 'map' ? current.entries.get(name) : undefined;
  return current;
}

/** The text of a scalar that is one. */
export function textOf(tree: Tree | undefined): string | undefined {
  return tree?.kind === 'scalar' && typeof tree.value === 'string' ? tree.value : undefined;
}

export function entriesOf(tree: Tree | undefined): readonly (readonly [string, Tree])[] {
  return tree?.kind === 'map' ? [...tree.entries] : [];
}

export function itemsOf(tree: Tree | undefined): readonly Tree[] {
  return tree === undefined ? [] : tree.kind === 'list' ? tree.items : [tree];
}
