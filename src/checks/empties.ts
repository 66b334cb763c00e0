/** Lists and objects without content. IAM Access Analyzer: policy check reference, "Empty array …", "Empty object …". */
import { suggestion } from './check';
import type { Problem } from './check';
import type { CheckedPolicy } from './document';
import { membersOf } from '../language/document-nodes';
import type { Member } from '../language/document-nodes';
import { remove } from '../language/edits';
import { fix } from './finding';
import { code } from './words';

const isEmpty = (member: Member, type: 'array' | 'object'): boolean =>
  member.node.type === type && !member.node.children?.length;

function* emptyLists(policy: CheckedPolicy, names: readonly string[]): Iterable<Problem> {
  for (const { members } of policy.statements) {
    for (const member of members) {
      if (!names.includes(member.name) || !isEmpty(member, 'array')) continue;
      yield {
        at: member,
        message: `${code(member.name)} is an empty list, so the statement has no effect. Name what it is about, or remove the statement.`,
      };
    }
  }
}

type Case = 'plain' | 'all' | 'any' | 'ifExists';

const MEANING: Readonly<Record<Case, string>> = {
  plain: 'no value can match it',
  all: 'with `ForAllValues` it is true only when the request lacks the key',
  any: 'with `ForAnyValue` it is never true',
  ifExists: 'with `IfExists` it is true only when the request lacks the key',
};

const emptyValues = (wanted: Case) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    for (const { conditions } of policy.statements) {
      for (const entry of conditions) {
        if (!isEmpty(entry, 'array') || !entry.operator) continue;
        const { set, ifExists } = entry.operator;
        if ((set ?? (ifExists ? 'ifExists' : 'plain')) !== wanted) continue;
        yield {
          at: entry,
          message: `${code(entry.key)} has an empty list of values: ${MEANING[wanted]}. Give it values, or remove the key.`,
        };
      }
    }
  };

export const emptyChecks = [
  suggestion('empty-array-action', (policy) => emptyLists(policy, ['Action', 'NotAction'])),
  suggestion('empty-array-resource', (policy) => emptyLists(policy, ['Resource', 'NotResource'])),

  suggestion('empty-array-principal', function* (policy) {
    yield* emptyLists(policy, ['Principal', 'NotPrincipal']);
    for (const { principal, notPrincipal } of policy.statements) {
      for (const element of [principal, notPrincipal]) {
        for (const kind of element ? membersOf(element.node, element.path) : []) {
          if (!isEmpty(kind, 'array')) continue;
          yield {
            at: kind,
            message: `${code(kind.name)} is an empty list: it names nobody. Name the principals, or remove it.`,
          };
        }
      }
    }
  }),

  suggestion('empty-object-principal', function* (policy) {
    for (const { principal, notPrincipal } of policy.statements) {
      for (const element of [principal, notPrincipal]) {
        if (!element || !isEmpty(element, 'object')) continue;
        yield {
          at: element,
          message: `${code(element.name)} is empty: it names nobody. Name the principals the statement is about.`,
        };
      }
    }
  }),

  suggestion('empty-object-condition', function* (policy) {
    for (const { condition } of policy.statements) {
      if (!condition) continue;
      const empty = isEmpty(condition, 'object')
        ? [condition]
        : membersOf(condition.node, condition.path).filter((block) => isEmpty(block, 'object'));
      for (const member of empty) {
        yield {
          at: member,
          message: `${code(member.name)} is empty and restricts nothing. Add what it should demand, or remove it.`,
          fixes: [fix('Remove it', remove(member.property))],
        };
      }
    }
  }),

  suggestion('empty-array-condition', emptyValues('plain')),
  suggestion('empty-array-condition-forallvalues', emptyValues('all')),
  suggestion('empty-array-condition-foranyvalue', emptyValues('any')),
  suggestion('empty-array-condition-ifexists', emptyValues('ifExists')),
];
