/** The requests of one call down the page: one column of gates' names, and a rail for each request beside it. */
import type { CallEvaluation } from '../../call/verdict';
import { glyph, round, text } from '../../drawing/draw';
import type { Dot, Drawing, Mark, Run, Zone } from '../../drawing/marks';
import { fitText } from '../../drawing/measure';
import { lastSegment } from '../../language/arn';
import { layerName } from '../layers';
import { verdictWord } from '../verdict';
import { gatesOf, lanesOfCall, laneWay, linkedLabel, shortResource, wholeWord } from './call-lanes';
import type { LaneOfCall } from './call-lanes';
import { wayMark } from './lane';

/** As many rails have room beside the names; the others are told in a sentence. */
const MOST = 3;
const HEAD = 46;
const ROW = 40;
/** The row of the outcomes below the gates. */
const END = 52;
const RAIL = 64;
const NAME = { size: 12.5 } as const;
const CODE = { size: 11, mono: true } as const;

export interface UprightCall {
  readonly drawing: Drawing;
  /** What has no rail, in a sentence without its full stop; undefined where all have one. */
  readonly rest: string | undefined;
}

/** `width` in pixels, 320 or more. */
export function linkedUpright(call: CallEvaluation, width: number): UprightCall {
  const lanes = lanesOfCall(call);
  const shown = lanes.slice(0, MOST);
  const off = (id: string): boolean =>
    shown.every((lane) => lane.gates.find((gate) => gate.id === id)?.look === 'off');
  const rows = gatesOf(shown).map((gate, at) => ({ gate, id: gate.id, along: HEAD + ROW * (at + 0.5) }));
  const bottom = HEAD + ROW * rows.length;
  const height = bottom + END;
  const left = width - RAIL * shown.length;
  const marks: Mark[] = [];
  const zones: Zone[] = [];
  const dots: Dot[] = [];
  for (const { gate, id, along } of rows) {
    const quiet = off(id);
    // The names are common to all rails, so the resource is not named for what it is of one of them.
    const name = layerName(gate.step);
    const run: Run = {
      ...NAME,
      text: fitText(name, left - 40, { ...NAME, weight: quiet ? 400 : 600 }),
      weight: quiet ? 400 : 600,
      ink: quiet ? 'ink-3' : 'ink',
    };
    if (gate.number !== undefined)
      marks.push(text(12, along + 4, [{ ...NAME, text: `${gate.number}`, ink: 'ink-3' }], 'start'));
    marks.push(text(30, along + 4, [run], 'start'));
  }
  const all = 'All are needed';
  marks.push(text(12, bottom + END / 2 + 4, [{ ...NAME, text: all, weight: 600, ink: 'ink' }], 'start'));
  shown.forEach((lane, index) => {
    const x = left + RAIL * (index + 0.5);
    const [over, name] = headOf(lane, lanes, shown);
    marks.push(
      ...(over === '' ? [] : [text(x, 18, [{ ...CODE, text: fitText(over, RAIL - 4, CODE), ink: 'ink-2' }])]),
      text(x, 34, [{ ...CODE, text: fitText(name, RAIL - 4, CODE), weight: 500, ink: 'ink' }]),
    );
    const way = laneWay(lane, rows, HEAD - 4, {
      path: (from, to) => `M${round(x)} ${round(from)}V${round(to)}`,
      point: (y) => ({ x, y }),
      down: true,
    });
    marks.push(...way.ways);
    // Behind a stop the way goes on a little, in dots; else to its outcome.
    const end = way.kind === 'rest' ? bottom + 4 : bottom + END / 2 - 13;
    if (end > way.at) marks.push(wayMark(way.kind, `M${round(x)} ${round(way.at)}V${round(end)}`, way.at));
    marks.push(...way.marks);
    if (way.dot) dots.push(way.dot);
    const { tone } = verdictWord(call.parts.find(({ at }) => at === lane.at)!.evaluation);
    if (tone !== 'none') marks.push(glyph(tone, x, bottom + END / 2, 22));
    for (const { id, along } of rows) {
      const own = lane.gates.find((one) => one.id === id);
      if (own === undefined || own.look === 'off') continue;
      zones.push({
        id: `${lane.at}/${id}`,
        label: `${lane.action} on ${shortResource(lane.resource)}, ${own.names[0]!}: ${own.words[0]!}`,
        x: x - RAIL / 2 + 2,
        y: along - ROW / 2,
        width: RAIL - 4,
        height: ROW,
      });
    }
  });
  return {
    drawing: { width, height, marks, zones, dots, label: linkedLabel(lanes, wholeWord(call).word) },
    rest: restOf(lanes),
  };
}

/** What a request is told by: its action where no other has it, else what kind of resource it is about. */
function headOf(
  lane: LaneOfCall,
  all: readonly LaneOfCall[],
  shown: readonly LaneOfCall[],
): readonly [over: string, name: string] {
  const { action, resource, alike } = lane;
  const isOwn = alike.length === 0 && all.every((one) => one === lane || one.action !== action);
  if (isOwn) {
    const colon = action.indexOf(':') + 1;
    return [action.slice(0, colon), action.slice(colon)];
  }
  const kind = kindOf(resource);
  const isShared = shown.some((one) => one !== lane && kindOf(one.resource) === kind);
  const count = alike.length > 0 ? `and ${alike.length}` : '';
  return isShared ? [kind, lastSegment(resource)] : [count && kind, count || kind];
}

/** `subnet` of `arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1`; the bucket of an object. */
function kindOf(resource: string): string {
  return /^[^/:]+/.exec(shortResource(resource))?.[0] ?? resource;
}

function restOf(lanes: readonly LaneOfCall[]): string | undefined {
  const shown = lanes.slice(0, MOST).flatMap(({ alike }) => alike);
  const hidden = lanes.slice(MOST);
  const others = [...shown, ...hidden.flatMap(({ resource, alike }) => [resource, ...alike])];
  if (others.length === 0) return undefined;
  const failing = hidden.filter(({ decision }) => decision !== 'Allowed').length;
  const count = `${others.length} more ${others.length === 1 ? 'check' : 'checks'} of this call`;
  const passes = others.length === 1 ? 'passes' : 'pass';
  const names = [...new Set(others.map(kindOf))].join(', ');
  if (failing === 0) return `${count} ${passes}: ${names}`;
  return `${count}, of which ${failing} ${failing === 1 ? 'does' : 'do'} not pass: ${names}`;
}
