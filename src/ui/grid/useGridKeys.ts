import { useCallback, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { GridLine } from './types';

interface GridKeysInput<Line extends GridLine> {
  readonly grid: RefObject<HTMLElement | null>;
  readonly lines: readonly Line[];
  readonly selected: string | undefined;
  readonly lineHeight: number;
  readonly columns: number;
  readonly onChoose: (line: Line) => void;
  readonly onSort: (column: number) => void;
}

interface GridKeys {
  /** The line that the Tab key goes to; undefined: none was gone to yet, so the first. */
  readonly at: number | undefined;
  /** The heading that it goes to instead. */
  readonly column: number | undefined;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onFocusLine: (id: string) => void;
}

/** One line, or one heading, has the focus; keys take it to another, which is scrolled into sight first. */
export function useGridKeys<Line extends GridLine>({
  grid,
  lines,
  selected,
  lineHeight,
  columns,
  onChoose,
  onSort,
}: GridKeysInput<Line>): GridKeys {
  const [stop, setStop] = useState<string>();
  const [column, setColumn] = useState<number>();
  const going = useRef<string>(undefined);
  const wanted = stop ?? selected;
  const found = wanted === undefined ? -1 : lines.findIndex(({ id }) => id === wanted);
  const at = found === -1 ? undefined : found;
  useLayoutEffect(() => {
    if (going.current === undefined) return;
    grid.current?.querySelector<HTMLElement>(going.current)?.focus({ preventScroll: true });
    going.current = undefined;
  });

  const onFocusLine = useCallback((id: string): void => {
    setColumn(undefined);
    setStop(id);
  }, []);

  const toLine = (index: number): void => {
    const line = lines[Math.max(0, Math.min(index, lines.length - 1))];
    if (line === undefined) return;
    const to = lines.indexOf(line);
    going.current = `[data-line="${to}"]`;
    setColumn(undefined);
    setStop(line.id);
    intoSight(grid.current, to * lineHeight, lineHeight);
  };
  const toHeading = (index: number): void => {
    const to = Math.max(0, Math.min(index, columns - 1));
    going.current = `[data-heading="${to}"]`;
    setColumn(to);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = event.target as HTMLElement;
    const heading = here.dataset['heading'];
    const line = here.dataset['line'];
    const act =
      heading !== undefined
        ? headingKey(event.key, Number(heading))
        : line !== undefined
          ? lineKey(event.key, Number(line))
          : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const headingKey = (key: string, from: number): (() => void) | undefined => {
    switch (key) {
      case 'ArrowLeft':
        return () => toHeading(from - 1);
      case 'ArrowRight':
        return () => toHeading(from + 1);
      case 'Home':
        return () => toHeading(0);
      case 'End':
        return () => toHeading(columns - 1);
      case 'ArrowDown':
        return () => toLine(0);
      case 'Enter':
      case ' ':
        return () => onSort(from);
      default:
        return undefined;
    }
  };
  const lineKey = (key: string, from: number): (() => void) | undefined => {
    const page = Math.max(1, Math.floor((grid.current?.clientHeight ?? 0) / lineHeight) - 2);
    switch (key) {
      case 'ArrowDown':
        return () => toLine(from + 1);
      case 'ArrowUp':
        return () => (from === 0 ? toHeading(0) : toLine(from - 1));
      case 'PageDown':
        return () => toLine(from + page);
      case 'PageUp':
        return () => toLine(from - page);
      case 'Home':
        return () => toLine(0);
      case 'End':
        return () => toLine(lines.length - 1);
      case 'Enter':
      case ' ':
        return () => onChoose(lines[from]!);
      default:
        return undefined;
    }
  };
  return { at, column, onKeyDown, onFocusLine };
}

/** Scrolls no further than it must; the headings cover the top. */
function intoSight(grid: HTMLElement | null, top: number, height: number): void {
  if (grid === null) return;
  const head = grid.firstElementChild?.clientHeight ?? 0;
  const room = grid.clientHeight - head;
  if (top < grid.scrollTop) grid.scrollTop = top;
  else if (top + height > grid.scrollTop + room) grid.scrollTop = top + height - room;
}
