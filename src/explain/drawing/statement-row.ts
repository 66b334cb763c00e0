/** A statement as a row of small gates, one for each element; columns are shared by all statements of the layer. */
import type { ElementTrace, StatementTrace } from '../../engine/evaluation';
import { across, glyph, round, text } from '../../drawing/draw';
import type { Drawing, Ink, Mark, Zone } from '../../drawing/marks';
import { fitEnd, fitText, textWidth } from '../../drawing/measure';
import { elementWords } from '../elements';
import { elementShort } from '../elements/short';
import { statementName } from '../facts';
import type { Tone } from '../types';
import { elementName } from '../values/view';
import {
  ELEMENT_ORDER,
  elementInk,
  elementMark,
  elementStates,
  outcomeOf,
  shownName,
  stopInk,
  thinWay,
  veil,
  type ElementWay,
} from './element-states';
import { TONE_INK } from './gate';

/** Where each element of any of these statements stands. */
export interface Columns {
  readonly kinds: readonly ElementTrace['element'][];
  readonly conditions: number;
  readonly left: number;
  readonly width: number;
  readonly right: number;
}

export function columnsOf(statements: readonly StatementTrace[], width: number): Columns {
  const kinds = ELEMENT_ORDER.filter((kind) =>
    statements.some(({ elements }) => elements.some(({ element }) => element === kind)),
  );
  const conditions = Math.max(
    0,
    ...statements.map(({ elements }) => elements.filter(({ element }) => element === 'Condition').length),
  );
  const narrow = width < 1100;
  const left = narrow ? 166 : 232;
  const end = width - (narrow ? 92 : 112);
  const count = Math.max(1, kinds.length + conditions);
  const column = Math.min(narrow ? 200 : 264, (end - left - 60) / count);
  return { kinds, conditions, left, width: column, right: Math.min(end, left + 26 + column * count + 44) };
}

export interface RowView {
  readonly width: number;
  readonly columns: Columns;
  readonly tone: Tone;
  /** Open: with words. */
  readonly big: boolean;
  /** `4–16` */
  readonly lines: string;
  readonly policy: string | undefined;
}

export function statementRow(statement: StatementTrace, view: RowView): Drawing {
  const { width, columns, big } = view;
  const y = big ? 40 : 15;
  const height = big ? 82 : 28;
  const placed = placedElements(statement, columns);
  const way = wayMarks(statement, placed, view, y);
  const zones = big ? placed.map(({ element, x }): Zone => zoneOf(element, x, columns.width, height)) : [];
  return {
    width,
    height,
    label: rowLabel(statement, view),
    zones,
    dots: [],
    marks: [
      ...leftMarks(statement, view, y),
      ...way,
      ...(big ? placed.flatMap((one) => elementText(one, statement, view, y)) : []),
    ],
  };
}

interface PlacedElement {
  readonly element: ElementTrace;
  readonly x: number;
}

function placedElements(
  { elements }: StatementTrace,
  { kinds, left, width }: Columns,
): readonly PlacedElement[] {
  let condition = 0;
  const placed = elements.map((element) => {
    const at = element.element === 'Condition' ? kinds.length + condition++ : kinds.indexOf(element.element);
    return { element, x: left + 26 + width * (at + 0.5) };
  });
  return placed.sort((one, other) => one.x - other.x);
}

function zoneOf(element: ElementTrace, x: number, width: number, height: number): Zone {
  return {
    id: element.path,
    label: `${elementName(element)}: ${elementWords(element)}`,
    x: round(x - width / 2 + 4),
    y: 2,
    width: round(width - 8),
    height: height - 2,
  };
}

function leftMarks(
  statement: StatementTrace,
  { columns, big, lines, policy }: RowView,
  y: number,
): readonly Mark[] {
  const name = { size: 12.5, weight: big ? 600 : 560 } as const;
  const small = { size: 11.5 } as const;
  const meta = `${statement.effect} · ${lines}${policy === undefined ? '' : ` · ${policy}`}`;
  const room = columns.left - 24;
  if (big) {
    return [
      text(
        14,
        y - 2,
        [{ ...name, text: fitText(statementName(statement), room, name), ink: 'ink' }],
        'start',
      ),
      text(14, y + 14, [{ ...small, text: fitText(meta, room, small), ink: 'ink-3' }], 'start'),
    ];
  }
  const short = fitText(`${statement.effect} · ${lines}`, room - 50, small);
  const free = room - textWidth(short, small) - 10;
  return [
    text(14, y + 4, [{ ...name, text: fitText(statementName(statement), free, name), ink: 'ink' }], 'start'),
    text(columns.left - 14, y + 4, [{ ...small, text: short, ink: 'ink-3' }], 'end'),
  ];
}

/** The way runs to the first element that differs; what stands behind it is marked all the same. */
function wayMarks(
  statement: StatementTrace,
  placed: readonly PlacedElement[],
  view: RowView,
  y: number,
): readonly Mark[] {
  const { columns, big, tone } = view;
  const marks: Mark[] = [];
  let at = columns.left - 8;
  const go = (to: number, kind: ElementWay): void => {
    if (to - at > 1) marks.push(thinWay(kind, across(at, to, y), at));
  };
  const states = elementStates(placed.map(({ element }) => element));
  states.forEach(({ element, state, before }, index) => {
    const { x } = placed[index]!;
    if (state === 'stop') {
      go(x - 15, before);
      const half = big ? 14 : 9;
      marks.push({
        kind: 'line',
        d: `M${round(x)} ${y - half}V${y + half}`,
        ink: stopInk(tone),
        width: 4,
        round: true,
      });
      marks.push({ kind: 'disc', x: round(x - 15), y, r: big ? 4.5 : 4, fill: 'ink' });
      at = x + 9;
      return;
    }
    go(x - 9, before);
    at = x + 9;
    if (state === 'veiled') {
      marks.push(veil(`M${round(x)} ${y - 13}V${y + 13}`));
      return;
    }
    const post: Ink = before === 'rest' ? 'edge' : 'ink-2';
    const [out, inner] = big ? [13, 8.5] : [11, 8.5];
    marks.push({
      kind: 'line',
      d: `M${round(x)} ${y - out}V${y - inner}M${round(x)} ${y + inner}V${y + out}`,
      ink: post,
      width: 2.5,
      round: true,
    });
    marks.push(elementMark(element, x, y, before === 'rest'));
  });
  go(columns.right - 14, states.at(-1)?.after ?? 'went');
  return [...marks, ...outcomeMarks(statement, columns.right, y)];
}

function outcomeMarks(statement: StatementTrace, x: number, y: number): readonly Mark[] {
  const [kind, word] = outcomeOf(statement);
  const quiet = kind === 'miss';
  return [
    glyph(kind, x, y, kind === 'explicit' ? 18 : 14),
    text(
      x + 13,
      y + 4,
      [{ text: word, size: 12, weight: quiet ? 400 : 560, ink: quiet ? 'ink-3' : TONE_INK[kind] }],
      'start',
    ),
  ];
}

function elementText(
  { element, x }: PlacedElement,
  statement: StatementTrace,
  { columns, tone }: RowView,
  y: number,
): readonly Mark[] {
  const room = columns.width - 14;
  const name = { size: 12, weight: 560 } as const;
  const value = { size: 11.5, mono: true } as const;
  const ink = elementInk(element, statement, tone);
  const shown = shownName(element);
  const below = elementShort(element);
  return [
    text(x, y - 22, [{ ...name, text: fitEnd(shown, room, name), ink }]),
    text(x, y + 29, [{ ...value, text: fitText(below, room, value), ink: 'ink-3' }]),
  ];
}

/** `ReadReports, Allow, lines 4–12: no match. Resource: …` */
function rowLabel(statement: StatementTrace, { lines }: RowView): string {
  const [, word] = outcomeOf(statement);
  const first = statement.elements.find(({ truth }) => truth !== 'yes');
  const why = first ? ` ${elementName(first)}: ${elementWords(first)}.` : '';
  return `${statementName(statement)}, ${statement.effect}, lines ${lines}: ${word}.${why}`;
}
