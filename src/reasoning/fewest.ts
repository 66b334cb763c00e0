/** The smallest reasons: as few statements as together make something so. */

/** Pairs of so many are tried one by one; of more, what is left out one after another decides. */
const MOST_IN_PAIRS = 8;

/**
 * A smallest set for which `covers` holds, given that it holds for all of them: one alone, else two, else a set of which none can be
 * left out. What covers goes on covering when something is added.
 */
export function fewest<Item>(
  all: readonly Item[],
  covers: (some: readonly Item[]) => boolean,
): readonly Item[] {
  const kept = withoutIdle(all, covers);
  if (kept.length < 2) return kept;
  const single = all.find((one) => covers([one]));
  if (single !== undefined) return [single];
  if (kept.length < 3 || all.length > MOST_IN_PAIRS) return kept;
  const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
  return pairs.find((pair) => covers(pair)) ?? kept;
}

/**
 * What is left where each in turn goes that is not needed. Stretches are tried at once: where a whole stretch may go, so may each
 * of it in turn.
 */
function withoutIdle<Item>(
  all: readonly Item[],
  covers: (some: readonly Item[]) => boolean,
): readonly Item[] {
  let kept = all;
  const drop = (stretch: readonly Item[]): void => {
    const fewer = kept.filter((one) => !stretch.includes(one));
    if (covers(fewer)) kept = fewer;
    else if (stretch.length > 1) {
      const half = stretch.length >> 1;
      drop(stretch.slice(0, half));
      drop(stretch.slice(half));
    }
  };
  if (all.length > 0) drop(all);
  return kept;
}
