import { useLayoutEffect, useRef, type ReactElement } from 'react';
import { gapAfter, daysBetween } from '../../../lessons/again';
import { rightOption, standing, type Standing } from '../../../lessons/claims';
import { nextTitle } from '../../../lessons/index';
import { recordOf } from '../../../lessons/progress';
import type { Playable } from '../../../lessons/types';
import { today } from '../../../store/browser/keptProgress';
import { useProgress } from '../../../store/learn/progress';
import { askAnew, useSitting } from '../../../store/learn/sitting';
import { goTo } from '../../../store/router';
import { LessonLink } from '../LessonLink';
import { Prose } from '../Prose';
import { lessonPath } from '../path';
import { againWords, WERE } from '../words';
import { PlayButton } from './PlayButton';
import { NextLesson } from './NextLesson';

export const SO: Readonly<Record<Standing, string>> = {
  right: 'So it is.',
  rightForAnotherReason: 'The verdict is right, the reason is another.',
  wrong: 'It isn’t so.',
};

/** What one said beside what is so; then why, against the reason that was chosen; then the rule. */
export function See({ lesson }: { readonly lesson: Playable }): ReactElement {
  const record = useProgress(({ progress }) => recordOf(progress, lesson.id));
  const chosen = useSitting(({ sitting }) => sitting?.chosen) ?? record.first?.option ?? '';
  const sure = useSitting(({ sitting }) => sitting?.sure) ?? 1;
  const { ask, scenario, rule, repair } = lesson;
  const option = ask.options.find(({ id }) => id === chosen);
  const right = rightOption(ask, scenario);
  const how = option && standing(option, scenario);
  const said = option ?? right;
  const heading = useRef<HTMLHeadingElement>(null);
  // What came next takes the focus, so that it is read.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [chosen]);
  return (
    <>
      <h1 id="learn-answer" ref={heading} tabIndex={-1}>
        {lesson.title}
      </h1>
      {option && (
        <div className="learn-said">
          <small>You said, and were {WERE[sure]}</small>
          <p>
            <Prose text={option.text} />
          </p>
        </div>
      )}
      {how && <p className="learn-not">{SO[how]}</p>}
      {!option && right && (
        <p className="learn-not">
          <Prose text={right.text} />
        </p>
      )}
      {said && (
        <p>
          <Prose text={said.say} />
        </p>
      )}
      {how && how !== 'right' && right && (
        <details className="learn-sibling">
          <summary>The answer that holds</summary>
          <p>
            <Prose text={right.text} />
          </p>
        </details>
      )}
      {rule !== '' && <Rule text={rule} />}
      <div className="learn-row learn-after">
        {repair ? (
          <button
            className="btn main"
            onClick={() => goTo('learn', { path: lessonPath(lesson.id, 'repair') })}
          >
            Repair it
          </button>
        ) : null}
        <PlayButton />
        <button
          className="link"
          onClick={() => {
            askAnew();
            goTo('learn', { path: lesson.id });
          }}
        >
          Ask me again
        </button>
      </div>
      {!repair && nextTitle(lesson.id) && <NextLesson id={lesson.id} />}
    </>
  );
}

export function Rule({ text }: { readonly text: string }): ReactElement {
  return (
    <div className="learn-rule">
      <small>The rule</small>
      <p>
        <Prose text={text} />
      </p>
    </div>
  );
}

/** When it is asked again, and AWS’s page of the rule. */
export function SeeFoot({ lesson }: { readonly lesson: Playable }): ReactElement {
  const { first, due } = useProgress(({ progress }) => recordOf(progress, lesson.id));
  const inDays = due === undefined ? first && gapAfter(first) : daysBetween(today(), due);
  return (
    <>
      <span className="grow">{againWords(first, inDays)}</span>
      <LessonLink path="">Leave</LessonLink>
      {lesson.learn !== undefined && (
        <a className="link" href={lesson.learn} target="_blank" rel="noreferrer">
          AWS’s page
        </a>
      )}
    </>
  );
}
