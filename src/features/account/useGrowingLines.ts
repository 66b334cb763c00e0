import { useEffect, useState } from 'react';
import { afterPaint } from '../../store/browser/afterPaint';
import type { Item } from './columns';

/** A line in sight takes the page some milliseconds, one below the screen next to none. */
const FIRST = 3;
const IN_SIGHT = 42;
const REST = 60;

/** A heading costs little, whatever stands in it. */
const isSame = (one: Item | undefined, other: Item | undefined): boolean =>
  one === other || (one?.kind !== 'row' && one?.id === other?.id);

function samePrefix(one: readonly Item[], other: readonly Item[]): number {
  const most = Math.min(one.length, other.length);
  let at = 0;
  while (at < most && isSame(one[at], other[at])) at += 1;
  return at;
}

/**
 * The front of a long list of lines, more of it after each paint. Lines that stood there already stay: of an answer that comes in
 * portions only what changed is drawn anew.
 */
export function useGrowingLines(all: readonly Item[]): readonly Item[] {
  const [grown, setGrown] = useState({ list: all, count: FIRST });
  const stays = grown.list === all ? grown.count : Math.min(grown.count, samePrefix(grown.list, all) + FIRST);
  const count = Math.max(FIRST, stays);
  useEffect(() => {
    if (count >= all.length && grown.list === all) return undefined;
    const more = count < IN_SIGHT ? FIRST : REST;
    return afterPaint(() => setGrown({ list: all, count: Math.min(count + more, all.length) }));
  }, [all, count, grown.list]);
  return count < all.length ? all.slice(0, count) : all;
}
