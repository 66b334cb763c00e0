/** The statement that decided, as a slide shows it: where it stands, its lines in colours, and the deciding one marked. */
import type { Scenario } from '../../case/scenario';
import type { Evaluation } from '../../engine/evaluation';
import { text } from '../../drawing/draw';
import type { Ink, Mark, Run } from '../../drawing/marks';
import { fitText, runsWidth } from '../../drawing/measure';
import type { Explanation, Tone } from '../types';
import { codeRuns, cutText } from './code-runs';
import { TONE_INK } from './gate';
import { quotedLines, type SlideLine } from './slide-lines';

/** A line of the statement: small where there are many. */
const FACES = {
  many: { row: 28, code: 17, number: 14, base: 20 },
  few: { row: 33, code: 20, number: 16, base: 23 },
} as const;
/** From the margin to the code, and between the code and its reason. */
const INDENT = 62;
const GAP = 26;
const HEAD = 30;

interface Room {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Nothing where no line is quoted, or there is no room for one. */
export function slideStatement(
  scenario: Scenario,
  evaluation: Evaluation,
  { quotes: [quote], tone }: Explanation,
  { top, bottom, left, right }: Room,
): readonly Mark[] {
  const room = bottom - top - HEAD;
  const rows = Math.floor(room / FACES.many.row);
  if (!quote || rows < 1) return [];
  const { place, line: decides, lines } = quotedLines(scenario, evaluation, quote, rows);
  const face = FACES[lines.length * FACES.few.row <= room ? 'few' : 'many'];
  const head: readonly Run[] = [
    // A long name of a level leaves the policy its own.
    { text: fitText(place, (right - left) * 0.45, { size: 17 }), ink: 'ink-3', size: 17 },
    { text: quote.policy, ink: 'ink', size: 17, weight: 600, gap: 8 },
  ];
  const line: Run = { text: `, line ${decides}`, ink: 'ink-3', size: 17 };
  const named = cutText(left, top + 14, head, right - left - runsWidth([line])) as Extract<
    Mark,
    { kind: 'text' }
  >;
  return [
    {
      ...named,
      runs: [...named.runs, line],
      ...((named.whole !== undefined || head[0]!.text !== place) && { whole: `${place} ${quote.policy}` }),
    },
    ...lines.flatMap((one, at) =>
      lineMarks(one, tone, face, { left, right, top: top + HEAD + face.row * at, bottom }),
    ),
  ];
}

function lineMarks(
  line: SlideLine,
  tone: Tone,
  { row, code, number, base }: (typeof FACES)[keyof typeof FACES],
  { left, right, top }: Room,
): readonly Mark[] {
  const room = right - left - INDENT - 20;
  const y = top + base;
  if (line.number === undefined) {
    const words: Run = { text: line.text, ink: 'ink-3', size: code - 2 };
    return [cutText(left + INDENT + line.depth * code * 0.6, y, [words], room - line.depth * code * 0.6)];
  }
  const marks: Mark[] = [];
  if (line.hit) {
    marks.push({
      kind: 'box',
      x: left,
      y: top,
      width: right - left,
      height: row,
      radius: 0,
      fill: softInk(tone),
    });
    marks.push({ kind: 'box', x: right - 5, y: top, width: 5, height: row, radius: 0, fill: TONE_INK[tone] });
  }
  const written = codeRuns(line.text, code);
  const reason: Run = { text: line.reason, ink: TONE_INK[tone], size: code - 1, weight: 600, gap: GAP };
  const told = line.hit && line.reason !== '';
  // The line itself comes first; the reason has at least a third where it needs it.
  const own = told ? Math.max(room * 0.6, room - runsWidth([reason])) : room;
  const shown = cutText(left + INDENT, y, written, own);
  marks.push(text(left + 40, y, [{ text: String(line.number), ink: 'ink-3', size: number }], 'end'), shown);
  if (told && shown.kind === 'text') {
    const { gap: _, ...words } = reason;
    const at = left + INDENT + runsWidth(shown.runs) + GAP;
    marks.push(cutText(Math.round(at), y, [words], right - 20 - at));
  }
  return marks;
}

function softInk(tone: Tone): Ink {
  switch (tone) {
    case 'explicit':
      return 'deny-soft';
    case 'implicit':
      return 'implicit-soft';
    case 'allow':
    case 'pass':
      return 'allow-soft';
    case 'unknown':
      return 'unknown-soft';
    case 'none':
    case 'miss':
    case 'empty':
      return 'sunken';
  }
}
