import { useCallback, useMemo, useSyncExternalStore } from 'react';

/** Does the page match a media query now? Follows changes. */
export function useMediaQuery(query: string): boolean {
  const list = useMemo(() => window.matchMedia(query), [query]);
  const subscribe = useCallback(
    (changed: () => void) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [list],
  );
  return useSyncExternalStore(subscribe, () => list.matches);
}

/** Phone: one tab at a time. */
export const PHONE = '(max-width: 820px)';
/** Walk and context share one panel. */
export const NARROW = '(max-width: 1279px)';
/** A wide table beside a column has no room for all of its own columns. */
export const TIGHT = '(max-width: 1159px)';
