/** What stands at a place of a policy's text: which element, and which characters a suggestion would replace. */
import { findNodeAtLocation, getLocation, getNodeValue } from 'jsonc-parser';
import type { Location, Segment } from 'jsonc-parser';
import type { Span } from '../../language/place';
import { treeOf } from '../../language/spans';

export type Slot =
  | { readonly kind: 'policyElement' }
  | { readonly kind: 'statementElement' }
  | { readonly kind: 'version' }
  | { readonly kind: 'sid' }
  | { readonly kind: 'effect' }
  | { readonly kind: 'action' }
  | { readonly kind: 'resource' }
  | { readonly kind: 'principalType' }
  | { readonly kind: 'wholePrincipal' }
  | { readonly kind: 'principal'; readonly type: string }
  | { readonly kind: 'operator' }
  | { readonly kind: 'key'; readonly operator: string }
  | { readonly kind: 'value'; readonly operator: string; readonly key: string };

export interface Cursor {
  readonly slot: Slot;
  /** The whole JSON string around the place, with its quotes; empty where none is. */
  readonly span: Span;
  /** What the string says, and how much of it stands before the place. */
  readonly content: string;
  readonly before: string;
  /** A colon follows, so that a name needs no value. */
  readonly named: boolean;
  /** The statement as far as it can be read. */
  readonly statement: Readonly<Record<string, unknown>>;
}

function slotInStatement(rest: readonly Segment[], atName: boolean): Slot | undefined {
  const [element, second, third] = rest.map(String);
  if (rest.length <= 1 && atName) return { kind: 'statementElement' };
  switch (element) {
    case 'Sid':
      return { kind: 'sid' };
    case 'Effect':
      return { kind: 'effect' };
    case 'Action':
    case 'NotAction':
      return { kind: 'action' };
    case 'Resource':
    case 'NotResource':
      return { kind: 'resource' };
    case 'Principal':
    case 'NotPrincipal':
      if (atName) return { kind: 'principalType' };
      return second === undefined ? { kind: 'wholePrincipal' } : { kind: 'principal', type: second };
    case 'Condition':
      if (atName && rest.length === 2) return { kind: 'operator' };
      if (second === undefined) return undefined;
      if (atName) return { kind: 'key', operator: second };
      return third === undefined ? undefined : { kind: 'value', operator: second, key: third };
    default:
      return undefined;
  }
}

function slotOf(path: readonly Segment[], atName: boolean): Slot | undefined {
  if (path.length <= 1 && atName) return { kind: 'policyElement' };
  if (path[0] === 'Version') return { kind: 'version' };
  if (path[0] !== 'Statement') return undefined;
  return slotInStatement(path.slice(typeof path[1] === 'number' ? 2 : 1), atName);
}

/** The string around the place: complete, or cut off at the place where its end is missing. */
function stringAt(text: string, offset: number, node: Span | undefined): Span | undefined {
  if (!node || text[node.offset] !== '"' || offset <= node.offset) return undefined;
  const end = node.offset + node.length;
  const closed = node.length > 1 && text[end - 1] === '"' && text[end - 2] !== '\\';
  if (closed) return offset < end ? { offset: node.offset, length: node.length } : undefined;
  return offset <= end ? { offset: node.offset, length: offset - node.offset } : undefined;
}

function statementAt(text: string, path: readonly Segment[]): Readonly<Record<string, unknown>> {
  const tree = treeOf(text);
  const place = path.slice(0, typeof path[1] === 'number' ? 2 : 1);
  const node = tree && path[0] === 'Statement' ? findNodeAtLocation(tree, [...place]) : undefined;
  const value: unknown = node?.type === 'object' ? getNodeValue(node) : {};
  return value as Readonly<Record<string, unknown>>;
}

/** Text nested thousands of levels deep overflows the parser's stack; it has no places. */
function locate(text: string, offset: number): Location | undefined {
  try {
    return getLocation(text, offset);
  } catch {
    return undefined;
  }
}

/** What stands at an offset; undefined where nothing of a policy's grammar belongs. */
export function cursorAt(text: string, offset: number): Cursor | undefined {
  const location = locate(text, offset);
  if (!location) return undefined;
  const slot = slotOf(location.path, location.isAtPropertyKey);
  if (!slot) return undefined;
  const found = stringAt(text, offset, location.previousNode);
  if (!found && !/[[{,:]\s*$/.test(text.slice(0, offset))) return undefined;
  const span = found ?? { offset, length: 0 };
  const raw = text.slice(span.offset + 1, span.offset + span.length);
  return {
    slot,
    span,
    content: found ? raw.replace(/"$/, '') : '',
    before: found ? text.slice(span.offset + 1, offset) : '',
    named: /^\s*:/.test(text.slice(span.offset + span.length)),
    statement: statementAt(text, location.path),
  };
}

/** The texts of an element that holds one or several. */
export function textsIn(element: unknown): readonly string[] {
  const list: readonly unknown[] = Array.isArray(element) ? element : [element];
  return list.filter((entry) => typeof entry === 'string');
}
