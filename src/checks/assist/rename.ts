/** Renaming a statement. IAM User Guide: "IAM JSON policy elements: Sid". */
import { findNodeAtLocation, findNodeAtOffset, getNodePath } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { Span } from '../../language/place';
import { treeOf } from '../../language/spans';
import type { TextEdit } from '../../language/place';
import { TYPE_NAMES, type PolicyType } from '../policy-type';
import { PLAIN_SID, WITH_PLAIN_SIDS } from '../sids';

interface Named {
  readonly sid: string;
  /** Without its quotes. */
  readonly span: Span;
  readonly node: Node;
}

function sidNodes(root: Node): readonly Node[] {
  const statement = findNodeAtLocation(root, ['Statement']);
  const statements = statement?.type === 'array' ? (statement.children ?? []) : statement ? [statement] : [];
  return statements.flatMap((one) => findNodeAtLocation(one, ['Sid']) ?? []);
}

/** The Sid of the statement around an offset; undefined outside a statement that has one. */
export function sidAt(text: string, offset: number): Named | undefined {
  const tree = treeOf(text);
  const node = tree && findNodeAtOffset(tree, offset, true);
  if (!tree || !node) return undefined;
  const path = getNodePath(node);
  if (path[0] !== 'Statement') return undefined;
  const found = findNodeAtLocation(tree, [...path.slice(0, typeof path[1] === 'number' ? 2 : 1), 'Sid']);
  if (found?.type !== 'string') return undefined;
  return {
    sid: found.value as string,
    span: { offset: found.offset + 1, length: found.length - 2 },
    node: found,
  };
}

export type Renaming =
  | { readonly kind: 'edit'; readonly edit: TextEdit }
  /** Why it cannot have that name. */
  | { readonly kind: 'refused'; readonly why: string };

/** Gives the statement around an offset another Sid, if its policy may have it. */
export function renameSid(text: string, offset: number, name: string, type: PolicyType): Renaming {
  const refuse = (why: string): Renaming => ({ kind: 'refused', why });
  const found = sidAt(text, offset);
  if (!found) return refuse('There is no Sid here.');
  if (name === '') return refuse('A Sid is not empty: remove the element instead.');
  if (WITH_PLAIN_SIDS.includes(type) && !PLAIN_SID.test(name))
    return refuse(`The Sid of ${TYPE_NAMES[type]} is of letters and digits only.`);
  const others = sidNodes(treeOf(text)!).filter((node) => node !== found.node);
  if (others.some(({ value }) => value === name))
    return refuse(`Another statement of the policy is named ${name} already.`);
  return { kind: 'edit', edit: { span: found.span, text: JSON.stringify(name).slice(1, -1) } };
}
