import { useEffect, useRef, type ReactElement } from 'react';
import { layerName } from '../../../explain/layers';
import { chapterOf, CONSTRUCT_WORDS, pointsOf, standingOf, type Said } from '../../../lessons/stand';
import type { Standing } from '../../../lessons/progress';
import { openInCase } from '../../../store/openInCase';
import { LessonLink } from '../LessonLink';
import { Prose } from '../Prose';

const STANDINGS: Readonly<Record<Standing, string>> = {
  known: 'You know this',
  shaky: 'Not quite firm: its last two lessons',
  new: 'New: the whole chapter',
};

/** Each case with what is so; of the entry test, what it means for the chapters. Every case can be opened. */
export function StandResult({
  use,
  said,
}: {
  readonly use: 'entry' | 'exit';
  readonly said: readonly Said[];
}): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const points = said.reduce((sum, one) => sum + pointsOf(one), 0);
  return (
    <div className="learn-result">
      <h1 id="learn-answer" ref={heading} tabIndex={-1}>
        {use === 'entry' ? 'Where you stand' : `${points} of ${said.length}`}
      </h1>
      <p>
        {use === 'entry'
          ? 'The chapters in the list are marked by this. Everything stays open to you.'
          : 'A point for verdict and gate, half a point for the verdict alone. Nine of ten is what the lessons aim at.'}
      </p>
      <ol>
        {said.map((one) => (
          <li key={one.item.id}>
            <h2>
              {CONSTRUCT_WORDS[one.item.construct]}
              {use === 'entry' && <span className="dim"> · {STANDINGS[standingOf(one)]}</span>}
            </h2>
            <p>
              <Prose text={one.item.ask} />
            </p>
            <p>
              <span className="dim">You said: {sayingWords(one)}. </span>
              <b>{answerWords(one)}.</b> <Prose text={one.item.why} />
            </p>
            <p className="learn-row">
              <button className="link" onClick={() => openInCase(() => one.item.scenario)}>
                Open it as a case
              </button>
              <LessonLink path={chapterOf(one.item.construct).lessons[0]!.id}>
                {chapterOf(one.item.construct).title}
              </LessonLink>
            </p>
          </li>
        ))}
      </ol>
      <p>
        <LessonLink path="" className="btn main">
          To the chapters
        </LessonLink>
      </p>
    </div>
  );
}

function gateWords(at: Said['item']['expect']['at']): string {
  return at === 'both' ? 'both accounts’ sides' : layerName(at);
}

function sayingWords({ saying }: Said): string {
  return saying.kind === 'unsure' ? 'I don’t know' : `${saying.verdict}, ${gateWords(saying.at)}`;
}

function answerWords({ item: { expect } }: Said): string {
  return `${expect.decision === 'Allowed' ? 'Allowed' : 'Denied'}, ${gateWords(expect.at)}`;
}
