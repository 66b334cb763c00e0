import type { ReactElement } from 'react';
import { A_DAY, dueToday } from '../../../lessons/again';
import { factsOf, type Progress } from '../../../lessons/progress';
import type { PlacedTitle } from '../../../lessons/index';
import { count } from '../words';
import { offersExit } from '../../../lessons/stand';
import { LessonLink } from '../LessonLink';
import { Keeping } from './Keeping';
import { chaptersBehind } from './state';

interface ListAsideProps {
  readonly progress: Progress;
  readonly today: string;
  readonly next: PlacedTitle | undefined;
}

/** Beside the chapters: go on, what is due, where one stands, facts, and where they are kept. */
export function ListAside({ progress, today, next }: ListAsideProps): ReactElement {
  const due = dueToday(progress, today);
  const lastExit = progress.exit?.at(-1);
  const { predicted, certainAndWrong, solved, certain } = factsOf(progress);
  return (
    <aside className="learn-aside" aria-label="Your lessons">
      <h1 id="learn-answer" tabIndex={-1}>
        Learn IAM, case by case
      </h1>
      <p>
        Say what AWS will do, watch it happen, repair it. Three to eight minutes each, in any order. Being
        wrong here is the cheap place for it.
      </p>
      {next && (
        <section className="learn-card" data-main="true">
          <h2>
            {predicted.of === 0 ? 'Begin' : 'Go on'}: {next.lesson.title}
          </h2>
          <p>
            {next.chapter.title}, {next.index + 1} of {next.chapter.lessons.length} · {next.lesson.minutes}{' '}
            minutes
          </p>
          <LessonLink path={next.lesson.id} className="btn main">
            Open the lesson
          </LessonLink>
        </section>
      )}
      {due.length > 0 && (
        <section className="learn-card">
          <h2>{due.length === 1 ? '1 question is due again' : `${due.length} questions are due again`}</h2>
          <p>From lessons that you answered wrong, or a while ago. At most {A_DAY} a day.</p>
          <LessonLink path="again" className="btn line">
            Answer them
          </LessonLink>
        </section>
      )}
      {offersExit(progress, chaptersBehind(progress, today), today) && (
        <section className="learn-card" data-main={next === undefined}>
          <h2>The test at the end</h2>
          <p>
            Ten cases that were in no lesson.
            {lastExit !== undefined && ` The last time it was ${lastExit.points} of 10.`}
          </p>
          <LessonLink path="exit" className={next === undefined ? 'btn main' : 'btn line'}>
            Take it
          </LessonLink>
        </section>
      )}
      <section className="learn-card">
        <h2>Where do I stand?</h2>
        <p>
          {progress.entry
            ? 'The chapters are marked by what you knew. Ten cases again, whenever you like.'
            : 'Ten cases that fit themselves to you. They tell which chapters you can skip.'}
        </p>
        <p className="learn-row">
          <LessonLink path="test" className="btn line">
            {progress.entry ? 'Once more' : 'Start'}
          </LessonLink>
          <LessonLink path="exit">The test at the end</LessonLink>
        </p>
      </section>
      <p className="learn-own">
        <LessonLink path="make">Make a lesson of your case</LessonLink>
      </p>
      {predicted.of > 0 && (
        <dl className="learn-numbers">
          <dt>Predicted right at the first try</dt>
          <dd>
            {predicted.right} of {predicted.of}
          </dd>
          <dt>Certain, and wrong</dt>
          <dd>{certainAndWrong}</dd>
          <dt>Puzzles solved</dt>
          <dd>
            {solved.self} of {solved.of}
          </dd>
          {certain.of > 0 && (
            <dt className="learn-wide">
              Of {count(certain.of, 'answer')} you were certain of, {certain.right}{' '}
              {certain.right === 1 ? 'was' : 'were'} right.
            </dt>
          )}
        </dl>
      )}
      <Keeping />
    </aside>
  );
}
