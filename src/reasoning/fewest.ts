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
  let kept = all;
  for (const one of all) {
    const fewer = kept.filter((other) => other !== one);
    if (covers(fewer)) kept = fewer;
  }
  if (kept.length < 2) return kept;
  const single = all.find((one) => covers([one]));
  if (single !== undefined) return [single];
  if (kept.length < 3 || all.length > MOST_IN_PAIRS) return kept;
  const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other] as const));
  return pairs.find((pair) => covers(pair)) ?? kept;
}
