import { useState, type ReactElement } from 'react';
import type { Example } from '../../../examples/types';
import { findTitle } from '../../../lessons/index';
import type { Playable } from '../../../lessons/types';
import { recordOf } from '../../../lessons/progress';
import { useProgress } from '../../../store/learn/progress';
import { openInCase } from '../../../store/openInCase';
import { Prose } from '../Prose';

/** Chapters in which the first lesson shows a solved case before its own: later ones do without. */
const EARLY: readonly string[] = ['who', 'read', 'steps'];

/** A solved case before the lesson's own; folded once the lesson was answered. */
export function Sibling({ lesson }: { readonly lesson: Playable }): ReactElement | null {
  const [example, setExample] = useState<Example>();
  const answered = useProgress(({ progress }) => recordOf(progress, lesson.id).first !== undefined);
  const isFirst = findTitle(lesson.id)?.index === 0;
  const [id] = lesson.examples;
  if (!isFirst || id === undefined || lesson.chapter === undefined || !EARLY.includes(lesson.chapter))
    return null;
  const fetch = async (): Promise<void> => {
    const { findExample } = await import('../../../examples');
    setExample(findExample(id));
  };
  return (
    <details
      className="learn-sibling"
      open={!answered}
      onToggle={({ currentTarget }) => currentTarget.open && void fetch()}
    >
      <summary>A solved case first</summary>
      {example && (
        <>
          <p>
            <b>{example.question}</b> <Prose text={example.explanation} />
          </p>
          <button className="link" onClick={() => openInCase(() => example.scenario)}>
            See it in Case
          </button>
        </>
      )}
    </details>
  );
}
