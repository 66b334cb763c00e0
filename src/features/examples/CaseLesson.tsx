import type { ReactElement } from 'react';
import { goTo } from '../../store/router';
import { useCase } from '../../store/selectors';

/** A case that came from a lesson, or carries one: where that is played. */
export function CaseLesson(): ReactElement | null {
  const { lesson } = useCase();
  if (lesson === undefined) return null;
  const path = 'of' in lesson ? lesson.of : 'case';
  return (
    <aside className="lesson" aria-label="About this case">
      <p>
        {'of' in lesson
          ? 'This case comes from a lesson, as somebody left it.'
          : 'This case carries a lesson.'}{' '}
        <button className="link" onClick={() => goTo('learn', { path })}>
          {'of' in lesson ? 'Start the lesson from the beginning' : 'Play the lesson'}
        </button>
      </p>
    </aside>
  );
}
