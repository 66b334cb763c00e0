import { useEffect, type ReactElement } from 'react';
import { beginProgress } from '../../store/learn/progress';
import { sitDown, useSitting } from '../../store/learn/sitting';
import { Again } from './again/Again';
import { LearnList } from './list/LearnList';
import { LessonLink } from './LessonLink';
import { MakeLesson } from './make/MakeLesson';
import { LessonView } from './LessonView';
import './column/column.css';
import { readLearnPath } from './path';
import { Stand } from './stand/Stand';
import type { EditorTools } from './stage/tools';

interface LearnProps {
  /** Behind `#/learn/`. */
  readonly path: string;
  readonly tools: EditorTools;
}

/** The place where IAM is learnt. */
export function Learn({ path, tools }: LearnProps): ReactElement {
  // Before the first drawing: what was kept decides what is drawn.
  beginProgress();
  const where = readLearnPath(path);
  switch (where.kind) {
    case 'list':
      return <LearnList />;
    case 'entry':
    case 'exit':
      return <Stand key={where.kind} use={where.kind} />;
    case 'again':
      return <Again tools={tools} />;
    case 'make':
      return <MakeLesson />;
    case 'lesson':
      return <OpenLesson id={where.id} phase={where.phase} tools={tools} />;
  }
}

function OpenLesson({
  id,
  phase,
  tools,
}: Omit<LearnProps, 'path'> & {
  readonly id: string;
  readonly phase: Parameters<typeof LessonView>[0]['phase'];
}): ReactElement {
  const { sitting, problem } = useSitting();
  useEffect(() => void sitDown(id), [id]);
  if (sitting?.lesson.id === id) return <LessonView key={id} sitting={sitting} phase={phase} tools={tools} />;
  return (
    <div className="learn-message">
      {problem === undefined ? (
        <p>Loading the lesson…</p>
      ) : (
        <>
          <h1 tabIndex={-1}>
            {problem === 'unknown' ? 'There is no such lesson' : 'The lesson could not be loaded'}
          </h1>
          <p>
            {problem === 'unknown'
              ? 'The link names a lesson that this page does not have. It may have been renamed.'
              : 'Is the page still being served? The others may be here already.'}
          </p>
          <p>
            <LessonLink path="" className="btn line">
              All lessons
            </LessonLink>
          </p>
        </>
      )}
    </div>
  );
}
