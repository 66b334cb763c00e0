/** Words for one operator and key of a Condition. */
import type { ElementReason, Truth } from '../../engine/evaluation';
import { list } from '../rich';
import { operatorParts } from './operators';
import type { OperatorParts } from './operators';

type Reason = Extract<ElementReason, { kind: 'condition' }>;

/** Longer lists of values are counted instead of told. */
const TOLD = 3;

/** One line on why this condition holds, does not hold, or hangs. */
export function conditionWords(reason: Reason, truth: Truth): string {
  return BY[reason.by](reason, truth);
}

const BY: Record<Reason['by'], (reason: Reason, truth: Truth) => string> = {
  value: compared,
  absentPositive: absent,
  absentNegated: absent,
  absentIfExists: absent,
  absentForAll: (reason, truth) => `${missing(reason)}, so ForAllValues is ${outcome(truth)}`,
  absentForAny: (reason, truth) => `${missing(reason)}, so ForAnyValue is ${outcome(truth)}`,
  null: presence,
  unknownKey: ({ key }) => `Depends on ${key}`,
  unknownOperator: ({ operator }) => `${operator} is not an operator, so this cannot be told`,
  invalidValue: invalid,
  noValues: ({ operator, key }, truth) =>
    `${key} has no values to compare, so ${operator} is ${outcome(truth)}`,
};

function outcome(truth: Truth): string {
  return truth === 'yes' ? 'true' : truth === 'no' ? 'false' : 'not known';
}

function missing({ key, actual }: Reason): string {
  return Array.isArray(actual) ? `${key} is empty` : `${key} is absent`;
}

function absent(reason: Reason, truth: Truth): string {
  return `${missing(reason)}, so ${reason.operator} is ${outcome(truth)}`;
}

function presence({ key, actual, expected, operator }: Reason, truth: Truth): string {
  const always = nullHolds(operator, expected);
  if (always !== undefined) return `${operator} is ${outcome(truth)}, whether ${key} is there or not`;
  const there = actual === 'absent' ? 'absent' : 'present';
  const asked = expected[0]?.toLowerCase() === 'true' ? 'absent' : 'present';
  return truth === 'yes'
    ? `${key} is ${there}, as Null asks`
    : `${key} is ${there}, and Null asks for ${asked}`;
}

/**
 * Does the operator hold, or not, whatever the request sends? With ForAllValues it always does, with ForAnyValue never,
 * and never with a value that is neither true nor false. Undefined where it looks at the key.
 */
export function nullHolds(operator: string, expected: readonly string[]): boolean | undefined {
  if (/^ForAllValues:/i.test(operator)) return true;
  if (/^ForAnyValue:/i.test(operator)) return false;
  return expected.some((text) => /^\s*(true|false)\s*$/i.test(text)) ? undefined : false;
}

/** None of the policy's values can be read as the operator's type. */
function invalid({ operator, expected }: Reason, truth: Truth): string {
  const type = operatorParts(operator).relation?.type ?? 'a value it can compare';
  return `${told(expected, 'and')} ${expected.length === 1 ? 'is' : 'are'} not ${type}, so ${operator} is ${outcome(truth)}`;
}

function compared(reason: Reason, truth: Truth): string {
  const parts = operatorParts(reason.operator);
  const actual = Array.isArray(reason.actual) ? (reason.actual as readonly string[]) : [];
  const open = variablesIn(reason.expected);
  if (truth === 'unknown') return `Depends on ${list(open.length > 0 ? open : [reason.key])}`;
  if (parts.set) return setWords(reason, parts, actual, truth);
  const { key, expected } = reason;
  const is = valueOf(key, actual);
  // Does the positive form hold? Under a negated operator that is the opposite of the element's truth.
  const holds = (truth === 'yes') !== parts.negated;
  if (parts.relation === undefined) return `${is}, so ${reason.operator} is ${outcome(truth)}`;
  if (parts.relation.plain) {
    if (!holds) return `${is}, not ${told(expected, 'or')}`;
    return truth === 'yes' ? is : `${is}, so ${reason.operator} is false`;
  }
  if (holds) return `${is}, which ${parts.relation.holds} ${told(expected, 'or')}`;
  const listed = expected.length > TOLD ? `any of ${expected.length} values` : told(expected, 'or');
  return `${is}, which ${parts.relation.fails} ${listed}`;
}

/** ForAllValues and ForAnyValue: what is asked of the values, and what they are. */
function setWords(reason: Reason, parts: OperatorParts, actual: readonly string[], truth: Truth): string {
  const are = valueOf(reason.key, actual);
  const verb = parts.relation?.plain === false ? 'match' : 'be';
  const values = told(reason.expected, 'or');
  const rule =
    parts.set === 'ForAllValues'
      ? parts.negated
        ? `none may ${verb} ${values}`
        : `each must ${verb} ${values}`
      : parts.negated
        ? `one must not ${verb} ${values}`
        : `one must ${verb} ${values}`;
  return truth === 'yes' ? `${are}: ${rule}, and that holds` : `${are}, but ${rule}`;
}

/** What the request has for the key: the values themselves, or how many. */
function valueOf(key: string, actual: readonly string[]): string {
  return actual.length > TOLD ? `${key} has ${actual.length} values` : `${key} is ${told(actual, 'and')}`;
}

function told(values: readonly string[], word: 'and' | 'or'): string {
  const shown = values.map((value) => (value === '' ? '""' : value));
  return shown.length > TOLD ? `one of ${shown.length} values` : list(shown, word);
}

/** The keys of variables that have not been replaced by their values. */
export function variablesIn(values: readonly string[]): string[] {
  return values.flatMap((value) =>
    [...value.matchAll(/\$\{(?![*?$]\})([^},]*)(?:,[^}]*)?\}/g)].map((found) => found[1]!.trim()),
  );
}
