/** The lessons. A chapter's cases are fetched when one of its lessons is opened; the list needs only `titles`. */
import { CHAPTERS, type Chapter, type LessonTitle } from './titles';
import type { ChapterId, ChapterLessons, Lesson } from './types';

const LOADERS: Readonly<Record<ChapterId, () => Promise<ChapterLessons>>> = {
  who: async () => (await import('./chapters/who')).who,
  read: async () => (await import('./chapters/read')).read,
  steps: async () => (await import('./chapters/steps')).steps,
  resource: async () => (await import('./chapters/resource')).resource,
  caps: async () => (await import('./chapters/caps')).caps,
  org: async () => (await import('./chapters/org')).org,
  roles: async () => (await import('./chapters/roles')).roles,
  conditions: async () => (await import('./chapters/conditions')).conditions,
  keys: async () => (await import('./chapters/keys')).keys,
  less: async () => (await import('./chapters/less')).less,
};

export interface PlacedTitle {
  readonly chapter: Chapter;
  readonly lesson: LessonTitle;
  /** In the chapter, from 0. */
  readonly index: number;
}

/** Every lesson's title in the order of the curriculum. */
export const LESSON_TITLES: readonly PlacedTitle[] = CHAPTERS.flatMap((chapter) =>
  chapter.lessons.map((lesson, index) => ({ chapter, lesson, index })),
);

/** The title of that id with its place, or undefined. */
export function findTitle(id: string): PlacedTitle | undefined {
  return LESSON_TITLES.find(({ lesson }) => lesson.id === id);
}

/** The lesson after that one in the curriculum; undefined after the last. */
export function nextTitle(id: string): PlacedTitle | undefined {
  const at = LESSON_TITLES.findIndex(({ lesson }) => lesson.id === id);
  return at === -1 ? undefined : LESSON_TITLES[at + 1];
}

/** The lesson of that id with its case; undefined for an unknown id. Rejects where its chapter can't be fetched. */
export async function loadLesson(id: string): Promise<Lesson | undefined> {
  const placed = findTitle(id);
  if (placed === undefined) return undefined;
  return wholeLesson(placed, await LOADERS[placed.chapter.id]());
}

/** A title and its chapter's cases, put together. */
export function wholeLesson({ chapter, lesson }: PlacedTitle, bodies: ChapterLessons): Lesson | undefined {
  const body = bodies[lesson.id];
  if (body === undefined) return undefined;
  return { ...body, ...lesson, chapter: chapter.id, scenario: { ...body.scenario, title: lesson.title } };
}
