import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Decision } from '../../../engine/evaluation';
import { answeredAgain, dueToday } from '../../../lessons/again';
import { loadLesson } from '../../../lessons/index';
import type { Sure } from '../../../lessons/progress';
import type { Lesson } from '../../../lessons/types';
import { today } from '../../../store/browser/keptProgress';
import { evaluationOf } from '../../../store/derive';
import { changeProgress, useProgress } from '../../../store/learn/progress';
import { HowSure } from '../column/Predict';
import { Rule } from '../column/See';
import { LessonLink } from '../LessonLink';
import { Prose } from '../Prose';
import { Stage } from '../stage/Stage';
import type { EditorTools } from '../stage/tools';
import type { Handles } from '../stage/Work';
import { DECISION_WORDS } from '../words';
import '../column/column.css';

const CHOICES: readonly Decision[] = ['Allowed', 'ImplicitlyDenied', 'ExplicitlyDenied', 'Undetermined'];
const NOTHING_TO_CHANGE: Handles = {
  open: [],
  onType: () => undefined,
  onSettle: () => undefined,
  onAdd: () => undefined,
  onEdit: () => undefined,
};

/** Later questions, one after the other: each asks the rule of a lesson in another case. */
export function Again({ tools }: { readonly tools: EditorTools }): ReactElement {
  const progress = useProgress((state) => state.progress);
  const [left] = useState(() => dueToday(progress, today()));
  const [at, setAt] = useState(0);
  const id = left[at];
  const [lesson, setLesson] = useState<Lesson>();
  useEffect(() => {
    if (id === undefined) return undefined;
    let live = true;
    loadLesson(id).then(
      (found) => live && setLesson(found),
      () => live && setLesson(undefined),
    );
    return () => {
      live = false;
    };
  }, [id]);
  if (id === undefined)
    return (
      <div className="learn-message">
        <h1 id="learn-answer" tabIndex={-1}>
          {left.length === 0 ? 'Nothing is due' : 'That is all for today'}
        </h1>
        <p>Questions come back by themselves: sooner where you were certain and wrong.</p>
        <p>
          <LessonLink path="" className="btn line">
            Chapters
          </LessonLink>
        </p>
      </div>
    );
  if (lesson?.id !== id)
    return (
      <div className="learn-message">
        <p>Loading the question…</p>
      </div>
    );
  return (
    <Question
      key={id}
      lesson={lesson}
      place={`${at + 1} of ${left.length}`}
      tools={tools}
      onNext={() => setAt(at + 1)}
    />
  );
}

interface QuestionProps {
  readonly lesson: Lesson;
  readonly place: string;
  readonly tools: EditorTools;
  readonly onNext: () => void;
}

function Question({ lesson, place, tools, onNext }: QuestionProps): ReactElement {
  const { transfer } = lesson;
  const [said, setSaid] = useState<Decision>();
  const [sure, setSure] = useState<Sure>(1);
  const [shown, setShown] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), [shown]);
  const { decision } = evaluationOf(transfer.scenario);
  const run = (): void => {
    if (said === undefined) return;
    changeProgress((progress) =>
      answeredAgain(progress, lesson.id, { option: said, sure, right: said === decision }, today()),
    );
    setShown(true);
  };
  return (
    <div className="learn-lesson">
      <aside className="learn-column" aria-label="Question">
        <nav className="learn-head" aria-label="Lessons">
          <LessonLink path="" className="btn">
            Chapters
          </LessonLink>
          <span className="grow" />
          <span className="dim">{place}</span>
        </nav>
        <div className="learn-body">
          <h1 id="learn-answer" ref={heading} tabIndex={-1}>
            Asked again
          </h1>
          <p>
            <Prose text={transfer.ask} />
          </p>
          {shown ? (
            <>
              <div className="learn-said">
                <small>You said</small>
                <p>{said && DECISION_WORDS[said]}.</p>
              </div>
              <p className="learn-not">
                {said === decision ? 'So it is.' : `It isn’t so: ${DECISION_WORDS[decision]}.`}
              </p>
              <Rule text={lesson.rule} />
              <div className="learn-row learn-after">
                <button className="btn main" onClick={onNext}>
                  Go on
                </button>
                <LessonLink path={lesson.id}>The lesson: {lesson.title}</LessonLink>
              </div>
            </>
          ) : (
            <form
              onSubmit={(event) => {
                event.preventDefault();
                run();
              }}
            >
              <fieldset className="learn-options">
                <legend>What will AWS say?</legend>
                {CHOICES.map((choice) => (
                  <label key={choice} className="learn-option" data-on={said === choice}>
                    <input
                      type="radio"
                      name="learn-again"
                      checked={said === choice}
                      onChange={() => setSaid(choice)}
                    />
                    <span className="learn-key" aria-hidden="true" />
                    <span>{DECISION_WORDS[choice]}</span>
                  </label>
                ))}
              </fieldset>
              <HowSure sure={sure} onSure={setSure} />
              <button className="btn main" type="submit" disabled={said === undefined}>
                Run it
              </button>
            </form>
          )}
        </div>
      </aside>
      <Stage
        room={`learn:${lesson.id}-later`}
        whole={transfer.scenario}
        hidden={!shown}
        ghost={undefined}
        ghostLead=""
        said={shown && said ? `You said ${DECISION_WORDS[said]}.` : ''}
        handles={NOTHING_TO_CHANGE}
        tools={tools}
      />
    </div>
  );
}
