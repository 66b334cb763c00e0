/** A lane for each value of the request, a gate for each of the policy, joined by what the operator asks. */
import { bend, round, text } from '../../../drawing/draw';
import type { Mark } from '../../../drawing/marks';
import { fitText, textWidth } from '../../../drawing/measure';
import type { Tone } from '../../types';
import { pairsWords, telling } from '../../values/sets';
import type { ValueShape } from '../../values/types';
import { pill } from '../flow';
import { wayMark } from '../lane';
import { failInks } from './inks';
import type { Sheet } from './inks';
import { nameMark, widest } from './set-names';

type SetShape = Extract<ValueShape, { kind: 'set' }>;

const SMALL = { size: 11 } as const;
const CAPTION = { size: 11.5, weight: 600 } as const;
const ROW = 34;
const TOP = 44;

/** A column narrower than this shows no name. */
const LEAST_COLUMN = 50;

/** A column is no wider than this, save where its name is. */
const WIDE_COLUMN = 190;

/** Where the lanes begin: behind the values of the request, which have what the names of the columns leave. */
function laneStart({ request, policy }: SetShape, width: number, end: number): number {
  const wanted = Math.max(60, widest(request) + 24);
  const least = Math.min(150, width * 0.3);
  const left = end - policy.length * (widest(policy) + 16);
  return Math.min(wanted, Math.max(least, Math.min(left, width * 0.45)));
}

/** As many values of the policy as have room for their names: those that match or come near first. */
function columnsShown({ policy, pairs }: SetShape, room: number): readonly number[] {
  const most = Math.max(1, Math.floor(room / LEAST_COLUMN));
  return telling(policy, most, (at) => pairs.some((row) => row[at]!.matches || row[at]!.near !== undefined));
}

export function setSheet(whole: SetShape, width: number, tone: Tone): Sheet {
  const { request, counts, mode, of, holds } = whole;
  const narrow = width < 480;
  const end = width - (narrow ? 80 : 260);
  const left = laneStart(whole, width, end);
  const shown = columnsShown(whole, end - left);
  const policy = shown.map((at) => whole.policy[at]!);
  const pairs = whole.pairs.map((row) => shown.map((at) => row[at]!));
  const column = Math.min(
    Math.max(WIDE_COLUMN, widest(policy) + 16),
    (end - left) / Math.max(1, policy.length),
  );
  const last = left + column * policy.length;
  const join = last + (narrow ? 40 : 60);
  const middle = TOP + (ROW * request.length) / 2;
  const { ink, soft, edge } = failInks(tone);
  const marks: Mark[] = [
    text(0, 14, [{ ...SMALL, text: 'Policy', ink: 'ink-3' }], 'start'),
    text(0, TOP - 8, [{ ...SMALL, text: 'Request', ink: 'ink-3' }], 'start'),
  ];
  policy.forEach((_, at) => {
    const x = left + column * (at + 0.5);
    marks.push(nameMark(policy, at, { x, y: 14, room: column - 8, anchor: 'middle' }));
  });
  request.forEach((_value, row) => {
    const y = TOP + ROW * (row + 0.5);
    const good = counts[row] === 'yes';
    marks.push(nameMark(request, row, { x: 0, y: y + 4, room: left - 20, anchor: 'start' }));
    const way = `M${round(left - 12)} ${round(y)}H${round(last)}${bend(last, y, join - 18, middle).replace(/^M[\d.]+ [\d.]+/, '')}`;
    marks.push(good ? { kind: 'line', d: way, ink: 'ink', width: 2 } : wayMark('rest', way));
    policy.forEach((_, at) => {
      const pair = pairs[row]![at]!;
      const x = left + column * (at + 0.5);
      marks.push({
        kind: 'box',
        x: round(x - 10),
        y: y - 10,
        width: 20,
        height: 20,
        radius: 0,
        fill: 'surface',
      });
      marks.push(postsOf(x, y));
      if (pair.matches) marks.push(tick(x, y));
      else if (pair.near === undefined) marks.push(cross(x, y));
      else marks.push(...nearMarks(pair.near, x, y, column, { ink, soft, edge }));
    });
  });
  marks.push(...pill(join, middle, mode, 'rest'));
  const told = pairsWords(whole);
  const some = of.request > request.length || of.policy > policy.length;
  const part = some
    ? `, shown ${request.length} of ${of.request} against ${policy.length} of ${of.policy}`
    : '';
  const rule = `${RULES[mode][whole.negated ? 'negated' : 'plain']}${part}`;
  const bottom = TOP + ROW * request.length;
  const colour = holds ? 'ink-2' : ink;
  const right = join + 28;
  if (!narrow && right + Math.max(textWidth(told, CAPTION), textWidth(rule, SMALL)) < width) {
    marks.push(text(right, middle - 3, [{ ...CAPTION, text: told, ink: colour }], 'start'));
    marks.push(text(right, middle + 13, [{ ...SMALL, text: rule, ink: 'ink-3' }], 'start'));
    return { marks, height: bottom + 8 };
  }
  marks.push(
    text(0, bottom + 18, [{ ...CAPTION, text: fitText(told, width, CAPTION), ink: colour }], 'start'),
  );
  marks.push(text(0, bottom + 34, [{ ...SMALL, text: fitText(rule, width, SMALL), ink: 'ink-3' }], 'start'));
  return { marks, height: bottom + 42 };
}

const RULES = {
  any: { plain: 'ForAnyValue wants one', negated: 'ForAnyValue wants one that is not listed' },
  all: { plain: 'ForAllValues wants each to be listed', negated: 'ForAllValues wants none to be listed' },
} as const;

/** The gate of a value of the policy, as far as it stands in one lane. */
function postsOf(x: number, y: number): Mark {
  const d = `M${round(x)} ${round(y - 17)}v3M${round(x)} ${round(y + 14)}v3`;
  return { kind: 'line', d, ink: 'ink-2', width: 3, round: true };
}

function tick(x: number, y: number): Mark {
  return {
    kind: 'line',
    d: `M${round(x - 5)} ${round(y)}l3.5 3.5 6.5 -7`,
    ink: 'ink',
    width: 2,
    round: true,
  };
}

function cross(x: number, y: number): Mark {
  const d = `M${round(x - 4)} ${round(y - 4)}l8 8m0 -8l-8 8`;
  return { kind: 'line', d, ink: 'ink-3', width: 1.5, round: true };
}

/** A near miss stops at a bar, and says what keeps the two apart. */
function nearMarks(
  near: string,
  x: number,
  y: number,
  column: number,
  { ink, soft, edge }: ReturnType<typeof failInks>,
): readonly Mark[] {
  // Where there is no room for the sentence, the two signs say it.
  const room = column / 2 - 20;
  const short = near.replace(' is not ', ', ');
  const words = textWidth(near, CAPTION) <= room ? near : fitText(short, room, CAPTION);
  const width = textWidth(words, CAPTION) + 12;
  const bar: Mark = {
    kind: 'line',
    d: `M${round(x)} ${round(y - 12)}V${round(y + 12)}`,
    ink,
    width: 5,
    round: true,
  };
  if (column < 80) return [bar];
  return [
    bar,
    {
      kind: 'box',
      x: round(x + 8),
      y: y - 10,
      width: round(width),
      height: 20,
      radius: 3,
      fill: soft,
      stroke: edge,
    },
    text(x + 8 + width / 2, y + 4, [{ ...CAPTION, text: words, ink }]),
  ];
}
