/** What is open under the picture, scale by scale: levels, statements, one element value by value. */
import { useEffect, useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { zoomed, type Zoomed } from '../../explain/zoom';
import { valueView } from '../../explain/values/view';
import type { ValueView } from '../../explain/values/types';
import { afterPaint } from '../../store/browser/afterPaint';
import { useEvaluation, useScenario } from '../../store/selectors';
import { useVerdict } from '../../store/store';
import { useWidth } from '../../ui/useWidth';
import { useZoom } from '../../store/zoom';
import { Crumb } from './Crumb';
import { LevelScale } from './LevelScale';
import { StatementScale } from './StatementScale';
import { ValueScale } from './ValueScale';
import './zoom.css';

export default function ZoomPanel(): ReactElement | null {
  const zoom = useZoom((state) => state.zoom);
  const evaluation = useEvaluation();
  const scenario = useScenario();
  const opened = useMemo(() => zoom && zoomed(scenario, evaluation, zoom), [scenario, evaluation, zoom]);
  const view = useMemo(
    () =>
      opened?.statement && opened.element
        ? valueView(scenario, evaluation, opened.statement, opened.element)
        : undefined,
    [scenario, evaluation, opened],
  );
  return opened ? <Opened key={opened.step.id} opened={opened} view={view} /> : null;
}

interface OpenedProps {
  readonly opened: Zoomed;
  readonly view: ValueView | undefined;
}

function Opened({ opened, view }: OpenedProps): ReactElement {
  const panel = useRef<HTMLElement>(null);
  const width = useWidth(panel);
  const { openZoom } = useZoom.getState();
  const at = useZoom((state) => state.zoom);
  useFocusBack(panel, opened.step.id);
  useFollow(opened, view);
  if (!at) return <></>;
  const name = opened.words.name;
  return (
    <section ref={panel} className="zoom" aria-label={`Inside ${name}`} onKeyDown={moveScale}>
      <Crumb opened={opened} view={view} />
      {opened.levels.length > 1 && (
        <LevelScale opened={opened} width={width} onChoose={(level) => openZoom({ step: at.step, level })} />
      )}
      <StatementScale opened={opened} width={width} at={at}>
        {view && <ValueScale view={view} width={width} />}
      </StatementScale>
    </section>
  );
}

/** Right opens what has the focus, and goes inside what is open already; Escape and left go back one scale. */
function moveScale(event: KeyboardEvent<HTMLElement>): void {
  const { currentTarget: inside, target, key } = event;
  if (!(target instanceof HTMLElement)) return;
  if (key === 'ArrowRight') goIn(inside, target);
  else if (key === 'Escape' || key === 'ArrowLeft') {
    event.stopPropagation();
    goOut(inside, target);
  } else return;
  event.preventDefault();
}

const OPEN = '.pic-button[aria-expanded="true"]';
const LEVELS = '.zoom-levels';
const STATEMENTS = '.zoom-statements';

/** The part that stands open, or else the first. */
function openIn(scale: Element | null): HTMLElement | undefined {
  return (
    scale?.querySelector<HTMLElement>(OPEN) ?? scale?.querySelector<HTMLElement>('.pic-button') ?? undefined
  );
}

function goIn(inside: HTMLElement, target: HTMLElement): void {
  if (!target.matches('.pic-button, .zoom-row')) return;
  if (!target.matches(OPEN)) target.click();
  else if (target.closest(LEVELS)) openIn(inside.querySelector(STATEMENTS))?.focus();
  else inside.querySelector<HTMLElement>('.zoom-value button')?.focus();
}

/** From the levels out of the picture; from the rest the value closes first, and then the levels have the focus. */
function goOut(inside: HTMLElement, target: HTMLElement): void {
  const { zoom, openZoom, closeZoom } = useZoom.getState();
  const level = inside.querySelector<HTMLElement>(`${LEVELS} ${OPEN}`);
  const hasValue = inside.querySelector('.zoom-value') !== null;
  if (!zoom || target.closest(LEVELS) || (!hasValue && !level)) {
    closeZoom();
    return;
  }
  if (!hasValue) {
    level?.focus();
    return;
  }
  // What had the focus may go with the value; the element that it belongs to stays.
  const element = inside.querySelector<HTMLElement>(`${STATEMENTS} ${OPEN}`);
  openZoom({ ...zoom, element: 'none' });
  if (!target.matches('.pic-button')) element?.focus();
}

/**
 * Opened by a key, it has the focus; when it closes, what had it before has it again. Where that is gone, with the panels
 * of a case that gave way to another, it is the step's row in the list.
 */
function useFocusBack(panel: { readonly current: HTMLElement | null }, step: string): void {
  useEffect(() => {
    const before = document.activeElement;
    if (useZoom.getState().entered) {
      openIn(panel.current)?.focus();
    }
    return () => {
      const now = document.activeElement;
      const lost = now === null || now === document.body || !now.isConnected || now.closest('.zoom') !== null;
      if (!lost) return;
      const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
      const goal = isThere ? before : document.querySelector<HTMLElement>(`[data-step="${step}"] button.row`);
      goal?.focus();
    };
  }, [panel, step]);
}

/** The editor goes to the lines that are open, without taking the focus: after the frame that shows what was opened. */
function useFollow({ statement }: Zoomed, view: ValueView | undefined): void {
  const path = view?.path ?? statement?.path;
  const address = statement?.address;
  const number = statement?.statement;
  const key = address && `${JSON.stringify(address)}/${number}/${path}`;
  const last = useRef<string>(undefined);
  useEffect(() => {
    if (!address || key === last.current) return undefined;
    return afterPaint(() => {
      last.current = key;
      useVerdict.getState().open(address, { statement: number, path });
    });
  }, [address, number, path, key]);
}
