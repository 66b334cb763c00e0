/**
 * Numeric operators: integers and decimals, compared as numbers and without rounding.
 * IAM User Guide: "Condition operators", "Numeric condition operators".
 */
import type { Comparison } from '../../language/operators';
import { truth } from '../truth';
import { NEVER } from './values';
import type { ListedValue } from './values';

export interface Decimal {
  readonly negative: boolean;
  /** Without leading zeros. */
  readonly whole: string;
  /** Without trailing zeros. */
  readonly fraction: string;
}

/** Reads `12`, `-3.50`, `.5`; undefined for anything else. */
export function parseDecimal(text: string): Decimal | undefined {
  const found = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (!found) return undefined;
  const [, sign, digits = '', decimals = ''] = found;
  if (digits === '' && decimals === '') return undefined;
  const whole = withoutLeadingZeros(digits);
  const fraction = withoutTrailingZeros(decimals);
  return { negative: sign === '-' && (whole !== '' || fraction !== ''), whole, fraction };
}

function withoutLeadingZeros(digits: string): string {
  let at = 0;
  while (digits.charCodeAt(at) === 48) at += 1;
  return digits.slice(at);
}

function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end -= 1;
  return digits.slice(0, end);
}

function compareText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function compareSize(a: Decimal, b: Decimal): number {
  if (a.whole.length !== b.whole.length) return a.whole.length - b.whole.length;
  return compareText(a.whole, b.whole) || compareText(a.fraction, b.fraction);
}

/** Below zero when `a` is smaller, above when it is greater. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  return a.negative ? compareSize(b, a) : compareSize(a, b);
}

/** Does an order of -1, 0 or 1 satisfy the comparison? Shared with dates. */
export function orderSatisfies(comparison: Comparison, order: number): boolean {
  switch (comparison) {
    case 'equals':
      return order === 0;
    case 'lessThan':
      return order < 0;
    case 'lessThanEquals':
      return order <= 0;
    case 'greaterThan':
      return order > 0;
    case 'greaterThanEquals':
      return order >= 0;
    case 'equalsIgnoreCase':
    case 'like':
    case 'null':
      return false;
  }
}

export function numericValue(comparison: Comparison, listed: string): ListedValue {
  const expected = parseDecimal(listed);
  if (!expected) return NEVER;
  return {
    invalid: false,
    test: (actual) => {
      const value = parseDecimal(actual);
      return truth(value !== undefined && orderSatisfies(comparison, compareDecimals(value, expected)));
    },
  };
}
