/** The values of a request against those of a policy, each with each: ForAnyValue and ForAllValues. */
import type { ConditionReason, Evaluation, Truth } from '../../engine/evaluation';
import { parseInstant } from '../../engine/conditions/date';
import { arnGlobMatches } from '../../engine/conditions/arn';
import { parseAddress, parseRange, rangeHolds } from '../../engine/conditions/ip';
import { compareDecimals, orderSatisfies, parseDecimal } from '../../engine/conditions/numeric';
import { parseBool } from '../../engine/conditions/text';
import { globMatches } from '../../language/glob';
import type { Operator } from '../../language/operators';
import { fill } from './filled';
import type { Pair, ValueShape } from './types';

/** As many values of each side are drawn. */
export const MOST_VALUES = 8;

export function setShape(
  reason: ConditionReason,
  operator: Operator,
  variables: boolean,
  evaluation: Evaluation,
): ValueShape {
  const actual = Array.isArray(reason.actual) ? (reason.actual as readonly string[]) : [];
  const { expected } = reason;
  const mode = operator.set === 'all' ? 'all' : 'any';
  const test = (listed: string, value: string): boolean =>
    pairMatches(operator, listed, value, variables, evaluation);
  const equal = actual.map((value) => expected.map((listed) => test(listed, value)));
  const counted = equal.map((row): Truth => (row.includes(true) !== operator.negated ? 'yes' : 'no'));
  // Of many values those are drawn that tell: what decides, and what comes near.
  const rows = telling(actual, MOST_VALUES, (at) => counted[at] === (mode === 'all' ? 'no' : 'yes'));
  const near = (row: number, column: number): string | undefined =>
    equal[row]![column] ? undefined : nearMiss(expected[column]!, actual[row]!);
  const columns = telling(expected, MOST_VALUES, (at) =>
    rows.some((row) => equal[row]![at] || near(row, at) !== undefined),
  );
  return {
    kind: 'set',
    mode,
    negated: operator.negated,
    request: rows.map((row) => actual[row]!),
    policy: columns.map((column) => expected[column]!),
    pairs: rows.map((row) =>
      columns.map((column): Pair => {
        const miss = near(row, column);
        return { matches: equal[row]![column]!, ...(miss !== undefined && { near: miss }) };
      }),
    ),
    counts: rows.map((row) => counted[row]!),
    of: { request: actual.length, policy: expected.length },
    hits: equal.flat().filter(Boolean).length,
    holds: mode === 'any' ? counted.includes('yes') : counted.every((one) => one === 'yes'),
  };
}

/** `none of 6 pairs matches` */
export function pairsWords({ hits, of }: Pick<Extract<ValueShape, { kind: 'set' }>, 'hits' | 'of'>): string {
  return `${hits === 0 ? 'none' : hits} of ${of.request * of.policy} pairs ${hits <= 1 ? 'matches' : 'match'}`;
}

/** The places of at most so many of a list, in its order; where there are more, the telling ones. */
export function telling(
  list: readonly unknown[],
  most: number,
  tells: (at: number) => boolean,
): readonly number[] {
  const places = list.map((_, at) => at);
  if (places.length <= most) return places;
  const [first, rest] = [places.filter((at) => tells(at)), places.filter((at) => !tells(at))];
  return [...first, ...rest].slice(0, most).sort((one, other) => one - other);
}

/** Does one value match one listed value, by the operator's comparison without its negation? */
export function pairMatches(
  { family, comparison }: Operator,
  listed: string,
  actual: string,
  variables: boolean,
  evaluation: Evaluation,
): boolean {
  switch (family) {
    case 'string': {
      const { glob, lacking } = fill(listed, 'value', variables, evaluation);
      if (lacking.length > 0) return false;
      if (comparison === 'like') return globMatches(glob, actual);
      return comparison === 'equalsIgnoreCase'
        ? glob.text.toLowerCase() === actual.toLowerCase()
        : glob.text === actual;
    }
    case 'arn': {
      const { glob, lacking } = fill(listed, 'value', variables, evaluation);
      return lacking.length === 0 && arnGlobMatches(glob, actual);
    }
    case 'numeric': {
      const [a, b] = [parseDecimal(actual), parseDecimal(listed)];
      return a !== undefined && b !== undefined && orderSatisfies(comparison, compareDecimals(a, b));
    }
    case 'date': {
      const [a, b] = [parseInstant(actual), parseInstant(listed)];
      return a !== undefined && b !== undefined && orderSatisfies(comparison, a - b);
    }
    case 'ip': {
      const [address, range] = [parseAddress(actual.trim()), parseRange(listed.trim())];
      return address !== undefined && range !== undefined && rangeHolds(range, address);
    }
    case 'bool':
      return parseBool(listed) !== undefined && parseBool(listed) === parseBool(actual);
    case 'binary':
      return listed === actual;
    case 'null':
      return false;
  }
}

/** What two texts differ in, where it is one capital or a blank at an end: `P is not p`. */
export function nearMiss(listed: string, actual: string): string | undefined {
  if (listed.trim() === actual.trim() && listed !== actual) return 'a blank at an end';
  if (listed.toLowerCase() !== actual.toLowerCase()) return undefined;
  for (let at = 0; at < listed.length; at += 1) {
    if (listed[at] !== actual[at]) return `${actual[at]!} is not ${listed[at]!}`;
  }
  return undefined;
}
