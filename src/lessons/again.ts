/** Later questions: the same rule in other clothes, after even gaps. */
import { findTitle } from './index';
import { recordOf, withRecord, type Answer, type LessonRecord, type Progress } from './progress';

/** At most so many on one day. */
export const A_DAY = 6;

/** The second and last later question. */
const ONCE_MORE = 21;

const DAY_MS = 86_400_000;

/** A day so many days later; days are `2026-11-30`. */
export function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** From one day to another, in days. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
}

/** After how many days it is asked again: sure errors are corrected best, and come back if they are not asked again. */
export function gapAfter({ right, sure, option }: Answer): number {
  if (option === '') return 2;
  if (right) return sure === 0 ? 3 : 7;
  return sure === 2 ? 1 : 2;
}

/** The first answer to a lesson's question; a later one of the same lesson changes nothing. */
export function answered(progress: Progress, id: string, answer: Answer, today: string): Progress {
  if (recordOf(progress, id).first !== undefined) return progress;
  return withRecord(progress, id, { first: answer, due: daysAfter(today, gapAfter(answer)) });
}

/** The puzzle is solved. A solution that was shown is seen, and comes back. */
export function solved(progress: Progress, id: string, how: 'self' | 'shown', today: string): Progress {
  const record = recordOf(progress, id);
  const before = record.solved === 'self' ? 'self' : how;
  const due = how === 'shown' && record.due === undefined ? daysAfter(today, 2) : record.due;
  return withRecord(progress, id, { solved: before, due });
}

/** A later question answered: right and for the first time, once more after three weeks; then never again. */
export function answeredAgain(progress: Progress, id: string, answer: Answer, today: string): Progress {
  const { again = 0 } = recordOf(progress, id);
  const due = !answer.right
    ? daysAfter(today, gapAfter(answer))
    : again === 0
      ? daysAfter(today, ONCE_MORE)
      : undefined;
  const { asked } = progress;
  const count = asked?.on === today ? asked.count + 1 : 1;
  return {
    ...withRecord(progress, id, { again: answer.right ? again + 1 : again, due }),
    asked: { on: today, count },
  };
}

export function isDue({ due }: LessonRecord, today: string): boolean {
  return due !== undefined && due <= today;
}

/** The later questions of today, chapters mixed: the longest due of each chapter in turn. No more than are left of the day's. */
export function dueToday(progress: Progress, today: string): readonly string[] {
  const left = A_DAY - (progress.asked?.on === today ? progress.asked.count : 0);
  const due = Object.entries(progress.lessons)
    .filter(([id, record]) => isDue(record, today) && findTitle(id) !== undefined)
    .sort(([, one], [, other]) => (one.due! < other.due! ? -1 : one.due === other.due ? 0 : 1))
    .map(([id]) => id);
  return mixed(due).slice(0, Math.max(0, left));
}

function mixed(ids: readonly string[]): readonly string[] {
  const byChapter = new Map<string, string[]>();
  for (const id of ids) {
    const chapter = findTitle(id)!.chapter.id;
    byChapter.set(chapter, [...(byChapter.get(chapter) ?? []), id]);
  }
  const lists = [...byChapter.values()];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, round) =>
    lists.flatMap((list) => list.slice(round, round + 1)),
  ).flat();
}
