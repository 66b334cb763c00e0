/** The requests of one call as small lanes into one verdict: the failing first, equal ones folded. */
import type { CallEvaluation, CallPart } from '../../call/verdict';
import { across, bend, glyph, text } from '../../drawing/draw';
import type { Dot, Drawing, Mark, Zone } from '../../drawing/marks';
import { fitEnd, fitText } from '../../drawing/measure';
import { lastSegment } from '../../language/arn';
import { verdictWord } from '../verdict';
import { pill } from './flow';
import { flowSpec } from './flow-spec';
import { barGlyph, barMark, TONE_INK } from './gate';
import { wayMark } from './lane';
import type { BarSpec, GateSpec } from './spec';

/** As many lanes are drawn; the others are one line. */
const MOST = 4;
const HEAD = 35;
const ROW = { low: 46, high: 64 } as const;
const NAME = { size: 12.5, weight: 600 } as const;
const CODE = { size: 11.5, mono: true } as const;

export interface LaneOfCall {
  readonly at: number;
  readonly action: string;
  readonly resource: string;
  readonly decision: CallPart['evaluation']['decision'];
  readonly gates: readonly GateSpec[];
  /** Other requests of the call that go the same way. */
  readonly alike: readonly string[];
}

/** The lanes in the order in which they are drawn. */
export function lanesOfCall(call: CallEvaluation): readonly LaneOfCall[] {
  const lanes = call.parts.map(({ at, view, evaluation }): LaneOfCall => {
    const { gates } = flowSpec(view, evaluation);
    return {
      at,
      action: view.request.action,
      resource: view.request.resource,
      decision: evaluation.decision,
      gates,
      alike: [],
    };
  });
  const failing = lanes.filter(({ at }) => call.failing.includes(at));
  const rest = lanes.filter(({ at }) => !call.failing.includes(at));
  return [...failing, ...folded(rest)];
}

/** Allowed lanes of one action that pass the same gates alike are one, with the others' names. */
function folded(lanes: readonly LaneOfCall[]): readonly LaneOfCall[] {
  const first = new Map<string, LaneOfCall>();
  for (const lane of lanes) {
    const key = `${lane.action} ${lane.gates.map(({ id, tone, words }) => `${id}:${tone}:${words[0]!}`).join()}`;
    const known = first.get(key);
    first.set(key, known ? { ...known, alike: [...known.alike, lastSegment(lane.resource)] } : lane);
  }
  return [...first.values()];
}

export function drawLinked(call: CallEvaluation, width: number): Drawing {
  const lanes = lanesOfCall(call);
  const shown = lanes.slice(0, MOST);
  const narrow = width < 1100;
  const left = narrow ? 172 : 262;
  const verdictX = width - (narrow ? 44 : 56);
  const join = verdictX - (narrow ? 60 : 84);
  const right = join - (narrow ? 66 : 104);
  const columns = shown[0]!.gates.map((gate) => ({
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
  const heights: number[] = [];
  let bottom = HEAD;
  for (const lane of shown) {
    const row = call.failing.includes(lane.at) ? ROW.high : ROW.low;
    heights.push(bottom + ROW.low / 2 + 4);
    bottom += row;
  }
  const middle = (heights[0]! + heights.at(-1)!) / 2;
  const marks: Mark[] = [
    ...heads(places, shown[0]!),
    { kind: 'line', d: `M0 ${HEAD - 0.5}H${width}`, ink: 'line', width: 1 },
  ];
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
          { ...CODE, text: fitEnd(short(lane.resource), room - also.length * 6.5, CODE), ink: 'ink-3' },
          ...(also === '' ? [] : [{ text: also, ink: 'ink-2' as const, size: 11.5 }]),
        ],
        'start',
      ),
    );
    const way = laneMarks(lane, places, left - 14, y, failing);
    marks.push(...way.ways);
    if (way.dot) dots.push(way.dot);
    const end = right + 6;
    marks.push(wayMark(way.kind, across(way.at, end, y), way.at));
    marks.push(wayMark(way.kind, bend(end, y, join - 16, middle), end));
    marks.push(...way.marks);
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
  // Room for two that fail, so that one that is mended moves nothing below.
  const roomy = HEAD + shown.length * ROW.low + Math.min(2, shown.length) * (ROW.high - ROW.low);
  const height = Math.max(Math.max(bottom, roomy) + (rest.length > 0 ? 28 : 8), middle + 50);
  return { width, height, marks, zones, dots, label: linkedLabel(lanes, verdict.word) };
}

function short(resource: string): string {
  return resource.split(':').slice(5).join(':') || resource;
}

function wholeWord({ decision, parts, failing }: CallEvaluation): {
  readonly tone: 'allow' | 'explicit' | 'implicit' | 'unknown';
  readonly word: string;
} {
  const first = parts.find(({ at }) => at === failing[0]) ?? parts[0]!;
  const { tone, word } = verdictWord(first.evaluation);
  if (tone === 'allow' || tone === 'explicit' || tone === 'implicit' || tone === 'unknown')
    return { tone, word };
  return { tone: decision === 'Allowed' ? 'allow' : 'unknown', word };
}

/** The names of the gates once, over all lanes. */
function heads(
  places: readonly {
    readonly id: string;
    readonly x: number;
    readonly width: number;
    readonly off: boolean;
  }[],
  lane: LaneOfCall,
): readonly Mark[] {
  return places.flatMap(({ id, x, width, off }) => {
    const gate = lane.gates.find((one) => one.id === id);
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

interface LaneWay {
  readonly ways: readonly Mark[];
  readonly marks: readonly Mark[];
  readonly dot: Dot | undefined;
  readonly at: number;
  readonly kind: 'went' | 'maybe' | 'rest';
}

/** Ways are ink: green is for the whole. */
function laneMarks(
  lane: LaneOfCall,
  places: readonly { readonly id: string; readonly x: number; readonly width: number }[],
  start: number,
  y: number,
  failing: boolean,
): LaneWay {
  const ways: Mark[] = [];
  const marks: Mark[] = [];
  let at = start;
  let kind: LaneWay['kind'] = 'went';
  let dot: Dot | undefined;
  for (const { id, x, width } of places) {
    const gate = lane.gates.find((one) => one.id === id);
    if (!gate) continue;
    const bar = loudest(gate);
    const halts = gate.halts && kind !== 'rest';
    if (halts) {
      ways.push(wayMark(kind, across(at, x - 18, y), at));
      dot = { id: `lane/${lane.at}`, x: x - 20, y };
      at = x + 11;
      kind = 'rest';
    } else {
      if (x - at > 1) ways.push(wayMark(kind, across(at, x, y), at));
      at = x;
      if (gate.after === 'maybe' && kind === 'went') kind = 'maybe';
    }
    const late = kind === 'rest' && !halts;
    marks.push(...barMark(x, y, bar, 17));
    marks.push(...barGlyph(x, y, late ? { ...bar, grey: true } : bar, false));
    const told =
      failing && (gate.tone === 'implicit' || gate.tone === 'explicit' || gate.tone === 'unknown') && !late;
    if (told) {
      const style = { size: 12, weight: 560 } as const;
      marks.push(
        text(x, y + 33, [
          { ...style, text: fitText(gate.words.at(-1) ?? '', width - 4, style), ink: TONE_INK[gate.tone] },
        ]),
      );
    }
  }
  return { ways, marks, dot, at, kind };
}

function loudest({ bars }: GateSpec): BarSpec {
  return bars.find(({ state }) => state === 'shut' || state === 'veiled') ?? bars[0]!;
}

function linkedLabel(lanes: readonly LaneOfCall[], word: string): string {
  const told = lanes.map(({ action, resource, decision, alike }) => {
    const also = alike.length > 0 ? ` and ${alike.length} more` : '';
    return `${action} on ${short(resource)}${also}: ${decision === 'Allowed' ? 'allowed' : decision === 'Undetermined' ? 'not known' : 'denied'}`;
  });
  return `The checks of one call, failing first. ${told.join('. ')}. All are needed: ${word}.`;
}
