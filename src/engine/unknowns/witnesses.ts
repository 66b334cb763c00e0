/**
 * Texts that stand for all texts, as far as some patterns can tell them apart: for every combination of patterns
 * that some text matches, one such text. Found by running all patterns side by side over growing texts.
 */
import { firstFiveColons } from '../../language/arn';
import { ANY_ONE, ANY_RUN, LITERAL } from '../../language/glob';
import type { Glob } from '../../language/glob';

export interface Pattern {
  readonly glob: Glob;
  /** `arn`: a wildcard stays within its part. `fold`: letters match in either case. */
  readonly mode: 'text' | 'fold' | 'arn';
}

interface Machine {
  readonly text: string;
  readonly wild: readonly number[] | undefined;
  readonly fold: boolean;
  /** Wildcards before this place do not match a colon. */
  readonly freeFrom: number;
}

type Places = readonly number[];
type State = readonly Places[];

export interface Witnesses {
  readonly texts: readonly string[];
  /** There may be combinations beyond those found. */
  readonly cut: boolean;
}

const STATES_TRIED = 4000;
const FRESH = 'x q z j v w k y 0 1 2 3 4 5 6 7 8 9'.split(' ');

function machineOf({ glob, mode }: Pattern): Machine | undefined {
  if (mode !== 'arn') return { ...glob, fold: mode === 'fold', freeFrom: 0 };
  if (glob.text === '*') return { ...glob, fold: false, freeFrom: 0 };
  const colons = firstFiveColons(glob.text);
  return colons && { ...glob, fold: false, freeFrom: colons[4]! + 1 };
}

const wildAt = (machine: Machine, at: number): number => machine.wild?.[at] ?? LITERAL;

/** A run of characters may be empty: the places behind it are reached as well. */
function settle(machine: Machine, places: Places): Places {
  const reached = new Set<number>();
  for (const start of places) {
    let at = start;
    reached.add(at);
    while (at < machine.text.length && wildAt(machine, at) === ANY_RUN) {
      at += 1;
      reached.add(at);
    }
  }
  return [...reached].sort((a, b) => a - b);
}

function advance(machine: Machine, places: Places, character: string): Places {
  const next: number[] = [];
  for (const at of places) {
    if (at >= machine.text.length) continue;
    const mark = wildAt(machine, at);
    const blocked = character === ':' && at < machine.freeFrom;
    if (mark === ANY_RUN && !blocked) next.push(at);
    if (mark === ANY_ONE && !blocked) next.push(at + 1);
    if (mark !== LITERAL) continue;
    const expected = machine.text.charAt(at);
    const folded = machine.fold && expected.toLowerCase() === character.toLowerCase();
    if (expected === character || folded) next.push(at + 1);
  }
  return settle(machine, next);
}

/** Characters that move some pattern on in its own way, and one that none of them names. */
function charactersToTry(machines: readonly Machine[], state: State, fresh: string): Set<string> {
  const found = new Set<string>([fresh]);
  for (const [index, machine] of machines.entries()) {
    for (const at of state[index]!) {
      if (at >= machine.text.length || wildAt(machine, at) !== LITERAL) continue;
      const character = machine.text.charAt(at);
      found.add(character);
      if (machine.fold) found.add(character.toLowerCase()).add(character.toUpperCase());
    }
  }
  return found;
}

function freshCharacter(machines: readonly Machine[]): string {
  const used = machines.map((machine) => machine.text.toLowerCase()).join('');
  return FRESH.find((character) => !used.includes(character)) ?? '\uF8FF';
}

/**
 * One text for each combination of patterns that can match together. With a `domain`, only texts that match it.
 * The empty text is left out: a value is hardly ever empty, and the callers add it where a policy lists it.
 */
export function witnesses(patterns: readonly Pattern[], domain: Pattern | undefined): Witnesses {
  const machines = [...(domain ? [domain] : []), ...patterns]
    .map(machineOf)
    .filter((machine) => machine !== undefined);
  const fresh = freshCharacter(machines);
  const keyOf = (state: State): string => state.map((places) => places.join(',')).join(';');
  const start: State = machines.map((machine) => settle(machine, [0]));
  const queue: { readonly state: State; readonly text: string }[] = [{ state: start, text: '' }];
  const seen = new Set([keyOf(start)]);
  const found = new Map<string, string>();
  for (let head = 0; head < queue.length && seen.size <= STATES_TRIED; head += 1) {
    const { state, text } = queue[head]!;
    for (const character of charactersToTry(machines, state, fresh)) {
      const next: State = machines.map((machine, at) => advance(machine, state[at]!, character));
      const accepts = machines.map((machine, at) => next[at]!.includes(machine.text.length));
      const combination = accepts.map((accepted) => (accepted ? '1' : '0')).join('');
      const inDomain = !domain || accepts[0] === true;
      if (inDomain && !found.has(combination)) found.set(combination, text + character);
      const key = keyOf(next);
      // Once every pattern, or the domain, is past hope nothing new can come.
      const dead = next.every((places) => places.length === 0) || (domain && next[0]!.length === 0);
      if (dead || seen.has(key)) continue;
      seen.add(key);
      queue.push({ state: next, text: text + character });
    }
  }
  return { texts: [...found.values()], cut: seen.size > STATES_TRIED };
}
