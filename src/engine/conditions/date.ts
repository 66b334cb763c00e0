/**
 * Date operators: ISO 8601 in the forms of the W3C note, or seconds since 1970; compared as instants.
 * A date without a time is midnight, and a time without a zone is UTC.
 * IAM User Guide: "Condition operators", "Date condition operators".
 */
import type { Comparison } from '../../language/operators';
import { truth } from '../truth';
import { orderSatisfies } from './numeric';
import { NEVER } from './values';
import type { ListedValue } from './values';

const ISO =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?([Zz]|[+-]\d{2}:?\d{2})?)?)?)?$/;
const EPOCH = /^-?\d+(\.\d+)?$/;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function daysIn(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : DAYS[month - 1]!;
}

function zoneMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(-2));
  if (hours > 23 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}

/** The instant in milliseconds since 1970; undefined when the text is no date. */
export function parseInstant(text: string): number | undefined {
  const trimmed = text.trim();
  const found = ISO.exec(trimmed);
  if (!found) return EPOCH.test(trimmed) ? Number(trimmed) * 1000 : undefined;
  const [, y, mo = '1', d = '1', h = '0', mi = '0', s = '0', fraction = '', zone] = found;
  const [year, month, day] = [Number(y), Number(mo), Number(d)];
  const [hour, minute, second] = [Number(h), Number(mi), Number(s)];
  const offset = zoneMinutes(zone);
  if (offset === undefined || month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return undefined;
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return undefined;
  const start = new Date(0);
  start.setUTCFullYear(year, month - 1, day);
  const seconds = hour * 3600 + (minute - offset) * 60 + second;
  return start.getTime() + seconds * 1000 + (fraction === '' ? 0 : Number(`0.${fraction}`) * 1000);
}

export function dateValue(comparison: Comparison, listed: string): ListedValue {
  const expected = parseInstant(listed);
  if (expected === undefined) return NEVER;
  return {
    invalid: false,
    test: (actual) => {
      const value = parseInstant(actual);
      return truth(value !== undefined && orderSatisfies(comparison, value - expected));
    },
  };
}
