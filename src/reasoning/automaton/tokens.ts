/**
 * Patterns as sequences of tokens, the form in which an automaton reads them. Characters are code points, since `?`
 * covers one of them. IAM User Guide: "IAM JSON policy elements: Resource", "Condition operators".
 */
import { ANY_ONE, ANY_RUN } from '../../language/glob';
import type { Glob } from '../../language/glob';

/** A set of characters. */
export type CharSet = ReadonlySet<number>;

export type Token =
  /** One character, in one or two spellings. */
  | { readonly kind: 'char'; readonly code: number; readonly other: number }
  /** Any one character; `bar` is the one that it does not cover, 0 for none. */
  | { readonly kind: 'one'; readonly bar: number }
  | { readonly kind: 'run'; readonly bar: number }
  /** One character of a set, or a run of them. */
  | { readonly kind: 'of'; readonly set: CharSet }
  | { readonly kind: 'runOf'; readonly set: CharSet };

export type Pattern = readonly Token[];

export const COLON = 58;

const codeOf = (char: string): number => char.codePointAt(0)!;

/** The code points of a text: what `?` covers, whatever people see as one character. */
export const codesOf = (text: string): readonly number[] => Array.from(text, codeOf);

export const charSet = (text: string): CharSet => new Set(codesOf(text));

/** The text itself. */
export function literal(text: string): Pattern {
  return codesOf(text).map((code) => ({ kind: 'char', code, other: code }));
}

/** The text in any capitals. */
export function folded(text: string): Pattern {
  return Array.from(text, (char) => {
    const lower = char.toLowerCase();
    const upper = char.toUpperCase();
    const pair = codesOf(lower).length === 1 && codesOf(upper).length === 1 && upper.toLowerCase() === lower;
    return { kind: 'char', code: codeOf(lower), other: pair ? codeOf(upper) : codeOf(lower) };
  });
}

export const run = (bar = 0): Token => ({ kind: 'run', bar });
export const one = (bar = 0): Token => ({ kind: 'one', bar });

/** One character of the set at least. */
export const some = (set: CharSet): Pattern => [
  { kind: 'of', set },
  { kind: 'runOf', set },
];

/** The wildcards of a glob; `bar` stands for what they do not cover. */
export function globPattern({ text, wild }: Glob, bar = 0): Pattern {
  const out: Token[] = [];
  let at = 0;
  for (const char of text) {
    const mark = wild?.[at];
    at += char.length;
    if (mark === ANY_RUN) out.push(run(bar));
    else if (mark === ANY_ONE) out.push(one(bar));
    else out.push({ kind: 'char', code: codeOf(char), other: codeOf(char) });
  }
  return out;
}

/**
 * As the ARN operators read a pattern: a wildcard in the first five parts stays within its part. Undefined where the
 * pattern has fewer than six parts and so matches nothing; `*` alone matches everything.
 */
export function arnPattern(pattern: Pattern): Pattern | undefined {
  if (pattern.length === 1 && pattern[0]!.kind === 'run') return pattern;
  let colons = 0;
  const out = pattern.map((token): Token => {
    if (token.kind === 'char' && token.code === COLON) colons += 1;
    const wild = token.kind === 'run' || token.kind === 'one';
    return wild && colons < 5 ? { kind: token.kind, bar: COLON } : token;
  });
  return colons >= 5 ? out : undefined;
}
