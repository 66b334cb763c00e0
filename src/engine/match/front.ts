/**
 * The front of an ARN, up to its fifth colon. Requests for the resources of one service share it, and most patterns
 * differ from it already: what they say is then the same for every resource behind that front.
 */
import { firstFiveColons } from '../../language/arn';
import { globOf } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { firstDifference, isSameDifference } from './nearest';
import type { Difference } from './nearest';

export interface Front {
  /** With the fifth colon. */
  readonly text: string;
  /** Five, from `arn` to the account. */
  readonly parts: readonly string[];
}

/** The front as text; undefined for what has no six parts. */
export function frontText(text: string): string | undefined {
  const colons = firstFiveColons(text);
  return colons && text.slice(0, colons[4]! + 1);
}

const partsOf = (front: string): readonly string[] => front.split(':').slice(0, 5);

let lastResource = '';
let lastFront: Front | undefined;

/** Of a resource: the same object for as long as the front stays the same. */
export function frontOf(resource: string): Front | undefined {
  if (resource === lastResource) return lastFront;
  const text = frontText(resource);
  if (text !== lastFront?.text) lastFront = text === undefined ? undefined : { text, parts: partsOf(text) };
  lastResource = resource;
  return lastFront;
}

/** How a pattern's front stands to a resource's. */
export interface Standing {
  /** The pattern matches no resource behind the front. */
  readonly out: boolean;
  /** Where it first differs; undefined when the fronts agree part by part. */
  readonly difference: Difference | undefined;
}

/** The front of a pattern, shared by all patterns of a policy that begin with it. */
export class PatternFront {
  readonly #parts: readonly Glob[];
  /** Up to the first wildcard, which may run over colons. */
  readonly #plain: string;
  #front: Front | undefined;
  #standing: Standing | undefined;

  constructor(text: string) {
    this.#parts = partsOf(text).map(globOf);
    const wildcard = text.search(/[*?]/);
    this.#plain = wildcard === -1 ? text : text.slice(0, wildcard);
  }

  /** The same object for as long as it says the same: another Region changes nothing for another service's pattern. */
  standing(front: Front): Standing {
    if (front !== this.#front || !this.#standing) {
      const difference = firstDifference(this.#parts, front.parts);
      const before = this.#standing;
      // Whether it matches nothing follows from where it differs first.
      if (!before || !isSameDifference(before.difference, difference)) {
        const out = !front.text.startsWith(this.#plain) && !this.#plain.startsWith(front.text);
        this.#standing = { out, difference };
      }
      this.#front = front;
    }
    return this.#standing!;
  }
}
