import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { Evaluation, StepId } from '../../engine/evaluation';
import { stepOf } from '../../explain/facts';
import { stepWords } from '../../explain/steps';
import { verdictText, verdictWord } from '../../explain/verdict';
import { useEvaluation, useOpenStep, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { useZoom } from '../../store/zoom';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery';
import { Notes } from './Notes';
import { Rail } from './Rail';
import { walkRows, type WalkRow } from './rows';
import { scrollWithin } from './scrollWithin';
import { StepRow } from './StepRow';
import { useOpenSteps } from './useOpenSteps';
import './walk.css';

/** Room below an opened row that should be seen with it. */
const OPENED = 140;

/** The flow as a list: for the keyboard, for screen readers, for the phone, and for the statements. */
export function Walk(): ReactElement {
  const evaluation = useEvaluation();
  const scenario = useScenario();
  const list = useRef<HTMLOListElement>(null);
  const rows = useMemo(() => walkRows(evaluation), [evaluation]);
  const { isOpen, allOpen, toggle, toggleAll } = useOpenSteps();
  const openStep = useOpenStep();
  const narrow = useMediaQuery(NARROW);
  const openAll = (
    <button className="btn sm" onClick={toggleAll}>
      {allOpen ? 'Close all' : 'Open all'}
    </button>
  );
  useFollow(list);
  return (
    <section className="panel walk" aria-label="Evaluation, step by step">
      {/* Where walk and context share a panel, its tabs are the heading. */}
      {!narrow && (
        <div className="head">
          <h2 className="grow">Evaluation, step by step</h2>
          {openAll}
        </div>
      )}
      <div className="body">
        {/* The list itself is not a control: its keys only carry the focus between the buttons in it. */}
        <ol ref={list} onKeyDown={moveFocus}>
          {rows.map((row) =>
            row.kind === 'step' ? (
              <StepRow
                key={row.step.id}
                row={row}
                evaluation={evaluation}
                scenario={scenario}
                isOpen={isOpen(row.step.id)}
                isSelected={row.step.id === openStep}
                onToggle={() => toggle(row.step.id)}
              />
            ) : row.kind === 'lane' ? (
              <LaneRow key={`lane ${row.side}`} row={row} />
            ) : (
              <EndRow key="end" row={row} evaluation={evaluation}>
                {narrow && openAll}
              </EndRow>
            ),
          )}
        </ol>
      </div>
    </section>
  );
}

function LaneRow({ row }: { readonly row: Extract<WalkRow, { readonly kind: 'lane' }> }): ReactElement {
  return (
    <li className={`step on-${row.side}`}>
      <Rail row={row} tone="none" />
      <div className="lane">
        {row.title} <span>{row.account}</span>
      </div>
    </li>
  );
}

interface EndRowProps {
  readonly row: Extract<WalkRow, { readonly kind: 'end' }>;
  readonly evaluation: Evaluation;
  readonly children: ReactNode;
}

/** The verdict, with the rules that come to it beside all layers: a service that refuses the call, a request that is odd. */
function EndRow({ row, evaluation, children }: EndRowProps): ReactElement {
  const { tone } = verdictWord(evaluation);
  const last = stepOf(evaluation, 'defaultDeny');
  const notes = last ? stepWords(last, evaluation).notes : [];
  return (
    <li className={`step end on-${row.side} k-${tone}`}>
      <Rail row={row} tone={tone} />
      <div className="row">
        <span className="num" />
        <span className="nm word grow">
          {row.side !== 'one' && tone === 'allow' ? 'Both lanes: ' : ''}
          {verdictText(evaluation)}
        </span>
        {children}
      </div>
      {notes.length > 0 && (
        <div className="in">
          <Notes notes={notes} />
        </div>
      )}
    </li>
  );
}

/** Brings a step that was chosen elsewhere into view, inside this panel only. */
function useFollow(list: { readonly current: HTMLElement | null }): void {
  const selection = useVerdict((state) => state.selection);
  const { chosen, step } = selection;
  useEffect(() => {
    if (!chosen || step === undefined) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-step="${step}"]`);
    if (row) scrollWithin(row, OPENED);
  }, [chosen, step, list]);
}

/** Arrows, Home and End move between steps, Escape returns from a step's statements to its row, right goes inside. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('button.row')];
  const own = target.closest('[data-step]')?.querySelector<HTMLElement>('button.row') ?? undefined;
  const at = own ? rows.indexOf(own) : -1;
  const goal: Readonly<Record<string, HTMLElement | undefined>> = {
    ArrowDown: rows[at + 1],
    ArrowUp: target === own ? rows[at - 1] : own,
    Home: rows[0],
    End: rows.at(-1),
    Escape: target === own ? undefined : own,
  };
  if (event.key === 'ArrowRight' && own && target === own) {
    const step = own.closest<HTMLElement>('[data-step]')?.dataset.step;
    if (step !== undefined) useZoom.getState().openZoom({ step: step as StepId }, true);
    return;
  }
  const next = goal[event.key] ?? undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
