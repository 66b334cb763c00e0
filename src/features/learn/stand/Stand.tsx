import { useEffect, useRef, useState, type ReactElement } from 'react';
import { LAYERS, type Layer } from '../../../case/scenario';
import { layerName } from '../../../explain/layers';
import { ITEMS } from '../../../lessons/items';
import { exitItems, nextEntry, pointsOf, standAfter, type Said } from '../../../lessons/stand';
import type { TestItem } from '../../../lessons/types';
import { today } from '../../../store/browser/keptProgress';
import { changeProgress, useProgress } from '../../../store/learn/progress';
import { LessonLink } from '../LessonLink';
import { Prose } from '../Prose';
import { StandResult } from './StandResult';
import '../column/column.css';
import './stand.css';

type Use = 'entry' | 'exit';

const QUESTIONS = 10;

/** Ten cases without a word between them; the result comes at the end. */
export function Stand({ use }: { readonly use: Use }): ReactElement {
  const exits = useProgress(({ progress }) => progress.exit) ?? [];
  const [items] = useState(() => exitItems(ITEMS, exits.length));
  const [said, setSaid] = useState<readonly Said[]>([]);
  const [begun, setBegun] = useState(false);
  const doneToday = use === 'exit' && exits.some(({ on }) => on === today()) && said.length === 0;
  const item = use === 'entry' ? nextEntry(ITEMS, said) : items[said.length];
  const say = (one: Said): void => {
    const all = [...said, one];
    setSaid(all);
    if (all.length < QUESTIONS) return;
    if (use === 'entry') changeProgress((progress) => ({ ...progress, entry: standAfter(all) }));
    else {
      const points = all.reduce((sum, each) => sum + pointsOf(each), 0);
      changeProgress((progress) => ({
        ...progress,
        exit: [...(progress.exit ?? []), { on: today(), points }],
      }));
    }
  };
  if (said.length > 0 && item === undefined) return <StandResult use={use} said={said} />;
  if (!begun || item === undefined)
    return (
      <div className="learn-message">
        <h1 id="learn-answer" tabIndex={-1}>
          {use === 'entry' ? 'Where do I stand?' : 'The test at the end'}
        </h1>
        <p>
          {use === 'entry'
            ? 'Ten short cases. For each say whether AWS allows the call, and at which gate that is settled. After a wrong answer the next is easier. Nothing is said in between; at the end you see which chapters you can skip.'
            : 'Ten cases that were in no lesson. For each say whether AWS allows the call, and at which gate that is settled: a point for both, half a point for the verdict alone.'}
        </p>
        {exits.length > 0 && use === 'exit' && (
          <p>So far: {exits.map(({ on, points }) => `${points} of 10 on ${on}`).join(', ')}.</p>
        )}
        {doneToday ? (
          <p>Once a day is enough. Come back tomorrow.</p>
        ) : (
          <p className="learn-row">
            <button className="btn main" onClick={() => setBegun(true)}>
              Begin
            </button>
            <LessonLink path="">Not now</LessonLink>
          </p>
        )}
      </div>
    );
  return <Asking key={item.id} item={item} number={said.length + 1} onSay={say} />;
}

interface AskingProps {
  readonly item: TestItem;
  readonly number: number;
  readonly onSay: (said: Said) => void;
}

function Asking({ item, number, onSay }: AskingProps): ReactElement {
  const [verdict, setVerdict] = useState<'Allowed' | 'Denied'>();
  const [at, setAt] = useState<Layer | 'both'>();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const gates: readonly (Layer | 'both')[] = [...LAYERS, 'both'];
  return (
    <form
      className="learn-asking"
      onSubmit={(event) => {
        event.preventDefault();
        if (verdict !== undefined && at !== undefined) onSay({ item, saying: { kind: 'said', verdict, at } });
      }}
    >
      <p className="dim">
        {number} of {QUESTIONS}
      </p>
      <h1 id="learn-answer" ref={heading} tabIndex={-1}>
        <Prose text={item.ask} />
      </h1>
      <fieldset>
        <legend>What will AWS say?</legend>
        <div className="learn-seg">
          {(['Allowed', 'Denied'] as const).map((one) => (
            <label key={one} data-on={verdict === one}>
              <input
                type="radio"
                name="learn-verdict"
                checked={verdict === one}
                onChange={() => setVerdict(one)}
              />
              {one}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>
          Which policies settle it? Those that allow it, that deny it, or whose Allow is missing.
        </legend>
        <div className="learn-gates">
          {gates.map((gate) => (
            <label key={gate} data-on={at === gate}>
              <input type="radio" name="learn-gate" checked={at === gate} onChange={() => setAt(gate)} />
              {gate === 'both' ? 'Both accounts’ sides' : layerName(gate)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="learn-row">
        <button className="btn main" type="submit" disabled={verdict === undefined || at === undefined}>
          Go on
        </button>
        <button className="link" type="button" onClick={() => onSay({ item, saying: { kind: 'unsure' } })}>
          I don’t know
        </button>
        <span className="grow" />
        <LessonLink path="">Leave</LessonLink>
      </div>
    </form>
  );
}
