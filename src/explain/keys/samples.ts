/** Values of a key that its conditions may tell apart: those they list, and samples from inside and outside their ranges. */
import type { ConditionReason } from '../../engine/evaluation';
import { parseInstant } from '../../engine/conditions/date';
import { addressClasses, datesAround, numbersAround } from '../../engine/unknowns/scalars';
import { globMatches, globOf } from '../../language/glob';
import { operatorParts } from '../elements/operators';

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
export function samplesOf(conditions: readonly ConditionReason[]): readonly Sample[] {
  const by = (type: Type): readonly ConditionReason[] =>
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

/** By size: each limit, and what lies below, between and above. */
function numbers(limits: readonly string[]): readonly Sample[] {
  return [...new Set(numbersAround(limits))]
    .sort((one, other) => Number(one) - Number(other))
    .map((value) => ({ value }));
}

/** In their order: each date as it is listed, and what lies before, between and after. */
function dates(limits: readonly string[]): readonly Sample[] {
  const found = new Map(datesAround(limits, false).map((text) => [parseInstant(text)!, text]));
  for (const text of limits) {
    const instant = parseInstant(text);
    if (instant !== undefined) found.set(instant, text);
  }
  return [...found].sort(([one], [other]) => one - other).map(([, value]) => ({ value }));
}

/** One address for each way of lying inside and outside the ranges. */
function addresses(ranges: readonly string[]): readonly Sample[] {
  if (ranges.length === 0) return [];
  const classes = addressClasses(ranges);
  const outside = ranges.length === 1 ? 'outside it' : 'outside them all';
  const samples = classes.map(({ address: value, inside }): Sample => {
    if (inside.length === 0) return { value, standsFor: outside };
    return inside.includes(value) ? { value } : { value, standsFor: `in ${inside.join(' and ')}` };
  });
  return [
    ...samples.filter(({ standsFor }) => standsFor !== outside),
    ...samples.filter(({ standsFor }) => standsFor === outside),
  ];
}

const OTHERS = ['other-value', 'another-value', 'zzz'];
const OTHER_ARNS = ['arn:aws:iam::999900001111:role/Other', 'arn:aws:s3:::other-value'];

/** Each listed text, a text that fits for each pattern, and one that fits none. */
function texts(conditions: readonly ConditionReason[]): readonly Sample[] {
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
