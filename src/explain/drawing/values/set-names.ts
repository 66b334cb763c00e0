/** The values of a set as names of columns and lanes: what does not fit is cut where the values are alike. */
import { text } from '../../../drawing/draw';
import type { Anchor, Mark, Run } from '../../../drawing/marks';
import { fitEnd, fitText, textWidth } from '../../../drawing/measure';

export const CODE = { size: 12, weight: 500, mono: true } as const;

/** The widest of the values, in pixels. */
export function widest(values: readonly string[]): number {
  return Math.max(0, ...values.map((one) => textWidth(shown(one), CODE)));
}

/** The name of one value at a place. Cut values keep the side by which they differ; the whole is told beside it. */
export function nameMark(
  values: readonly string[],
  at: number,
  { x, y, room, anchor }: { x: number; y: number; room: number; anchor: Anchor },
): Mark {
  const value = shown(values[at]!);
  const cut = alikeAtTheirBeginning(values) ? fitEnd(value, room, CODE) : fitText(value, room, CODE);
  const run: Run = { ...CODE, text: cut, ink: 'ink' };
  const mark = text(x, y, [run], anchor);
  return cut === value || mark.kind !== 'text' ? mark : { ...mark, whole: value };
}

function shown(value: string): string {
  return value === '' ? '""' : value;
}

/** One value alone, as an ARN or a path, says most at its end. */
function alikeAtTheirBeginning(values: readonly string[]): boolean {
  if (values.length < 2) return true;
  const [first = '', ...others] = values;
  const common = (letterOf: (value: string, at: number) => string | undefined): number => {
    let at = 0;
    while (at < first.length && others.every((one) => letterOf(one, at) === letterOf(first, at))) at += 1;
    return at;
  };
  return common((value, at) => value.at(at)) >= common((value, at) => value.at(-1 - at));
}
