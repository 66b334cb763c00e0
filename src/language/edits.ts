/** Text edits that keep a policy's JSON whole. */
import type { Node } from 'jsonc-parser';
import type { Member } from './document-nodes';
import type { TextEdit } from './place';

const spanOf = (node: Node): TextEdit['span'] => ({ offset: node.offset, length: node.length });

/** A value in place of another. */
export function replaceValue(node: Node, value: unknown): TextEdit {
  return { span: spanOf(node), text: JSON.stringify(value) };
}

export function renameMember(member: Member, name: string): TextEdit {
  return { span: spanOf(member.nameNode), text: JSON.stringify(name) };
}

/** Takes an entry of a list, or a member (its property) of an object, away with its comma. */
export function remove(node: Node): TextEdit {
  const siblings = node.parent?.children ?? [];
  const at = siblings.indexOf(node);
  const next = siblings[at + 1];
  const before = siblings[at - 1];
  if (next) return { span: { offset: node.offset, length: next.offset - node.offset }, text: '' };
  if (!before) return { span: spanOf(node), text: '' };
  const start = before.offset + before.length;
  return { span: { offset: start, length: node.offset + node.length - start }, text: '' };
}

/** The white space before the first child: what a new one gets too. */
export function gapIn(text: string, parent: Node): string {
  const first = parent.children?.[0];
  return first ? text.slice(parent.offset + 1, first.offset) : '';
}

/** Laid out as the surroundings are: on one line, or with two more spaces a level. */
function memberText(name: string, value: unknown, gap: string): string {
  const lineBreak = gap.lastIndexOf('\n');
  if (lineBreak === -1) return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
  const json = JSON.stringify(value, null, 2).replaceAll('\n', `\n${gap.slice(lineBreak + 1)}`);
  return `${JSON.stringify(name)}: ${json}`;
}

/** A new first member. */
export function insertFirst(text: string, object: Node, name: string, value: unknown): TextEdit {
  const gap = gapIn(text, object);
  const comma = object.children?.length ? `,${gap}` : '';
  const offset = object.offset + 1 + gap.length;
  return { span: { offset, length: 0 }, text: memberText(name, value, gap) + comma };
}

/** A new last member. */
export function insertLast(text: string, object: Node, name: string, value: unknown): TextEdit {
  const last = object.children?.at(-1);
  if (!last) return insertFirst(text, object, name, value);
  const gap = gapIn(text, object);
  const offset = last.offset + last.length;
  return { span: { offset, length: 0 }, text: `,${gap}${memberText(name, value, gap)}` };
}

/** One more entry at the end of a list, or of a lone text that becomes a list. */
export function appendEntry(text: string, node: Node, value: string): TextEdit {
  if (node.type !== 'array') {
    const before = text.slice(node.offset, node.offset + node.length);
    return { span: spanOf(node), text: `[${before}, ${JSON.stringify(value)}]` };
  }
  const last = node.children?.at(-1);
  if (!last) return { span: { offset: node.offset + 1, length: 0 }, text: JSON.stringify(value) };
  const gap = gapIn(text, node);
  const offset = last.offset + last.length;
  return { span: { offset, length: 0 }, text: `,${gap === '' ? ' ' : gap}${JSON.stringify(value)}` };
}

/** The text after some edits. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = text;
  for (const edit of [...edits].sort((one, other) => other.span.offset - one.span.offset)) {
    const end = edit.span.offset + edit.span.length;
    result = result.slice(0, edit.span.offset) + edit.text + result.slice(end);
  }
  return result;
}
