/** One gate: its bars, its glyphs and its words. */
import type { Step } from '../../../engine/evaluation';
import { levelWords } from '../../../explain/levels';
import { gateState, type GateState, type StepPath } from '../../../explain/path';
import type { StepWords, Tone } from '../../../explain/types';
import type { Bar, Box, GateNode } from './types';

/** More levels than this stand as one bar with a number. */
export const MOST_BARS = 5;

const SMALL = 11;
const PLAIN = 16;
const LARGE = 22;
/** Between levels; between levels where one is marked; in front of the level that halts the request. */
const GAP = { plain: 14, marked: 19, halt: 40 } as const;
const LOUD: readonly Tone[] = ['explicit', 'implicit', 'unknown'];

function barsOf(step: Step, words: StepWords, state: GateState): readonly Omit<Bar, 'x' | 'glyph'>[] {
  const leveled = (step.id === 'scp' || step.id === 'rcp') && state !== 'absent';
  if (!leveled || step.levels.length < 2 || step.levels.length > MOST_BARS) {
    return [{ state, tone: words.tone }];
  }
  const layer = step.id;
  return step.levels.map((level) => ({
    state: gateState(level.outcome),
    tone: levelWords(layer, level).tone,
  }));
}

/** The bar that carries the gate's own glyph: the first that is as the whole gate is. */
function mainBar(bars: readonly Omit<Bar, 'x' | 'glyph'>[], tone: Tone): number {
  return bars.length === 1 ? 0 : bars.findIndex((bar) => bar.tone === tone && LOUD.includes(tone));
}

function glyphSize(tone: Tone): number {
  if (tone === 'none' || tone === 'empty') return 0;
  return tone === 'allow' || LOUD.includes(tone) ? LARGE : PLAIN;
}

/** Offsets of the bars from the gate's centre. */
function offsets(count: number, main: number, halts: boolean): readonly number[] {
  const at = [0];
  for (let index = 1; index < count; index += 1) {
    const gap = halts && index === main ? GAP.halt : main >= 0 ? GAP.marked : GAP.plain;
    at.push(at[index - 1]! + gap);
  }
  const middle = at[count - 1]! / 2;
  return at.map((offset) => offset - middle);
}

/** A share of the lane: not-in-play gates take three quarters, gates with many levels a little more. */
export function weightOf(step: Step, gate: GateState): number {
  if (gate === 'absent') return 0.75;
  return step.levels.length > 2 && step.levels.length <= MOST_BARS ? 1.12 : 1;
}

/** Names shrink before they are cut: `Resource policy` is `Resource` on a narrow gate. */
function nameFor(words: StepWords, width: number): string {
  const room = words.shortName.length * 7 + 6;
  return room > width ? words.shortName.replace(/ polic(y|ies)$/, '') : words.shortName;
}

/** A detail that does not fit loses what stands behind its comma: `3 Denies, 2 accounts` is `3 Denies`. */
function detailFor(detail: string, width: number): string {
  const comma = detail.indexOf(', ');
  return comma > 0 && detail.length * 5.9 > width ? detail.slice(0, comma) : detail;
}

export function gateNode(
  step: Step,
  words: StepWords,
  path: StepPath,
  place: {
    readonly x: number;
    readonly y: number;
    readonly box: Box;
    readonly asked: boolean;
    readonly detail: boolean;
  },
): GateNode {
  const parts = barsOf(step, words, path.gate);
  const main = mainBar(parts, words.tone);
  const shift = offsets(parts.length, main, path.halts);
  const bars = parts.map((bar, index): Bar => ({
    ...bar,
    x: place.x + shift[index]!,
    glyph: index === main || parts.length === 1 ? glyphSize(words.tone) : glyphSize(bar.tone) && SMALL,
  }));
  return {
    kind: 'gate',
    id: `gate/${step.id}`,
    step: step.id,
    x: place.x,
    y: place.y,
    box: place.box,
    tone: words.tone,
    bars,
    count: step.levels.length > MOST_BARS ? step.levels.length : undefined,
    name: nameFor(words, place.box.width),
    word: words.word,
    detail: place.detail ? detailFor(words.detail, place.box.width) : '',
    after: place.asked && path.before === 'rest' && !LOUD.includes(words.tone),
    halts: path.halts,
  };
}

/** The bar at which the request halts. */
export function haltingBar(gate: GateNode): Bar {
  return gate.bars.find((bar) => bar.state === 'shut') ?? gate.bars[0]!;
}
