import { useLayoutEffect, useRef, type ReactElement } from 'react';
import type { Judged } from '../../../lessons/judge';
import { readPlace } from '../../../lessons/place';
import { recordOf } from '../../../lessons/progress';
import type { Playable, Repair as Puzzle } from '../../../lessons/types';
import { policyAt } from '../../../case/scenario';
import { viewOf } from '../../../call/view';
import { useProgress } from '../../../store/learn/progress';
import { markSolved, nextHint, putEdits, startAgain, useSitting } from '../../../store/learn/sitting';
import { goTo } from '../../../store/router';
import { Icon } from '../../../ui/Icon';
import { lessonPath } from '../path';
import { Prose } from '../Prose';
import { count } from '../words';
import { PlayButton } from './PlayButton';
import { TestRows } from './TestRows';

interface RepairProps {
  readonly lesson: Playable & { readonly repair: Puzzle };
  readonly judged: Judged;
  readonly hiddenSeen: boolean;
}

/** The task, its tests as they stand now, what may change, and hints one by one. */
export function Repair({ lesson, judged, hiddenSeen }: RepairProps): ReactElement {
  const { repair, id } = lesson;
  const heading = useRef<HTMLHeadingElement>(null);
  // With the drawing, not behind it: a busy page would take the focus from an editor that was entered meanwhile.
  useLayoutEffect(() => heading.current?.focus({ preventScroll: true }), [id]);
  return (
    <>
      <h1 id="learn-answer" ref={heading} tabIndex={-1}>
        {lesson.title}
      </h1>
      <p>
        <Prose text={repair.task} />
      </p>
      <h2>Tests</h2>
      <TestRows repair={repair} judged={judged} hiddenSeen={hiddenSeen} />
      <Limits lesson={lesson} judged={judged} />
      <p className="hidden-text" role="status">
        {statusOf(judged)}
      </p>
      {judged.solved ? <Solved lesson={lesson} /> : <Hints lesson={lesson} />}
    </>
  );
}

function statusOf({ unreadable, visible, hidden, solved }: Judged): string {
  if (unreadable !== undefined) return 'The policy can’t be read as it stands.';
  if (solved)
    return `Solved. ${count(visible.length + (hidden?.length ?? 0), 'test')} pass, the hidden ones too.`;
  const failing = visible.filter(({ passes }) => !passes).length;
  if (failing > 0) return `${count(failing, 'test')} of ${visible.length} fail.`;
  return hidden ? 'The visible tests pass; a hidden one fails.' : 'The tests pass; a limit does not hold.';
}

/** What may change, and what a solution may not do. */
function Limits({
  lesson,
  judged,
}: {
  readonly lesson: RepairProps['lesson'];
  readonly judged: Judged;
}): ReactElement {
  const { repair, scenario } = lesson;
  const names = repair.edit.map((place) => {
    const read = readPlace(place);
    if (read?.kind === 'policy') {
      const name = policyAt(viewOf(scenario, read.at).policies, read.address)?.name;
      return name ?? (read.address.layer === 'resource' ? 'a resource policy' : 'a new policy');
    }
    return read?.kind === 's3' ? 'the bucket’s settings' : 'the request';
  });
  return (
    <ul className="learn-limits" aria-label="Limits">
      <li>
        <Icon name="pen" size={13} />
        <span>
          Only <b>{[...new Set(names)].join(', ')}</b> may change
        </span>
      </li>
      {!repair.edit.includes('request') && (
        <li>
          <Icon name="lock" size={13} />
          <span>The request stays as it is</span>
        </li>
      )}
      {judged.limits.map(({ limit, holds }) => (
        <li key={`${limit.kind} ${limit.say}`} data-broken={!holds}>
          <Icon name={holds ? 'tick' : 'cross'} size={13} />
          <span>
            <Prose text={limit.say} />
            <span className="hidden-text">{holds ? ', holds' : ', does not hold'}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Solved({ lesson }: { readonly lesson: Playable }): ReactElement {
  return (
    <div className="learn-solved">
      <p className="learn-not">Solved.</p>
      <p>Every test passes, those that were hidden too.</p>
      <button className="btn main" onClick={() => goTo('learn', { path: lessonPath(lesson.id, 'done') })}>
        See what it opens
      </button>
    </div>
  );
}

/** A ladder: where to look, what kind of change, nearly the line, and then the model’s solution. */
function Hints({ lesson }: { readonly lesson: RepairProps['lesson'] }): ReactElement {
  const { repair, id } = lesson;
  const shown = useSitting(({ sitting }) => sitting?.hints ?? 0);
  const { solved } = useProgress(({ progress }) => recordOf(progress, id));
  const hints = repair.hints.slice(0, shown);
  return (
    <div className="learn-hints">
      {hints.length > 0 && (
        <ol aria-live="polite">
          {hints.map((hint) => (
            <li key={hint}>
              <span>
                <Prose text={hint} />
              </span>
            </li>
          ))}
        </ol>
      )}
      <div className="learn-row">
        {shown < repair.hints.length ? (
          <button className="btn line" onClick={nextHint}>
            {shown === 0 ? 'A hint' : `Another hint · ${shown} of ${repair.hints.length}`}
          </button>
        ) : repair.solution.length === 0 ? null : (
          <button
            className="btn line"
            onClick={() => {
              putEdits(repair.solution);
              markSolved('shown');
              goTo('learn', { path: lessonPath(id, 'done') });
            }}
          >
            Show me
          </button>
        )}
        <button className="link" onClick={startAgain}>
          Start again
        </button>
        <PlayButton className="link" />
        {solved !== undefined && (
          <button className="link" onClick={() => goTo('learn', { path: lessonPath(id, 'done') })}>
            Done
          </button>
        )}
      </div>
    </div>
  );
}
