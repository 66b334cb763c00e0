import type { ReactElement } from 'react';
import { useVerdict } from '../../store/store';
import { backticks } from '../../ui/backticks';
import { Icon } from '../../ui/Icon';
import { RichText } from '../../ui/RichText';

/** What the opened example asks and teaches, above its verdict. */
export function LessonStrip(): ReactElement | null {
  const lesson = useVerdict((state) => state.lesson);
  const teach = useVerdict((state) => state.teach);
  if (lesson === undefined) return null;
  return (
    <aside className="lesson" aria-label="About this example">
      <p>
        <b>{lesson.question}</b> <RichText text={backticks(lesson.explanation)} />{' '}
        <a className="link" href={lesson.learn} target="_blank" rel="noreferrer">
          AWS’s page
        </a>
      </p>
      <button className="btn sm icon" aria-label="Close the explanation" onClick={() => teach(undefined)}>
        <Icon name="cross" />
      </button>
    </aside>
  );
}
