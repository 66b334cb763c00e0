/** Two values side by side; or one that is not there, with the rule for that. */
import { across, round, text } from '../../../drawing/draw';
import type { Mark } from '../../../drawing/marks';
import { fitEnd, fitText, textWidth } from '../../../drawing/measure';
import type { Tone } from '../../types';
import type { ValueShape } from '../../values/types';
import { failInks } from './inks';
import type { Sheet } from './inks';

const SMALL = { size: 11 } as const;
const CAPTION = { size: 11.5, weight: 600 } as const;
const FACE = { size: 14, mono: true } as const;

function labels(): readonly Mark[] {
  return [
    text(0, 16, [{ ...SMALL, text: 'Request', ink: 'ink-3' }], 'start'),
    text(0, 50, [{ ...SMALL, text: 'Policy', ink: 'ink-3' }], 'start'),
  ];
}

function leftOf(width: number): number {
  return width < 420 ? 52 : 66;
}

function listed(policy: readonly string[], left: number, width: number): Mark {
  const words =
    policy.length > 3
      ? `one of ${policy.length} values`
      : policy.map((one) => (one === '' ? '""' : one)).join(' or ');
  return text(left, 50, [{ ...FACE, text: fitText(words, width - left - 4, FACE), ink: 'ink' }], 'start');
}

/** A dashed box for what is not there, and the bar at once. */
export function missingSheet(
  shape: Extract<ValueShape, { kind: 'missing' }>,
  width: number,
  tone: Tone,
  holds: boolean,
): Sheet {
  const left = leftOf(width);
  const { ink, soft, edge } = failInks(tone);
  const box = textWidth(shape.word, CAPTION) + 32;
  const marks: Mark[] = [
    ...labels(),
    {
      kind: 'box',
      x: left,
      y: 1,
      width: round(box),
      height: 21,
      radius: 3,
      fill: soft,
      stroke: edge,
      dash: '3 2',
    },
    text(left + box / 2, 16, [{ ...CAPTION, text: shape.word, ink: tone === 'pass' ? 'ink-2' : ink }]),
    listed(shape.policy, left, width),
  ];
  if (holds) marks.push({ kind: 'line', d: across(left, left + box, 31), ink: 'ink', width: 2.5 });
  else {
    marks.push({ kind: 'line', d: across(left - 24, left - 14, 31), ink: 'ink', width: 2.5 });
    marks.push({ kind: 'disc', x: left - 11, y: 31, r: 4, fill: 'ink' });
    marks.push({ kind: 'line', d: `M${left + 2} 25.5V33.5`, ink, width: 5, round: true });
    marks.push({
      kind: 'line',
      d: across(left + 12, left + box, 31),
      ink: 'edge',
      width: 1.5,
      dash: '1.5 5',
    });
  }
  if (shape.rule === '') return { marks, height: 60 };
  marks.push(
    text(left, 71, [{ ...SMALL, text: fitText(shape.rule, width - left - 4, SMALL), ink: 'ink-3' }], 'start'),
  );
  return { marks, height: 78 };
}

export function plainSheet(shape: Extract<ValueShape, { kind: 'plain' }>, width: number, tone: Tone): Sheet {
  const left = leftOf(width);
  const { ink } = failInks(tone);
  const end = left + 150;
  const request = fitEnd(shape.request === '' ? '""' : shape.request, width - left - 4, FACE);
  const marks: Mark[] = [
    ...labels(),
    text(left, 16, [{ ...FACE, text: request, ink: 'ink' }], 'start'),
    listed(shape.policy, left, width),
  ];
  if (shape.same) marks.push({ kind: 'line', d: across(left, end, 31), ink: 'ink', width: 2.5 });
  else {
    marks.push({ kind: 'line', d: across(left - 24, left - 14, 31), ink: 'ink', width: 2.5 });
    marks.push({ kind: 'disc', x: left - 11, y: 31, r: 4, fill: 'ink' });
    marks.push({ kind: 'line', d: `M${left + 2} 25.5V33.5`, ink, width: 5, round: true });
    marks.push({ kind: 'line', d: across(left + 12, end, 31), ink: 'edge', width: 1.5, dash: '1.5 5' });
  }
  return { marks, height: 60 };
}
