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
  const request = (Array.isArray(reason.actual) ? (reason.actual as readonly string[]) : []).slice(
    0,
    MOST_VALUES,
  );
  const policy = reason.expected.slice(0, MOST_VALUES);
  const test = (listed: string, actual: string): boolean =>
    pairMatches(operator, listed, actual, variables, evaluation);
  const pairs = request.map((actual) =>
    policy.map((listed): Pair => {
      const matches = test(listed, actual);
      const near = matches ? undefined : nearMiss(listed, actual);
      return { matches, ...(near !== undefined && { near }) };
    }),
  );
  const counts = request.map((actual): Truth => {
    const listed = reason.expected.some((one) => test(one, actual));
    return listed !== operator.negated ? 'yes' : 'no';
  });
  return {
    kind: 'set',
    mode: operator.set === 'all' ? 'all' : 'any',
    negated: operator.negated,
    request,
    policy,
    pairs,
    counts,
  };
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
