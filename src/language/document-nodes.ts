/** Nodes of the text's tree, with their paths. */
import type { Node } from 'jsonc-parser';
import { childPath } from './path';
import type { Place } from './place';

export interface NodePlace extends Place {
  readonly node: Node;
}

/** A member of an object; its place is that of its value. */
export interface Member extends NodePlace {
  readonly name: string;
  readonly nameNode: Node;
  /** Name and value together. */
  readonly property: Node;
}

/** A text in an element that holds a text or a list of them. */
export interface TextEntry extends NodePlace {
  readonly text: string;
}

export function placeOf(node: Node, path: string): NodePlace {
  return { node, path, span: { offset: node.offset, length: node.length } };
}

/** The members of an object whose values are there, in order; of a repeated name, all. */
export function membersOf(object: Node, path: string): readonly Member[] {
  if (object.type !== 'object') return [];
  return (object.children ?? []).flatMap((property) => {
    const [nameNode, value] = property.children ?? [];
    if (!nameNode || !value) return [];
    const name = nameNode.value as string;
    return [{ ...placeOf(value, childPath(path, name)), name, nameNode, property }];
  });
}

/** The entries of a list; of anything else, itself. */
export function entriesOf(node: Node, path: string): readonly NodePlace[] {
  if (node.type !== 'array') return [placeOf(node, path)];
  return (node.children ?? []).map((child, at) => placeOf(child, childPath(path, at)));
}

/** The texts of a text or list of texts; other entries are left out. */
export function textsOf(node: Node, path: string): readonly TextEntry[] {
  return entriesOf(node, path).flatMap((entry) =>
    entry.node.type === 'string' ? [{ ...entry, text: entry.node.value as string }] : [],
  );
}

/** The place of a member's name. */
export function nameOf(member: Member): Place {
  return { path: member.path, span: { offset: member.nameNode.offset, length: member.nameNode.length } };
}
