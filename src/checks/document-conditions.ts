/** The conditions of a statement: one entry for each key of each operator. */
import { parseOperator } from '../language/operators';
import type { Operator } from '../language/operators';
import { entriesOf, membersOf } from '../language/document-nodes';
import type { Member, NodePlace } from '../language/document-nodes';

export interface ConditionValue extends NodePlace {
  /** The value as text: numbers and booleans stand for their text. Undefined for null, lists and objects. */
  readonly text: string | undefined;
}

export interface ConditionEntry extends Member {
  /** As written. */
  readonly key: string;
  readonly block: Member;
  /** Undefined when the operator is not known. */
  readonly operator: Operator | undefined;
  readonly values: readonly ConditionValue[];
}

function valueOf(entry: NodePlace): ConditionValue {
  const { type } = entry.node;
  const value: unknown = entry.node.value;
  if (type === 'string') return { ...entry, text: value as string };
  return { ...entry, text: type === 'number' || type === 'boolean' ? String(value) : undefined };
}

/** Every key of every operator. */
export function readConditions(condition: Member): readonly ConditionEntry[] {
  return membersOf(condition.node, condition.path).flatMap((block) => {
    const operator = parseOperator(block.name);
    return membersOf(block.node, block.path).map((member) => {
      // Keys stand in quotes even where they are plain words, as AWS prints them.
      const path = `${block.path}[${JSON.stringify(member.name)}]`;
      const values = entriesOf(member.node, path).map(valueOf);
      return { ...member, path, key: member.name, block, operator, values };
    });
  });
}
