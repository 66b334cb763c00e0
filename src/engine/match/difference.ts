/** Of the patterns that do not match a resource, the one that comes nearest, and where it first differs. */
import { globMatches } from '../../language/glob';
import type { Glob } from '../../language/glob';
import type { ElementReason } from '../evaluation';

type Nearest = NonNullable<Extract<ElementReason, { kind: 'resourceNotListed' }>['nearest']>;

export interface Difference {
  readonly part: Nearest['part'];
  readonly expected: string;
  readonly actual: string;
  /** How many parts agree. */
  readonly parts: number;
}

const PARTS = ['format', 'partition', 'service', 'region', 'account', 'resource'] as const;

function commonLength(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

/** In the part of this number, from 1; 0 is another form of text altogether. */
export function differenceAt(part: number, expected: string, actual: string): Difference {
  return { part: PARTS[part]!, expected, actual, parts: part };
}

/** It is about another kind of resource: no part of it tells more. */
export function otherKind(expected: string, actual: string): Difference {
  return { part: 'kind', expected, actual, parts: 0 };
}

/** The first part after `arn` that differs. */
export function firstDifference(globs: readonly Glob[], texts: readonly string[]): Difference | undefined {
  const end = Math.min(globs.length, texts.length);
  for (let part = 1; part < end; part += 1) {
    if (globMatches(globs[part]!, texts[part]!)) continue;
    return differenceAt(part, globs[part]!.text, texts[part]!);
  }
  return undefined;
}

/** How much of the part in which they differ agrees, and one character more; undefined where all of it does. */
export function onePast({ expected, actual }: Difference): string | undefined {
  const characters = commonLength(expected, actual);
  return characters < actual.length ? actual.slice(0, characters + 1) : undefined;
}

/**
 * Does one pattern come nearer than another, of which `past` is what `onePast` said? Both differ from one resource, so
 * where as many parts agree the actual texts are the same.
 */
export function isNearer(one: Difference, other: Difference | undefined, past: string | undefined): boolean {
  if (!other || one.parts !== other.parts) return !other || one.parts > other.parts;
  return past !== undefined && one.expected.startsWith(past);
}
