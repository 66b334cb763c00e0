/**
 * Every object that a text holds, whatever language wrote it: JSON, even damaged; objects written out in JavaScript
 * or Python; YAML. A policy of which a part cannot be read is left out, and said.
 */
import { literalsIn } from '../literal/find';
import { MAX_PROSE } from './clean';
import { isDamaged, jsonAt, unpacked, type Located } from './json';
import { refusedWords } from './refused';
import { yamlIn } from './yaml';

export interface Root extends Located {
  /** The language that it was written out in, where that is not JSON. */
  readonly code?: 'program' | 'yaml';
}

export interface Roots {
  /** In the order of the text. */
  readonly roots: readonly Root[];
  /** What was left out, one sentence each. */
  readonly notes: readonly string[];
}

/** Without one of these words no object in a program is of use here. */
const WORTH_READING = /Statement|[Rr]equestContext|[Ee]valuatedEffect|matchedPolicies|EvalDecision/;

/** Every object and list of a cleaned text. Never throws. */
export function rootsIn(text: string): Roots {
  const json = [...jsonAt(text), ...urlEncodedIn(text)];
  const prose = text.slice(0, MAX_PROSE);
  const whole = json.filter(({ value }) => !isDamagedRoot(value));
  const { found, refused } = WORTH_READING.test(prose)
    ? literalsIn(prose, whole)
    : { found: [], refused: [] };
  const isWorth = ({ start, end }: Located): boolean => WORTH_READING.test(text.slice(start, end));
  const code = found.filter(isWorth).map((literal) => ({ ...literal, code: 'program' as const }));
  const others = [...code, ...refused];
  const kept = json.filter((root) => !others.some((each) => covers(each, root.start)));
  const roots = [...kept, ...code].sort((one, other) => one.start - other.start);
  const notes = refused.map((each) => refusedWords(text, each));
  if (refused.length > 0 || roots.some(isWorth)) return { roots, notes };
  // What stands in brackets inside YAML is a part of it: `aws:SourceIp: ['10.0.0.0/8']`.
  const yaml = yamlIn(prose);
  return {
    roots: yaml === undefined ? roots : [{ value: yaml, start: 0, end: text.length, code: 'yaml' }],
    notes: [],
  };
}

/** Documents that are URL-encoded, as IAM gives them, with nothing around that JSON would have. */
function urlEncodedIn(text: string): readonly Located[] {
  if (!/^\s*"?%7b/i.test(text)) return [];
  return [...text.matchAll(/%7b(?:%[0-9a-f]{2}|[\w.~*+()!'/:,-]){1,200000}/gi)]
    .slice(0, 100)
    .flatMap((match) => {
      const value = unpacked(match[0]);
      return typeof value === 'object' && value !== null
        ? [{ value, start: match.index, end: match.index + match[0].length }]
        : [];
    });
}

function covers({ start, end }: { readonly start: number; readonly end: number }, at: number): boolean {
  return start <= at && at < end;
}

function isDamagedRoot(value: unknown): boolean {
  return typeof value === 'object' && value !== null && isDamaged(value);
}
