/** Where do I stand? Ten questions, one of each construct; each next one is hard after a right answer and easy after a wrong one. */
import type { Layer } from '../case/scenario';
import type { Progress, Standing } from './progress';
import { CHAPTERS, type Chapter } from './titles';
import type { ChapterId, Construct, TestItem } from './types';

/** In the order in which they are asked, with the chapter that teaches each. */
const TAUGHT_IN: Readonly<Record<Construct, ChapterId>> = {
  deny: 'steps',
  match: 'read',
  who: 'who',
  cross: 'resource',
  caps: 'caps',
  org: 'org',
  roles: 'roles',
  absent: 'conditions',
  logic: 'conditions',
  'own-law': 'keys',
};

export const CONSTRUCTS = Object.keys(TAUGHT_IN) as readonly Construct[];

/** What each is about, for the result. */
export const CONSTRUCT_WORDS: Readonly<Record<Construct, string>> = {
  deny: 'Denies, and what nobody allows',
  match: 'Which statement fits',
  who: 'Whose policies are read',
  cross: 'Between two accounts',
  caps: 'Boundaries and session policies',
  org: 'The organization’s policies',
  roles: 'Who may assume a role',
  absent: 'Keys that are not there',
  logic: 'Several conditions',
  'own-law': 'Keys and services',
};

/** What one says of an item; `unsure` is an answer too. */
export type Saying =
  | { readonly kind: 'unsure' }
  | { readonly kind: 'said'; readonly verdict: 'Allowed' | 'Denied'; readonly at: Layer | 'both' };

export interface Said {
  readonly item: TestItem;
  readonly saying: Saying;
}

/** So many chapters behind one, and the exit test is offered; on demand it is there before. */
const CHAPTERS_FOR_EXIT = 8;

/** Is the exit test to be offered? Not on a day on which it was taken. `behind`: chapters of which every lesson is. */
export function offersExit({ exit = [] }: Progress, behind: number, today: string): boolean {
  return behind >= CHAPTERS_FOR_EXIT && !exit.some(({ on }) => on === today);
}

/** 1 for verdict and gate, a half for the verdict alone. */
export function pointsOf({ item, saying }: Said): 0 | 0.5 | 1 {
  if (saying.kind === 'unsure') return 0;
  const verdict = item.expect.decision === 'Allowed' ? 'Allowed' : 'Denied';
  if (saying.verdict !== verdict) return 0;
  return saying.at === item.expect.at ? 1 : 0.5;
}

/** The next item of the entry test; undefined after the tenth. */
export function nextEntry(items: readonly TestItem[], said: readonly Said[]): TestItem | undefined {
  const construct = CONSTRUCTS[said.length];
  if (construct === undefined) return undefined;
  const last = said.at(-1);
  const level = last === undefined || pointsOf(last) === 1 ? 2 : 1;
  return items.find((item) => item.use === 'entry' && item.construct === construct && item.level === level);
}

/** The items of the exit test, one of each construct. Where there are two of one the turn decides: another on another day. */
export function exitItems(items: readonly TestItem[], turn: number): readonly TestItem[] {
  return CONSTRUCTS.flatMap((construct) => {
    const own = items.filter((item) => item.use === 'exit' && item.construct === construct);
    const chosen = own[turn % Math.max(1, own.length)];
    return chosen === undefined ? [] : [chosen];
  });
}

/** A hard one right: known. Half right, or an easy one right: shaky. Else it is new. */
export function standingOf(said: Said): Standing {
  const points = pointsOf(said);
  if (said.item.level === 2 && points === 1) return 'known';
  return points === 1 || (said.item.level === 2 && points === 0.5) ? 'shaky' : 'new';
}

export type Stand = Readonly<Partial<Record<Construct, Standing>>>;

export function standAfter(said: readonly Said[]): Stand {
  return Object.fromEntries(said.map((one) => [one.item.construct, standingOf(one)]));
}

/** How a chapter stands by its constructs: the weakest of them; undefined for one that no item asks about. */
export function chapterStanding(stand: Stand, chapter: ChapterId): Standing | undefined {
  const own = CONSTRUCTS.filter((construct) => TAUGHT_IN[construct] === chapter).map((one) => stand[one]);
  if (own.length === 0 || own.includes(undefined)) return undefined;
  return (['new', 'shaky', 'known'] as const).find((standing) => own.includes(standing));
}

export function chapterOf(construct: Construct): Chapter {
  return CHAPTERS.find(({ id }) => id === TAUGHT_IN[construct])!;
}

/** What is recommended: the last two lessons of a shaky chapter, all of a new one; a known one is skipped. */
export function recommended(stand: Stand, { id, lessons }: Chapter): readonly string[] {
  const standing = chapterStanding(stand, id);
  if (standing === 'known') return [];
  return (standing === 'shaky' ? lessons.slice(-2) : lessons).map((lesson) => lesson.id);
}
