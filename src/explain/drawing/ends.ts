/** The request at the left and the verdict at the right. */
import { glyph, text } from '../../drawing/draw';
import type { Mark, Run } from '../../drawing/marks';
import { fitText, textWidth } from '../../drawing/measure';
import { TONE_INK } from './gate';
import type { FlowSpec } from './spec';

const CODE = { size: 11.5, mono: true } as const;
const PLAIN = { size: 11.5 } as const;

/** A long action stands on several lines, parted behind its service and before capitals. */
export function actionLines(action: string, width: number): readonly string[] {
  if (action === '' || textWidth(action, CODE) <= width) return action === '' ? [] : [action];
  const parts = action.match(/^[^:]*:|[A-Z]+[a-z0-9]*|[^A-Z]+/g) ?? [action];
  const lines = [''];
  for (const part of parts) {
    const last = lines.at(-1)!;
    if (last !== '' && textWidth(last + part, CODE) > width) lines.push(part);
    else lines[lines.length - 1] = last + part;
  }
  const shown = lines.length > 3 ? [lines[0]!, lines[1]!, lines.slice(2).join('')] : lines;
  return shown.map((one) => fitText(one, width, CODE));
}

/** The pill, what it asks for, and who asks. */
export function requestMarks(spec: FlowSpec, y: number, pill: number, worded: boolean): readonly Mark[] {
  const x = 14 + pill / 2;
  const label: Run = { text: 'Request', ink: 'ink', size: 11.5, weight: 560 };
  const marks: Mark[] = [
    { kind: 'box', x: 14, y: y - 13, width: pill, height: 26, radius: 13, fill: 'sunken', stroke: 'edge' },
    text(x, y + 4, [label]),
  ];
  if (!worded) return marks;
  const width = pill + 10;
  const lines = actionLines(spec.action, width);
  lines.forEach((one, at) => marks.push(text(x, y + 41 + at * 15, [{ ...CODE, text: one, ink: 'ink' }])));
  if (spec.caller !== '' && lines.length < 3) {
    const by = fitText(`by ${spec.caller}`, width, PLAIN);
    marks.push(text(x, y + 43 + lines.length * 15, [{ ...PLAIN, text: by, ink: 'ink-3' }]));
  }
  return marks;
}

/** Half the width of the verdict's glyph, and of the ring that stands in its place. */
const RING = 17;

export function verdictMarks(
  { verdict, start }: FlowSpec,
  x: number,
  y: number,
  width: number,
): readonly Mark[] {
  const { tone, word, detail } = verdict;
  const style = { size: 12.5, weight: 600 } as const;
  const marks: Mark[] = tone === 'none' || tone === 'empty' ? [] : [glyph(tone, x, y, 2 * RING)];
  // On its way, and not there: the place of the answer is kept open.
  if (tone === 'empty' && start !== 'rest')
    marks.push({
      kind: 'box',
      x: x - RING,
      y: y - RING,
      width: 2 * RING,
      height: 2 * RING,
      radius: RING,
      stroke: 'edge',
      dash: '3 4',
    });
  marks.push(text(x, y + 45, [{ ...style, text: fitText(word, width, style), ink: TONE_INK[tone] }]));
  if (detail !== undefined) {
    marks.push(text(x, y + 62, [{ ...PLAIN, text: fitText(detail, width, PLAIN), ink: 'ink-3' }]));
  }
  return marks;
}
