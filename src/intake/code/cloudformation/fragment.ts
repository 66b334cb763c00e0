/** A part of a template without its resource: the policies in it, of the kind that their form tells. */
import { guessLayer } from '../../guess-layer';
import type { Collector } from './collect';
import { documentIn } from './document';
import { resolve } from './resolve';
import { entriesOf, member, type Tree } from './tree';
import { Unread } from './values';

/** Reads every object that has a `Statement`, or is a statement itself. */
export function readFragment(tree: Tree, collector: Collector, path: readonly string[] = []): void {
  const statements = asStatements(tree);
  if (statements !== undefined) {
    add(statements, path, collector);
    return;
  }
  if (tree.kind === 'list') for (const item of tree.items) readFragment(item, collector, path);
  for (const [name, item] of entriesOf(tree)) readFragment(item, collector, [...path, name]);
}

/** A document as it is; statements alone as one. */
function asStatements(tree: Tree): Tree | undefined {
  if (member(tree, 'Statement') !== undefined) return tree;
  const isStatement = (item: Tree): boolean => member(item, 'Effect') !== undefined;
  const alone =
    isStatement(tree) || (tree.kind === 'list' && tree.items.length > 0 && tree.items.every(isStatement));
  return alone ? { kind: 'map', entries: new Map([['Statement', tree]]), at: tree.at } : undefined;
}

function add(tree: Tree, path: readonly string[], collector: Collector): void {
  const trust = path.at(-1) === 'AssumeRolePolicyDocument';
  const guess = guessLayer(quietly(tree, collector));
  collector.add({
    name: path.find((name) => !KEYS.has(name)) ?? (trust ? 'Trust policy' : 'Pasted policy'),
    kind: 'template',
    policyKind: trust || guess.trust ? 'trust' : guess.layer,
    attachedTo: [],
    tree,
  });
}

/** Names that say nothing of whose policy it is. */
const KEYS: ReadonlySet<string> = new Set([
  'PolicyDocument',
  'AssumeRolePolicyDocument',
  'Properties',
  'Policies',
  'KeyPolicy',
]);

function quietly(tree: Tree, { scope }: Collector): unknown {
  try {
    return documentIn(resolve(tree, scope.aside()), tree.at);
  } catch (error) {
    if (error instanceof Unread) return undefined;
    throw error;
  }
}
