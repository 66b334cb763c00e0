/** A statement down the page, an element a row: what the phone shows where wider screens have a row across. */
import type { ElementTrace, StatementTrace } from '../../engine/evaluation';
import { glyph, round, text } from '../../drawing/draw';
import type { Drawing, Mark, Zone } from '../../drawing/marks';
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

const X = 25;
const WORDS = 44;
const HEAD = 30;
const ROW = 40;
const NAME = { size: 12.5, weight: 600 } as const;
const SMALL = { size: 11.5 } as const;
const VALUE = { size: 12, mono: true } as const;

export interface RailView {
  readonly width: number;
  readonly tone: Tone;
  /** `4–16` */
  readonly lines: string;
}

export function statementRail(statement: StatementTrace, view: RailView): Drawing {
  const { width, tone } = view;
  const states = elementStates(inOrder(statement.elements));
  const marks: Mark[] = [];
  const zones: Zone[] = [];
  let at = HEAD - 8;
  const go = (to: number, kind: ElementWay): void => {
    if (to - at > 1) marks.push(thinWay(kind, `M${X} ${round(at)}V${round(to)}`, at));
  };
  states.forEach(({ element, state, before }, index) => {
    const y = HEAD + ROW * index + ROW / 2;
    if (state === 'stop') {
      go(y - 13, before);
      marks.push({ kind: 'disc', x: X, y: y - 13, r: 4.5, fill: 'ink' });
      marks.push({
        kind: 'line',
        d: `M${X - 10} ${y}H${X + 10}`,
        ink: stopInk(tone),
        width: 4,
        round: true,
      });
    } else {
      go(y - 9, before);
      if (state === 'veiled') marks.push(veil(`M${X - 12} ${y}H${X + 12}`));
      else marks.push(elementMark(element, X, y, before === 'rest'));
    }
    at = y + 9;
    marks.push(...rowText(element, statement, view, y));
    zones.push({
      id: element.path,
      label: `${elementName(element)}: ${elementWords(element)}`,
      x: 2,
      y: y - ROW / 2 + 1,
      width: width - 4,
      height: ROW - 2,
    });
  });
  const bottom = HEAD + ROW * states.length;
  go(bottom + 2, states.at(-1)?.after ?? 'went');
  return {
    width,
    height: bottom + 4,
    zones,
    dots: [],
    marks: [...headMarks(statement, view), ...marks],
    label: railLabel(statement, view),
  };
}

function inOrder(elements: readonly ElementTrace[]): readonly ElementTrace[] {
  const place = ({ element }: ElementTrace): number =>
    element === 'Condition' ? ELEMENT_ORDER.length : ELEMENT_ORDER.indexOf(element);
  return [...elements].sort((one, other) => place(one) - place(other));
}

function headMarks(statement: StatementTrace, { width, lines }: RailView): readonly Mark[] {
  const [kind] = outcomeOf(statement);
  const place = fitText(`${statement.policy}, ${lines}`, width * 0.45, SMALL);
  const room = width - 32 - textWidth(place, SMALL) - 22;
  const effect = ` ${statement.effect}`;
  const name = fitText(statementName(statement), room - textWidth(effect, NAME), NAME);
  return [
    glyph(kind, 19, 15, 13),
    text(
      32,
      19,
      [
        { ...NAME, text: name, ink: 'ink' },
        { ...NAME, weight: 400, text: effect, ink: 'ink-2', gap: 3 },
      ],
      'start',
    ),
    text(width - 10, 19, [{ ...SMALL, text: place, ink: 'ink-3' }], 'end'),
  ];
}

function rowText(
  element: ElementTrace,
  statement: StatementTrace,
  { width, tone }: RailView,
  y: number,
): readonly Mark[] {
  const room = width - WORDS - 12;
  const name = fitEnd(shownName(element), room * 0.6, NAME);
  const left = room - textWidth(name, NAME) - 8;
  const value = fitText(elementShort(element), left, VALUE);
  return [
    text(
      WORDS,
      y + 4,
      [
        { ...NAME, text: name, ink: elementInk(element, statement, tone) },
        { ...VALUE, text: value, ink: 'ink-3', gap: 8 },
      ],
      'start',
    ),
  ];
}

/** `ReadReports, Allow, lines 4–12: no match.` */
function railLabel(statement: StatementTrace, { lines }: RailView): string {
  const [, word] = outcomeOf(statement);
  return `${statementName(statement)}, ${statement.effect}, lines ${lines}: ${word}.`;
}
