/**
 * A policy as it was typed, read as far as it can be read: every element with its place in the text.
 * Unlike the reader of the engine it never gives up: the checks are what tells the user that something is wrong.
 */
import { parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import type { Catalog } from '../catalog/service-reference';
import { childPath } from '../language/path';
import { readConditions } from './document-conditions';
import type { ConditionEntry } from './document-conditions';
import { membersOf, placeOf, textsOf } from '../language/document-nodes';
import type { Member, NodePlace, TextEntry } from '../language/document-nodes';
import type { PolicyType } from './policy-type';

/** Action, NotAction, Resource or NotResource. */
export interface ListElement extends Member {
  readonly not: boolean;
  /** Entries that are not texts are left out. */
  readonly entries: readonly TextEntry[];
}

export interface PrincipalEntry extends TextEntry {
  /** `AWS`, `Service`, `Federated`, `CanonicalUser`, anything else that was written, or `*` for the lone text. */
  readonly kind: string;
  /** It stands in NotPrincipal. */
  readonly not: boolean;
}

export interface Statement extends NodePlace {
  readonly index: number;
  readonly members: readonly Member[];
  readonly effect: 'Allow' | 'Deny' | undefined;
  readonly sid: Member | undefined;
  readonly action: ListElement | undefined;
  readonly notAction: ListElement | undefined;
  readonly resource: ListElement | undefined;
  readonly notResource: ListElement | undefined;
  readonly principal: Member | undefined;
  readonly notPrincipal: Member | undefined;
  /** Of both elements. */
  readonly principals: readonly PrincipalEntry[];
  readonly condition: Member | undefined;
  readonly conditions: readonly ConditionEntry[];
}

export interface CheckedPolicy extends NodePlace {
  readonly text: string;
  readonly type: PolicyType;
  /** Type of the resource that the policy belongs to, as CloudFormation names it: `AWS::S3::Bucket`. */
  readonly resourceType: string | undefined;
  /** The account of the resource, where it is known. */
  readonly account: string | undefined;
  readonly catalog: Catalog | undefined;
  readonly members: readonly Member[];
  readonly version: Member | undefined;
  readonly statement: Member | undefined;
  readonly statements: readonly Statement[];
}

function listElement(member: Member | undefined): ListElement | undefined {
  if (!member) return undefined;
  const not = member.name.startsWith('Not');
  return { ...member, not, entries: textsOf(member.node, member.path) };
}

function principalsOf(element: Member | undefined): readonly PrincipalEntry[] {
  if (!element) return [];
  const not = element.name === 'NotPrincipal';
  if (element.node.type !== 'object') {
    return textsOf(element.node, element.path).map((entry) => ({ ...entry, kind: '*', not }));
  }
  return membersOf(element.node, element.path).flatMap((kind) =>
    textsOf(kind.node, kind.path).map((entry) => ({ ...entry, kind: kind.name, not })),
  );
}

function readStatement(node: Node, path: string, index: number): Statement {
  const members = membersOf(node, path);
  const named = (name: string): Member | undefined => members.find((entry) => entry.name === name);
  const effect: unknown = named('Effect')?.node.value;
  const principal = named('Principal');
  const notPrincipal = named('NotPrincipal');
  const condition = named('Condition');
  return {
    ...placeOf(node, path),
    index,
    members,
    effect: effect === 'Allow' || effect === 'Deny' ? effect : undefined,
    sid: named('Sid'),
    action: listElement(named('Action')),
    notAction: listElement(named('NotAction')),
    resource: listElement(named('Resource')),
    notResource: listElement(named('NotResource')),
    principal,
    notPrincipal,
    principals: [...principalsOf(principal), ...principalsOf(notPrincipal)],
    condition,
    conditions: condition ? readConditions(condition) : [],
  };
}

function readStatements(statement: Member | undefined): readonly Statement[] {
  if (statement?.node.type === 'object') return [readStatement(statement.node, statement.path, 0)];
  if (statement?.node.type !== 'array') return [];
  return (statement.node.children ?? []).flatMap((node, index) =>
    node.type === 'object' ? [readStatement(node, childPath(statement.path, index), index)] : [],
  );
}

/** What the policy is read for. */
export interface Reading {
  readonly type: PolicyType;
  readonly resourceType: string | undefined;
  readonly account: string | undefined;
  readonly catalog: Catalog | undefined;
}

/** Reads what can be read. Undefined for a text in which nothing can, and for one that is nested absurdly deep. */
export function readForChecks(text: string, reading: Reading): CheckedPolicy | undefined {
  let root: Node | undefined;
  try {
    root = parseTree(text, [], { allowTrailingComma: true });
  } catch (problem) {
    // The parser calls itself for each level, so that too many levels exhaust the stack.
    if (problem instanceof RangeError) return undefined;
    throw problem;
  }
  if (!root) return undefined;
  const members = membersOf(root, '');
  const statement = members.find((entry) => entry.name === 'Statement');
  return {
    ...placeOf(root, ''),
    ...reading,
    text,
    members,
    version: members.find((entry) => entry.name === 'Version'),
    statement,
    statements: readStatements(statement),
  };
}
