import { useLayoutEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { daysBetween } from '../../../lessons/again';
import type { Judged } from '../../../lessons/judge';
import { recordOf, type LessonRecord } from '../../../lessons/progress';
import type { Playable, Repair } from '../../../lessons/types';
import { today } from '../../../store/browser/keptProgress';
import { useProgress } from '../../../store/learn/progress';
import { goTo } from '../../../store/router';
import { lessonPath } from '../path';
import { count, days, DECISION_WORDS, ordinal, WERE } from '../words';
import { NextLesson } from './NextLesson';
import { PlayButton } from './PlayButton';
import { Rule } from './See';
import { Solutions } from './Solutions';
import { TestRows } from './TestRows';

interface DoneProps {
  readonly lesson: Playable & { readonly repair: Repair };
  readonly judged: Judged;
  /** What the solution opens, and what an opponent found. */
  readonly beyond: ReactNode;
}

/** All tests, the rule, three facts, and where to go on. */
export function Done({ lesson, judged, beyond }: DoneProps): ReactElement {
  const record = useProgress(({ progress }) => recordOf(progress, lesson.id));
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [lesson.id]);
  const { solved, visible, hidden } = judged;
  const shown = record.solved === 'shown';
  return (
    <>
      <h1 id="learn-answer" ref={heading} tabIndex={-1}>
        {!solved ? 'Not as it stands' : shown ? 'Seen' : 'Solved'}
      </h1>
      <p>
        {solved
          ? `${count(visible.length + (hidden?.length ?? 0), 'test')} pass, the hidden ones too.${shown ? ' The solution was shown, so the lesson comes back.' : ''}`
          : 'The case was changed since, and fails a test.'}
      </p>
      <TestRows repair={lesson.repair} judged={judged} hiddenSeen />
      {solved && beyond}
      {lesson.rule !== '' && <Rule text={lesson.rule} />}
      <h2>For you</h2>
      <Facts lesson={lesson} record={record} />
      <NextLesson id={lesson.id} />
      <div className="learn-row learn-after">
        <PlayButton />
        <button className="btn line" onClick={() => goTo('learn', { path: lessonPath(lesson.id, 'repair') })}>
          Change it further
        </button>
      </div>
      <Solutions lesson={lesson} />
    </>
  );
}

function Facts({
  lesson,
  record: { first, solved, tries = 1, hints = 0, due },
}: {
  readonly lesson: Playable;
  readonly record: LessonRecord;
}): ReactElement {
  const said = lesson.ask.options.find(({ id }) => id === first?.option);
  const predicted =
    first === undefined
      ? 'Not answered.'
      : said === undefined
        ? 'Shown without an answer.'
        : `${DECISION_WORDS[said.claims.decision]}, ${WERE[first.sure]}. ${first.right ? 'It was so.' : 'It was otherwise.'}`;
  return (
    <dl className="learn-facts">
      <dt>Predicted</dt>
      <dd>{predicted}</dd>
      <dt>Repaired</dt>
      <dd>
        {solved === 'shown' ? 'The solution was shown' : `${ordinal(Math.max(1, tries))} try`}
        {`, ${hints === 0 ? 'no hint' : `${count(Math.min(hints, 3), 'hint')} of 3`}`}
      </dd>
      <dt>Again</dt>
      <dd>
        {due === undefined ? 'Not asked again' : `${days(daysBetween(today(), due))}, with another case`}
      </dd>
    </dl>
  );
}
