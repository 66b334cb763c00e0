/** Methods by which a program changes what it made before. */
import { calledName, calledOn, pathOf, type CallExpression } from './expression';
import type { Site } from './scan';

/** Does a method of this name change a statement after it was made? */
export function isChange(name: string): boolean {
  return /^add_?(?:not_?)?(?:actions|resources|conditions?|\w*principals?|\w*condition)$/i.test(name);
}

/** Does what stands at an offset belong to the thing that a method is called on? */
export function isOwner(call: CallExpression, at: number): boolean {
  const on = calledOn(call);
  return on !== undefined && on.at <= at && at < on.end;
}

/**
 * The call by which what has a name is changed later on, as in `statement.addActions(…)`: what is written at first is not
 * all. A change to a part that others may hold counts for all of them.
 */
export function changesIn(
  sites: readonly Site[],
  isPart: (name: string) => boolean,
): (name: string) => CallExpression | undefined {
  const byName = new Map<string, CallExpression>();
  let ofPart: CallExpression | undefined;
  for (const { call } of sites) {
    const on = isChange(calledName(call)) ? calledOn(call) : undefined;
    const path = on === undefined ? undefined : pathOf(on);
    if (path === undefined) continue;
    if (!byName.has(path)) byName.set(path, call);
    if (isPart(path)) ofPart ??= call;
  }
  return (name) => byName.get(name) ?? ofPart;
}

/** The site that an offset lies in: sites stand in order, and none in another. */
export function sitesAt(sites: readonly Site[]): (at: number) => Site | undefined {
  return (at) => {
    let [low, high] = [0, sites.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sites[middle]!.call.end <= at) low = middle + 1;
      else high = middle;
    }
    const found = sites[low];
    return found !== undefined && found.call.at <= at ? found : undefined;
  };
}
