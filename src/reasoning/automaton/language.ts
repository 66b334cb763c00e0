/**
 * What some patterns match together, as an automaton that is worked out as far as it is walked. Lists of a policy are
 * determined by themselves and once, so that joining many of them costs no more than their states.
 */
import type { CharSet, Pattern, Token } from './tokens';

/** What is named in some positions, and whether one of them is the end of a pattern. */
interface Seen {
  readonly accepts: boolean;
  /** Characters that some position names. */
  readonly named: readonly number[];
  readonly sets: readonly CharSet[];
  /** Some position takes characters that nothing names. */
  readonly takesAny: boolean;
}

/**
 * Runs without a bar that were reached: they read every character and stay, and so does what stands behind them. Most
 * positions of a state are of this kind where patterns begin with a wildcard, and are worked out once.
 */
interface Held extends Seen {
  readonly runs: readonly number[];
  /** The runs, and what can be read next behind them. */
  readonly base: ReadonlySet<number>;
  readonly reached: Map<number, readonly number[]>;
}

interface State extends Seen {
  readonly held: Held;
  /** Positions besides those that are held. */
  readonly positions: readonly number[];
  readonly next: Map<number, number>;
}

/** No text goes on from here. */
export const DEAD = 0;
/** Every text that goes on from here is matched. */
export const ALL = 1;

const END: Token = { kind: 'of', set: new Set() };
const NOTHING: Seen = { accepts: false, named: [], sets: [], takesAny: false };

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

const isRun = ({ kind }: Token): boolean => kind === 'run' || kind === 'runOf';
const byNumber = (a: number, b: number): number => a - b;

export class Language {
  /** All patterns one after the other, each closed by a token that reads nothing. */
  readonly #tokens: Token[] = [];
  readonly #isEnd: boolean[] = [];
  /** A run at the end of a pattern without a bar. */
  readonly #absorbs: boolean[] = [];
  readonly #states: State[] = [];
  readonly #known = new Map<string, number>();
  readonly #held = new Map<string, Held>();
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
    const none = this.holding([]);
    const fixed = { ...NOTHING, held: none, positions: [] };
    this.#states.push({ ...fixed, next: new Map() }, { ...fixed, accepts: true, next: new Map() });
    this.start = this.enter(none, starts);
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

  /** The only characters that a text can go on with from here; undefined: there are others. */
  only(state: number): readonly number[] | undefined {
    const { named, sets, takesAny } = this.#states[state]!;
    return state > ALL && !takesAny && sets.length === 0 ? named : undefined;
  }

  step(state: number, code: number): number {
    if (state <= ALL) return state;
    const { next, positions, held } = this.#states[state]!;
    const known = next.get(code);
    if (known !== undefined) return known;
    const to = this.enter(held, [...this.behindHeld(held, code), ...this.read(positions, code)]);
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

  /** Where reading a character leads from some positions. */
  private read(positions: Iterable<number>, code: number): number[] {
    const reached: number[] = [];
    for (const at of positions) {
      const token = this.#tokens[at]!;
      if (reads(token, code)) reached.push(isRun(token) ? at : at + 1);
    }
    return reached;
  }

  private behindHeld(held: Held, code: number): readonly number[] {
    let reached = held.reached.get(code);
    if (!reached) {
      reached = this.read(held.base, code).filter((at) => !held.base.has(at));
      held.reached.set(code, reached);
    }
    return reached;
  }

  /** These positions and what stands behind runs that may be empty; undefined where all that follows is matched. */
  private closure(reached: Iterable<number>): Set<number> | undefined {
    const seen = new Set<number>();
    for (const first of reached) {
      for (let at = first; !seen.has(at); at += 1) {
        if (this.#absorbs[at]) return undefined;
        seen.add(at);
        if (!isRun(this.#tokens[at]!)) break;
      }
    }
    return seen;
  }

  private holding(runs: readonly number[]): Held {
    const key = runs.join();
    let held = this.#held.get(key);
    if (!held) {
      const base = this.closure(runs) ?? new Set<number>();
      held = { runs, base, reached: new Map(), ...this.seenIn(base, NOTHING) };
      this.#held.set(key, held);
    }
    return held;
  }

  /** The state of these positions, and of those that are held. */
  private enter(before: Held, reached: readonly number[]): number {
    const all = this.closure(reached);
    if (!all) return ALL;
    const isHeld = (at: number): boolean => {
      const token = this.#tokens[at]!;
      return token.kind === 'run' && token.bar === 0;
    };
    const runs = [...all].filter((at) => isHeld(at) && !before.base.has(at));
    const held = runs.length === 0 ? before : this.holding([...before.runs, ...runs].sort(byNumber));
    const positions = [...all].filter((at) => !held.base.has(at)).sort(byNumber);
    if (positions.length === 0 && held.runs.length === 0) return DEAD;
    const key = `${held.runs.join()} ${positions.join()}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const state = { held, positions, next: new Map<number, number>(), ...this.seenIn(positions, held) };
    this.#known.set(key, this.#states.length);
    return this.#states.push(state) - 1;
  }

  private seenIn(positions: Iterable<number>, besides: Seen): Seen {
    const named = new Set(besides.named);
    const sets = new Set(besides.sets);
    let { accepts, takesAny } = besides;
    for (const at of positions) {
      const token = this.#tokens[at]!;
      if (this.#isEnd[at]) accepts = true;
      else if (token.kind === 'char') named.add(token.code).add(token.other);
      else if (token.kind === 'one' || token.kind === 'run') {
        takesAny = true;
        if (token.bar !== 0) named.add(token.bar);
      } else sets.add(token.set);
    }
    return { accepts, named: [...named], sets: [...sets], takesAny };
  }
}
