/** The front of an ARN, up to its fifth colon: what tells most patterns from a resource already. */
import { firstFiveColons } from '../../language/arn';
import { globOf } from '../../language/glob';
import type { Glob } from '../../language/glob';
import { firstDifference } from './difference';
import type { Difference } from './difference';
import { resourceKind } from './resource-kind';

export interface Front {
  /** With the fifth colon. */
  readonly text: string;
  /** Five, from `arn` to the account. */
  readonly parts: readonly string[];
  /** What kind of thing the whole ARN is about, where that is known. */
  readonly kind: string | undefined;
}

/** The front as text; undefined for what has no six parts. */
export function frontText(text: string): string | undefined {
  const colons = firstFiveColons(text);
  return colons && text.slice(0, colons[4]! + 1);
}

const partsOf = (front: string): readonly string[] => front.split(':', 5);

export function frontOf(resource: string): Front | undefined {
  const text = frontText(resource);
  return text === undefined ? undefined : { text, parts: partsOf(text), kind: resourceKind(resource) };
}

/** The front of a pattern: patterns of a policy that begin alike share it, and ask it once for a request. */
export class PatternFront {
  readonly #globs: readonly Glob[];
  #front: Front | undefined;
  #difference: Difference | undefined;

  constructor(readonly text: string) {
    this.#globs = partsOf(text).map(globOf);
  }

  /** Where it first differs from a resource's front; undefined where they agree part by part. */
  difference(front: Front): Difference | undefined {
    if (front !== this.#front) {
      this.#difference = firstDifference(this.#globs, front.parts);
      this.#front = front;
    }
    return this.#difference;
  }
}
