import type { ReactElement } from 'react';
import type { Progress } from '../../../lessons/progress';
import { chapterStanding } from '../../../lessons/stand';
import { CHAPTERS, type Chapter } from '../../../lessons/titles';
import { LessonLink } from '../LessonLink';
import { LessonMark } from './LessonMark';
import { countBehind, STATE_WORDS, stateOf } from './state';

interface ChapterBlockProps {
  readonly chapter: Chapter;
  readonly progress: Progress;
  readonly today: string;
  /** The lesson to go on with. */
  readonly now: string | undefined;
}

/** A chapter: what one can do after it, and its lessons, one line each. */
export function ChapterBlock({ chapter, progress, today, now }: ChapterBlockProps): ReactElement {
  const { id, title, then, lessons } = chapter;
  const known = progress.entry && chapterStanding(progress.entry, id) === 'known';
  return (
    <section className="learn-chapter" aria-labelledby={`learn-${id}`} data-known={known}>
      <h2 id={`learn-${id}`}>
        <span className="learn-n">{CHAPTERS.indexOf(chapter) + 1}</span>
        {title}
        <span className="learn-of">
          {countBehind(progress, chapter, today)} of {lessons.length}
        </span>
      </h2>
      <p>{known ? 'You know this: the test says it can be skipped.' : then}</p>
      <ol>
        {lessons.map((lesson) => {
          const state = stateOf(progress, chapter, lesson.id, today);
          return (
            <li key={lesson.id} data-state={state} data-now={lesson.id === now}>
              <LessonLink path={lesson.id} className="learn-line">
                <LessonMark state={state} />
                <span className="cut" title={lesson.title}>
                  {lesson.title}
                </span>
                <span className="hidden-text">, {STATE_WORDS[state]}</span>
              </LessonLink>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
