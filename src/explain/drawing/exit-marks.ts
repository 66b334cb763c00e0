/** The two ways out of an open verdict: a ring that lets through, a hollow bar that would stop. */
import { bend, glyph, text } from '../../drawing/draw';
import type { Mark, Run } from '../../drawing/marks';
import { fitText, runsWidth, textWidth } from '../../drawing/measure';
import { cutText } from './code-runs';
import { barMark } from './gate';
import { wayMark } from './lane';
import type { ExitLine, Exits } from './spec';

const TITLE = { size: 12.5, weight: 600 } as const;
const SMALL = { size: 11.5 } as const;
/** From the fork to the words. */
const LEAD = 88;

/** The width that both ways out take, `most` at most. */
export function exitsWidth({ allowed, denied }: Exits, most: number): number {
  const lines = [...allowed.lines, ...denied.lines].map((line) => lineRuns(line, Infinity, false));
  const titles = [allowed.title, denied.title].map((title) => textWidth(title, TITLE));
  return Math.min(most, LEAD + Math.max(...titles, ...lines.map((runs) => runsWidth(runs) + 22)) + 16);
}

export function exitMarks(exits: Exits, x: number, y: number, width: number): readonly Mark[] {
  const [up, down] = [y - 34, y + 42];
  const words = x + LEAD;
  const room = width - LEAD - 8;
  return [
    ...[up, down].map((end) => wayMark('maybe', `${bend(x, y, x + 40, end)}H${x + 50}`)),
    glyph('pass', x + 66, up, 26),
    ...barMark(x + 66, down, { state: 'would', tone: exits.denied.tone }, 22),
    ...(exits.denied.tone === 'none' ? [] : [glyph(exits.denied.tone, x + 66, down, 20)]),
    ...exitText(exits.allowed.title, exits.allowed.lines, words, up, room, false),
    ...exitText(exits.denied.title, exits.denied.lines, words, down, room, true),
  ];
}

function exitText(
  title: string,
  lines: readonly ExitLine[],
  x: number,
  y: number,
  room: number,
  denied: boolean,
): readonly Mark[] {
  const [only] = lines;
  // One line alone may take two, so that neither what it depends on nor what that would have to be is cut.
  if (lines.length === 1 && runsWidth(lineRuns(only!, Infinity, false)) > room)
    return [
      text(x, y - 9, [{ ...TITLE, text: title, ink: 'ink' }], 'start'),
      ...twoLines(only!, x, y + 8, room),
    ];
  const top = lines.length > 1 ? y - 9 : y - 2;
  const marks: Mark[] = [text(x, top, [{ ...TITLE, text: title, ink: 'ink' }], 'start')];
  lines.forEach((line, at) => {
    const base = top + 18 + at * 17;
    const marked = denied && lines.length > 1 && line.tone !== undefined;
    if (marked) marks.push(glyph(line.tone ?? 'implicit', x + 6, base - 4, 13));
    marks.push(text(x + (marked ? 18 : 0), base, lineRuns(line, room - (marked ? 18 : 0), true), 'start'));
  });
  return marks;
}

function twoLines(line: ExitLine, x: number, y: number, room: number): readonly Mark[] {
  const whole = lineRuns(line, Infinity, false);
  const cut = (runs: readonly Run[], at: number, base: number): Mark =>
    cutText(at, base, runs, x + room - at);
  const indent = line.number === undefined ? 0 : runsWidth(whole.slice(0, 1)) + 5;
  const { gap: _, ...rest } = whole.at(-1)!;
  return [cut(whole.slice(0, -1), x, y), cut([rest], Math.round(x + indent), y + 16)];
}

/** Number, what it depends on, and what it would have to be; cut so that both can be read. */
function lineRuns(
  { number, subject, mono, text: rest }: ExitLine,
  room: number,
  cut: boolean,
): readonly Run[] {
  const lead: readonly Run[] = number === undefined ? [] : [{ ...SMALL, text: `${number}`, ink: 'ink-3' }];
  const free = room - runsWidth(lead) - 12;
  const half = free - Math.min(textWidth(rest, SMALL), free * 0.55);
  const style = { ...SMALL, ...(mono && { mono }) };
  const what = cut ? fitText(subject, half, style) : subject;
  const after = cut ? fitText(rest, free - textWidth(what, style), SMALL) : rest;
  const runs: Run[] = [...lead];
  if (what !== '') runs.push({ ...style, text: what, ink: 'ink', ...(lead.length > 0 && { gap: 5 }) });
  runs.push({ ...SMALL, text: after, ink: 'ink-2', ...(runs.length > 0 && { gap: 5 }) });
  return runs;
}
