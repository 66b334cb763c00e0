import type { ReactElement } from 'react';
import type { Scenario } from '../../../case/scenario';
import { TRAVELLING } from '../../../lessons/progress';
import type { Playable } from '../../../lessons/types';
import { useSitting } from '../../../store/learn/sitting';
import { openInCase } from '../../../store/openInCase';

/** The case with its visible tests, as an ordinary case; tests that ask more than a case’s tests can stay behind. */
export function ordinary(lesson: Playable, present: Scenario): Scenario {
  const tests = (lesson.repair?.tests ?? [])
    .filter(({ of, policies }) => (of === undefined || of === 0) && policies === undefined)
    .map(({ name, request, expect }) => ({ name, request, expect }));
  return {
    ...present,
    ...(tests.length > 0 && { tests }),
    ...(lesson.id !== TRAVELLING && { lesson: { of: lesson.id } }),
  };
}

/** Turns the lesson into an ordinary case; Undo there brings back what was there. */
export function PlayButton({ className = 'btn line' }: { readonly className?: string }): ReactElement | null {
  const sitting = useSitting((state) => state.sitting);
  if (!sitting) return null;
  return (
    <button
      className={className}
      onClick={() => openInCase(() => ordinary(sitting.lesson, sitting.history.present))}
    >
      Play with the case
    </button>
  );
}
