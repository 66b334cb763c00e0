/** What is left of the resources that a grant lists, under the limits that it passes. */
import { globCovers, globsMeet } from '../language/glob-relations';

/** More pairs are not written out: the grant's own list, which holds all of them, stands. */
const MOST = 60;

/**
 * The listed resources that every limit leaves, narrowed to what both list. Each pattern holds at least all that is
 * left of it: where two patterns only overlap, both are named.
 * @param granted patterns of the Allow
 * @param limits of each limit that the request passes, the patterns of the statement by which it does
 */
export function resourcesWithin(
  granted: readonly string[],
  limits: readonly (readonly string[])[],
): readonly string[] {
  let left = [...new Set(granted)];
  for (const limit of limits) {
    if (limit.length === 0 || left.length * limit.length > MOST) continue;
    const next = [...new Set(left.flatMap((one) => limit.flatMap((other) => both(one, other))))];
    // What meets nowhere by its text was passed all the same: by a variable, or by what is left out.
    if (next.length > 0) left = next;
  }
  return left;
}

const isRest = (text: string): boolean => text.startsWith('all but ');

function both(one: string, other: string): readonly string[] {
  if (one === other || other === '*') return [one];
  if (one === '*') return [other];
  if (isRest(one) || isRest(other)) return [`${one}, of ${other}`];
  if (globCovers(other, one)) return [one];
  if (globCovers(one, other)) return [other];
  return globsMeet(one, other) ? [`${one}, of ${other}`] : [];
}
