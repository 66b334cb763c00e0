import type { ReactElement } from 'react';
import type { Lesson } from '../../../lessons/types';
import { addressWith } from '../../../store/browser/fragment';
import { placeRoute, writeRoute } from '../../../store/routes';
import { useVerdict } from '../../../store/store';
import { copyText } from '../../../ui/copyText';
import { lessonPath, type Phase } from '../path';

/** A link to the lesson from its start: nobody’s answers are in it. */
export function CopyLesson({
  lesson,
  phase,
}: {
  readonly lesson: Lesson;
  readonly phase: Phase;
}): ReactElement {
  const say = useVerdict((state) => state.say);
  const copy = async (): Promise<void> => {
    const link = addressWith(writeRoute(placeRoute('learn', lessonPath(lesson.id, phase))));
    if (await copyText(link)) say('Copied the link to this lesson.');
    else say('The browser did not allow copying.', { tone: 'error' });
  };
  return (
    <button className="link" onClick={() => void copy()}>
      Copy link
    </button>
  );
}
