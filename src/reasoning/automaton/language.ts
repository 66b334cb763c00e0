/**
 * What some patterns match together, as an automaton that is worked out as far as it is walked. Lists of a policy are
 * determined by themselves and once, so that joining many of them costs no more than their states.
 */
import type { CharSet, Pattern, Token } from './tokens';

interface State {
  readonly positions: Int32Array;
  readonly accepts: boolean;
  /** Characters that some position names. */
  readonly named: readonly number[];
  readonly sets: readonly CharSet[];
  readonly next: Map<number, number>;
}

/** No text goes on from here. */
export const DEAD = 0;
/** Every text that goes on from here is matched. */
export const ALL = 1;

const END: Token = { kind: 'of', set: new Set() };

function reads(token: Token, code: number): boolean {
  switch (token.kind) {
    case 'char':
      return token.code === code || token.other === code;
    case 'one':
    case 'run':
      return token.bar !== code;
    case 'of':
    case 'runOf':
      return token.set.has(code);
  }
}

export class Language {
  /** All patterns one after the other, each closed by a token that reads nothing. */
  readonly #tokens: Token[] = [];
  readonly #isEnd: boolean[] = [];
  /** A run at the end of a pattern without a bar. */
  readonly #absorbs: boolean[] = [];
  readonly #states: State[] = [];
  readonly #known = new Map<string, number>();
  readonly start: number;

  constructor(readonly patterns: readonly Pattern[]) {
    const starts: number[] = [];
    for (const pattern of patterns) {
      starts.push(this.#tokens.length);
      pattern.forEach((token, at) => {
        this.#tokens.push(token);
        this.#isEnd.push(false);
        this.#absorbs.push(token.kind === 'run' && token.bar === 0 && at === pattern.length - 1);
      });
      this.#tokens.push(END);
      this.#isEnd.push(true);
      this.#absorbs.push(false);
    }
    this.#states.push(
      { positions: new Int32Array(), accepts: false, named: [], sets: [], next: new Map() },
      { positions: new Int32Array(), accepts: true, named: [], sets: [], next: new Map() },
    );
    this.start = this.enter(starts);
  }

  /** How many states have been worked out. */
  get size(): number {
    return this.#states.length;
  }

  accepts(state: number): boolean {
    return this.#states[state]!.accepts;
  }

  named(state: number): readonly number[] {
    return this.#states[state]!.named;
  }

  sets(state: number): readonly CharSet[] {
    return this.#states[state]!.sets;
  }

  step(state: number, code: number): number {
    if (state <= ALL) return state;
    const { next, positions } = this.#states[state]!;
    const known = next.get(code);
    if (known !== undefined) return known;
    const reached: number[] = [];
    for (const at of positions) {
      const token = this.#tokens[at]!;
      if (!reads(token, code)) continue;
      reached.push(token.kind === 'run' || token.kind === 'runOf' ? at : at + 1);
    }
    const to = this.enter(reached);
    next.set(code, to);
    return to;
  }

  matches(text: string): boolean {
    let state = this.start;
    for (const char of text) {
      state = this.step(state, char.codePointAt(0)!);
      if (state <= ALL) return state === ALL;
    }
    return this.accepts(state);
  }

  /** The state of these positions and of what stands behind runs that may be empty. */
  private enter(reached: readonly number[]): number {
    if (reached.length === 0) return DEAD;
    const seen = new Set<number>();
    for (const first of reached) {
      for (let at = first; !seen.has(at); at += 1) {
        if (this.#absorbs[at]) return ALL;
        seen.add(at);
        const { kind } = this.#tokens[at]!;
        if (kind !== 'run' && kind !== 'runOf') break;
      }
    }
    const positions = Int32Array.from(seen).sort();
    const key = positions.join();
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const named = new Set<number>();
    const sets = new Set<CharSet>();
    let accepts = false;
    for (const at of positions) {
      const token = this.#tokens[at]!;
      if (this.#isEnd[at]) accepts = true;
      else if (token.kind === 'char') named.add(token.code).add(token.other);
      else if (token.kind === 'one' || token.kind === 'run') {
        if (token.bar !== 0) named.add(token.bar);
      } else sets.add(token.set);
    }
    const state = { positions, accepts, named: [...named], sets: [...sets], next: new Map<number, number>() };
    this.#known.set(key, this.#states.length);
    return this.#states.push(state) - 1;
  }
}
