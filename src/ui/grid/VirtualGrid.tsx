import { memo, useMemo, useRef, type ReactElement } from 'react';
import { Icon } from '../Icon';
import type { GridColumn, GridLine, GridLook } from './types';
import { useGridKeys } from './useGridKeys';
import { useWindow } from './useWindow';
import './grid.css';

interface VirtualGridProps<Line extends GridLine, Id extends string> {
  readonly label: string;
  readonly columns: readonly GridColumn<Id>[];
  readonly lines: readonly Line[];
  /** Pixels: every line is as high. */
  readonly lineHeight: number;
  readonly selected: string | undefined;
  readonly sorting: { readonly column: Id; readonly down: boolean } | undefined;
  readonly onSort: (column: Id) => void;
  /** A click, Enter or Space. */
  readonly onChoose: (line: Line) => void;
  /** The same function as long as the columns are the same, so that a line that did not change is not drawn anew. */
  readonly look: (line: Line) => GridLook;
}

/**
 * A table of any length of which only the lines in sight are drawn, as ARIA's grid: it tells how many lines there are and which one
 * is which, is one stop of the Tab key, and the arrow keys go through it. WAI-ARIA Authoring Practices, "Grid".
 */
export function VirtualGrid<Line extends GridLine, Id extends string>({
  label,
  columns,
  lines,
  lineHeight,
  selected,
  sorting,
  onSort,
  onChoose,
  look,
}: VirtualGridProps<Line, Id>): ReactElement {
  const grid = useRef<HTMLDivElement>(null);
  const { from, to, onScroll } = useWindow(grid, lines.length, lineHeight);
  const { at, column, onKeyDown, onFocusLine } = useGridKeys({
    grid,
    lines,
    selected,
    lineHeight,
    columns: columns.length,
    onChoose,
    onSort: (index) => onSort(columns[index]!.id),
  });
  const room = useMemo(() => roomOf(columns), [columns]);
  const drawn = numbersFrom(from, to);
  // The line that has the focus stays, wherever one scrolled to.
  if (at !== undefined && at < lines.length && (at < from || at >= to)) drawn.push(at);
  const stop = at ?? 0;
  return (
    // The keys belong to the whole grid: the focus is always on a line or a heading in it.
    <div
      ref={grid}
      role="grid"
      aria-label={label}
      aria-rowcount={lines.length + 1}
      aria-colcount={columns.length}
      className="vg"
      tabIndex={-1}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="vg-head" style={room}>
        <div role="row" aria-rowindex={1} className="vg-line">
          {columns.map(({ id, name }, index) => (
            <div
              key={id}
              role="columnheader"
              aria-colindex={index + 1}
              aria-sort={sorting?.column === id ? (sorting.down ? 'descending' : 'ascending') : 'none'}
              className="vg-heading"
              tabIndex={column === index ? 0 : -1}
              data-heading={index}
              onClick={() => onSort(id)}
            >
              <span className="cut">{name}</span>
              {sorting?.column === id && <Icon name={sorting.down ? 'down' : 'up'} size={10} />}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="vg-body" style={{ ...room, height: lines.length * lineHeight }}>
        {drawn.map((index) => (
          <GridRow
            key={lines[index]!.id}
            line={lines[index]!}
            index={index}
            height={lineHeight}
            columns={columns.length}
            isSelected={lines[index]!.id === selected}
            isStop={column === undefined && index === stop}
            onFocus={onFocusLine}
            onChoose={onChoose}
            look={look}
          />
        ))}
      </div>
    </div>
  );
}

function numbersFrom(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}

/** The widths of the columns, and under what width the grid scrolls sideways. */
function roomOf(columns: readonly GridColumn[]): Record<string, string> {
  const template = columns.map(({ width, minWidth }) =>
    typeof width === 'number' ? `${width}px` : `minmax(${minWidth}px, ${width})`,
  );
  return {
    '--columns': template.join(' '),
    minWidth: `${columns.reduce((sum, { minWidth }) => sum + minWidth, 0)}px`,
  };
}

interface GridRowProps<Line extends GridLine> {
  readonly line: Line;
  readonly index: number;
  readonly height: number;
  readonly columns: number;
  readonly isSelected: boolean;
  readonly isStop: boolean;
  readonly onFocus: (id: string) => void;
  readonly onChoose: (line: Line) => void;
  readonly look: (line: Line) => GridLook;
}

function Row<Line extends GridLine>({
  line,
  index,
  height,
  columns,
  isSelected,
  isStop,
  onFocus,
  onChoose,
  look,
}: GridRowProps<Line>): ReactElement {
  const { className, cells, expanded } = look(line);
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      {...(expanded === undefined ? { 'aria-selected': isSelected } : { 'aria-expanded': expanded })}
      className={`vg-line ${className}`}
      style={{ top: index * height, height }}
      tabIndex={isStop ? 0 : -1}
      data-line={index}
      onFocus={() => onFocus(line.id)}
      onClick={() => onChoose(line)}
    >
      {'through' in cells ? (
        <div role="gridcell" aria-colspan={columns} className="vg-cell vg-through">
          {cells.through}
        </div>
      ) : (
        cells.map((cell, at) => (
          <div key={at} role={at === 0 ? 'rowheader' : 'gridcell'} aria-colindex={at + 1} className="vg-cell">
            {cell}
          </div>
        ))
      )}
    </div>
  );
}

const GridRow = memo(Row) as typeof Row;
