/**
 * Action and NotAction. Service prefix and name ignore case; a pattern covers the whole name.
 * IAM User Guide: "IAM JSON policy elements: Action", "NotAction".
 */
import { firstWildcard, globMatches, globOf, isOpenEnded } from '../../language/glob';
import type { Glob } from '../../language/glob';
import type { ListNode } from '../../language/policy';
import type { Truth } from '../evaluation';
import type { Facts } from '../facts';
import type { ActionName } from '../request/target';
import { not, truth } from '../truth';

/** One listed pattern. Most say one action, or how an action begins; others are taken apart when a request asks for them. */
class Pattern {
  readonly everything: boolean;
  readonly #lower: string;
  readonly #colon: number;
  /** Where the first wildcard stands; -1 for none. */
  readonly #wildcard: number;
  /** Of a pattern whose only wildcard is a `*` at the end: what stands in front of it. */
  readonly #start: string | undefined;
  #service: Glob | undefined;
  #name: Glob | undefined;

  constructor(text: string) {
    this.everything = text === '*';
    this.#lower = text.toLowerCase();
    // A wildcard in the prefix stays within the prefix: the pattern is split at its first colon.
    this.#colon = this.#lower.indexOf(':');
    this.#wildcard = firstWildcard(this.#lower);
    const named = this.#colon !== -1 && this.#colon < this.#wildcard;
    this.#start = named && isOpenEnded(text, this.#wildcard) ? this.#lower.slice(0, -1) : undefined;
  }

  matches(action: ActionName): boolean {
    if (this.everything) return true;
    if (this.#colon === -1) return false;
    if (this.#wildcard === -1) return action.lower === this.#lower;
    if (this.#start !== undefined) return action.lower.startsWith(this.#start);
    if (!this.matchesService(action.service)) return false;
    this.#name ??= globOf(this.#lower.slice(this.#colon + 1));
    return globMatches(this.#name, action.name);
  }

  matchesService(service: string): boolean {
    if (this.#wildcard === -1 || this.#colon < this.#wildcard)
      return this.#colon === service.length && this.#lower.startsWith(service);
    this.#service ??= globOf(this.#lower.slice(0, this.#colon));
    return globMatches(this.#service, service);
  }
}

export interface ActionAnswer {
  /** Of the whole element. */
  readonly truth: Truth;
  /** The first listed pattern that matches, or -1. */
  readonly at: number;
}

export class ActionElement {
  readonly #patterns: readonly Pattern[];

  constructor(readonly node: ListNode) {
    this.#patterns = node.values.map((text) => new Pattern(text));
  }

  /** The answer that is the same for every action of a service; undefined when it depends on the action's name. */
  truthForService(service: string): Truth | undefined {
    if (this.#patterns.some((pattern) => pattern.everything)) return this.node.not ? 'no' : 'yes';
    if (this.#patterns.some((pattern) => pattern.matchesService(service))) return undefined;
    return this.node.not ? 'yes' : 'no';
  }

  /** The number of the first listed pattern that matches, or -1. */
  private find(action: ActionName): number {
    return this.#patterns.findIndex((pattern) => pattern.matches(action));
  }

  truth(facts: Facts): Truth {
    return this.answer(facts).truth;
  }

  answer({ action }: Facts): ActionAnswer {
    const at = action ? this.find(action) : -1;
    const listed = action ? truth(at !== -1) : this.listedForAny();
    return { truth: this.node.not ? not(listed) : listed, at };
  }

  /** Of an action that is not known. */
  private listedForAny(): Truth {
    if (this.#patterns.some((pattern) => pattern.everything)) return 'yes';
    return this.#patterns.length === 0 ? 'no' : 'unknown';
  }
}
