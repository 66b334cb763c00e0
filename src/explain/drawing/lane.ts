/** A run of gates along one line: how the room is shared out, and which stretch of the way lies between them. */
import { across } from '../../drawing/draw';
import type { Dot, Ink, Mark, Zone } from '../../drawing/marks';
import {
  barGlyph,
  barMark,
  barOffsets,
  fitted,
  flagMark,
  flagWidth,
  HALT,
  haltingBar,
  SHORTEST,
  wordMarks,
  wordsWidth,
} from './gate';
import type { FittedWords } from './gate';
import type { GateSpec, WayKind } from './spec';

/** Between the words of two gates. */
const MARGIN = 12;
const WAY: Readonly<Record<WayKind, { readonly ink: Ink; readonly width: number; readonly dash?: string }>> =
  {
    went: { ink: 'ink', width: 3 },
    allowed: { ink: 'allow', width: 3 },
    maybe: { ink: 'unknown', width: 3, dash: '7 5' },
    even: { ink: 'ink-3', width: 2, dash: '6 4' },
    rest: { ink: 'edge', width: 1.5, dash: '1.5 5' },
  };

export function wayMark(kind: WayKind, d: string, phase = 0): Mark {
  const { ink, width, dash } = WAY[kind];
  return {
    kind: 'line',
    d,
    ink,
    width,
    ...(dash !== undefined && { dash, phase }),
    ...(kind === 'rest' && { round: true }),
  };
}

/** A gate at its place. */
export interface Placed {
  readonly spec: GateSpec;
  readonly x: number;
  readonly y: number;
  readonly left: number;
  readonly width: number;
  /** The places of its bars. */
  readonly bars: readonly number[];
  readonly words: FittedWords;
}

export interface LaneView {
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly tight: boolean;
  /** On low screens two lanes go without the third line. */
  readonly detail: boolean;
  /** A line leaves the bars upwards, so names of levels stand beside it. */
  readonly elbow: boolean;
}

function barsWidth(gate: GateSpec, tight: boolean): number {
  const offsets = barOffsets(gate, tight);
  const span = offsets.at(-1)! - offsets[0]!;
  return span + (gate.halts ? 2 * HALT.dot + 12 : 24);
}

function need(gate: GateSpec, short: number, tight: boolean): number {
  return Math.max(wordsWidth(gate, short) + MARGIN, barsWidth(gate, tight), flagWidth(gate.flag) + MARGIN);
}

/** Shares the room out: each gate has what its words need, and what is left goes mostly to those in play. */
export function place(gates: readonly GateSpec[], view: LaneView): readonly Placed[] {
  if (gates.length === 0) return [];
  const room = view.to - view.from;
  let short = 0;
  const sum = (): number => gates.reduce((total, gate) => total + need(gate, short, view.tight), 0);
  while (short < SHORTEST && sum() > room) short += 1;
  const total = sum();
  const weights = gates.map((gate) => (gate.look === 'off' ? 0.5 : 1));
  const weight = weights.reduce((one, other) => one + other, 0);
  let left = view.from;
  return gates.map((spec, at): Placed => {
    const needed = need(spec, short, view.tight);
    const width = total <= room ? needed + ((room - total) * weights[at]!) / weight : (needed * room) / total;
    const x = left + width / 2;
    const bars = barOffsets(spec, view.tight).map((offset) => x + offset);
    const placed = { spec, x, y: view.y, left, width, bars, words: fitted(spec, short, width - 4) };
    left += width;
    return placed;
  });
}

export interface Lane {
  readonly placed: readonly Placed[];
  readonly ways: readonly Mark[];
  readonly marks: readonly Mark[];
  readonly dots: readonly Dot[];
  readonly zones: readonly Zone[];
  /** Where the next stretch begins, and how the way goes on. */
  readonly end: { readonly x: number; readonly kind: WayKind };
}

/** Draws placed gates and the way through them. */
export function drawLane(
  placed: readonly Placed[],
  view: LaneView,
  source: { readonly x: number; readonly kind: WayKind },
): Lane {
  const ways: Mark[] = [];
  const marks: Mark[] = [];
  const dots: Dot[] = [];
  const { y } = view;
  let at = source.x;
  let kind = source.kind;
  const go = (to: number, way: WayKind): void => {
    if (to - at > 0.6) ways.push(wayMark(way, across(at, to, y), at));
  };
  for (const gate of placed) {
    const { spec, bars } = gate;
    if (spec.halts || spec.here) {
      const bar = bars[haltingBar(spec)]!;
      go(bar - HALT.way, spec.before);
      const hollow = spec.bars[haltingBar(spec)]!.state === 'would';
      dots.push({ id: spec.id, x: bar - HALT.dot, y, ...(hollow && { hollow }) });
      at = bar + HALT.behind;
    } else if (spec.before === 'went' && spec.after === 'maybe') {
      go(bars[0]! - 14, spec.before);
      at = bars.at(-1)! + 14;
    } else if (spec.before !== spec.after || spec.bars.some((bar) => bar.state === 'shut')) {
      go(bars[0]!, spec.before);
      at = bars.at(-1)!;
    } else {
      // Stretches that meet in an open gate lie a little over one another, or a seam would show.
      go(gate.x + 0.5, spec.before);
      at = gate.x;
    }
    kind = spec.after;
    marks.push(...gateMarks(gate, view, placed));
  }
  const zones = placed.map(({ spec, left, width, words }): Zone => ({
    id: spec.id,
    label: [words.name, words.word].join(', '),
    x: left + 3,
    y: spec.flag && !view.elbow ? y - 47 : y - 34,
    width: width - 6,
    height: (view.detail ? 118 : 100) + (spec.flag && !view.elbow ? 13 : 0),
  }));
  return { placed, ways, marks, dots, zones, end: { x: at, kind } };
}

function gateMarks(gate: Placed, view: LaneView, all: readonly Placed[]): readonly Mark[] {
  const { spec, bars, x, y, words } = gate;
  const several = spec.bars.length > 1;
  const marks = [
    ...spec.bars.flatMap((bar, at) => barMark(bars[at]!, y, bar)),
    ...spec.bars.flatMap((bar, at) => barGlyph(bars[at]!, y, bar, several)),
  ];
  if (spec.flag) {
    const loud = spec.bars.findIndex((bar) => bar.name !== undefined && bar.name.startsWith(spec.flag!.text));
    const bar = bars[Math.max(loud, 0)]!;
    const next = all[all.indexOf(gate) + 1];
    const right = gate.left + gate.width + (next && !next.spec.flag ? next.width / 2 : 0) - bar - 12;
    const changed = spec.flag.ink === 'accent';
    const room = view.elbow && !changed ? right : gate.width + 20;
    marks.push(flagMark(changed ? x : bar, y, spec.flag, view.elbow && !changed, room));
  }
  return [...marks, ...wordMarks(x, y, spec, words, view.detail)];
}
