/**
 * Edits at a place of a policy's text, which leave everything else as it was typed: layout, order, line ends. Made of the
 * edits of single nodes (`edits.ts`) where these do.
 */
import { findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { applyEdits, remove } from './edits';
import { parsePath } from './path';

function nodeAt(text: string, path: string): Node | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true });
  const segments = parsePath(path);
  if (!tree || !segments) return undefined;
  // A single statement may stand without its array.
  const lone = segments.filter((segment, at) => !(at === 1 && segments[0] === 'Statement' && segment === 0));
  return findNodeAtLocation(tree, segments) ?? findNodeAtLocation(tree, lone);
}

function splice(text: string, at: number, length: number, put: string): string {
  return text.slice(0, at) + put + text.slice(at + length);
}

/** The white space at the beginning of the line of an offset. */
function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)![0];
}

function endOfLine(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Two spaces, four, or a tab: as the text's own first indented line has it. */
function unitOf(text: string): string {
  return /\n([ \t]+)\S/.exec(text)?.[1] ?? '  ';
}

/** A value as JSON, laid out for a place that is indented this far. */
function written(text: string, value: unknown, indent: string): string {
  return JSON.stringify(value, null, unitOf(text))
    .split('\n')
    .join(`${endOfLine(text)}${indent}`);
}

/** Puts a member or entry behind the last one of a node, on its line or below it as its neighbours are. */
function append(text: string, node: Node, put: (indent: string) => string): string {
  const last = node.children?.at(-1);
  if (!last) return splice(text, node.offset + 1, 0, put(''));
  const end = last.offset + last.length;
  const before = node.children!.at(-2);
  const from = before ? before.offset + before.length : node.offset;
  if (!text.slice(from, last.offset).includes('\n'))
    return splice(text, end, 0, `, ${put(indentAt(text, last.offset))}`);
  const indent = indentAt(text, last.offset);
  return splice(text, end, 0, `,${endOfLine(text)}${indent}${put(indent)}`);
}

/** Adds an entry to a list; a value that stands alone becomes a list of two. Undefined when there is no such place. */
export function appendValue(text: string, path: string, value: string): string | undefined {
  const node = nodeAt(text, path);
  if (!node) return undefined;
  if (node.type === 'array') return append(text, node, () => JSON.stringify(value));
  if (node.type !== 'string') return undefined;
  const own = text.slice(node.offset, node.offset + node.length);
  return splice(text, node.offset, node.length, `[${own}, ${JSON.stringify(value)}]`);
}

export function replaceValue(text: string, path: string, value: unknown): string | undefined {
  const node = nodeAt(text, path);
  return node && splice(text, node.offset, node.length, written(text, value, indentAt(text, node.offset)));
}

/** Adds a member to an object. */
export function appendMember(text: string, path: string, name: string, value: unknown): string | undefined {
  const node = nodeAt(text, path);
  if (node?.type !== 'object') return undefined;
  return append(text, node, (indent) => `${JSON.stringify(name)}: ${written(text, value, indent)}`);
}

/** Gives a member of an object another name; undefined when there is none of the old name, or one of the new. */
export function renameMember(text: string, path: string, from: string, to: string): string | undefined {
  const names = (nodeAt(text, path)?.children ?? []).map((property) => property.children![0]!);
  const node = names.find(({ value }) => value === from);
  const taken = names.some(({ value }) => String(value).toLowerCase() === to.toLowerCase());
  return node && !taken ? splice(text, node.offset, node.length, JSON.stringify(to)) : undefined;
}

/** Adds a statement behind the last one; a single statement without its array gets one. */
export function appendStatement(text: string, statement: object): string | undefined {
  const node = nodeAt(text, 'Statement');
  if (!node) return undefined;
  if (node.type === 'array') return append(text, node, (indent) => written(text, statement, indent));
  if (node.type !== 'object') return undefined;
  const indent = indentAt(text, node.offset);
  const own = text.slice(node.offset, node.offset + node.length);
  return splice(text, node.offset, node.length, `[${own}, ${written(text, statement, indent)}]`);
}

/** Takes a statement away, with its comma; undefined when it is the only one. */
export function removeStatement(text: string, index: number): string | undefined {
  const node = nodeAt(text, 'Statement');
  const statement = node?.type === 'array' ? node.children?.[index] : undefined;
  const alone = (node?.children?.length ?? 0) < 2;
  return statement && !alone ? applyEdits(text, [remove(statement)]) : undefined;
}

/** Takes a member away, and with it each object that would be left empty. */
export function removeMember(text: string, path: string): string | undefined {
  let property = nodeAt(text, path)?.parent;
  while (property?.parent?.children?.length === 1 && property.parent.parent?.type === 'property')
    property = property.parent.parent;
  return property?.type === 'property' ? applyEdits(text, [remove(property)]) : undefined;
}
