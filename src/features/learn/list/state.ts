/** How a lesson stands in the list. */
import { isDue } from '../../../lessons/again';
import { recordOf, type Progress } from '../../../lessons/progress';
import { recommended } from '../../../lessons/stand';
import { CHAPTERS, type Chapter } from '../../../lessons/titles';
import { LESSON_TITLES, type PlacedTitle } from '../../../lessons/index';

export type LessonState = 'new' | 'seen' | 'done' | 'due' | 'skip';

export const STATE_WORDS: Readonly<Record<LessonState, string>> = {
  new: 'not yet',
  seen: 'seen',
  done: 'solved',
  due: 'due again',
  skip: 'can be skipped',
};

export function stateOf(progress: Progress, chapter: Chapter, id: string, today: string): LessonState {
  const record = recordOf(progress, id);
  if (isDue(record, today)) return 'due';
  if (record.solved === 'self') return 'done';
  if (record.solved !== undefined || record.first !== undefined) return 'seen';
  return progress.entry && !recommended(progress.entry, chapter).includes(id) ? 'skip' : 'new';
}

/** How many of a chapter are behind one: solved or seen, or to be skipped. */
export function countBehind(progress: Progress, chapter: Chapter, today: string): number {
  return chapter.lessons.filter(({ id }) => stateOf(progress, chapter, id, today) !== 'new').length;
}

/** How many chapters have every lesson behind one. */
export function chaptersBehind(progress: Progress, today: string): number {
  return CHAPTERS.filter((chapter) => countBehind(progress, chapter, today) === chapter.lessons.length)
    .length;
}

/** The lesson to go on with: one that was begun, else the first that is new; undefined where none is left. */
export function nextUp(progress: Progress, today: string): PlacedTitle | undefined {
  const begun = LESSON_TITLES.find(({ lesson }) => {
    const { draft, solved } = recordOf(progress, lesson.id);
    return draft !== undefined && solved === undefined;
  });
  return (
    begun ??
    LESSON_TITLES.find(({ chapter, lesson }) => stateOf(progress, chapter, lesson.id, today) === 'new')
  );
}
