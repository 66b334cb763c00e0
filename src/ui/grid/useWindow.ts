import { useLayoutEffect, useState, type RefObject } from 'react';

/** Lines are drawn so many before and behind those in sight, and the window moves in such steps. */
const BEYOND = 8;

export interface GridWindow {
  /** The first line that is drawn, and the one behind the last. */
  readonly from: number;
  readonly to: number;
  readonly onScroll: () => void;
}

/** Which lines of a scrolled list are drawn: those in sight and a few around them. */
export function useWindow(
  list: RefObject<HTMLElement | null>,
  count: number,
  lineHeight: number,
): GridWindow {
  const [place, setPlace] = useState({ step: 0, room: 900 });
  const look = (): void => {
    const { scrollTop = 0, clientHeight = 0 } = list.current ?? {};
    const step = Math.floor(scrollTop / lineHeight / BEYOND);
    setPlace((last) =>
      last.step === step && last.room === clientHeight ? last : { step, room: clientHeight },
    );
  };
  useLayoutEffect(() => {
    if (list.current === null) return undefined;
    const watcher = new ResizeObserver(look);
    watcher.observe(list.current);
    return () => watcher.disconnect();
    // Of what `look` reads only the height of a line is not in the page itself.
  }, [lineHeight]);
  const lines = Math.ceil(place.room / lineHeight);
  const first = Math.min(place.step * BEYOND, Math.max(0, count - lines));
  return {
    from: Math.max(0, first - BEYOND),
    to: Math.min(count, first + lines + 2 * BEYOND),
    onScroll: look,
  };
}
