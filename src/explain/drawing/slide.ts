/**
 * The picture as a slide of 1600 by 900: title, sentence, request, the way through the gates, the statement that
 * decided, and the link. One drawing, nothing to crop.
 */
import type { Scenario } from '../../case/scenario';
import { RULES_AS_OF } from '../../catalog/rules-date';
import type { Evaluation } from '../../engine/evaluation';
import { glyph, round, scaled, text } from '../../drawing/draw';
import type { Drawing, Ink, Mark, Run } from '../../drawing/marks';
import { fitEnd, runsWidth, textWidth } from '../../drawing/measure';
import { plain } from '../rich';
import type { Explanation, Rich } from '../types';
import { cutText } from './code-runs';
import { drawFlow } from './flow';
import { TONE_INK } from './gate';
import { slideStatement } from './slide-statement';
import type { FlowSpec } from './spec';

const WIDTH = 1600;
const HEIGHT = 900;
const LEFT = 72;
const RIGHT = WIDTH - LEFT;
const SCALE = 1.4;
/** The room at either side of the lane, which the slide has of its own. */
const LANE_SIDE = 14;
const FOOT = 842;

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
  const under = top + flow.height * SCALE + 6;
  const quoted = slideStatement(scenario, evaluation, explanation, {
    top: under,
    bottom: FOOT - 26,
    left: LEFT,
    right: RIGHT,
  });
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
  if (title !== '') marks.push(cutText(LEFT, 80, [{ ...named, text: title, ink: 'ink-2' }], RIGHT - LEFT));
  const left = tone === 'none' || tone === 'empty' ? LEFT : LEFT + 80;
  if (left > LEFT && tone !== 'none' && tone !== 'empty') marks.push(glyph(tone, LEFT + 28, 148, 56));
  const runs = (size: number): readonly Run[] => [
    { text: lead, ink: TONE_INK[tone], size, weight: 600 },
    ...richRuns(sentence, size).map((run, at): Run => (at === 0 ? { ...run, gap: 12 } : run)),
  ];
  const room = RIGHT - left;
  const size = [40, 34, 28, 24].find((one) => runsWidth(runs(one)) <= room) ?? 20;
  marks.push(cutText(left, 162, runs(size), room));
  if (clause === '') return { marks, bottom: 206 };
  const small = { size: 24 } as const;
  marks.push(cutText(left, 206, [{ ...small, text: clause, ink: 'ink-2' }], room));
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

function requestMarks({ request }: Scenario, top: number): Block {
  const fields = [
    ['Principal', request.principal],
    ['Action', request.action],
    ['Resource', request.resource],
  ] as const;
  const style = { size: 17, mono: true } as const;
  const widths = fields.map(([, value]) => textWidth(value, style));
  const room = RIGHT - LEFT - 2 * 44 - 2;
  const shares = sharesOf(widths, room);
  let x = LEFT;
  const marks: Mark[] = [rule(top)];
  fields.forEach(([name, value], at) => {
    const width = shares[at]!;
    marks.push(text(x, top + 32, [{ text: name, ink: 'ink-3', size: 16 }], 'start'));
    if (value !== '') marks.push(valueMark(value, x, top + 60, width + 2));
    x += Math.max(width, 80) + 44;
  });
  marks.push(rule(top + 82));
  return { marks, bottom: top + 82 };
}

/** Each has what it needs as long as there is room; the longest are cut to the same length. */
function sharesOf(widths: readonly number[], room: number): readonly number[] {
  const rising = [...widths].sort((one, other) => one - other);
  let left = room;
  let most = Infinity;
  rising.forEach((width, at) => {
    const fair = left / (rising.length - at);
    if (width > fair) most = Math.min(most, fair);
    left -= Math.min(width, fair);
  });
  return widths.map((width) => Math.min(width, most));
}

/** What every ARN of a service begins with is quiet; where it is cut, its end is kept. */
function valueMark(value: string, x: number, y: number, width: number): Mark {
  const style = { size: 17, mono: true } as const;
  const shown = fitEnd(value, width, style);
  const lead = shown === value ? (/^arn:[^:]*:[^:]*:[^:]*::?/.exec(value)?.[0] ?? '') : '';
  const runs: readonly Run[] = [
    ...(lead === '' ? [] : [{ ...style, text: lead, ink: 'ink-3' as const }]),
    { ...style, text: shown.slice(lead.length), ink: 'ink' },
  ];
  return {
    kind: 'text',
    x: round(x),
    y: round(y),
    anchor: 'start',
    runs,
    ...(shown !== value && { whole: value }),
  };
}

function footMarks(link: string): readonly Mark[] {
  const style = { size: 15, mono: true } as const;
  const y = FOOT + 25;
  return [
    rule(FOOT),
    ...brandMarks(LEFT, y),
    text(
      LEFT + 26,
      FOOT + 30,
      [
        { text: 'Verdict', ink: 'ink', size: 16, weight: 600 },
        { text: `AWS’s documented rules as of ${RULES_AS_OF}`, ink: 'ink-3', size: 15, gap: 20 },
      ],
      'start',
    ),
    ...(link === '' ? [] : [cutText(RIGHT, FOOT + 30, [{ ...style, text: link, ink: 'ink-3' }], 760, 'end')]),
  ];
}

/** The mark of the page: a way through two gates. */
function brandMarks(x: number, y: number): readonly Mark[] {
  const line = (d: string, ink: Ink): Mark => ({ kind: 'line', d, ink, width: 2.4, round: true });
  return [
    line(`M${x} ${y}H${x + 18}`, 'accent'),
    ...[x + 6, x + 12].map((at) => line(`M${at} ${y - 8}V${y - 3}M${at} ${y + 3}V${y + 8}`, 'ink')),
  ];
}
