import type { ReactElement, ReactNode } from 'react';
import type { Judged } from '../../../lessons/judge';
import type { Playable } from '../../../lessons/types';
import { useProgress } from '../../../store/learn/progress';
import { LessonLink } from '../LessonLink';
import { lessonPath, type Phase } from '../path';
import { ColumnHead, Steps } from './ColumnHead';
import { CopyLesson, ShareAttempt } from './CopyLesson';
import { Done } from './Done';
import { Predict } from './Predict';
import { Repair } from './Repair';
import { See, SeeFoot } from './See';
import './column.css';

interface LessonColumnProps {
  readonly lesson: Playable;
  readonly phase: Phase;
  readonly judged: Judged | undefined;
  readonly hiddenSeen: boolean;
  readonly beyond: ReactNode;
}

/** The lesson beside the case: one step at a time, from top to bottom. */
export function LessonColumn({ lesson, phase, judged, hiddenSeen, beyond }: LessonColumnProps): ReactElement {
  return (
    <aside className="learn-column" aria-label="Lesson">
      <ColumnHead id={lesson.id} />
      <Steps lesson={lesson} phase={phase} />
      <div className="learn-body" key={phase}>
        <Content lesson={lesson} phase={phase} judged={judged} hiddenSeen={hiddenSeen} beyond={beyond} />
      </div>
      <div className="learn-foot">
        <Foot lesson={lesson} phase={phase} />
      </div>
    </aside>
  );
}

function Content({ lesson, phase, judged, hiddenSeen, beyond }: LessonColumnProps): ReactElement {
  const { repair } = lesson;
  if (phase === 'repair' && repair && judged)
    return <Repair lesson={{ ...lesson, repair }} judged={judged} hiddenSeen={hiddenSeen} />;
  if (phase === 'done' && repair && judged)
    return <Done lesson={{ ...lesson, repair }} judged={judged} beyond={beyond} />;
  return phase === 'predict' ? <Predict lesson={lesson} /> : <See lesson={lesson} />;
}

function Foot({ lesson, phase }: { readonly lesson: Playable; readonly phase: Phase }): ReactElement {
  const forgetful = useProgress((state) => state.forgetful);
  const kept = forgetful ? 'Not kept by this browser' : 'Kept in this browser only';
  switch (phase) {
    case 'predict':
      return (
        <>
          <span className="grow">{kept}</span>
          {lesson.repair && <LessonLink path={lessonPath(lesson.id, 'repair')}>Skip</LessonLink>}
          <LessonLink path="">Leave</LessonLink>
        </>
      );
    case 'see':
      return <SeeFoot lesson={lesson} />;
    case 'repair':
      return (
        <>
          <span className="grow">Checked with each keystroke</span>
          <ShareAttempt />
          <LessonLink path="">Leave</LessonLink>
        </>
      );
    case 'done':
      return (
        <>
          <span className="grow">{kept}</span>
          <CopyLesson lesson={lesson} phase="predict" />
        </>
      );
  }
}
