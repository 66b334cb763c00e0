/** How much room the requests of one call take, known before their picture is drawn or even fetched. */
import type { CallEvaluation } from '../../call/verdict';

/** As many lanes are drawn; the others are one line. */
export const MOST = 4;
export const HEAD = 35;
export const ROW = { low: 46, high: 64 } as const;

/** The lines of the lanes that are drawn, those that fail first, and where the last row ends; in pixels from the top. */
export function linkedRows(
  lanes: number,
  failing: number,
): { readonly lines: readonly number[]; readonly bottom: number } {
  const lines: number[] = [];
  let bottom = HEAD;
  for (let lane = 0; lane < Math.min(MOST, lanes); lane += 1) {
    lines.push(bottom + ROW.low / 2 + 4);
    bottom += lane < failing ? ROW.high : ROW.low;
  }
  return { lines, bottom };
}

/** The height of the picture with so many lanes, of which so many fail; in pixels. */
export function linkedHeight(lanes: number, failing: number): number {
  const { lines, bottom } = linkedRows(lanes, failing);
  const shown = lines.length;
  // Room for two that fail, so that one that is mended moves nothing below.
  const roomy = HEAD + shown * ROW.low + Math.min(2, shown) * (ROW.high - ROW.low);
  const middle = (lines[0]! + lines.at(-1)!) / 2;
  return Math.max(Math.max(bottom, roomy) + (lanes > shown ? 28 : 8), middle + 50);
}

/**
 * What the picture of this call takes at least, in pixels: it is kept free while the picture is on its way. Lanes of
 * different actions are never folded into one, others may be.
 */
export function leastLinkedHeight({ parts, failing }: CallEvaluation): number {
  const passing = parts.filter(({ at }) => !failing.includes(at));
  const actions = new Set(passing.map(({ view }) => view.request.action));
  return linkedHeight(failing.length + actions.size, failing.length);
}
