import { useCallback, useSyncExternalStore } from 'react';

/** Does the page match a media query now? Follows changes. */
export function useMediaQuery(query: string): boolean {
  const subscribe = useCallback(
    (changed: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}

/** Phone: one tab at a time. */
export const PHONE = '(max-width: 820px)';
/** Walk and context share one panel. */
export const NARROW = '(max-width: 1279px)';
