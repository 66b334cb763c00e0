/** Condition operators, and whether they suit their keys. IAM User Guide: "IAM JSON policy elements: Condition operators". */
import { BASE_OPERATORS } from '../language/operators';
import type { Operator } from '../language/operators';
import { error, security, suggestion, warning } from './check';
import type { Problem } from './check';
import type { CheckedPolicy, Statement } from './document';
import type { ConditionEntry } from './document-conditions';
import { membersOf, nameOf } from '../language/document-nodes';
import type { Member } from '../language/document-nodes';
import { renameMember } from '../language/edits';
import { fix, proposal } from './finding';
import type { Fix } from './finding';
import { isKey, keyFacts } from './key-facts';
import type { KeyFacts } from './key-facts';
import { nearest } from './near-names';
import { code, didYouMean } from './words';

const SET = /^(ForAllValues:|ForAnyValue:)/i;
const IF_EXISTS = /IfExists$/i;

interface Use {
  readonly policy: CheckedPolicy;
  readonly statement: Statement;
  readonly entry: ConditionEntry;
  readonly operator: Operator;
  readonly facts: KeyFacts | undefined;
}

/** Every use of a key under a known operator. */
export function* usesOf(policy: CheckedPolicy): Iterable<Use> {
  for (const statement of policy.statements) {
    for (const entry of statement.conditions) {
      const { operator } = entry;
      if (!operator) continue;
      yield { policy, statement, entry, operator, facts: keyFacts(policy.catalog, entry.key) };
    }
  }
}

type Judge = (use: Use) => Omit<Problem, 'at'> | undefined;

/** One finding at the key for each use that is judged wrong. */
export const ofUses = (judge: Judge) =>
  function* (policy: CheckedPolicy): Iterable<Problem> {
    for (const use of usesOf(policy)) {
      const problem = judge(use);
      if (problem) yield { at: use.entry, ...problem };
    }
  };

function* blocksOf(policy: CheckedPolicy): Iterable<Member> {
  for (const { condition } of policy.statements) {
    if (condition) yield* membersOf(condition.node, condition.path);
  }
}

/** A new operator for a block, when the block holds no other key and no block of that name exists. */
function changeOperator({ entry }: Use, change: (written: string) => string): readonly Fix[] {
  const siblings = entry.block.property.parent?.children ?? [];
  const name = change(entry.block.name);
  const taken = siblings.some((sibling) => sibling.children?.[0]?.value === name);
  const alone = entry.block.node.children?.length === 1;
  return alone && !taken ? [proposal(`Write ${name}`, renameMember(entry.block, name))] : [];
}

/** The operator as it should be for values of a type, with its negation and its prefix. */
const FAMILY_FOR: Readonly<Record<KeyFacts['type'], string | undefined>> = {
  string: 'StringEquals',
  arn: 'ArnEquals',
  bool: 'Bool',
  numeric: 'NumericEquals',
  date: 'DateEquals',
  ip: 'IpAddress',
  binary: 'BinaryEquals',
};

const TYPE_WORDS: Readonly<Record<KeyFacts['type'], string>> = {
  string: 'text',
  arn: 'an ARN',
  bool: '`true` or `false`',
  numeric: 'a number',
  date: 'a date',
  ip: 'an IP address',
  binary: 'binary data',
};

function suits({ operator, facts, entry }: Use): boolean {
  if (!facts || operator.family === 'null' || operator.family === facts.type) return true;
  // What compares ARNs by text is a check of its own; tags and other texts may hold ARNs.
  if (facts.type === 'arn') return operator.family === 'string';
  if (facts.type === 'string') return operator.family === 'arn' || operator.family === 'binary';
  return isKey(entry.key, 'aws:EpochTime') && operator.family === 'numeric';
}

export const operatorChecks = [
  error('invalid-condition-operator', function* (policy) {
    for (const block of blocksOf(policy)) {
      const [set = ''] = SET.exec(block.name) ?? [];
      const [ifExists = ''] = IF_EXISTS.exec(block.name) ?? [];
      const base = block.name.slice(set.length, block.name.length - ifExists.length);
      const known = Object.keys(BASE_OPERATORS);
      if (known.some((name) => name.toLowerCase() === base.toLowerCase())) continue;
      const meant = nearest(base, known);
      const whole = meant === undefined ? undefined : set + meant + ifExists;
      yield {
        at: { ...nameOf(block), path: block.path },
        message: `${code(block.name)} is no condition operator, so AWS refuses the policy.${didYouMean(whole)}`,
        fixes: whole === undefined ? [] : [proposal(`Write ${whole}`, renameMember(block, whole))],
      };
    }
  }),

  error('null-with-if-exists', function* (policy) {
    for (const block of blocksOf(policy)) {
      if (!/^(ForAllValues:|ForAnyValue:)?NullIfExists$/i.test(block.name)) continue;
      yield {
        at: { ...nameOf(block), path: block.path },
        message:
          '`Null` asks whether a key is there, so `IfExists` contradicts it and AWS refuses the policy.',
        fixes: [fix('Drop IfExists', renameMember(block, block.name.replace(IF_EXISTS, '')))],
      };
    }
  }),

  suggestion('null-with-qualifier', function* (policy) {
    for (const block of blocksOf(policy)) {
      if (!/^(ForAllValues|ForAnyValue):Null$/i.test(block.name)) continue;
      const always = block.name.toLowerCase().startsWith('forall');
      yield {
        at: { ...nameOf(block), path: block.path },
        message: `${code(block.name)} is always ${always ? 'true' : 'false'}. To ask whether a key is there, use \`Null\` without a prefix.`,
        fixes: [proposal('Write Null', renameMember(block, 'Null'))],
      };
    }
  }),

  warning('wildcard-without-like-operator', function* (policy) {
    for (const use of usesOf(policy)) {
      const { operator, entry } = use;
      if (operator.family !== 'string' || operator.comparison === 'like') continue;
      const like = `String${operator.negated ? 'Not' : ''}Like`;
      for (const value of entry.values) {
        if (!/[*?]/.test(value.text?.replaceAll(/\$\{[^}]*\}/g, '') ?? '')) continue;
        yield {
          at: value,
          message: `${code(operator.name)} takes ${code(value.text ?? '')} as it is written, with \`*\` and \`?\` as plain characters. Use \`${like}\` for a pattern.`,
          fixes:
            operator.comparison === 'equals'
              ? changeOperator(use, (name) => name.replace(/String(Not)?Equals/i, like))
              : [],
        };
      }
    }
  }),

  warning(
    'type-mismatch',
    ofUses((use) => {
      const { operator, facts, entry } = use;
      if (!facts || suits(use)) return undefined;
      const base = FAMILY_FOR[facts.type];
      const example = base === undefined ? '' : ` Use \`${base}\` or another operator of its kind.`;
      return {
        message: `The value of ${code(entry.key)} is ${TYPE_WORDS[facts.type]}, and ${code(operator.name)} compares something else: the condition may never be true.${example}`,
        fixes:
          operator.family === 'string' && facts.type === 'bool' && !operator.negated
            ? changeOperator(use, (name) => name.replace(/String(EqualsIgnoreCase|Equals|Like)/i, 'Bool'))
            : [],
      };
    }),
  ),

  error(
    'missing-qualifier',
    ofUses((use) => {
      const { operator, facts, entry, statement } = use;
      if (!facts?.multivalued || operator.set || operator.family === 'null') return undefined;
      return {
        message: `A request can have several values of ${code(entry.key)}, so the operator needs \`ForAnyValue:\` (one of them is enough) or \`ForAllValues:\` (all must match, and none is enough too).`,
        fixes:
          statement.effect === 'Allow' && !operator.negated
            ? changeOperator(use, (name) => `ForAnyValue:${name}`)
            : [],
      };
    }),
  ),

  security(
    'forallvalues-with-single-valued-key',
    ofUses((use) => {
      const { operator, facts, entry, statement } = use;
      if (operator.set !== 'all' || operator.family === 'null' || statement.effect !== 'Allow')
        return undefined;
      if (!facts || facts.multivalued) return undefined;
      return {
        message: `\`ForAllValues:\` is also true when the request lacks ${code(entry.key)}, so the Allow holds without it. The key has one value: drop the prefix.`,
        fixes: changeOperator(use, (name) => name.replace(SET, '')),
      };
    }),
  ),

  security(
    'string-like-operator-with-arn-condition-keys',
    ofUses((use) => {
      const { operator, facts, entry } = use;
      if (operator.family !== 'string' || operator.comparison !== 'like') return undefined;
      if (facts?.type !== 'arn' || facts.multivalued) return undefined;
      return {
        message: `${code(entry.key)} holds an ARN. With \`${operator.name}\` a \`*\` runs across the colons, so more ARNs match than meant; \`${operator.negated ? 'ArnNotLike' : 'ArnLike'}\` compares part by part.`,
        fixes: changeOperator(use, (name) => name.replace(/String(Not)?Like/i, 'Arn$1Like')),
      };
    }),
  ),

  suggestion(
    'string-operator-with-arn-key',
    ofUses((use) => {
      const { operator, facts, entry } = use;
      if (operator.family !== 'string' || operator.comparison === 'like' || facts?.type !== 'arn') {
        return undefined;
      }
      return {
        message: `${code(entry.key)} holds an ARN. \`${operator.name}\` works for whole ARNs; \`${operator.negated ? 'ArnNotEquals' : 'ArnEquals'}\` says what is meant and takes patterns as well.`,
      };
    }),
  ),
];
