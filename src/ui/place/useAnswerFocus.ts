import { useEffect } from 'react';

/**
 * When the answer of a place takes the room of its empty state, what was pressed there is gone, and the focus with it: it goes on to the
 * answer's heading. Where something else has the focus, it stays there.
 */
export function useAnswerFocus(place: string, isThere: boolean): void {
  useEffect(() => {
    const { activeElement } = document;
    if (!isThere || (activeElement !== null && activeElement !== document.body)) return;
    document.querySelector<HTMLElement>(`[data-place="${place}"] h1`)?.focus({ preventScroll: true });
  }, [place, isThere]);
}
