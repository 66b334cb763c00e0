/**
 * The picture as a slide of 1600 by 900: title, sentence, request, the way through the gates, the statement that
 * decided, and the link. One drawing, nothing to crop.
 */
import type { Scenario } from '../../case/scenario';
import type { Evaluation } from '../../engine/evaluation';
import { glyph, round, scaled, text } from '../../drawing/draw';
import type { Drawing, Ink, Mark, Run } from '../../drawing/marks';
import { fitEnd, fitText, runsWidth, textWidth } from '../../drawing/measure';
import { plain } from '../rich';
import type { Explanation, Rich } from '../types';
import { drawFlow } from './flow';
import { TONE_INK } from './gate';
import { quotedLines } from './slide-lines';
import type { FlowSpec } from './spec';

const WIDTH = 1600;
const HEIGHT = 900;
const LEFT = 72;
const RIGHT = WIDTH - LEFT;
const SCALE = 1.4;
/** The room at either side of the lane, which the slide has of its own. */
const LANE_SIDE = 14;
const FOOT = 842;
/** A line of the statement: small where there are many. */
const FACES = {
  many: { row: 28, code: 17, number: 14, base: 20 },
  few: { row: 33, code: 20, number: 16, base: 23 },
} as const;

export interface SlideView {
  readonly spec: FlowSpec;
  readonly explanation: Explanation;
  /** The second sentence: what would refuse next, or a note. */
  readonly clause: string;
  readonly link: string;
}

export function drawSlide(scenario: Scenario, evaluation: Evaluation, view: SlideView): Drawing {
  const { spec, explanation, clause, link } = view;
  const head = headMarks(scenario, explanation, clause);
  const asked = requestMarks(scenario, head.bottom);
  const flow = drawFlow(spec, { width: (RIGHT - LEFT) / SCALE + 2 * LANE_SIDE, low: false });
  const left = LEFT - LANE_SIDE * SCALE;
  const top = asked.bottom + 16;
  const lane = [...flow.marks].map((mark) => scaled(mark, SCALE, left, top));
  const dots = flow.dots.map((dot) => ({
    ...dot,
    x: round(left + dot.x * SCALE),
    y: round(top + dot.y * SCALE),
  }));
  const quoted = statementMarks(scenario, evaluation, explanation, top + flow.height * SCALE + 18);
  return {
    width: WIDTH,
    height: HEIGHT,
    zones: [],
    dots,
    label: [scenario.title ?? '', explanation.lead, plain(explanation.sentence), clause, flow.label]
      .filter(Boolean)
      .join(' '),
    marks: [...head.marks, ...asked.marks, ...lane, ...quoted, ...footMarks(link)],
  };
}

interface Block {
  readonly marks: readonly Mark[];
  readonly bottom: number;
}

function rule(y: number): Mark {
  return { kind: 'line', d: `M${LEFT} ${y}H${RIGHT}`, ink: 'line', width: 1 };
}

function headMarks({ title = '' }: Scenario, { tone, lead, sentence }: Explanation, clause: string): Block {
  const marks: Mark[] = [];
  const named = { size: 22, weight: 500 } as const;
  if (title !== '')
    marks.push(
      text(LEFT, 80, [{ ...named, text: fitText(title, RIGHT - LEFT, named), ink: 'ink-2' }], 'start'),
    );
  const left = tone === 'none' || tone === 'empty' ? LEFT : LEFT + 80;
  if (left > LEFT && tone !== 'none' && tone !== 'empty') marks.push(glyph(tone, LEFT + 28, 148, 56));
  const runs = (size: number): readonly Run[] => [
    { text: lead, ink: TONE_INK[tone], size, weight: 600 },
    ...richRuns(sentence, size).map((run, at): Run => (at === 0 ? { ...run, gap: 12 } : run)),
  ];
  const room = RIGHT - left;
  const size = [40, 34, 28, 24].find((one) => runsWidth(runs(one)) <= room) ?? 20;
  marks.push(text(left, 162, cutRuns(runs(size), room), 'start'));
  if (clause === '') return { marks, bottom: 206 };
  const small = { size: 24 } as const;
  marks.push(text(left, 206, [{ ...small, text: fitText(clause, room, small), ink: 'ink-2' }], 'start'));
  return { marks, bottom: 236 };
}

function richRuns(rich: Rich, size: number): readonly Run[] {
  return rich.map((piece): Run => {
    if (typeof piece === 'string') return { text: piece, ink: 'ink', size, weight: 600 };
    return 'code' in piece
      ? { text: piece.code, ink: 'ink', size: size * 0.94, mono: true }
      : { text: piece.strong, ink: 'ink', size, weight: 600 };
  });
}

/** Runs that fit a width: the one that does not is cut, and those behind it are left out. */
function cutRuns(runs: readonly Run[], width: number): readonly Run[] {
  const kept: Run[] = [];
  let left = width;
  for (const run of runs) {
    const own = runsWidth([run]);
    if (own <= left) {
      kept.push(run);
      left -= own;
      continue;
    }
    const shown = fitText(run.text, left - (run.gap ?? 0), run);
    if (shown.length > 1) kept.push({ ...run, text: shown });
    break;
  }
  return kept;
}

function requestMarks({ request }: Scenario, top: number): Block {
  const fields = [
    ['Principal', request.principal],
    ['Action', request.action],
    ['Resource', request.resource],
  ] as const;
  const style = { size: 17, mono: true } as const;
  const widths = fields.map(([, value]) => textWidth(value, style));
  const room = RIGHT - LEFT - 2 * 44;
  const total = widths.reduce((one, other) => one + other, 0);
  let x = LEFT;
  const marks: Mark[] = [rule(top)];
  fields.forEach(([name, value], at) => {
    const width = total <= room ? widths[at]! : (widths[at]! * room) / total;
    marks.push(text(x, top + 32, [{ text: name, ink: 'ink-3', size: 16 }], 'start'));
    if (value !== '')
      marks.push(
        text(x, top + 60, [{ ...style, text: fitEnd(value, width + 2, style), ink: 'ink' }], 'start'),
      );
    x += Math.max(width, 80) + 44;
  });
  marks.push(rule(top + 82));
  return { marks, bottom: top + 82 };
}

/** Where the statement stands, and its lines; the deciding one tinted, with its reason. */
function statementMarks(
  scenario: Scenario,
  evaluation: Evaluation,
  explanation: Explanation,
  top: number,
): readonly Mark[] {
  const [quote] = explanation.quotes;
  const room = FOOT - 26 - (top + 30);
  const rows = Math.floor(room / FACES.many.row);
  if (!quote || rows < 1) return [];
  const { place, line: decides, lines } = quotedLines(scenario, evaluation, quote, rows);
  const { row, code, number, base } = FACES[lines.length * FACES.few.row <= room ? 'few' : 'many'];
  const { tone } = explanation;
  const soft: Ink =
    tone === 'explicit'
      ? 'deny-soft'
      : tone === 'implicit'
        ? 'implicit-soft'
        : tone === 'allow'
          ? 'allow-soft'
          : 'unknown-soft';
  const marks: Mark[] = [
    text(
      LEFT,
      top + 14,
      cutRuns(
        [
          { text: place, ink: 'ink-3', size: 17 },
          { text: quote.policy, ink: 'ink', size: 17, weight: 600, gap: 8 },
          { text: `, line ${decides}`, ink: 'ink-3', size: 17 },
        ],
        RIGHT - LEFT,
      ),
      'start',
    ),
  ];
  lines.forEach((line, at) => {
    const y = top + 30 + row * at;
    if (line.hit) {
      marks.push({ kind: 'box', x: LEFT, y, width: RIGHT - LEFT, height: row, radius: 0, fill: soft });
      marks.push({ kind: 'box', x: RIGHT - 5, y, width: 5, height: row, radius: 0, fill: TONE_INK[tone] });
    }
    if (line.number !== undefined)
      marks.push(
        text(LEFT + 40, y + base, [{ text: String(line.number), ink: 'ink-3', size: number }], 'end'),
      );
    const face = {
      size: line.number === undefined ? code - 2 : code,
      mono: line.number !== undefined,
    } as const;
    const shown = fitText(line.text, RIGHT - LEFT - 100, face);
    const runs: Run[] = [{ ...face, text: shown, ink: line.number === undefined ? 'ink-3' : 'ink' }];
    const left = RIGHT - LEFT - 130 - textWidth(shown, face);
    const reason = { size: code, weight: 600 } as const;
    if (line.hit && line.reason !== '' && left > 160)
      runs.push({ ...reason, text: fitText(line.reason, left, reason), ink: TONE_INK[tone], gap: 26 });
    marks.push(text(LEFT + 82, y + base, runs, 'start'));
  });
  return marks;
}

function footMarks(link: string): readonly Mark[] {
  const style = { size: 15, mono: true } as const;
  return [
    rule(FOOT),
    text(
      LEFT,
      FOOT + 30,
      [
        { text: 'Verdict', ink: 'ink', size: 16, weight: 600 },
        { text: 'by AWS’s documented rules', ink: 'ink-3', size: 15, gap: 18 },
      ],
      'start',
    ),
    ...(link === ''
      ? []
      : [text(RIGHT, FOOT + 30, [{ ...style, text: fitText(link, 760, style), ink: 'ink-3' }], 'end')]),
  ];
}
