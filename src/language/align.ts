/**
 * A pattern laid over a text, character by character: what each `*` and `?` took, and where the two part. It says
 * yes where `globMatches` does. A row of bits for each sign of the pattern tells which beginnings of the text it can
 * have taken, so the work is the product of the lengths, thirty-two at a time, and bounded.
 */
import { ANY_ONE, ANY_RUN, LITERAL } from './glob';
import type { Glob } from './glob';

/** One step of the way: a sign of the pattern and what it took, from `from` up to `to` in the text. */
export interface Taken {
  /** Where the sign stands in the pattern; a surrogate pair counts as two. */
  readonly sign: number;
  readonly wild: typeof LITERAL | typeof ANY_RUN | typeof ANY_ONE;
  readonly from: number;
  readonly to: number;
}

export interface Alignment {
  readonly pattern: string;
  readonly text: string;
  readonly matches: boolean;
  /** Of the attempt that comes furthest in the pattern, and of several the one with the shortest runs first. */
  readonly taken: readonly Taken[];
  /** Where it stops: how much of each was taken. What is wanted and found next may be nothing: one has ended. */
  readonly stop?: { readonly pattern: number; readonly text: number };
}

/** Words of 32 bits; a larger pair is not laid over one another. */
const MOST_WORDS = 4_000_000;

export interface AlignOptions {
  /** Capitals and small letters are the same. */
  readonly anyCapitals?: boolean;
}

/** Undefined for a pair too large to be laid over one another. */
export function align(glob: Glob, text: string, options: AlignOptions = {}): Alignment | undefined {
  const pattern = glob.text;
  const words = (text.length >> 5) + 1;
  if ((pattern.length + 1) * words > MOST_WORDS) return undefined;
  const rows = new Uint32Array((pattern.length + 1) * words);
  rows[0] = 1;
  const fold = (sign: string): string => (options.anyCapitals ? sign.toLowerCase() : sign);
  const places = placesOf(text, words, fold);
  const pairs = pairsOf(text, words);
  let last = 0;
  for (let at = 0; at < pattern.length; at += 1) {
    const from = at * words;
    const to = from + words;
    const wild = glob.wild?.[at] ?? LITERAL;
    if (wild === ANY_RUN) fill(rows, from, to, words, text.length);
    else if (wild === ANY_ONE) stepAny(rows, from, to, words, pairs, text.length);
    else step(rows, from, to, words, places.get(fold(pattern[at]!)) ?? NOWHERE);
    if (lowest(rows, to, words) === -1) break;
    last = at + 1;
  }
  const whole = last === pattern.length && has(rows, last * words, text.length);
  const end = whole ? text.length : lowest(rows, last * words, words);
  const taken = backFrom(rows, words, glob, last, end, text);
  return { pattern, text, matches: whole, taken, ...(!whole && { stop: { pattern: last, text: end } }) };
}

const NOWHERE = new Uint32Array(0);

/** For each sign of the text a row of bits: before which places it stands. */
function placesOf(
  text: string,
  words: number,
  fold: (sign: string) => string,
): ReadonlyMap<string, Uint32Array> {
  const places = new Map<string, Uint32Array>();
  for (let at = 0; at < text.length; at += 1) {
    const sign = fold(text[at]!);
    let row = places.get(sign);
    if (!row) places.set(sign, (row = new Uint32Array(words)));
    row[at >> 5]! |= 1 << (at & 31);
  }
  return places;
}

function has(rows: Uint32Array, row: number, at: number): boolean {
  return ((rows[row + (at >> 5)]! >>> (at & 31)) & 1) === 1;
}

/** The first place of a row, or -1. */
function lowest(rows: Uint32Array, row: number, words: number): number {
  for (let word = 0; word < words; word += 1) {
    const bits = rows[row + word]!;
    if (bits !== 0) return word * 32 + (31 - Math.clz32(bits & -bits));
  }
  return -1;
}

/** A run takes any number: every place from the first on. */
function fill(rows: Uint32Array, from: number, to: number, words: number, length: number): void {
  const first = lowest(rows, from, words);
  for (let word = first >> 5; word < words; word += 1) rows[to + word] = 0xffffffff;
  rows[to + (first >> 5)] = (0xffffffff << (first & 31)) >>> 0;
  trim(rows, to, words, length);
}

/** One sign takes one character: each place at which it stands moves on by one. */
function step(rows: Uint32Array, from: number, to: number, words: number, where: Uint32Array): void {
  let carry = 0;
  for (let word = 0; word < words; word += 1) {
    const bits = rows[from + word]! & (where[word] ?? 0);
    rows[to + word] = ((bits << 1) | carry) >>> 0;
    carry = bits >>> 31;
  }
}

/** A `?` takes any one character, and a surrogate pair is one; nothing can be taken at the text's end. */
function stepAny(
  rows: Uint32Array,
  from: number,
  to: number,
  words: number,
  pairs: Uint32Array,
  length: number,
): void {
  let carry = 0;
  for (let word = 0; word < words; word += 1) {
    const bits = rows[from + word]!;
    const two = bits & pairs[word]!;
    const one = bits & ~two;
    rows[to + word] = ((one << 1) | (two << 2) | carry) >>> 0;
    carry = (one >>> 31) | (two >>> 30);
  }
  trim(rows, to, words, length);
}

/** No place lies behind the text's end. */
function trim(rows: Uint32Array, row: number, words: number, length: number): void {
  const spare = words * 32 - (length + 1);
  if (spare > 0) rows[row + words - 1]! &= 0xffffffff >>> spare;
}

function pairsOf(text: string, words: number): Uint32Array {
  const pairs = new Uint32Array(words);
  for (let at = 0; at < text.length; at += 1) if (isPair(text, at)) pairs[at >> 5]! |= 1 << (at & 31);
  return pairs;
}

function isPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

/** The way back: the first place from which a run can have come is the one that leaves the runs before it short. */
function backFrom(
  rows: Uint32Array,
  words: number,
  { wild }: Glob,
  sign: number,
  end: number,
  text: string,
): readonly Taken[] {
  const taken: Taken[] = [];
  let to = end;
  for (let at = sign - 1; at >= 0; at -= 1) {
    const kind = (wild?.[at] ?? LITERAL) as Taken['wild'];
    const row = at * words;
    const pair = kind === ANY_ONE && to >= 2 && isPair(text, to - 2) && has(rows, row, to - 2);
    const from = kind === ANY_RUN ? lowest(rows, row, words) : pair ? to - 2 : to - 1;
    taken.push({ sign: at, wild: kind, from, to });
    to = from;
  }
  return taken.reverse();
}
