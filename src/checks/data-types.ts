/** The JSON type of each element. IAM User Guide: "Grammar of the IAM JSON policy language". */
import type { Node } from 'jsonc-parser';
import { error } from './check';
import type { Problem } from './check';
import type { Statement } from './document';
import { entriesOf, membersOf } from '../language/document-nodes';
import type { NodePlace } from '../language/document-nodes';
import { replaceValue } from '../language/edits';
import { fix } from './finding';
import { code } from './words';

function* expectText(place: NodePlace, name: string): Iterable<Problem> {
  const { type } = place.node;
  if (type === 'string') return;
  const value: unknown = place.node.value;
  const scalar = type === 'number' || type === 'boolean';
  yield {
    at: place,
    message: `${code(name)} must be text in double quotes, and this is ${typeName(place.node)}. AWS refuses the policy.`,
    fixes: scalar ? [fix('Put it in quotes', replaceValue(place.node, String(value)))] : [],
  };
}

function typeName({ type }: Node): string {
  switch (type) {
    case 'array':
      return 'a list';
    case 'object':
      return 'an object';
    case 'null':
      return 'null';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'a boolean';
    case 'string':
    case 'property':
      return 'text';
  }
}

function* expectTexts(place: NodePlace, name: string): Iterable<Problem> {
  for (const entry of entriesOf(place.node, place.path)) yield* expectText(entry, name);
}

function* conditionTypes(statement: Statement): Iterable<Problem> {
  const { condition } = statement;
  if (!condition) return;
  if (condition.node.type !== 'object') {
    yield {
      at: condition,
      message: `\`Condition\` must be an object that holds operators, and this is ${typeName(condition.node)}. Write it as \`{"StringEquals": {"aws:PrincipalTag/team": "red"}}\`.`,
    };
    return;
  }
  for (const block of membersOf(condition.node, condition.path)) {
    if (block.node.type !== 'object') {
      yield {
        at: block,
        message: `${code(block.name)} must be an object of condition keys and values, and this is ${typeName(block.node)}.`,
      };
    }
  }
  for (const entry of statement.conditions) {
    for (const value of entry.values) {
      if (value.text !== undefined) continue;
      yield {
        at: value,
        message: `A value of ${code(entry.key)} must be text, a number or a boolean, and this is ${typeName(value.node)}.`,
      };
    }
  }
}

function* statementTypes(statement: Statement): Iterable<Problem> {
  for (const member of statement.members) {
    switch (member.name) {
      case 'Sid':
      case 'Effect':
        yield* expectText(member, member.name);
        break;
      case 'Action':
      case 'NotAction':
      case 'Resource':
      case 'NotResource':
        yield* expectTexts(member, member.name);
        break;
      case 'Principal':
      case 'NotPrincipal':
        for (const kind of membersOf(member.node, member.path)) yield* expectTexts(kind, kind.name);
        break;
    }
  }
  yield* conditionTypes(statement);
}

export const dataTypeChecks = [
  error('data-type-mismatch', function* (policy) {
    if (policy.node.type !== 'object') {
      yield { at: policy, message: `A policy must be an object, and this is ${typeName(policy.node)}.` };
      return;
    }
    for (const member of policy.members) {
      if (member.name === 'Version' || member.name === 'Id') yield* expectText(member, member.name);
    }
    const { statement } = policy;
    if (statement) {
      for (const entry of entriesOf(statement.node, statement.path)) {
        if (entry.node.type === 'object') continue;
        yield { at: entry, message: `A statement must be an object, and this is ${typeName(entry.node)}.` };
      }
    }
    for (const entry of policy.statements) yield* statementTypes(entry);
  }),
];
