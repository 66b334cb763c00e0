/** The requests of one call as small lanes into one verdict: the failing first, equal ones folded. */
import type { CallEvaluation } from '../../call/verdict';
import { across, bend, glyph, text } from '../../drawing/draw';
import type { Dot, Drawing, Mark, Zone } from '../../drawing/marks';
import { fitEnd, fitText } from '../../drawing/measure';
import { gatesOf, lanesOfCall, laneWay, linkedLabel, shortResource, wholeWord } from './call-lanes';
import type { LaneWay } from './call-lanes';
import { pill } from './flow';
import { TONE_INK } from './gate';
import { wayMark } from './lane';
import { HEAD, linkedHeight, linkedRows, MOST } from './linked-room';
import type { GateSpec } from './spec';

const NAME = { size: 12.5, weight: 600 } as const;
const CODE = { size: 11.5, mono: true } as const;

export function drawLinked(call: CallEvaluation, width: number): Drawing {
  const lanes = lanesOfCall(call);
  const shown = lanes.slice(0, MOST);
  const narrow = width < 1100;
  const left = narrow ? 172 : 262;
  const verdictX = width - (narrow ? 44 : 56);
  const join = verdictX - (narrow ? 60 : 84);
  const right = join - (narrow ? 66 : 104);
  const gates = gatesOf(shown);
  const columns = gates.map((gate) => ({
    id: gate.id,
    off: shown.every((lane) => lane.gates.find(({ id }) => id === gate.id)?.look === 'off'),
  }));
  const weights = columns.map(({ off }) => (off ? 0.75 : 1));
  const total = weights.reduce((one, other) => one + other, 0);
  const places: { readonly id: string; readonly x: number; readonly width: number; readonly off: boolean }[] =
    [];
  let at = left;
  columns.forEach(({ id, off }, index) => {
    const own = ((right - left) * weights[index]!) / total;
    places.push({ id, x: at + own / 2, width: own, off });
    at += own;
  });
  const { lines: heights, bottom } = linkedRows(lanes.length, call.failing.length);
  const middle = (heights[0]! + heights.at(-1)!) / 2;
  const marks: Mark[] = [
    ...heads(places, gates),
    { kind: 'line', d: `M0 ${HEAD - 0.5}H${width}`, ink: 'line', width: 1 },
  ];
  const stops = places.map(({ id, x }) => ({ id, along: x }));
  const dots: Dot[] = [];
  const zones: Zone[] = [];
  shown.forEach((lane, index) => {
    const y = heights[index]!;
    const failing = call.failing.includes(lane.at);
    marks.push(
      text(
        14,
        y - 1,
        [{ ...CODE, weight: 500, text: fitText(lane.action, left - 40, CODE), ink: 'ink' }],
        'start',
      ),
    );
    const also = lane.alike.length > 0 ? ` and ${lane.alike.length} more` : '';
    const room = left - 40;
    marks.push(
      text(
        14,
        y + 14,
        [
          {
            ...CODE,
            text: fitEnd(shortResource(lane.resource), room - also.length * 6.5, CODE),
            ink: 'ink-3',
          },
          ...(also === '' ? [] : [{ text: also, ink: 'ink-2' as const, size: 11.5 }]),
        ],
        'start',
      ),
    );
    const way = laneWay(lane, stops, left - 14, {
      path: (from, to) => across(from, to, y),
      point: (x) => ({ x, y }),
      down: false,
    });
    marks.push(...way.ways);
    if (way.dot) dots.push(way.dot);
    const end = right + 6;
    marks.push(wayMark(way.kind, across(way.at, end, y), way.at));
    marks.push(wayMark(way.kind, bend(end, y, join - 16, middle), end));
    marks.push(...way.marks, ...(failing ? toldMarks(way.told, places, y) : []));
    if (!failing) marks.push({ kind: 'disc', x: end, y, r: 10, fill: 'surface' }, glyph('allow', end, y, 16));
    for (const { id, x, width: own } of places) {
      const gate = lane.gates.find((one) => one.id === id);
      if (!gate || gate.look === 'off') continue;
      zones.push({
        id: `${lane.at}/${id}`,
        label: `${lane.action}, ${gate.names[0]!}: ${gate.words[0]!}`,
        x: x - own / 2 + 3,
        y: y - 22,
        width: own - 6,
        height: failing ? 60 : 44,
      });
    }
  });
  const verdict = wholeWord(call);
  marks.push(...pill(join, middle, 'all', call.decision === 'Allowed' ? 'allowed' : 'rest'));
  marks.push(
    wayMark(call.decision === 'Allowed' ? 'allowed' : 'rest', across(join + 18, verdictX - 22, middle), join),
  );
  marks.push(
    glyph(verdict.tone, verdictX, middle, 34),
    text(verdictX, middle + 41, [
      { ...NAME, text: fitText(verdict.word, 90, NAME), ink: TONE_INK[verdict.tone] },
    ]),
  );
  const rest = lanes.slice(MOST);
  if (rest.length > 0) {
    const words = `and ${rest.length} more ${rest.length === 1 ? 'check' : 'checks'} of this call`;
    marks.push(text(14, bottom + 16, [{ text: words, ink: 'ink-2', size: 11.5 }], 'start'));
  }
  const height = linkedHeight(lanes.length, call.failing.length);
  return { width, height, marks, zones, dots, label: linkedLabel(lanes, verdict.word) };
}

/** The names of the gates once, over all lanes. */
function heads(
  places: readonly {
    readonly id: string;
    readonly x: number;
    readonly width: number;
    readonly off: boolean;
  }[],
  gates: readonly GateSpec[],
): readonly Mark[] {
  return places.flatMap(({ id, x, width, off }) => {
    const gate = gates.find((one) => one.id === id);
    if (!gate) return [];
    const generic = id === 'resource' ? 'Resource' : (gate.names.at(-1) ?? '');
    const name = fitText(generic, width - 18, NAME);
    const number =
      gate.number === undefined ? [] : [{ text: `${gate.number}`, ink: 'ink-3' as const, size: 11.5 }];
    return [
      text(x, 22, [
        ...number,
        {
          ...NAME,
          text: name,
          weight: off ? 400 : 600,
          ink: off ? 'ink-3' : 'ink',
          ...(number.length > 0 && { gap: 4 }),
        },
      ]),
    ];
  });
}

/** The word under each gate that stops the lane, or that nobody can see. */
function toldMarks(
  told: LaneWay['told'],
  places: readonly { readonly x: number; readonly width: number }[],
  y: number,
): readonly Mark[] {
  const style = { size: 12, weight: 560 } as const;
  return told.map(({ gate, along }) => {
    const room = places.find(({ x }) => x === along)?.width ?? 0;
    const word = fitText(gate.words.at(-1) ?? '', room - 4, style);
    return text(along, y + 33, [{ ...style, text: word, ink: TONE_INK[gate.tone] }]);
  });
}
