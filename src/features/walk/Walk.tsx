import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import type { Evaluation, StepId } from '../../engine/evaluation';
import type { ReadStatement } from '../../engine/reading';
import type { FlowSpec } from '../../explain/drawing/spec';
import { statementName, stepOf } from '../../explain/facts';
import { stepWords } from '../../explain/steps';
import { usePicture } from '../../store/picture';
import { useEvaluation, useOpenStep, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { useZoom } from '../../store/zoom';
import { NARROW, useMediaQuery } from '../../ui/useMediaQuery';
import { drawnRows, type DrawnRow } from './drawn';
import { ExitRows } from './ExitRows';
import { Notes } from './Notes';
import { Rail } from './Rail';
import { walkRows, type WalkRow } from './rows';
import { scrollWithin } from './scrollWithin';
import { StepRow } from './StepRow';
import { useOpenSteps } from './useOpenSteps';
import './rail.css';
import './walk.css';

/** Room below an opened row that should be seen with it. */
const OPENED = 140;

interface WalkProps {
  /** On the phone: what stands inside an opened step, its telling statement value by value. */
  readonly inside?: (step: StepId) => ReactNode;
}

/** The flow as a list: for the keyboard, for screen readers, for the phone, and for the statements. */
export function Walk({ inside }: WalkProps): ReactElement {
  const evaluation = useEvaluation();
  const scenario = useScenario();
  const list = useRef<HTMLOListElement>(null);
  const { spec, here, replay } = usePicture();
  const rows = useMemo(() => drawnRows(walkRows(evaluation), spec), [evaluation, spec]);
  // What a replay has not read yet stays shut.
  const { count, current, read } = replay;
  const replays = count !== undefined && count < read.length;
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
        <ol ref={list} onKeyDown={(event) => moveFocus(event, inside !== undefined)}>
          {rows.map((drawn) => {
            const { row } = drawn;
            if (row.kind === 'lane') return <LaneRow key={`lane ${row.side}`} drawn={drawn} row={row} />;
            if (row.kind === 'end')
              return (
                <EndRow key="end" row={row} drawn={drawn} spec={spec} evaluation={evaluation}>
                  {narrow && openAll}
                </EndRow>
              );
            const { id } = row.step;
            return (
              <StepRow
                key={id}
                row={row}
                drawn={drawn}
                evaluation={evaluation}
                scenario={scenario}
                isOpen={!replays && isOpen(id)}
                isSelected={id === (here ?? openStep)}
                onToggle={() => toggle(id)}
                reading={replays && current && id === here ? readingText(current) : undefined}
                inside={inside?.(id)}
              />
            );
          })}
        </ol>
      </div>
    </section>
  );
}

/** `DeveloperBoundary, ReadArtifacts` */
function readingText(current: ReadStatement): string {
  return `${current.policy}, ${statementName(current)}`;
}

interface LaneRowProps {
  readonly row: Extract<WalkRow, { readonly kind: 'lane' }>;
  readonly drawn: DrawnRow;
}

function LaneRow({ row, drawn }: LaneRowProps): ReactElement {
  return (
    <li className={`step on-${row.side}`}>
      <Rail drawn={drawn} tone="none" late={false} />
      <div className="lane">
        {row.title} <span>{row.account}</span>
      </div>
    </li>
  );
}

interface EndRowProps {
  readonly row: Extract<WalkRow, { readonly kind: 'end' }>;
  readonly drawn: DrawnRow;
  readonly spec: FlowSpec;
  readonly evaluation: Evaluation;
  readonly children: ReactNode;
}

/** The verdict, with the rules that come to it beside all layers: a service that refuses the call, a request that is odd. */
function EndRow({ row, drawn, spec, evaluation, children }: EndRowProps): ReactElement {
  const { tone, word, detail } = spec.verdict;
  const last = stepOf(evaluation, 'defaultDeny');
  const notes = last ? stepWords(last, evaluation).notes : [];
  return (
    <li className={`step end on-${row.side} k-${tone}`}>
      <Rail drawn={drawn} tone={tone} late={false} />
      <div className="row">
        <span className="num" />
        <span className="nm word grow">
          {row.side !== 'one' && tone === 'allow' ? 'Both lanes: ' : ''}
          {detail?.startsWith('if ') ? `${word}, ${detail}` : word}
        </span>
        {detail?.startsWith('was ') && <span className="dt">{detail}</span>}
        {children}
      </div>
      {spec.exits && <ExitRows exits={spec.exits} />}
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
function moveFocus(event: KeyboardEvent<HTMLElement>, opensHere: boolean): void {
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
    if (opensHere) own.parentElement?.querySelector<HTMLElement>('.zoom-in button')?.focus();
    else if (step !== undefined) useZoom.getState().openZoom({ step: step as StepId }, true);
    return;
  }
  const next = goal[event.key] ?? undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
}
