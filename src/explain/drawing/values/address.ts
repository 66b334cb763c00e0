/** An address and ranges on a number line, then the bits in which the nearest range and it differ. */
import { across, round, text } from '../../../drawing/draw';
import type { Mark } from '../../../drawing/marks';
import { fitText, textWidth } from '../../../drawing/measure';
import { addressText, commonBits, countText } from '../../values/addresses';
import type { ValueShape } from '../../values/types';
import type { Tone } from '../../types';
import { failInks } from './inks';
import type { Sheet } from './inks';

type Address = Extract<ValueShape, { kind: 'address' }>;

const SMALL = { size: 11 } as const;
const CODE = { size: 12, weight: 500, mono: true } as const;
const CAPTION = { size: 11.5, weight: 600 } as const;

export function addressSheet(shape: Address, width: number, tone: Tone): Sheet {
  const line = lineMarks(shape, width, tone);
  const bits = bitMarks(shape, width, tone, line.height + 4);
  return { marks: [...line.marks, ...bits.marks], height: bits.height };
}

/** The stretch of numbers that is drawn: the range and the address, in the smallest block that holds both. */
function stretchOf({ value, size, ranges }: Address): readonly [bigint, bigint] {
  const [range] = ranges;
  if (!range) return [value, value];
  const bits = Math.min(commonBits(range.first, value, size), range.bits);
  const host = BigInt(size - bits);
  const first = (value >> host) << host;
  const last = first + (1n << host) - 1n;
  return first === last ? [first - 1n, last + 1n] : [first, last];
}

function lineMarks(shape: Address, width: number, tone: Tone): Sheet {
  const { value, size, ranges, written } = shape;
  const [range] = ranges;
  if (!range) return { marks: [], height: 0 };
  const [left, right] = [30, width - 30];
  const [low, high] = stretchOf(shape);
  const span = high - low;
  const x = (at: bigint): number =>
    left + ((right - left) * Number(((at - low) * 100_000n) / span)) / 100_000;
  const y = 48;
  const from = x(range.first);
  const to = Math.max(x(range.last), from + 3);
  const dot = x(value);
  const post = (at: number): Mark => ({
    kind: 'line',
    d: `M${round(at)} ${y - 16}V${y - 10}M${round(at)} ${y + 10}V${y + 19}`,
    ink: 'ink-2',
    width: 3,
    round: true,
  });
  const marks: Mark[] = [
    { kind: 'line', d: across(left, right, y), ink: 'edge', width: 1 },
    {
      kind: 'box',
      x: round(from),
      y: y - 9,
      width: round(to - from),
      height: 18,
      radius: 2,
      fill: 'sunken',
      stroke: 'edge',
      strokeWidth: 0.8,
    },
    post(from),
    post(to),
    { kind: 'disc', x: round(dot), y, r: 5.5, fill: 'ink', stroke: 'surface', strokeWidth: 2 },
  ];
  const middle = (from + to) / 2;
  marks.push(
    ...pairOfTexts(
      [
        [middle, range.written, countText(size - range.bits)],
        [dot, written, 'the request'],
      ],
      width,
      y,
    ),
  );
  marks.push(...scaleMarks([low, high], size, [left, right], y));
  if (range.holds) return { marks, height: y + 38 };
  const edge = value > range.last ? to : from;
  const off = value > range.last ? value - range.last : range.first - value;
  const { ink } = failInks(tone);
  const [a, b] = [Math.min(edge, dot), Math.max(edge, dot)];
  marks.push({ kind: 'line', d: `M${round(a)} ${y + 40}V${y + 44}H${round(b)}V${y + 40}`, ink, width: 1.5 });
  const words = `${off.toLocaleString('en')} ${value > range.last ? 'past the end' : 'before the start'}`;
  const half = textWidth(words, CAPTION) / 2;
  const centre = Math.min(Math.max((a + b) / 2, half + 2), width - half - 2);
  marks.push(text(centre, y + 60, [{ ...CAPTION, text: words, ink }]));
  return { marks, height: y + 68 };
}

/** The ends of the stretch by name, and between them as many halvings as their names leave room for. */
function scaleMarks(
  [low, high]: readonly [bigint, bigint],
  size: number,
  [left, right]: readonly [number, number],
  y: number,
): readonly Mark[] {
  const span = high - low + 1n;
  const named = (at: bigint): string =>
    size === 32 && span <= 256n ? `.${at & 255n}` : addressText(at, size);
  const label = (at: bigint, x: number, anchor: 'start' | 'middle' | 'end'): Mark =>
    text(x, y + 31, [{ ...SMALL, text: named(at), ink: 'ink-3' }], anchor);
  const room = Math.max(textWidth(named(low), SMALL), textWidth(named(high), SMALL)) + 16;
  const parts = [8n, 4n, 2n].find(
    (count) => span % count === 0n && (right - left) / Number(count) > room * 1.5,
  );
  const between = Array.from({ length: Number(parts ?? 1n) - 1 }, (_, part): readonly Mark[] => {
    const at = low + (span / parts!) * BigInt(part + 1);
    const x = round(left + ((right - left) * (part + 1)) / Number(parts));
    return [{ kind: 'line', d: `M${x} ${y}V${y + 4}`, ink: 'edge', width: 1 }, label(at, x, 'middle')];
  });
  return [label(low, left, 'start'), ...between.flat(), label(high, right, 'end')];
}

/** Two texts of two lines each over the line; where they would meet the second stands clear of the first. */
function pairOfTexts(
  texts: readonly (readonly [number, string, string])[],
  width: number,
  y: number,
): readonly Mark[] {
  const most = width / 2 - 16;
  const placed = texts.map(([x, code, note]) => {
    const shown = fitText(code, most, CODE);
    const under = fitText(note, most, SMALL);
    const half = Math.max(textWidth(shown, CODE), textWidth(under, SMALL)) / 2;
    return { x: Math.min(Math.max(x, half + 2), width - half - 2), half, shown, note: under };
  });
  const [one, other] = placed;
  if (one && other) {
    const gap = one.half + other.half + 14;
    if (Math.abs(one.x - other.x) < gap) {
      const [first, second] = one.x <= other.x ? [one, other] : [other, one];
      second.x = Math.min(first.x + gap, width - second.half - 2);
      first.x = Math.min(first.x, second.x - gap);
    }
  }
  return placed.flatMap(({ x, shown, note }) => [
    text(x, y - 33, [{ ...CODE, text: shown, ink: 'ink' }]),
    text(x, y - 20, [{ ...SMALL, text: note, ink: 'ink-3' }]),
  ]);
}

/** The octet, or group, in which the first bit differs, bit by bit. */
function bitMarks(shape: Address, width: number, tone: Tone, top: number): Sheet {
  const { value, size, ranges } = shape;
  const [range] = ranges;
  if (!range || range.holds) return { marks: [], height: top };
  const step = size === 32 ? 8 : 16;
  const common = commonBits(range.first, value, size);
  const group = Math.floor(common / step);
  const shift = BigInt(size - (group + 1) * step);
  const mask = (1n << BigInt(step)) - 1n;
  const bitsOf = (at: bigint): string => ((at >> shift) & mask).toString(2).padStart(step, '0');
  const before = addressPrefix(value, size, group);
  const [asked, listed] = [bitsOf(value), bitsOf(range.first)];
  const { ink, soft, edge } = failInks(tone);
  const left = width < 420 ? 52 : 66;
  const cell = width < 420 ? 12 : 15;
  const face = { size: 14, mono: true } as const;
  const lead = fitText(before, width - left - step * cell - 12, face);
  const start = left + textWidth(lead, face) + 6;
  const [yText, yLine, yPattern] = [top + 16, top + 30, top + 49];
  const first = common - group * step;
  const stop = start + first * cell + cell / 2;
  const marks: Mark[] = [
    text(0, yText, [{ ...SMALL, text: 'Request', ink: 'ink-3' }], 'start'),
    text(0, yPattern, [{ ...SMALL, text: 'Policy', ink: 'ink-3' }], 'start'),
    { kind: 'line', d: across(left, stop - 9, yLine), ink: 'ink', width: 2.5 },
    { kind: 'line', d: across(stop + 8, start + step * cell, yLine), ink: 'edge', width: 1.5, dash: '1.5 5' },
    { kind: 'disc', x: round(stop - 12), y: yLine, r: 4, fill: 'ink' },
    { kind: 'line', d: `M${round(stop)} ${yLine - 6}V${yLine + 6}`, ink, width: 5, round: true },
  ];
  for (const y of [yText, yPattern]) {
    if (lead !== '') marks.push(text(left, y, [{ ...face, text: lead, ink: 'ink' }], 'start'));
    marks.push({
      kind: 'box',
      x: round(stop - cell / 2 - 1),
      y: y - 14,
      width: cell + 2,
      height: 19,
      radius: 3,
      fill: soft,
      stroke: edge,
    });
  }
  for (let at = 0; at < step; at += 1) {
    const x = start + at * cell + cell / 2;
    const own = at === first ? ink : at < first ? 'ink' : 'ink-3';
    const fixed = group * step + at < range.bits;
    marks.push(text(x, yText, [{ ...face, text: asked[at]!, ink: own }]));
    marks.push(text(x, yPattern, [{ ...face, text: fixed ? listed[at]! : '·', ink: own }]));
  }
  const caption = `bit ${common + 1}: ${listed[first]!} wanted, ${asked[first]!} found`;
  const note = `· any: /${range.bits} fixes the first ${range.bits} bits only`;
  const right = start + step * cell + 14;
  if (right + textWidth(caption, CAPTION) < width) {
    marks.push(text(right, yLine + 4, [{ ...CAPTION, text: caption, ink }], 'start'));
    const noteAt = right + textWidth(caption, CAPTION) + 12;
    if (noteAt + textWidth(note, SMALL) < width && range.bits < size) {
      marks.push(text(noteAt, yLine + 4, [{ ...SMALL, text: note, ink: 'ink-3' }], 'start'));
    }
    return { marks, height: yPattern + 10 };
  }
  marks.push(
    text(left, yPattern + 19, [{ ...CAPTION, text: fitText(caption, width - left, CAPTION), ink }], 'start'),
  );
  return { marks, height: yPattern + 28 };
}

function addressPrefix(value: bigint, size: number, groups: number): string {
  const step = size === 32 ? 8n : 16n;
  const parts = Array.from({ length: groups }, (_, at) => {
    const one = (value >> (BigInt(size) - step * BigInt(at + 1))) & ((1n << step) - 1n);
    return size === 32 ? String(one) : one.toString(16);
  });
  const sign = size === 32 ? '.' : ':';
  return parts.length === 0 ? '' : parts.join(sign) + sign;
}
