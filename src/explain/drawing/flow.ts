/**
 * The picture of one request: a pure function from what was evaluated to marks. The page and the file draw the same.
 */
import { across, bend, round, text } from '../../drawing/draw';
import type { Drawing, Mark } from '../../drawing/marks';
import { textWidth } from '../../drawing/measure';
import { elbowMarks } from './elbow';
import { requestMarks, verdictMarks } from './ends';
import { exitMarks, exitsWidth } from './exit-marks';
import { ghostMarks } from './ghost';
import { flowLabel } from './label';
import { drawLane, place, wayMark } from './lane';
import type { Lane, LaneView, Placed } from './lane';
import type { FlowSpec, GateSpec } from './spec';

export interface FlowView {
  readonly width: number;
  /** On low screens two lanes go without the third line of text. */
  readonly low: boolean;
}

export interface FlowDrawing extends Drawing {
  readonly gates: readonly Placed[];
  /** The height of the line on which the request sets out. */
  readonly line: number;
}

/** Below this width the request has no words, and gaps and names shrink. */
const NARROW = 1100;

/** Narrower than this there is no room for the gates: the list stands for the picture, or the picture scrolls. */
const LEAST = 720;

/** One lane is as high whatever stands over it or at its end: nothing below moves when another verdict comes. */
const ONE_LANE = { line: 58, height: 150 } as const;

interface Measures {
  readonly narrow: boolean;
  readonly start: number;
  readonly end: number;
  readonly verdict: number;
  readonly pill: number;
}

function measures(width: number): Measures {
  const narrow = width < NARROW;
  return {
    narrow,
    start: narrow ? 80 : 128,
    end: width - (narrow ? 84 : 104),
    verdict: width - (narrow ? 44 : 56),
    pill: narrow ? 58 : 106,
  };
}

/** Draws a flow. Nothing is decided here: what is shut, open or unknown comes with the spec. */
export function drawFlow(spec: FlowSpec, view: FlowView): FlowDrawing {
  const wide = { ...view, width: Math.max(view.width, LEAST) };
  return spec.two ? twoLanes(spec, wide) : oneLane(spec, wide);
}

function oneLane(spec: FlowSpec, view: FlowView): FlowDrawing {
  const at = measures(view.width);
  const elbow = spec.elbows.length > 0;
  const { exits } = spec;
  const { line: y, height } = ONE_LANE;
  const exitRoom = exits ? exitsWidth(exits, at.narrow ? 280 : 380) : 0;
  const to = exits ? view.width - exitRoom - 4 : at.end;
  const lane = laneOf(
    spec.gates,
    { from: at.start + 4, to, y, tight: at.narrow, detail: true, elbow },
    spec,
    at,
  );
  const tail = exits
    ? [
        wayMark(lane.end.kind, across(lane.end.x, to + 4, y), lane.end.x),
        ...exitMarks(exits, to + 4, y, exitRoom),
      ]
    : verdictTail(spec, lane, at, y);
  return sheet(
    spec,
    view,
    y,
    height,
    at,
    [lane],
    [...evenMarks(spec, lane, y), ...ghostMarks(spec, [lane], at.start, y), ...tail],
  );
}

function verdictTail(spec: FlowSpec, lane: Lane, at: Measures, y: number): readonly Mark[] {
  const tail = wayMark(spec.end, across(lane.end.x, at.verdict - 26, y), lane.end.x);
  return [tail, ...verdictMarks(spec, at.verdict, y, 2 * (at.narrow ? 42 : 50))];
}

function laneOf(gates: readonly GateSpec[], view: LaneView, spec: FlowSpec, at: Measures): Lane {
  return drawLane(place(gates, view), view, { x: at.start - 8, kind: spec.start });
}

function twoLanes(spec: FlowSpec, view: FlowView): FlowDrawing {
  const at = measures(view.width);
  const elbow = spec.elbows.length > 0;
  const upper = (view.low ? 44 : 48) + (elbow ? 12 : 0);
  const lower = upper + (view.low ? 106 : 124);
  const y = (upper + lower) / 2;
  const last = spec.gates.filter((gate) => gate.id === 'defaultDeny');
  const first = spec.gates.filter((gate) => gate.lane === 'both' && gate.id !== 'defaultDeny');
  const exitRoom = spec.exits ? exitsWidth(spec.exits, at.narrow ? 250 : 380) : 0;
  const end = spec.exits ? view.width - exitRoom - 4 : at.end;
  const fork = at.start + (at.narrow ? 104 : 136);
  const lanes = fork + 34;
  const gates = lanes + (at.narrow ? 100 : 128);
  const join = end - (last.length > 0 ? (at.narrow ? 92 : 124) : 12) - 24;
  const leave = join - 44;
  const part = { tight: at.narrow, detail: !view.low, elbow } as const;
  const before = laneOf(first, { ...part, detail: true, from: at.start + 4, to: fork - 4, y }, spec, at);
  const kind = before.end.kind;
  const side = (name: 'caller' | 'resource', height: number, to: number): Lane => {
    const along = spec.gates.filter((gate) => gate.lane === name);
    const where = { ...part, from: gates, to, y: height };
    return drawLane(place(along, where), where, { x: lanes, kind });
  };
  const caller = side('caller', upper, leave);
  const resource = side('resource', lower, gates + (leave - gates) * 0.58);
  const behind = { ...part, detail: true, from: join + 22, to: end, y };
  const after = drawLane(place(last, behind), behind, { x: join + 18, kind: spec.met });
  const into = [upper, lower].map((height) => wayMark(kind, bend(fork, y, lanes, height), fork));
  const out = (
    [
      [caller, upper],
      [resource, lower],
    ] as const
  ).map(([lane, height]) =>
    wayMark(
      lane.end.kind,
      across(lane.end.x, leave, height) + bend(leave, height, join - 16, y).slice(0),
      lane.end.x,
    ),
  );
  const names = laneNames(spec, lanes + 6, upper, lower, at.narrow);
  const tail = spec.exits
    ? [
        wayMark(after.end.kind, across(after.end.x, end + 4, y), after.end.x),
        ...exitMarks(spec.exits, end + 4, y, exitRoom),
      ]
    : verdictTail(spec, after, at, y);
  const ghost = ghostMarks(spec, [before, caller, resource, after], at.start, y, {
    fork,
    lanes,
    upper,
    lower,
  });
  const toFork = wayMark(kind, across(before.end.x, fork, y), before.end.x);
  return sheet(
    spec,
    view,
    y,
    lower + (view.low ? 72 : 94),
    at,
    [before, caller, resource, after],
    [toFork, ...into, ...out, ...names, ...ghost, ...tail, ...pill(join, y, 'both', spec.met)],
  );
}

/** Where lanes meet, and what is wanted of them. */
export function pill(x: number, y: number, word: string, kind: FlowSpec['met']): readonly Mark[] {
  const width = Math.max(34, textWidth(word, { size: 11.5, weight: 600 }) + 16);
  const stroke = kind === 'allowed' ? 'allow' : kind === 'maybe' ? 'unknown' : 'edge';
  return [
    {
      kind: 'box',
      x: round(x - width / 2),
      y: round(y - 11),
      width: round(width),
      height: 22,
      radius: 11,
      fill: 'surface',
      stroke,
      strokeWidth: 1.5,
    },
    text(x, y + 4, [{ text: word, ink: 'ink', size: 11.5, weight: 600 }]),
  ];
}

function laneNames(
  spec: FlowSpec,
  x: number,
  upper: number,
  lower: number,
  narrow: boolean,
): readonly Mark[] {
  return (['caller', 'resource'] as const).flatMap((name) => {
    const y = name === 'caller' ? upper : lower;
    const title = `${name === 'caller' ? 'Caller' : 'Resource'}${narrow ? '' : '’s account'}`;
    return [
      text(x, y - 27, [{ text: title, ink: 'ink-2', size: 11.5, weight: 600 }], 'start'),
      text(
        x,
        y - 11,
        [{ text: spec.accounts[name], ink: 'ink-3', size: 11.5, mono: /^\d+$/.test(spec.accounts[name]) }],
        'start',
      ),
    ];
  });
}

/** Over the way that would be taken were the stop away. */
function evenMarks({ even, elbows }: FlowSpec, { placed }: Lane, y: number): readonly Mark[] {
  if (!even) return [];
  const target = placed.find(({ spec }) => spec.step === even.to);
  const stop = placed.find(({ spec }) => spec.halts && spec.bars.some((bar) => bar.state === 'shut'));
  if (!target || !stop) return [];
  const style = { size: 11.5, weight: 500 } as const;
  const texts = (room: number): string | undefined => even.texts.find((one) => textWidth(one, style) <= room);
  // It stands behind the name of the level that denies, where there is one.
  const flagged = placed.filter(({ spec, x }) => spec.flag && x < target.x).at(-1);
  const from =
    flagged && elbows.length > 0
      ? flagged.left + flagged.width + flagged.width / 4
      : Math.max(stop.bars.at(-1)! + 20, flagged ? flagged.left + flagged.width : 0);
  // Where a Deny's line comes down over that stretch, it stands behind the line, over the gate that would refuse if need be.
  const lines = elbows.flatMap(
    ({ step, bar }) => placed.find(({ spec }) => spec.step === step)?.bars[bar] ?? [],
  );
  const behind = Math.max(from, ...lines.filter((x) => x > from).map((x) => x + 14));
  const to = target.bars[0]! - 30;
  const between = texts(to - behind);
  if (between !== undefined)
    return [text((behind + to) / 2, y - 36, [{ ...style, text: between, ink: 'ink-2' }])];
  const over = target.spec.flag ? undefined : texts(target.left + target.width - behind);
  return over === undefined ? [] : [text(behind, y - 36, [{ ...style, text: over, ink: 'ink-2' }], 'start')];
}

function sheet(
  spec: FlowSpec,
  view: FlowView,
  y: number,
  height: number,
  at: Measures,
  lanes: readonly Lane[],
  more: readonly Mark[],
): FlowDrawing {
  const placed = lanes.flatMap((lane) => lane.placed);
  const gate = placed.find(({ spec: one }) => one.step === 'explicitDeny');
  const elbows = spec.elbows.flatMap(({ step, bar, open }) => {
    const from = placed.find(({ spec: one }) => one.step === step);
    return from && gate ? elbowMarks(from, bar, gate, spec.two, open) : [];
  });
  return {
    width: view.width,
    height,
    line: y,
    gates: placed,
    label: flowLabel(spec),
    zones: lanes.flatMap((lane) => lane.zones),
    dots: lanes.flatMap((lane) => lane.dots),
    marks: [
      ...lanes.flatMap((lane) => lane.ways),
      ...more,
      ...elbows,
      ...requestMarks(spec, y, at.pill, spec.start !== 'rest' && !at.narrow),
      ...lanes.flatMap((lane) => lane.marks),
    ],
  };
}
