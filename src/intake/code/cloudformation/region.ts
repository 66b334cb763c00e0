/** Where in a paste a template stands: alone, in a fenced block, or with a message before or behind it. */
import { jsonAt } from '../../evidence/json';
import type { TextPart } from '../types';
import { parseTemplate } from './parse';
import type { Parsed, Tree } from './tree';

export interface Region extends TextPart {
  readonly parsed: Parsed;
}

const FENCE = /^[ \t]*```[\w-]*[ \t]*\n/m;
const FENCE_END = /^[ \t]*```[ \t]*$/gm;
/** The commands that print a template stand before it. */
const PROMPT = /^(?:[ \t]*[$>%][ \t][^\n]*\n)+/;

/** The template of a text, read; `first`: a line with which it may begin. Offsets in the tree count from `start`. */
export function regionOf(text: string, first: RegExp): Region | undefined {
  const fence = fenced(text);
  if (fence !== undefined && first.test(text.slice(fence.start, fence.end)))
    return { ...fence, parsed: parseTemplate(text.slice(fence.start, fence.end)) };
  const start = startOf(text, first);
  if (start === undefined) return undefined;
  if (/^\s*[{[]/.test(text.slice(start, start + 200))) return jsonRegion(text, start);
  const message = MESSAGE.exec(text.slice(start));
  const end = message === null ? text.length : start + message.index;
  return { start, end, parsed: parseTemplate(text.slice(start, end)) };
}

/** What stands between the first fence and the next one. */
function fenced(text: string): TextPart | undefined {
  const fence = FENCE.exec(text);
  if (fence === null) return undefined;
  const start = fence.index + fence[0].length;
  FENCE_END.lastIndex = start;
  const end = FENCE_END.exec(text)?.index;
  return end === undefined ? undefined : { start, end };
}

/** Of the JSON of a text the part that has resources or functions. */
function jsonRegion(text: string, from: number): Region | undefined {
  const found = jsonAt(text.slice(from)).find(({ start, end }) =>
    /"(?:AWS::|Fn::|Ref")/.test(text.slice(from + start, from + end)),
  );
  if (found === undefined) return undefined;
  const [start, end] = [from + found.start, from + found.end];
  return { start, end, parsed: parseTemplate(text.slice(start, end)) };
}

/** A message behind the template: its first line stands at the margin. */
const MESSAGE =
  /^(?:(?:User|Error|ERROR|error|Message|Caused by)\b|An error occurred|[│╷╵]|##\[|(?!Description|#)[^\s"'{[].*(?:not authorized to perform|Access ?Denied|UnauthorizedOperation))/m;

function startOf(text: string, first: RegExp): number | undefined {
  const prompt = PROMPT.exec(text)?.[0].length ?? 0;
  const line = new RegExp(first.source, 'm').exec(text.slice(prompt));
  return line === null ? undefined : prompt + line.index;
}

/** Does a function stand anywhere in it? */
export function hasCall(tree: Tree): boolean {
  switch (tree.kind) {
    case 'scalar':
      return false;
    case 'call':
      return true;
    case 'list':
      return tree.items.some(hasCall);
    case 'map':
      return [...tree.entries.values()].some(hasCall);
  }
}
