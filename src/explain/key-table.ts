/** Which context keys matter: for each key that a policy reads, the verdict at each value that could make a difference. */
import { evaluate } from '../engine/evaluate';
import type { Decision, ElementReason, Evaluation } from '../engine/evaluation';
import type { ContextValue, Scenario } from '../engine/scenario';
import { operatorParts } from './elements/operators';
import { statementsInPlay } from './facts';

type Condition = Extract<ElementReason, { kind: 'condition' }>;

export interface KeyValue {
  /** Undefined: the key is absent. */
  readonly value: string | undefined;
  /** Stands for all values that no condition lists. */
  readonly other: boolean;
  readonly decision: Decision;
  /** The request has this value now. */
  readonly current: boolean;
}

export interface KeyRow {
  readonly key: string;
  readonly values: readonly KeyValue[];
  /** Some value leads to another verdict than the present one. */
  readonly matters: boolean;
  /** A condition asks it for several values, so that its value is a list. */
  readonly multivalued: boolean;
}

/** More values than these tell nobody anything, and cost time. */
const MOST_VALUES = 10;
const MOST_KEYS = 24;

/** One row for each key that a condition of a policy in play reads; keys that matter come first. */
export function keyTable(scenario: Scenario, evaluation: Evaluation): readonly KeyRow[] {
  const conditions = new Map<string, Condition[]>();
  for (const { elements } of statementsInPlay(evaluation)) {
    for (const { reason } of elements) {
      if (reason.kind !== 'condition') continue;
      const key = reason.key.toLowerCase();
      conditions.set(key, [...(conditions.get(key) ?? []), reason]);
    }
  }
  const rows = [...conditions.values()]
    .slice(0, MOST_KEYS)
    .map((list) => rowOf(list[0]!.key, list, scenario, evaluation));
  return [...rows.filter((row) => row.matters), ...rows.filter((row) => !row.matters)];
}

function rowOf(
  key: string,
  conditions: readonly Condition[],
  scenario: Scenario,
  evaluation: Evaluation,
): KeyRow {
  const entry = evaluation.context.find((candidate) => candidate.key.toLowerCase() === key.toLowerCase());
  const multivalued = conditions.some(({ operator }) => operatorParts(operator).set !== undefined);
  const now = typeof entry?.value === 'string' ? entry.value : undefined;
  const listed = [...new Set([...(now === undefined ? [] : [now]), ...conditions.flatMap(examples)])];
  const other = conditions.every(isTyped) ? [] : ['other-value'];
  const tried = [...listed.slice(0, MOST_VALUES), ...other.filter((value) => !listed.includes(value))];
  const at = (value: string | undefined): KeyValue => ({
    value,
    other: value !== undefined && other.includes(value) && !listed.includes(value),
    decision: decisionWith(key, value === undefined ? undefined : multivalued ? [value] : value, scenario),
    current: entry === undefined ? value === undefined : value !== undefined && value === now,
  });
  const values = [at(undefined), ...tried.map(at)];
  const matters = values.some(({ decision }) => decision !== evaluation.decision);
  return { key, values, matters, multivalued };
}

/** Numbers, dates, addresses and flags have examples of their own; any other text would be no value at all. */
function isTyped({ operator }: Condition): boolean {
  const type = operatorParts(operator).relation?.type;
  return type !== undefined && type !== 'text' && type !== 'an ARN';
}

function decisionWith(key: string, value: ContextValue | undefined, scenario: Scenario): Decision {
  const { request } = scenario;
  const rest = Object.entries(request.context ?? {}).filter(
    ([name]) => name.toLowerCase() !== key.toLowerCase(),
  );
  const context = Object.fromEntries(value === undefined ? rest : [...rest, [key, value]]);
  return evaluate({ ...scenario, request: { ...request, context } }).decision;
}

/** Values that a condition tells apart: those it lists, one that fits each pattern, numbers on both sides of a limit. */
function examples({ operator, expected }: Condition): readonly string[] {
  const { base, relation } = operatorParts(operator);
  if (/^null$/i.test(base)) return [];
  if (/^bool$/i.test(base)) return ['true', 'false'];
  const plain = expected.filter((value) => !value.includes('${'));
  if (/^(not)?ip/i.test(base)) return [...plain.map((range) => range.split('/')[0]!), '192.0.2.1'];
  if (relation?.type === 'a number') return plain.flatMap((limit) => around(limit));
  return plain.map((pattern) => (relation?.plain ? pattern : pattern.replace(/[*?]/g, 'x')));
}

function around(limit: string): readonly string[] {
  const number = Number(limit);
  return Number.isFinite(number) && limit.trim() !== '' ? [number - 1, number, number + 1].map(String) : [];
}
