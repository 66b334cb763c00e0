/** A policy that could be read, as a tree. Text is kept as written; nothing is matched or resolved here. */
import { childPath } from './path';
import type { Operator } from './operators';

/** Several texts, or one text that stands without brackets. */
export interface TextList {
  readonly values: readonly string[];
  readonly bracketed: boolean;
}

export const PRINCIPAL_TYPES = ['AWS', 'Federated', 'Service', 'CanonicalUser'] as const;
export type PrincipalType = (typeof PRINCIPAL_TYPES)[number];

export interface PrincipalNode {
  readonly not: boolean;
  /** `"*"` in place of a map. */
  readonly everyone: boolean;
  readonly groups: readonly (TextList & { readonly type: PrincipalType })[];
}

/** Action, Resource, or their negations. */
export interface ListNode extends TextList {
  readonly not: boolean;
}

export interface ConditionNode {
  readonly operator: Operator;
  /** As it stands in the policy. */
  readonly written: string;
  readonly key: string;
  readonly values: readonly string[];
  readonly bracketed: boolean;
}

export interface StatementNode {
  /** From 0. */
  readonly index: number;
  /** `Statement[2]`, or `Statement` for a statement without brackets. */
  readonly path: string;
  readonly sid: string | undefined;
  readonly effect: 'Allow' | 'Deny';
  readonly principal: PrincipalNode | undefined;
  readonly action: ListNode;
  /** Undefined: the resource that the policy is attached to. */
  readonly resource: ListNode | undefined;
  readonly conditions: readonly ConditionNode[];
}

export interface PolicyTree {
  /** Policy variables have a meaning only in version 2012-10-17. */
  readonly variables: boolean;
  readonly statements: readonly StatementNode[];
}

/** The place of the n-th text of a list. */
export function entryPath(path: string, list: TextList, index: number): string {
  return list.bracketed ? childPath(path, index) : path;
}

export function conditionPath(statement: StatementNode, condition: ConditionNode): string {
  return childPath(childPath(childPath(statement.path, 'Condition'), condition.written), condition.key);
}
