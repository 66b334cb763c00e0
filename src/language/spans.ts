/**
 * From a place in a document to its characters, and back. Works on broken text too: as far as it can be read.
 * Trees of recent texts are kept, because the editor asks many times about one text.
 */
import { findNodeAtLocation, findNodeAtOffset, getNodePath, parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { childPath, formatPath, parsePath } from './path';
import type { PathSegment } from './path';
import type { Span } from './place';

const KEPT = 16;
const trees = new Map<string, Node | undefined>();

/** The tree of a text, as far as it can be read; undefined where nothing can. */
export function treeOf(text: string): Node | undefined {
  if (trees.has(text)) return trees.get(text);
  const tree = readTree(text);
  if (trees.size >= KEPT) trees.delete(trees.keys().next().value!);
  trees.set(text, tree);
  return tree;
}

/** Text nested thousands of levels deep overflows the parser's stack; such text has no places. */
function readTree(text: string): Node | undefined {
  try {
    return parseTree(text, [], { allowTrailingComma: true });
  } catch {
    return undefined;
  }
}

function spanOf(node: Node): Span {
  return { offset: node.offset, length: node.length };
}

/** `Statement[0]` also names a single statement that stands without its array. */
function withoutLoneIndex(segments: readonly PathSegment[]): PathSegment[] {
  return segments.filter((segment, at) => !(at === 1 && segments[0] === 'Statement' && segment === 0));
}

/**
 * The characters at a path: the value, or of an object's member with `'name'` its name, with `'property'` both.
 * Undefined when the text has no such place.
 */
export function spanOfPath(
  text: string,
  path: string,
  what: 'value' | 'name' | 'property' = 'value',
): Span | undefined {
  const tree = treeOf(text);
  const node = tree && nodeOfPath(tree, path);
  if (!node) return undefined;
  const member = node.parent?.type === 'property' ? node.parent : undefined;
  if (what === 'value' || !member) return spanOf(node);
  return spanOf(what === 'property' ? member : member.children![0]!);
}

/** The places looked up in a tree: marks ask for the same ones at every keystroke in the request. */
const places = new WeakMap<Node, Map<string, Node | undefined>>();
const PLACES_KEPT = 20_000;

function nodeOfPath(tree: Node, path: string): Node | undefined {
  let known = places.get(tree);
  if (!known || known.size >= PLACES_KEPT) {
    known = new Map();
    places.set(tree, known);
  }
  if (known.has(path)) return known.get(path);
  const node = findPath(tree, path);
  known.set(path, node);
  return node;
}

function findPath(tree: Node, path: string): Node | undefined {
  const segments = parsePath(path);
  if (!segments) return undefined;
  return findNodeAtLocation(tree, segments) ?? findNodeAtLocation(tree, withoutLoneIndex(segments));
}

/** A value that stands in a text, with its place. */
export interface Entry {
  readonly value: string;
  readonly path: string;
}

/** The values at a place as texts: one, those of a list, those of all lists of an object. None where it has no such place. */
export function entriesAt(text: string, path: string): readonly Entry[] {
  const tree = treeOf(text);
  const node = tree && nodeOfPath(tree, path);
  return node ? entriesIn(node, path) : [];
}

function entriesIn(node: Node, path: string): readonly Entry[] {
  const children = node.children ?? [];
  if (node.type === 'array') return children.flatMap((child, at) => entriesIn(child, childPath(path, at)));
  if (node.type === 'object') {
    return children.flatMap(({ children: member = [] }) => {
      const [name, value] = member;
      return name && value ? entriesIn(value, childPath(path, String(name.value))) : [];
    });
  }
  return node.value === null || node.value === undefined ? [] : [{ value: String(node.value), path }];
}

/** The span of each statement, in order; empty when the text has none that can be read. */
export function statementSpans(text: string): readonly Span[] {
  const tree = treeOf(text);
  const statement = tree && findNodeAtLocation(tree, ['Statement']);
  if (!statement) return [];
  if (statement.type === 'array') return (statement.children ?? []).map(spanOf);
  return statement.type === 'object' ? [spanOf(statement)] : [];
}

/** The path of the innermost value around an offset; undefined outside the document. */
export function pathAtOffset(text: string, offset: number): string | undefined {
  const tree = treeOf(text);
  const node = tree && findNodeAtOffset(tree, offset, true);
  return node && formatPath(getNodePath(node));
}

/** The number of the statement around an offset, from 0; its closing brace still belongs to it. */
export function statementAtOffset(text: string, offset: number): number | undefined {
  const found = statementSpans(text).findIndex(
    (span) => offset >= span.offset && offset <= span.offset + span.length,
  );
  return found === -1 ? undefined : found;
}
