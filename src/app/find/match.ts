/** Which entries answer to what was typed, the best first. */
import type { Entry } from './entries';

/** So many are shown of a group; typing on narrows them. */
const OF_A_GROUP = 8;

/** 0: the name begins so; 1: a word of it does; 2: it stands inside; undefined: not every word was found. */
function rank(entry: Entry, words: readonly string[]): number | undefined {
  const name = entry.name.toLowerCase();
  const text = `${name} ${entry.detail.toLowerCase()} ${entry.group.toLowerCase()}`;
  let worst = 0;
  for (const word of words) {
    if (!text.includes(word)) return undefined;
    const at = name.indexOf(word);
    worst = Math.max(worst, at === 0 ? 0 : at > 0 && /[\s:/\-.]/.test(name[at - 1]!) ? 1 : at > 0 ? 2 : 3);
  }
  return worst;
}

/** The entries for a text, group by group; with no text the standing ones, what was used last on top. */
export function found(entries: readonly Entry[], text: string, used: readonly string[]): readonly Entry[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) {
    const last = used.flatMap((id): readonly Entry[] => {
      const entry = entries.find((one) => one.id === id);
      return entry === undefined ? [] : [{ ...entry, group: 'Last used' }];
    });
    return [...last, ...entries.filter(({ typed, id }) => !typed && !used.includes(id))];
  }
  const ranked = entries.flatMap((entry) => {
    const own = rank(entry, words);
    return own === undefined ? [] : [{ entry, own: used.includes(entry.id) ? own - 0.5 : own }];
  });
  const groups = new Map<Entry['group'], { best: number; list: { entry: Entry; own: number }[] }>();
  for (const one of ranked) {
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
