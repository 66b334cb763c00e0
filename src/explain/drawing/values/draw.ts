/** The drawing of one element's values. */
import { shifted, text } from '../../../drawing/draw';
import type { Drawing } from '../../../drawing/marks';
import type { Attempt, ValueView } from '../../values/types';
import { addressSheet } from './address';
import type { Sheet } from './inks';
import { lineSheet } from './number-line';
import { missingSheet, plainSheet } from './plain';
import { setSheet } from './set';
import { strip } from './strip';

/** As many patterns are drawn, none that comes much less far than the first; the rest are counted. */
const MOST = 2;
const FAR = 0.4;
const GAP = 10;

export function drawValue(view: ValueView, width: number): Drawing {
  const { marks, height } = sheetOf(view, width);
  return { width, height: Math.ceil(height), marks, zones: [], dots: [], label: view.sentence };
}

function sheetOf({ shape, tone, truth }: ValueView, width: number): Sheet {
  switch (shape.kind) {
    case 'attempts': {
      const shown = tellingAttempts(shape.attempts).map((attempt, at) =>
        // The parts of the text have their names once.
        strip(at === 0 ? attempt : { ...attempt, parts: [] }, width, tone),
      );
      return stacked(shown, shape.of - shown.length, width);
    }
    case 'address':
      return addressSheet(shape, width, tone);
    case 'line':
      return lineSheet(shape, width, tone);
    case 'set':
      return setSheet(shape, width, tone);
    case 'missing':
      return missingSheet(shape, width, tone, truth === 'yes');
    case 'plain':
      return plainSheet(shape, width, tone);
  }
}

function tellingAttempts(attempts: readonly Attempt[]): readonly Attempt[] {
  const [first, ...rest] = attempts;
  if (!first) return [];
  if (first.matches) return [first];
  const reach = (attempt: Attempt): number => attempt.alignment?.stop?.text ?? 0;
  return [first, ...rest.filter((attempt) => reach(attempt) >= reach(first) * FAR)].slice(0, MOST);
}

function stacked(sheets: readonly Sheet[], more: number, width: number): Sheet {
  let top = 0;
  const marks = sheets.flatMap((sheet) => {
    const moved = sheet.marks.map((mark) => shifted(mark, 0, top));
    top += sheet.height + GAP;
    return moved;
  });
  if (more <= 0) return { marks, height: top - GAP };
  const note = text(
    width < 420 ? 52 : 66,
    top + 8,
    [{ text: `and ${more} more`, ink: 'ink-3', size: 11 }],
    'start',
  );
  return { marks: [...marks, note], height: top + 16 };
}
