/** Which context keys matter: for each key that a policy reads, the verdict at each value that could make a difference. */
import type { Decision, Evaluation } from '../engine/evaluation';
import type { ContextValue, Scenario } from '../case/scenario';
import { sweep } from '../reasoning/sweep';
import { operatorParts } from './elements/operators';
import { readersOf } from './keys/readers';
import type { KeyReader } from './keys/readers';
import { samplesOf } from './keys/samples';
import type { Sample } from './keys/samples';
import { variableSamples } from './keys/variables';
import { setContext } from '../case/edits';

export type { KeyReader } from './keys/readers';
export { whenAbsent } from './keys/readers';

export interface KeyValue {
  /** Undefined: the key is absent. */
  readonly value: ContextValue | undefined;
  /** What the value stands for, where that is more than itself. */
  readonly standsFor?: string;
  /** Stands for all values that no condition lists. */
  readonly other: boolean;
  readonly decision: Decision;
  /** The request has this value now. */
  readonly current: boolean;
}

export interface KeyRow {
  readonly key: string;
  readonly values: readonly KeyValue[];
  /** So many more values are listed than were tried. */
  readonly untried: number;
  /** Some value leads to another verdict than the present one. */
  readonly matters: boolean;
  /** The conditions that read it; none where only variables do. */
  readonly readers: readonly KeyReader[];
}

/** A policy may list thousands; a table of more tells nobody anything. */
const MOST_VALUES = 200;

/** One row for each key that a condition or variable of a policy in play reads; keys that matter come first. */
export function keyTable(scenario: Scenario, evaluation: Evaluation): readonly KeyRow[] {
  const readers = readersOf(evaluation);
  const names = new Map([...readers].map(([lower, [first]]) => [lower, first!.condition.key]));
  const read = [
    ...evaluation.context.filter((entry) => entry.read).map(({ key }) => key),
    ...evaluation.keysRead,
  ];
  for (const key of read) if (!names.has(key.toLowerCase())) names.set(key.toLowerCase(), key);
  const rows = [...names].map(([lower, key]) => rowOf(key, readers.get(lower) ?? [], scenario, evaluation));
  return [...rows.filter((row) => row.matters), ...rows.filter((row) => !row.matters)];
}

function rowOf(
  key: string,
  readers: readonly KeyReader[],
  scenario: Scenario,
  evaluation: Evaluation,
): KeyRow {
  const entry = evaluation.context.find((candidate) => candidate.key.toLowerCase() === key.toLowerCase());
  const conditions = readers.map(({ condition }) => condition);
  const multivalued = conditions.some(({ operator }) => operatorParts(operator).set !== undefined);
  const all = candidates(
    [...samplesOf(conditions), ...variableSamples(key, scenario, evaluation), ...otherOf(readers)],
    multivalued,
    entry?.value ?? undefined,
  );
  const tried = all.length > MOST_VALUES ? [...all.slice(0, MOST_VALUES - 1), all.at(-1)!] : all;
  const at = ({ value, ...about }: Candidate): KeyValue => ({
    ...about,
    value,
    decision: decisionWith(key, value, scenario),
    current: entry === undefined ? value === undefined : value !== undefined && isSame(value, entry.value),
  });
  const values = [{ value: undefined, other: false }, ...tried].map(at);
  const matters = values.some(({ decision }) => decision !== evaluation.decision);
  return { key, values, matters, readers, untried: all.length - tried.length };
}

/** A key that only variables read can have any value. */
function otherOf(readers: readonly KeyReader[]): readonly Sample[] {
  return readers.length === 0 ? [{ value: 'other-value', other: true }] : [];
}

type Candidate = Omit<KeyValue, 'decision' | 'current'>;

/** Multivalued keys are tried with one value each, with values that no condition lists beside it, and with none. */
function candidates(
  samples: readonly Sample[],
  multivalued: boolean,
  now: ContextValue | undefined,
): readonly Candidate[] {
  const plain = samples.map(({ value, standsFor, other }): Candidate => ({
    value: multivalued ? [value] : value,
    ...(standsFor === undefined ? {} : { standsFor }),
    other: other === true,
  }));
  const stranger = samples.find(({ other }) => other === true)?.value;
  const known = samples.filter(({ other }) => other !== true).map(({ value }) => value);
  const sets = !multivalued
    ? []
    : [
        ...(known.length > 1 && known.length <= 6 ? [known] : []),
        ...(stranger === undefined || known.length === 0 ? [] : [[known[0]!, stranger]]),
        [],
      ];
  const mixed = sets.map((value): Candidate => ({ value, other: false }));
  const made = [...plain, ...mixed];
  const isListed = now === undefined || made.some(({ value }) => isSame(value!, now));
  const own: readonly Candidate[] = isListed ? [] : [{ value: now, other: false }];
  return [...own, ...made];
}

function isSame(one: ContextValue, other: ContextValue): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function decisionWith(key: string, value: ContextValue | undefined, scenario: Scenario): Decision {
  const [decisions] = sweep(setContext(scenario, key, value), [scenario.request.action]);
  return decisions![0]!;
}
