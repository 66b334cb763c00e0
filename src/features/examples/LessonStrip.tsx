import { useState, type ReactElement } from 'react';
import { goTo } from '../../store/router';
import { useCase } from '../../store/selectors';
import { useVerdict, type Lesson } from '../../store/store';
import { CaseLesson } from './CaseLesson';
import { backticks } from '../../ui/backticks';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';
import { PHONE, useMediaQuery } from '../../ui/useMediaQuery';

/** What decides; a title, notes and tests leave the question what it was. */
const ASKED = ['request', 'policies', 'linked', 's3', 'organization', 'placeholders', 'aws'] as const;

/**
 * What the opened example asks and teaches, above its verdict. A phone shows the answer on demand. Once the case was
 * changed the words are those of the example, and say so.
 */
export function LessonStrip(): ReactElement | null {
  const lesson = useVerdict((state) => state.lesson);
  const teach = useVerdict((state) => state.teach);
  const present = useCase();
  const phone = useMediaQuery(PHONE);
  const [unfolded, setUnfolded] = useState<Lesson>();
  if (lesson === undefined) return <CaseLesson />;
  const { asLesson, of } = lesson;
  const isChanged = ASKED.some((field) => present[field] !== of[field]);
  const isFolded = phone && unfolded !== lesson;
  return (
    <aside className="lesson" aria-label="About this example">
      <p>
        {isChanged && <span className="dim">Before your changes: </span>}
        <b>{lesson.question}</b>{' '}
        {isFolded ? (
          <button className="link" onClick={() => setUnfolded(lesson)}>
            Explain
          </button>
        ) : (
          <RichText text={backticks(lesson.explanation)} />
        )}
      </p>
      {/* Beside the text, which is cut where it is long: links must never be. */}
      {!isFolded && (
        <span className="lesson-links">
          <a className="link" href={lesson.learn} target="_blank" rel="noreferrer">
            AWS’s page
          </a>
          {asLesson !== undefined && (
            <button className="link" onClick={() => goTo('learn', { path: asLesson })}>
              As a lesson
            </button>
          )}
        </span>
      )}
      <button className="btn sm icon" aria-label="Close the explanation" onClick={() => teach(undefined)}>
        <Icon name="cross" />
      </button>
    </aside>
  );
}
