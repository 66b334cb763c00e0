/**
 * The fronts of a Resource element's patterns. Elements whose patterns begin alike and hold the same variables share
 * them: a long policy repeats a few services over and over, and asks about most resources only where they begin.
 */
import type { Facts } from '../facts';
import type { Front, Standing } from './front';
import { isNearer } from './nearest';
import type { Difference } from './nearest';
import type { ResourcePattern } from './resource-pattern';

/** Every pattern differs from the resource in its front already. */
export interface Outside {
  /** The pattern that comes nearest, and where it first differs. */
  readonly at: number;
  readonly nearest: Difference;
}

/** What patterns have in common that stand alike to every front, whatever the request. */
export function frontsKey(patterns: readonly ResourcePattern[]): string {
  return patterns.map(({ frontText, variables }) => `${frontText} ${variables.join(' ')}\n`).join('');
}

export class Fronts {
  #facts: Facts | undefined;
  #front: Front | undefined;
  #outside: Outside | undefined;
  #whole = false;

  /** The patterns may be those of any element with the same key. */
  constructor(private readonly patterns: readonly ResourcePattern[]) {}

  /**
   * The same object for as long as it says the same; undefined where some pattern must be looked at as a whole, or
   * lacks a variable's value.
   */
  outside(front: Front, facts: Facts): Outside | undefined {
    if (facts !== this.#facts) {
      this.#facts = facts;
      if (front !== this.#front) this.#outside = this.keep(this.find(front));
      this.#front = front;
      this.#whole = this.patterns.every((pattern) => pattern.isWhole(facts.lookup));
    }
    return this.#whole ? this.#outside : undefined;
  }

  private keep(found: Outside | undefined): Outside | undefined {
    const before = this.#outside;
    return found && before?.at === found.at && before.nearest === found.nearest ? before : found;
  }

  private find(front: Front): Outside | undefined {
    let nearest: Difference | undefined;
    let at = -1;
    for (const [each, pattern] of this.patterns.entries()) {
      const standing: Standing | undefined = pattern.standing(front);
      if (!standing?.out || !standing.difference) return undefined;
      if (!isNearer(standing.difference, nearest)) continue;
      nearest = standing.difference;
      at = each;
    }
    return nearest && { at, nearest };
  }
}
