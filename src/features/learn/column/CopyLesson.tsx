import type { ReactElement } from 'react';
import { useSitting } from '../../../store/learn/sitting';
import type { Playable } from '../../../lessons/types';
import { addressWith } from '../../../store/browser/fragment';
import { placeRoute, writeRoute } from '../../../store/routes';
import { useVerdict } from '../../../store/store';
import { copyText } from '../../../ui/copyText';
import { lessonPath, type Phase } from '../path';
import { ordinary } from './PlayButton';

/** A link to the lesson from its start: nobody’s answers are in it. */
export function CopyLesson({
  lesson,
  phase,
}: {
  readonly lesson: Playable;
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

/** A link to the case as the learner left it; whoever opens it sees which lesson it is of. */
export function ShareAttempt(): ReactElement | null {
  const sitting = useSitting((state) => state.sitting);
  const say = useVerdict((state) => state.say);
  if (!sitting) return null;
  const share = async (): Promise<void> => {
    const { encodeLink, LinkError } = await import('../../../formats/link');
    try {
      const link = addressWith(await encodeLink(ordinary(sitting.lesson, sitting.history.present)));
      if (await copyText(link)) say('Copied a link to the case as it stands. It names the lesson.');
      else say('The browser did not allow copying.', { tone: 'error' });
    } catch (error) {
      if (!(error instanceof LinkError)) throw error;
      say(error.message, { tone: 'error' });
    }
  };
  return (
    <button className="link" onClick={() => void share()}>
      Share it as it stands
    </button>
  );
}
