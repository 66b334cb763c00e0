/**
 * Every object that a text holds, whatever language wrote it: JSON, even damaged; objects written out in JavaScript
 * or Python; YAML. A policy of which a part cannot be read is left out, and said.
 */
import { Places } from '../code/place';
import { changedInPlace, declaredBefore } from '../code/program/changing';
import { literalsIn, type RefusedObject } from '../literal/find';
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
  /** The same, by their places: another reader may know more. */
  readonly refused: readonly RefusedObject[];
}

/** Without one of these words no object in a program is of use here. */
const WORTH_READING =
  /Statement|\bEffect\b|[Rr]equestContext|[Ee]valuatedEffect|matchedPolicies|EvalDecision|explicitDeny|\beventName\b/;

/** Every object and list of a cleaned text. Never throws. */
export function rootsIn(text: string): Roots {
  const plain = jsonAt(text);
  // What is encoded within an answer in JSON is a part of that.
  const encoded = urlEncodedIn(text).filter(({ start }) => !plain.some((root) => covers(root, start)));
  const json = [...plain, ...encoded].sort((one, other) => one.start - other.start);
  const prose = text.slice(0, MAX_PROSE);
  const whole = json.filter(({ value }) => !isDamagedRoot(value));
  const { found, refused } = WORTH_READING.test(prose)
    ? literalsIn(prose, whole)
    : { found: [], refused: [] };
  const isWorth = ({ start, end }: Located): boolean => WORTH_READING.test(text.slice(start, end));
  const code = found.filter(isWorth).map((literal) => ({ ...literal, code: 'program' as const }));
  const changed = changedLater(text, [...json.filter(isWorth), ...code, ...refused]);
  const left = [...refused.filter(({ start }) => !changed.some((each) => each.start === start)), ...changed];
  const others = [...code, ...left];
  const kept = json.filter((root) => !others.some((each) => covers(each, root.start)));
  const roots = [...kept, ...code.filter(({ start }) => !changed.some((each) => each.start === start))].sort(
    (one, other) => one.start - other.start,
  );
  const places = left.length === 0 ? undefined : new Places(text);
  const notes = places === undefined ? [] : left.map((each) => refusedWords(text, places, each));
  if (left.some(({ kind }) => kind === 'policy') || roots.some(isWorth))
    return { roots, notes, refused: left };
  // What stands in brackets inside YAML is a part of it: `aws:SourceIp: ['10.0.0.0/8']`.
  const yaml = yamlIn(prose);
  return yaml === undefined
    ? { roots, notes, refused: left }
    : { roots: [{ value: yaml, start: 0, end: text.length, code: 'yaml' }], notes: [], refused: left };
}

const MAY_CHANGE = /\.[a-z]{3,10}\(|[\]\w]\s{0,20}[-+|]?=(?![=>])/;

/** Objects with a name whose members the program changes later on: what is written first is not all. */
function changedLater(
  text: string,
  objects: readonly { readonly start: number; readonly end: number }[],
): readonly RefusedObject[] {
  const named = objects.flatMap(({ start, end }) => {
    const name = declaredBefore(text, start);
    return name === undefined ? [] : [{ name, start, end }];
  });
  if (named.length === 0 || !MAY_CHANGE.test(text)) return [];
  const inPlace = changedInPlace(text);
  return named.flatMap(({ name, start, end }) => {
    const change = inPlace.get(name);
    return change === undefined
      ? []
      : [
          {
            kind: 'policy' as const,
            changed: true as const,
            start,
            end,
            what: change.what,
            offset: change.at,
          },
        ];
  });
}

/** Documents that are URL-encoded, as IAM gives them: alone, or behind a name, as PowerShell and SDKs print them. */
function urlEncodedIn(text: string): readonly Located[] {
  if (!/(?:^|[\s"'=:(,])%7b/i.test(text)) return [];
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
