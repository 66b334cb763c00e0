/**
 * Many languages at once: every combination of them that some text of a domain can be in, each with a shortest text.
 * A breadth-first walk over the states of all of them together. Complete, or `cut`.
 */
import { ALL, DEAD } from './language';
import type { Language } from './language';
import { codesOf } from './tokens';
import type { CharSet, Pattern } from './tokens';

export interface Domain {
  readonly within: Language;
  /** Texts of it that are none. */
  readonly except?: Language;
}

export interface TextClass {
  /** The numbers of the languages that hold the text. */
  readonly label: readonly number[];
  readonly text: string;
}

export type LanguageStanding = (at: number) => 'sure' | 'out' | 'open';

export interface JointOptions {
  /** How many states at most. */
  readonly cap: number;
  readonly stop?: () => boolean;
  /**
   * Which languages still matter to a text that begins like this? Undefined: the text does not. `sure`: languages that
   * hold whatever follows; `out`: those that hold nothing of it. Asked once for each way in which the languages can
   * stand; of one that does not matter the labels tell nothing.
   */
  readonly matters?: (standing: LanguageStanding) => ((at: number) => boolean) | undefined;
}

export interface Joint {
  readonly classes: readonly TextClass[];
  readonly states: number;
  readonly cut: boolean;
}

interface Node {
  readonly states: readonly number[];
  readonly from: number;
  readonly code: number;
}

const PREFERRED = codesOf("xyzwvqjk0123456789-_/.abcdefghilmnoprstuABCDEFGHIJKLMNOPQRSTUVWXYZ:+=,@ !'()$*?");
/** A shortest text that a pattern matches, of characters that read well; undefined where some set holds none of these. */
export function shortest(pattern: Pattern): string | undefined {
  const codes: number[] = [];
  for (const token of pattern) {
    if (token.kind === 'run' || token.kind === 'runOf') continue;
    const code =
      token.kind === 'char'
        ? token.code
        : PREFERRED.find((one) => (token.kind === 'of' ? token.set.has(one) : token.bar !== one));
    if (code === undefined) return undefined;
    codes.push(code);
  }
  return String.fromCodePoint(...codes);
}

/** Code points for private use: characters that no policy names. */
const PRIVATE = 0xe000;

const setIds = new WeakMap<CharSet, number>();
let lastId = 0;

function idOf(set: CharSet): number {
  let id = setIds.get(set);
  if (id === undefined) {
    id = lastId += 1;
    setIds.set(set, id);
  }
  return id;
}

/** Characters by which of the sets hold them, those that read best in front; the same for many states. */
const groupsOfSets = new Map<string, readonly (readonly number[])[]>();
const MOST_GROUPS = 500;

function groupsOf(sets: readonly CharSet[]): readonly (readonly number[])[] {
  const key = sets.map(idOf).join();
  let groups = groupsOfSets.get(key);
  if (!groups) {
    const found = new Map<string, Set<number>>();
    for (const code of [...PREFERRED, ...sets.flatMap((set) => [...set])]) {
      const held = sets.map((set) => (set.has(code) ? '1' : '0')).join('');
      found.set(held, (found.get(held) ?? new Set()).add(code));
    }
    groups = [...found.values()].map((codes) => [...codes]);
    if (groupsOfSets.size >= MOST_GROUPS) groupsOfSets.clear();
    groupsOfSets.set(key, groups);
  }
  return groups;
}

/** A character for each way in which the sets can hold one that is not named. */
function freshCodes(named: ReadonlySet<number>, sets: readonly CharSet[]): readonly number[] {
  const found: number[] = [];
  let isOutside = false;
  for (const group of groupsOf(sets)) {
    const code = group.find((one) => !named.has(one));
    if (code === undefined) continue;
    found.push(code);
    isOutside ||= sets.every((set) => !set.has(code));
  }
  if (isOutside) return found;
  let code = PRIVATE;
  while (named.has(code)) code += 1;
  return [...found, code];
}

type Matters = NonNullable<JointOptions['matters']>;

/**
 * Leaves out of a state the open languages that do not matter, so that states that differ in nothing else are one; false
 * where nothing can come of it. Beginnings that leave the languages standing alike are alike in this.
 */
function narrowing(matters: Matters, count: number): (states: number[]) => boolean {
  const known = new Map<string, readonly number[] | undefined>();
  return (states) => {
    let key = '';
    for (let at = 0; at < count; at += 1) key += states[at] === ALL ? '1' : states[at] === DEAD ? '0' : '?';
    let idle = known.get(key);
    if (idle === undefined && !known.has(key)) {
      const isLeft = matters((at) => (states[at] === ALL ? 'sure' : states[at] === DEAD ? 'out' : 'open'));
      const all = Array.from({ length: count }, (_, at) => at);
      idle = isLeft && all.filter((at) => states[at]! > ALL && !isLeft(at));
      known.set(key, idle);
    }
    for (const at of idle ?? []) states[at] = DEAD;
    return idle !== undefined;
  };
}

/** Numbers of states as a text, each as one character: there are tens of thousands of them to be told apart. */
function keyOf(states: readonly number[]): string {
  for (const state of states) if (state >= 0xffff) return states.join();
  return String.fromCharCode(...states);
}

/** How a walk ended: how many states it saw, and whether it was cut before all of them. */
export interface Walked {
  readonly states: number;
  readonly cut: boolean;
}

/** All classes of texts of the domain, as far as the languages can tell them apart. */
export function classesOf(languages: readonly Language[], domain: Domain, options: JointOptions): Joint {
  const classes: TextClass[] = [];
  const walk = walkClasses(languages, domain, options);
  for (;;) {
    const { done, value } = walk.next();
    if (done) return { classes, ...value };
    classes.push(value);
  }
}

/** The same one after the other, each worked out when it is asked for; those of short texts come first. */
export function* walkClasses(
  languages: readonly Language[],
  domain: Domain,
  options: JointOptions,
): Generator<TextClass, Walked> {
  const { cap, stop, matters } = options;
  const all: readonly Language[] = [...languages, domain.within, ...(domain.except ? [domain.except] : [])];
  const count = languages.length;
  const start = all.map((language) => language.start);
  const narrow = matters && narrowing(matters, count);
  if (narrow?.(start) === false) return { states: 0, cut: false };
  const queue: Node[] = [{ states: start, from: -1, code: 0 }];
  const known = new Set<string>([keyOf(start)]);
  const found = new Set<string>();
  // Most steps lead to what is known, and need no list of their own.
  const next = start.slice();
  for (let head = 0; head < queue.length; head += 1) {
    const { states } = queue[head]!;
    const spoiled = domain.except?.accepts(states[count + 1]!) === true;
    if (!spoiled && domain.within.accepts(states[count]!)) {
      const label: number[] = [];
      for (let at = 0; at < count; at += 1) if (all[at]!.accepts(states[at]!)) label.push(at);
      const key = label.join();
      if (!found.has(key)) {
        found.add(key);
        yield { label, text: textAt(queue, head) };
      }
    }
    if (queue.length > cap || ((head & 255) === 255 && stop?.() === true))
      return { states: queue.length, cut: true };
    for (const code of domain.within.only(states[count]!) ?? codesAfter(all, states)) {
      if (domain.within.step(states[count]!, code) === DEAD) continue;
      let isAsBefore = true;
      for (let at = 0; at < all.length; at += 1) {
        const state = all[at]!.step(states[at]!, code);
        if (state <= ALL && states[at]! > ALL && at < count) isAsBefore = false;
        next[at] = state;
      }
      if (narrow && !isAsBefore && !narrow(next)) continue;
      if (settled(next, count, found)) continue;
      const key = keyOf(next);
      if (known.has(key)) continue;
      known.add(key);
      queue.push({ states: next.slice(), from: head, code });
    }
  }
  return { states: queue.length, cut: false };
}

/** The characters that lead on from a state of all languages in all the ways that there are. */
function codesAfter(all: readonly Language[], states: readonly number[]): readonly number[] {
  const named = new Set<number>();
  const sets: CharSet[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const state = states[at]!;
    if (state <= ALL) continue;
    for (const code of all[at]!.named(state)) named.add(code);
    for (const set of all[at]!.sets(state)) if (!sets.includes(set)) sets.push(set);
  }
  return [...named, ...freshCodes(named, sets)];
}

function textAt(queue: readonly Node[], at: number): string {
  const codes: number[] = [];
  for (let node = queue[at]!; node.from !== -1; node = queue[node.from]!) codes.push(node.code);
  return String.fromCodePoint(...codes.reverse());
}

/** Is every language decided whatever follows, and what follows already found? Then only one way on is needed. */
function settled(states: readonly number[], count: number, found: ReadonlySet<string>): boolean {
  for (let at = 0; at < count; at += 1) if (states[at]! > ALL) return false;
  const label: number[] = [];
  for (let at = 0; at < count; at += 1) if (states[at] === ALL) label.push(at);
  return found.has(label.join());
}
