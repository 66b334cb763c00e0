/**
 * Patterns with `*` (any run of characters, also none) and `?` (one character), as in Action, Resource and the
 * Like operators. A pattern always covers the whole text. Matching takes time proportional to the product of the
 * lengths at worst, never more.
 * IAM User Guide: "IAM JSON policy elements: Resource", "Action", "Condition operators".
 */

/** Each character of `text` is a literal, or a wildcard where `wild` says so (1: `*`, 2: `?`). */
export interface Glob {
  readonly text: string;
  /** Undefined: every character is literal. */
  readonly wild: readonly number[] | undefined;
}

export const LITERAL = 0;
export const ANY_RUN = 1;
export const ANY_ONE = 2;

const STAR = 42;
const QUESTION = 63;

/** A pattern in which every `*` and `?` is a wildcard. */
export function globOf(pattern: string): Glob {
  const star = pattern.indexOf('*');
  const question = pattern.indexOf('?');
  if (star === -1 && question === -1) return { text: pattern, wild: undefined };
  const wild = new Array<number>(pattern.length).fill(LITERAL);
  for (let at = star; at !== -1; at = pattern.indexOf('*', at + 1)) wild[at] = ANY_RUN;
  for (let at = question; at !== -1; at = pattern.indexOf('?', at + 1)) wild[at] = ANY_ONE;
  return { text: pattern, wild };
}

/** Where the first wildcard stands; -1 for none. */
export function firstWildcard(pattern: string): number {
  const star = pattern.indexOf('*');
  const question = pattern.indexOf('?');
  return star === -1 || (question !== -1 && question < star) ? question : star;
}

/** Is its only wildcard, at `wildcard`, a `*` at the end? Most patterns that have one are so, and say how a text begins. */
export function isOpenEnded(pattern: string, wildcard: number): boolean {
  return wildcard === pattern.length - 1 && pattern.charCodeAt(wildcard) === STAR;
}

/** A pattern without wildcards. */
export function literalGlob(text: string): Glob {
  return { text, wild: undefined };
}

/** The patterns one after the other. */
export function joinGlobs(parts: readonly Glob[]): Glob {
  if (parts.every((part) => part.wild === undefined)) {
    return { text: parts.map((part) => part.text).join(''), wild: undefined };
  }
  const wild: number[] = [];
  let text = '';
  for (const part of parts) {
    text += part.text;
    for (let at = 0; at < part.text.length; at += 1) wild.push(part.wild?.[at] ?? LITERAL);
  }
  return { text, wild };
}

/** A stretch of a pattern. */
export function sliceGlob(glob: Glob, start: number, end?: number): Glob {
  const text = glob.text.slice(start, end);
  const wild = glob.wild?.slice(start, end);
  return { text, wild: wild?.some((mark) => mark !== LITERAL) ? wild : undefined };
}

/** Does it hold a `*` or `?` that stands for itself? */
export function hasLiteralWildcard({ text, wild }: Glob): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code === STAR || code === QUESTION) && (wild?.[at] ?? LITERAL) === LITERAL) return true;
  }
  return false;
}

/** One character further; a surrogate pair is one character. */
function afterCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff || at + 1 >= text.length) return at + 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff ? at + 2 : at + 1;
}

/** Where the run of a `*` can end, from `start` on: what follows it in the pattern stands there; -1 for nowhere. */
function endOfRun({ text: pattern, wild }: Glob, star: number, text: string, start: number): number {
  const next = star + 1;
  return next < pattern.length && wild![next] === LITERAL ? text.indexOf(pattern[next]!, start) : start;
}

/** Does the pattern cover the whole text? Letters compare with regard to case. */
export function globMatches(glob: Glob, text: string): boolean {
  return glob.wild === undefined ? glob.text === text : runMatches(glob, glob.wild, text);
}

function runMatches(glob: Glob, wild: readonly number[], text: string): boolean {
  const pattern = glob.text;
  let at = 0;
  let inPattern = 0;
  // The last `*` seen, and how far it reaches; going back to an earlier one can never help.
  let star = -1;
  let starEnd = 0;
  while (at < text.length) {
    const mark = inPattern < pattern.length ? wild[inPattern] : undefined;
    if (mark === ANY_RUN) {
      star = inPattern;
      starEnd = at;
      inPattern += 1;
      if (inPattern === pattern.length) return true;
    } else if (mark === ANY_ONE) {
      at = afterCharacter(text, at);
      inPattern += 1;
    } else if (mark === LITERAL && pattern.charCodeAt(inPattern) === text.charCodeAt(at)) {
      at += 1;
      inPattern += 1;
    } else if (star !== -1) {
      starEnd = endOfRun(glob, star, text, starEnd + 1);
      if (starEnd === -1) return false;
      at = starEnd;
      inPattern = star + 1;
    } else {
      return false;
    }
  }
  while (inPattern < pattern.length && wild[inPattern] === ANY_RUN) inPattern += 1;
  return inPattern === pattern.length;
}
