/** Of the patterns that do not match a resource, the one that comes nearest, and where it first differs. */
import { firstFiveColons } from '../../language/arn';
import { globMatches, sliceGlob } from '../../language/glob';
import type { Glob } from '../../language/glob';
import type { ElementReason } from '../evaluation';

type Nearest = NonNullable<Extract<ElementReason, { kind: 'resourceNotListed' }>['nearest']>;

export interface Near {
  readonly at: number;
  readonly part: Nearest['part'];
  readonly expected: string;
  readonly actual: string;
}

const PARTS = [undefined, 'partition', 'service', 'region', 'account', 'resource'] as const;

interface Candidate extends Near {
  /** The part that differs, and within it how many characters agree from its beginning. */
  readonly rank: readonly [number, number];
}

function commonLength(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1;
  return at;
}

/** The first of the six parts that differs. Patterns of another form differ in `format`. */
function compare(glob: Glob, resource: string, at: number): Candidate {
  const inGlob = firstFiveColons(glob.text);
  const inText = firstFiveColons(resource);
  if (inGlob && inText) {
    for (let part = 1; part < PARTS.length; part += 1) {
      const piece = sliceGlob(glob, inGlob[part - 1]! + 1, inGlob[part]);
      const actual = resource.slice(inText[part - 1]! + 1, inText[part]);
      if (globMatches(piece, actual)) continue;
      const rank = [part, commonLength(piece.text, actual)] as const;
      return { at, part: PARTS[part]!, expected: piece.text, actual, rank };
    }
  }
  const rank = [0, commonLength(glob.text, resource)] as const;
  return { at, part: 'format', expected: glob.text, actual: resource, rank };
}

/** Undefined when there is no pattern to compare with. */
export function nearestPattern(globs: readonly (Glob | undefined)[], resource: string): Near | undefined {
  let best: Candidate | undefined;
  for (const [at, glob] of globs.entries()) {
    if (!glob) continue;
    const candidate = compare(glob, resource, at);
    const better =
      !best ||
      candidate.rank[0] > best.rank[0] ||
      (candidate.rank[0] === best.rank[0] && candidate.rank[1] > best.rank[1]);
    if (better) best = candidate;
  }
  return best;
}
