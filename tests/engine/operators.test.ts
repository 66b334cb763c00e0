/** Every condition operator against values on both sides of it. IAM User Guide: "Condition operators". */
import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/engine/evaluate';
import { BASE_OPERATORS } from '../../src/language/operators';
import type { OperatorName } from '../../src/language/operators';
import { allow, mine } from './build';

/** A listed value; values of the key that meet it, and values that do not. */
type Row = readonly [listed: string, met: readonly string[], missed: readonly string[]];

const ROLE = 'arn:aws:iam::111122223333:role';
const NOON = '2026-05-01T12:00:00Z';

const ROWS: Readonly<Record<OperatorName, Row>> = {
  StringEquals: ['a*', ['a*'], ['ab', 'A*', 'b']],
  StringNotEquals: ['a*', ['ab', 'A*', 'b'], ['a*']],
  StringEqualsIgnoreCase: ['a*', ['a*', 'A*'], ['ab', 'b']],
  StringNotEqualsIgnoreCase: ['a*', ['ab', 'b'], ['a*', 'A*']],
  StringLike: ['a*', ['a', 'ab', 'a*'], ['Ab', 'ba']],
  StringNotLike: ['a*', ['Ab', 'ba'], ['a', 'ab', 'a*']],
  NumericEquals: ['10', ['10', '10.0'], ['9', '11', '10.1']],
  NumericNotEquals: ['10', ['9', '11', '10.1'], ['10', '10.0']],
  NumericLessThan: ['10', ['9', '-20', '9.9'], ['10', '11']],
  NumericLessThanEquals: ['10', ['9', '10'], ['11', '10.1']],
  NumericGreaterThan: ['10', ['11', '10.1'], ['10', '9', '-20']],
  NumericGreaterThanEquals: ['10', ['10', '11'], ['9', '9.9']],
  DateEquals: [NOON, [NOON, '2026-05-01T14:00:00+02:00'], ['2026-05-01T12:00:01Z', '2026-05-01']],
  DateNotEquals: [NOON, ['2026-05-01T12:00:01Z', '2026-05-01'], [NOON, '2026-05-01T14:00:00+02:00']],
  DateLessThan: [NOON, ['2026-05-01T11:59:59Z', '2025-12-31'], [NOON, '2026-05-02']],
  DateLessThanEquals: [NOON, ['2026-05-01T11:59:59Z', NOON], ['2026-05-01T12:00:01Z']],
  DateGreaterThan: [NOON, ['2026-05-01T12:00:01Z'], [NOON, '2026-05-01T11:59:59Z']],
  DateGreaterThanEquals: [NOON, ['2026-05-01T12:00:01Z', NOON], ['2026-05-01T11:59:59Z']],
  Bool: ['true', ['true', 'TRUE'], ['false', 'yes']],
  BinaryEquals: ['QUI=', ['QUI='], ['QUM=', 'qui=']],
  IpAddress: ['203.0.113.0/24', ['203.0.113.0', '203.0.113.255'], ['203.0.112.255', '203.0.114.0']],
  NotIpAddress: ['203.0.113.0/24', ['203.0.112.255', '203.0.114.0'], ['203.0.113.0', '203.0.113.255']],
  ArnEquals: [`${ROLE}/app-*`, [`${ROLE}/app-1`], [`${ROLE}/App-1`, `${ROLE}/x`]],
  ArnNotEquals: [`${ROLE}/app-*`, [`${ROLE}/App-1`, `${ROLE}/x`], [`${ROLE}/app-1`]],
  ArnLike: [`${ROLE}/app-*`, [`${ROLE}/app-1`], [`${ROLE}/App-1`, `${ROLE}/x`]],
  ArnNotLike: [`${ROLE}/app-*`, [`${ROLE}/App-1`, `${ROLE}/x`], [`${ROLE}/app-1`]],
  Null: ['false', ['x'], ['']],
};

function truthOf(operator: string, listed: string, value: string | undefined): string {
  const statement = allow({ Condition: { [operator]: { 'x:y': listed } } });
  const { steps } = evaluate(mine([statement], { context: value === undefined ? {} : { 'x:y': value } }));
  const identity = steps.find(({ id }) => id === 'identity')!;
  const elements = identity.levels[0]!.policies[0]!.statements[0]!.elements;
  return elements.find(({ element }) => element === 'Condition')!.truth;
}

describe.each(Object.entries(ROWS))('%s', (operator, [listed, met, missed]) => {
  it('is met on its own side alone', () => {
    const told = [...met, ...missed].map((value) => [value, truthOf(operator, listed, value)]);
    const wanted = [...met.map((value) => [value, 'yes']), ...missed.map((value) => [value, 'no'])];
    expect(told).toEqual(wanted);
  });

  it('takes a key that is not there as its kind does', () => {
    const { negated } = BASE_OPERATORS[operator as OperatorName];
    const named = /Not/.test(operator);
    expect(negated).toBe(named);
    expect(truthOf(operator, listed, undefined)).toBe(named ? 'yes' : 'no');
    if (operator !== 'Null') expect(truthOf(`${operator}IfExists`, listed, undefined)).toBe('yes');
  });
});
