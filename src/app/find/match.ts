/** Which entries answer to what was typed, the best first. */
import { isNear } from './near';
import type { Entry } from './entries';

/** So many are shown of a group; typing on narrows them. */
const OF_A_GROUP = 8;

/** How well a word answers, the best first. The words that were chosen for an entry come before its name's beginning. */
const RANK = { chosen: -0.5, begins: 0, whole: 0.5, part: 1, inside: 2, told: 3, near: 4 } as const;

/** The name is all that was typed; or the action's name, without its service. */
const EXACT = { name: -1, action: -0.4 } as const;

interface Read {
  readonly name: string;
  /** What else it is called. */
  readonly also: readonly string[];
  /** Everything that is said of it. */
  readonly text: string;
}

/** Twenty thousand entries are read once, not with each key. */
const READ = new WeakMap<Entry, Read>();

function read(entry: Entry): Read {
  const kept = READ.get(entry);
  if (kept !== undefined) return kept;
  const { name, also = '', detail, group, id } = entry;
  const lower = name.toLowerCase();
  const known = {
    name: lower,
    also: also.split(' '),
    text: `${lower} ${also} ${detail.toLowerCase()} ${group.toLowerCase()} ${id.replaceAll('-', ' ')}`,
  };
  READ.set(entry, known);
  return known;
}

const hasNear = ({ name, also }: Read, word: string): boolean =>
  [...name.split(/[^a-z0-9]+/), ...also].some((part) => isNear(part, word));

const IS_EDGE = /[^a-z0-9]/;

/** How a word stands in a name: at its beginning, as a word of its own, as the beginning of a word, or inside one. */
function rankInName(name: string, word: string): number | undefined {
  let best: number | undefined;
  for (let at = name.indexOf(word); at >= 0; at = name.indexOf(word, at + 1)) {
    const after = name[at + word.length];
    const begins = at === 0 || IS_EDGE.test(name[at - 1]!);
    const ends = after === undefined || IS_EDGE.test(after);
    const own = at === 0 ? RANK.begins : !begins ? RANK.inside : ends ? RANK.whole : RANK.part;
    best = Math.min(best ?? own, own);
  }
  return best;
}

function rankOfWord(entry: Read, word: string): number | undefined {
  if (entry.also.includes(word)) return RANK.chosen;
  return rankInName(entry.name, word) ?? (entry.text.includes(word) ? RANK.told : undefined);
}

/** The worst of the words; undefined where one was not found. `near` forgives a slip of the fingers in a word. */
function rank(entry: Entry, words: readonly string[], near: boolean): number | undefined {
  const known = read(entry);
  const typed = words.join(' ');
  if (known.name === typed) return EXACT.name;
  if (known.name.endsWith(`:${typed}`)) return EXACT.action;
  let worst: number = EXACT.name;
  for (const word of words) {
    const own = rankOfWord(known, word) ?? (near && hasNear(known, word) ? RANK.near : undefined);
    if (own === undefined) return undefined;
    worst = Math.max(worst, own);
  }
  return worst;
}

interface Ranked {
  readonly entry: Entry;
  readonly own: number;
}

function ranked(
  entries: readonly Entry[],
  words: readonly string[],
  used: readonly string[],
  near: boolean,
): readonly Ranked[] {
  return entries.flatMap((entry) => {
    const own = rank(entry, words, near);
    if (own === undefined) return [];
    return [{ entry, own: own - (used.includes(entry.id) ? 0.5 : 0) - (entry.usual === true ? 0.1 : 0) }];
  });
}

/**
 * The entries for a text, group by group; with no text the standing ones, what was used last on top. Where nothing has
 * the words as they were typed, those that have nearly such words.
 */
export function found(entries: readonly Entry[], text: string, used: readonly string[]): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    const last = used.flatMap((id): readonly Entry[] => {
      const entry = entries.find((one) => one.id === id);
      return entry === undefined ? [] : [{ ...entry, group: 'Last used' }];
    });
    return [...last, ...entries.filter(({ typed, id }) => !typed && !used.includes(id))];
  }
  const exact = ranked(entries, words, used, false);
  const answers = exact.length > 0 ? exact : ranked(entries, words, used, true);
  const groups = new Map<Entry['group'], { best: number; list: Ranked[] }>();
  for (const one of answers) {
    const group = groups.get(one.entry.group);
    if (group === undefined) groups.set(one.entry.group, { best: one.own, list: [one] });
    else {
      group.list.push(one);
      group.best = Math.min(group.best, one.own);
    }
  }
  return [...groups.values()]
    .sort((one, other) => one.best - other.best)
    .flatMap(({ list }) => list.sort((one, other) => one.own - other.own).slice(0, OF_A_GROUP))
    .map(({ entry }) => entry);
}
