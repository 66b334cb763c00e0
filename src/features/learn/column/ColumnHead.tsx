import type { ReactElement } from 'react';
import { LESSON_TITLES, findTitle } from '../../../lessons/index';
import type { Playable } from '../../../lessons/types';
import { Icon } from '../../../ui/Icon';
import { LessonLink } from '../LessonLink';
import { PHASES, type Phase } from '../path';

const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  predict: 'Predict',
  see: 'See',
  repair: 'Repair',
  done: 'Done',
};

/** Back to the chapters, and to the lessons before and after. */
export function ColumnHead({ id }: { readonly id: string }): ReactElement {
  const placed = findTitle(id);
  const at = LESSON_TITLES.findIndex(({ lesson }) => lesson.id === id);
  const before = LESSON_TITLES[at - 1];
  const after = at === -1 ? undefined : LESSON_TITLES[at + 1];
  return (
    <nav className="learn-head" aria-label="Lessons">
      <LessonLink path="" className="btn">
        <Icon name="left" /> Chapters
      </LessonLink>
      <span className="grow" />
      {placed && (
        <span className="dim">
          {placed.index + 1} of {placed.chapter.lessons.length}
        </span>
      )}
      {before && (
        <LessonLink
          path={before.lesson.id}
          className="btn icon"
          label={`The lesson before: ${before.lesson.title}`}
        >
          <Icon name="left" />
        </LessonLink>
      )}
      {after && (
        <LessonLink
          path={after.lesson.id}
          className="btn icon"
          label={`The lesson after: ${after.lesson.title}`}
        >
          <Icon name="right" />
        </LessonLink>
      )}
    </nav>
  );
}

/** The steps of the lesson; one without a puzzle has no third. */
export function Steps({ lesson, phase }: { readonly lesson: Playable; readonly phase: Phase }): ReactElement {
  const phases = lesson.repair ? PHASES : PHASES.filter((one) => one === 'predict' || one === 'see');
  return (
    <ol className="learn-steps" aria-label="Steps of the lesson">
      {phases.map((one) => (
        <li
          key={one}
          data-did={PHASES.indexOf(one) < PHASES.indexOf(phase)}
          aria-current={one === phase ? 'step' : undefined}
        >
          <i aria-hidden="true" />
          {PHASE_WORDS[one]}
        </li>
      ))}
    </ol>
  );
}
