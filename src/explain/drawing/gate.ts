/** One gate: its bars, its glyphs, its words. */
import { across, glyph, round, text } from '../../drawing/draw';
import type { Ink, Mark, Run } from '../../drawing/marks';
import { fitText, runsWidth, textWidth } from '../../drawing/measure';
import type { Tone } from '../types';
import { isLoud } from './flow-spec';
import type { BarSpec, GateSpec, GateWords } from './spec';

/** Half the height of a bar, and of the opening between two posts. */
export const BAR = 26;
const OPENING = 12;
/** How far the dot stands before a shut bar, and where the way ends before it and goes on behind it. */
export const HALT = { dot: 24, way: 22, behind: 13 } as const;
/** Between levels; beside a level that is marked; before the level that stops, so that the dot has room. */
const GAP = { plain: 19, tight: 15, marked: 25, halt: 44 } as const;

export const TONE_INK: Readonly<Record<Tone, Ink>> = {
  allow: 'allow',
  pass: 'allow',
  explicit: 'deny',
  implicit: 'implicit',
  unknown: 'unknown',
  none: 'ink-3',
  miss: 'ink-3',
  empty: 'ink-3',
};

const SIZE = { small: 11, plain: 16, large: 22, loudLevel: 20 } as const;

/** The places of a gate's bars, from its centre. */
export function barOffsets(
  { bars, halts }: Pick<GateSpec, 'bars' | 'halts'>,
  tight: boolean,
): readonly number[] {
  const gap = tight ? GAP.tight : GAP.plain;
  const stop = halts ? bars.findIndex(stops) : -1;
  const at = [0];
  for (let index = 1; index < bars.length; index += 1) {
    const loud = isLoud(bars[index]!.tone) || isLoud(bars[index - 1]!.tone);
    at.push(at[index - 1]! + (index === stop ? GAP.halt : loud ? Math.max(gap, GAP.marked) : gap));
  }
  const middle = at.at(-1)! / 2;
  return at.map((offset) => offset - middle);
}

function stops({ state }: BarSpec): boolean {
  return state === 'shut' || state === 'would';
}

/** The number of the bar that stops the request, or would. */
export function haltingBar(gate: Pick<GateSpec, 'bars'>): number {
  return Math.max(0, gate.bars.findIndex(stops));
}

/** A bar across the way; `lying` where the way runs down the page. */
export function barMark(
  x: number,
  y: number,
  { state, tone }: Pick<BarSpec, 'state' | 'tone'>,
  half: number = BAR,
  lying = false,
): readonly Mark[] {
  const stroke = (from: number, to: number): string =>
    lying ? across(x + from, x + to, y) : `M${round(x)} ${round(y + from)}V${round(y + to)}`;
  const whole = stroke(-half, half);
  switch (state) {
    case 'shut':
      return [{ kind: 'line', d: whole, ink: TONE_INK[tone], width: 5, round: true }];
    case 'would':
      return [
        { kind: 'line', d: whole, ink: TONE_INK[tone], width: 5, round: true },
        { kind: 'line', d: whole, ink: 'surface', width: 2, round: true },
      ];
    case 'veiled':
      return [{ kind: 'line', d: whole, ink: 'unknown', width: 3, dash: '1 6', round: true }];
    case 'open':
    case 'supposed':
    case 'absent': {
      const gap = half - 14 > 0 ? OPENING : half / 2;
      const d = stroke(-half, -gap) + stroke(gap, half);
      const ink: Ink = state === 'absent' ? 'none-line' : state === 'supposed' ? 'unknown' : 'ink-2';
      // Posts that nobody can see, in the dots of what is not known.
      return [{ kind: 'line', d, ink, width: 3, ...(state === 'supposed' && { dash: '1 5' }), round: true }];
    }
  }
}

/** The glyph on a bar. A missing Allow that is no wall is a small ring: looked at, nothing matched. */
export function barGlyph(x: number, y: number, bar: BarSpec, several: boolean): readonly Mark[] {
  const { tone, state, grey } = bar;
  if (tone === 'none' || tone === 'empty' || state === 'absent') return [];
  const wall = state === 'shut' || state === 'veiled' || state === 'would';
  const kind = tone === 'implicit' && !wall ? 'miss' : tone;
  const size = several
    ? isLoud(tone)
      ? SIZE.loudLevel
      : SIZE.small
    : (isLoud(tone) && wall) || tone === 'allow'
      ? SIZE.large
      : SIZE.plain;
  return [glyph(kind, x, y, size, grey ? 'ink-3' : undefined)];
}

/** What stands under a gate, chosen to fit. */
export interface FittedWords {
  readonly name: string;
  readonly word: string;
  readonly detail: string;
}

const NAME = { size: 12.5, weight: 600 } as const;
const WORD = { size: 12, weight: 560 } as const;
const DETAIL = { size: 11.5 } as const;
const NUMBER = { size: 11.5, gap: 4 } as const;

function numberWidth(number: number | undefined): number {
  return number === undefined ? 0 : textWidth(`${number}`, NUMBER) + NUMBER.gap;
}

/** The width that the words take, `short` steps shorter than they would be with all the room. */
export function wordsWidth(words: GateWords, short: number): number {
  const { name, word, detail } = chosen(words, short);
  return Math.max(
    numberWidth(words.number) + textWidth(name, NAME),
    textWidth(word, WORD),
    textWidth(detail, DETAIL),
  );
}

/** How far each kind of text is cut before the next is: what is not in play first, the others' names last. */
function chosen({ names, words, details, look }: GateWords, short: number): FittedWords {
  const pick = (list: readonly string[], from: number): string => list[short >= from ? list.length - 1 : 0]!;
  const off = look === 'off';
  return {
    name: pick(names, off ? 2 : 3),
    word: pick(words, off ? 1 : 3),
    detail: pick(details, off ? 1 : 2),
  };
}

/** The most `short` that there is. */
export const SHORTEST = 3;

export function fitted(words: GateWords, short: number, width: number): FittedWords {
  const { name, word, detail } = chosen(words, short);
  return {
    name: fitText(name, width - numberWidth(words.number), NAME),
    word: fitText(word, width, WORD),
    detail: fitText(detail, width, DETAIL),
  };
}

/** Name, outcome and detail under a gate, on baselines 45, 62 and 78 below its line. */
export function wordMarks(
  x: number,
  y: number,
  gate: GateWords,
  words: FittedWords,
  detail: boolean,
): readonly Mark[] {
  const { number, look, tone } = gate;
  const quiet = look === 'off';
  const after = look === 'after';
  const ink: Ink = quiet ? 'ink-3' : after ? 'ink-2' : 'ink';
  const name: Run = { ...NAME, text: words.name, weight: quiet || after ? 500 : 600, ink };
  const runs: readonly Run[] =
    number === undefined
      ? [name]
      : [
          { text: `${number}`, ink: 'ink-3', size: NUMBER.size },
          { ...name, gap: NUMBER.gap },
        ];
  const word: Run = {
    ...WORD,
    text: words.word,
    weight: quiet || after || tone === 'none' ? 400 : 560,
    ink: after || quiet ? 'ink-3' : TONE_INK[tone],
  };
  const lines: Mark[] = [text(x, y + 45, runs)];
  if (word.text !== '') lines.push(text(x, y + 62, [word]));
  if (detail && words.detail !== '')
    lines.push(text(x, y + 78, [{ ...DETAIL, text: words.detail, ink: 'ink-3' }]));
  return lines;
}

/** A level's name over its bar; beside it where a line leaves the bar upwards. */
export function flagMark(
  x: number,
  y: number,
  flag: NonNullable<GateSpec['flag']>,
  beside: boolean,
  room: number,
): Mark {
  const run: Run = { text: fitText(flag.text, room, FLAG), ink: flag.ink, ...FLAG };
  return beside ? text(x + 9, y - 33, [run], 'start') : text(x, y - 33, [run]);
}

const FLAG = { size: 11.5, weight: 600 } as const;

export function flagWidth(flag: GateSpec['flag']): number {
  return flag ? runsWidth([{ text: flag.text, ink: flag.ink, ...FLAG }]) : 0;
}
