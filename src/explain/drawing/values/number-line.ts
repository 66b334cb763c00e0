/** A moment or a number in the window of all conditions on its key, and how far it is out of it. */
import { across, round, text } from '../../../drawing/draw';
import type { Ink, Mark } from '../../../drawing/marks';
import { fitText, textWidth } from '../../../drawing/measure';
import { durationText } from '../../values/edges';
import type { Edge, ValueShape } from '../../values/types';
import type { Tone } from '../../types';
import { failInks } from './inks';
import type { Sheet } from './inks';

type Line = Extract<ValueShape, { kind: 'line' }>;

const SMALL = { size: 11 } as const;
const CODE = { size: 12, weight: 500, mono: true } as const;
const CAPTION = { size: 11.5, weight: 600 } as const;
/** Closer than this to an edge, in pixels, the neighbourhood is drawn again, larger. */
const CLOSE = 60;

interface Window {
  readonly from: Edge | undefined;
  readonly to: Edge | undefined;
}

/** The tightest edges: only between them do all conditions hold. */
function windowOf(edges: readonly Edge[]): Window {
  const from = edges
    .filter(({ side }) => side !== 'to')
    .reduce<Edge | undefined>((best, one) => (!best || one.at > best.at ? one : best), undefined);
  const to = edges
    .filter(({ side }) => side !== 'from')
    .reduce<Edge | undefined>((best, one) => (!best || one.at < best.at ? one : best), undefined);
  return { from, to };
}

export function lineSheet(shape: Line, width: number, tone: Tone): Sheet {
  const window = windowOf(shape.edges);
  const known = [window.from?.at, window.to?.at, shape.value].filter((at) => at !== undefined);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const span = most - least || Math.abs(least) || 1;
  const stretch = [least - span * 0.15, most + span * 0.15] as const;
  const failing = shape.edges.find((edge) => !edge.holds);
  const first = axis(shape, window, stretch, width, 0, tone, failing);
  if (!failing) return first.sheet;
  const near = Math.abs(first.x(shape.value) - first.x(failing.at));
  if (near >= CLOSE || failing.at === shape.value) return first.sheet;
  const off = Math.abs(shape.value - failing.at);
  const lens = [
    Math.min(shape.value, failing.at) - off * 0.6,
    Math.max(shape.value, failing.at) + off * 0.6,
  ] as const;
  // The distance stands at the larger line, so the first one ends at its labels.
  const end = LABELS;
  const second = axis(shape, window, lens, width, end + 20, tone, failing);
  const rays: Mark = {
    kind: 'line',
    d: `M${round(first.x(lens[0]))} ${end}V${end + 4}L${LEFT} ${end + 16}M${round(first.x(lens[1]))} ${end}V${end + 4}L${round(width - LEFT)} ${end + 16}`,
    ink: 'none-line',
    width: 1,
  };
  return { marks: [...first.plain, rays, ...second.sheet.marks], height: second.sheet.height };
}

const LEFT = 26;
/** The axis under the words of the value, and where the words under the axis end. */
const AXIS = 50;
const LABELS = AXIS + 40;

interface Axis {
  readonly sheet: Sheet;
  /** Without the distance: it stands at the larger line. */
  readonly plain: readonly Mark[];
  readonly x: (at: number) => number;
}

function axis(
  shape: Line,
  { from, to }: Window,
  [low, high]: readonly [number, number],
  width: number,
  top: number,
  tone: Tone,
  failing: Edge | undefined,
): Axis {
  const [left, right] = [LEFT, width - LEFT];
  const x = (at: number): number =>
    Math.min(right, Math.max(left, left + ((right - left) * (at - low)) / (high - low)));
  const y = top + AXIS;
  const marks: Mark[] = [{ kind: 'line', d: across(left, right, y), ink: 'edge', width: 1 }];
  const [a, b] = [from ? x(from.at) : left, to ? x(to.at) : right];
  if (b > a) {
    marks.push({
      kind: 'box',
      x: round(a),
      y: y - 9,
      width: round(b - a),
      height: 18,
      radius: 2,
      fill: 'sunken',
      stroke: 'edge',
      strokeWidth: 0.8,
    });
  }
  for (const edge of [from, to]) {
    if (!edge || edge.at < low || edge.at > high) continue;
    const at = round(x(edge.at));
    const ink: Ink = edge.holds ? 'ink-2' : failInks(tone).ink;
    marks.push({
      kind: 'line',
      d: `M${at} ${y - 16}V${y - 10}M${at} ${y + 10}V${y + 19}`,
      ink,
      width: 3,
      round: true,
    });
  }
  marks.push({
    kind: 'disc',
    x: round(x(shape.value)),
    y,
    r: 5.5,
    fill: 'ink',
    stroke: 'surface',
    strokeWidth: 2,
  });
  marks.push(...words(shape, [from, to], x, width, y, low, high));
  const plain = [...marks];
  if (!failing) return { sheet: { marks, height: top + LABELS }, plain, x };
  const off = shape.value - failing.at;
  const far =
    shape.scale === 'moment'
      ? `${durationText(off)} ${off < 0 ? 'early' : 'late'}`
      : `${numberText(Math.abs(off))} ${off < 0 ? 'too low' : 'too high'}`;
  const told = off === 0 ? 'the edge itself is out' : far;
  const { ink } = failInks(tone);
  const [one, other] = [Math.min(x(failing.at), x(shape.value)), Math.max(x(failing.at), x(shape.value))];
  marks.push({
    kind: 'line',
    d: `M${round(one)} ${y + 42}V${y + 46}H${round(other)}V${y + 42}`,
    ink,
    width: 1.5,
  });
  const half = textWidth(told, CAPTION) / 2;
  const centre = Math.min(Math.max((one + other) / 2, half + 2), width - half - 2);
  marks.push(text(centre, y + 62, [{ ...CAPTION, text: told, ink }]));
  return { sheet: { marks, height: y + 70 }, plain, x };
}

function numberText(value: number): string {
  return String(Math.round(value * 1e9) / 1e9);
}

/** The value over the line, the edges under it, none over another. */
function words(
  { written, value }: Line,
  edges: readonly (Edge | undefined)[],
  x: (at: number) => number,
  width: number,
  y: number,
  low: number,
  high: number,
): readonly Mark[] {
  const marks: Mark[] = [];
  const centred = (
    words: string,
    at: number,
    base: number,
    style: typeof CODE | typeof SMALL,
    ink: Ink,
    most: number,
  ): void => {
    const shown = fitText(words, most, style);
    const half = textWidth(shown, style) / 2;
    const centre = Math.min(Math.max(at, half + 2), width - half - 2);
    marks.push(text(centre, base, [{ ...style, text: shown, ink }]));
  };
  const at = x(value);
  centred(written, at, y - 38, CODE, 'ink', width - 8);
  centred('the request', at, y - 25, SMALL, 'ink-3', width - 8);
  const shown = edges.flatMap((edge) => (edge && edge.at >= low && edge.at <= high ? [edge] : []));
  const distinct = shown.filter((edge, index) => shown.findIndex((other) => other.at === edge.at) === index);
  const most = distinct.length > 1 ? width / 2 - 12 : width - 8;
  const places = distinct.map((edge) => x(edge.at));
  const crowded = distinct.length > 1 && Math.abs(places[0]! - places[1]!) < most;
  distinct.forEach((edge, index) => {
    const half = Math.min(textWidth(edge.written, SMALL), most) / 2;
    const middle = (places[0]! + places.at(-1)!) / 2;
    // Two that would meet stand left and right of the middle between them.
    const apart =
      index === 0 ? Math.min(places[0]!, middle - half - 6) : Math.max(places[1]!, middle + half + 6);
    centred(edge.written, crowded ? apart : places[index]!, y + 33, SMALL, 'ink-3', most);
  });
  return marks;
}
