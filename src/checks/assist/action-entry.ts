/** An action of a policy's text, with the list and the statement that it stands in. */
import { findNodeAtOffset } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { treeOf } from '../../language/spans';

export interface ActionEntry {
  readonly node: Node;
  /** As it is written. */
  readonly written: string;
  /** The list around it; undefined for a lone text. */
  readonly list: Node | undefined;
  readonly statement: Node;
  readonly not: boolean;
  readonly effect: 'Allow' | 'Deny' | undefined;
}

function memberOf(object: Node, name: string): Node | undefined {
  return object.children?.find((property) => property.children?.[0]?.value === name)?.children?.[1];
}

/** The action at an offset; undefined where none is. */
export function actionEntryAt(text: string, offset: number): ActionEntry | undefined {
  const tree = treeOf(text);
  const node = tree && findNodeAtOffset(tree, offset, true);
  if (node?.type !== 'string') return undefined;
  const list = node.parent?.type === 'array' ? node.parent : undefined;
  const property = list ? list.parent : node.parent;
  const statement = property?.parent;
  const [name, value] = property?.children ?? [];
  if (!statement || value !== (list ?? node)) return undefined;
  if (name?.value !== 'Action' && name?.value !== 'NotAction') return undefined;
  const effect: unknown = memberOf(statement, 'Effect')?.value;
  return {
    node,
    written: node.value as string,
    list,
    statement,
    not: name.value === 'NotAction',
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
  };
}

/** The texts of the list beside the entry, in lower case. */
export function othersOf({ node, list }: ActionEntry): ReadonlySet<string> {
  const texts = (list?.children ?? []).flatMap((child) =>
    child !== node && child.type === 'string' ? [(child.value as string).toLowerCase()] : [],
  );
  return new Set(texts);
}
