/** Every lesson at once: for tests and programs outside the page, which fetches a chapter at a time. */
import { caps } from './chapters/caps';
import { conditions } from './chapters/conditions';
import { keys } from './chapters/keys';
import { less } from './chapters/less';
import { org } from './chapters/org';
import { read } from './chapters/read';
import { resource } from './chapters/resource';
import { roles } from './chapters/roles';
import { steps } from './chapters/steps';
import { who } from './chapters/who';
import { LESSON_TITLES, wholeLesson } from './index';
import type { ChapterId, ChapterLessons, Lesson } from './types';

const BODIES: Readonly<Record<ChapterId, ChapterLessons>> = {
  who,
  read,
  steps,
  resource,
  caps,
  org,
  roles,
  conditions,
  keys,
  less,
};

/** In the order of the curriculum. */
export const LESSONS: readonly Lesson[] = LESSON_TITLES.flatMap((placed) => {
  const lesson = wholeLesson(placed, BODIES[placed.chapter.id]);
  return lesson === undefined ? [] : [lesson];
});
