/** Values of a key that its conditions may tell apart: those they list, and samples from inside and outside their ranges. */
import { parseAddress, parseRange, rangeHolds } from '../../engine/conditions/ip';
import { parseInstant } from '../../engine/conditions/date';
import { addressInside } from '../../engine/unknowns/scalars';
import { globMatches, globOf } from '../../language/glob';
import { operatorParts } from '../elements/operators';
import type { Condition } from './readers';

export interface Sample {
  readonly value: string;
  /** What the value stands for, where that is more than itself: `in 203.0.113.0/24`, `fits a*`. */
  readonly standsFor?: string;
  /** For all values that no condition lists. */
  readonly other?: true;
}

type Type = 'flag' | 'address' | 'number' | 'date' | 'binary' | 'arn' | 'text' | 'null';

function typeOf(operator: string): Type {
  const folded = operatorParts(operator).base.toLowerCase();
  if (folded === 'bool') return 'flag';
  if (folded === 'null') return 'null';
  if (/^(not)?ip/.test(folded)) return 'address';
  if (folded.startsWith('numeric')) return 'number';
  if (folded.startsWith('date')) return 'date';
  if (folded.startsWith('binary')) return 'binary';
  return folded.startsWith('arn') ? 'arn' : 'text';
}

/** In the order to show them: as the policies list them, numbers and dates by size, last what stands for all others. */
export function samplesOf(conditions: readonly Condition[]): readonly Sample[] {
  const by = (type: Type): readonly Condition[] =>
    conditions.filter(({ operator }) => typeOf(operator) === type);
  const listed = (type: Type): readonly string[] => [
    ...new Set(by(type).flatMap(({ expected }) => expected.filter((value) => !value.includes('${')))),
  ];
  const samples = [
    ...(by('flag').length > 0 ? [{ value: 'true' }, { value: 'false' }] : []),
    ...numbers(listed('number')),
    ...dates(listed('date')),
    ...addresses(listed('address')),
    ...listed('binary').map((value) => ({ value })),
    ...texts([...by('arn'), ...by('text')]),
  ];
  const onlyNull = conditions.length > 0 && conditions.every(({ operator }) => typeOf(operator) === 'null');
  return distinct(onlyNull ? [{ value: 'any-value', other: true }] : samples);
}

function distinct(samples: readonly Sample[]): readonly Sample[] {
  const found = new Map<string, Sample>();
  for (const sample of samples) if (!found.has(sample.value)) found.set(sample.value, sample);
  return [...found.values()];
}

/** Below, at and above each limit. */
function numbers(limits: readonly string[]): readonly Sample[] {
  const points = limits.map(Number).filter(Number.isFinite);
  const around = new Set(points.flatMap((point) => [point - 1, point, point + 1]));
  return [...around].sort((one, other) => one - other).map((value) => ({ value: String(value) }));
}

const DAY = 86_400_000;

/** A day before each date, the date as it is listed, and a day after. */
function dates(limits: readonly string[]): readonly Sample[] {
  return limits
    .flatMap((text) => {
      const instant = parseInstant(text);
      return instant === undefined
        ? []
        : [-DAY, 0, DAY].map((step) => ({
            instant: instant + step,
            text: step === 0 ? text : isoOf(instant + step),
          }));
    })
    .sort((one, other) => one.instant - other.instant)
    .map(({ text }) => ({ value: text }));
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** Documentation addresses, and private ones. RFC 5737, RFC 3849. */
const OUTSIDE = ['198.51.100.1', '192.0.2.1', '203.0.113.1', '10.0.0.1', '2001:db8::1'];

/** One address inside each range, and one that is in none. */
function addresses(ranges: readonly string[]): readonly Sample[] {
  if (ranges.length === 0) return [];
  const inside = ranges.flatMap((text): Sample[] => {
    const value = addressInside(text);
    return value === undefined ? [] : [value === text ? { value } : { value, standsFor: `in ${text}` }];
  });
  const outside = OUTSIDE.find((address) => ranges.every((text) => !holds(text, address)));
  return outside === undefined
    ? inside
    : [...inside, { value: outside, standsFor: ranges.length === 1 ? 'outside it' : 'outside them all' }];
}

function holds(text: string, address: string): boolean {
  const range = parseRange(text.trim());
  return range !== undefined && rangeHolds(range, parseAddress(address)!);
}

const OTHERS = ['other-value', 'another-value', 'zzz'];
const OTHER_ARNS = ['arn:aws:iam::999900001111:role/Other', 'arn:aws:s3:::other-value'];

/** Each listed text, a text that fits for each pattern, and one that fits none. */
function texts(conditions: readonly Condition[]): readonly Sample[] {
  if (conditions.length === 0) return [];
  const listed = conditions.flatMap(({ operator, expected }) =>
    expected
      .filter((value) => !value.includes('${'))
      .map((value) => ({
        value,
        isPattern: /like$|^arn/i.test(operatorParts(operator).base) && /[*?]/.test(value),
      })),
  );
  const areArns = listed.length > 0 && listed.every(({ value }) => value.startsWith('arn:'));
  const other = (areArns ? OTHER_ARNS : OTHERS).find((text) =>
    listed.every(({ value, isPattern }) => (isPattern ? !globMatches(globOf(value), text) : value !== text)),
  );
  return [
    ...listed.map(({ value, isPattern }) =>
      isPattern ? { value: fitting(value), standsFor: `fits ${value}` } : { value },
    ),
    ...(other === undefined ? [] : [{ value: other, other: true as const }]),
  ];
}

/** A text that fits the pattern and looks like one of its kind: an account where an ARN has one. */
function fitting(pattern: string): string {
  if (pattern === '*') return 'any-value';
  const parts = pattern.startsWith('arn:') ? pattern.split(':') : [pattern];
  return parts
    .map((part, at) => {
      if (parts.length >= 6 && at === 1 && part === '*') return 'aws';
      if (parts.length >= 6 && at === 3 && part === '*') return 'eu-west-1';
      if (parts.length >= 6 && at === 4 && part === '*') return '111122223333';
      return part.replaceAll('*', 'example').replaceAll('?', 'x');
    })
    .join(':');
}
