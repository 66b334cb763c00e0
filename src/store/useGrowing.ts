import { useEffect, useState } from 'react';
import { afterPaint } from './browser/afterPaint';

/** So many rows are laid out in a few milliseconds. */
const STEP = 40;

/** The front of a long list, more of it after each paint: the page is never held up by the whole of it. */
export function useGrowing<Item>(list: readonly Item[], step = STEP): readonly Item[] {
  const [grown, setGrown] = useState({ list, count: step });
  const count = grown.list === list ? grown.count : step;
  useEffect(() => {
    if (count < list.length) return afterPaint(() => setGrown({ list, count: count + step }));
    return undefined;
  }, [list, count, step]);
  return count < list.length ? list.slice(0, count) : list;
}
