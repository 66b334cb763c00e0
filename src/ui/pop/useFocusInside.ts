import { useEffect, type RefObject } from 'react';

/** By then react-aria has taken the focus out of a dialog and put it in again, which makes screen readers say it. */
const SAID_MS = 700;

const FIRST = '[role^=menuitem]:not([aria-disabled=true]), input, textarea, select, button:not(:disabled)';

/**
 * What was opened holds the focus. For who presses Enter on a plain button, react-aria waits with that until no transition
 * runs any more (`focusSafely`), and one that was cut off with its place hidden never ends: the focus stayed with the page,
 * where neither an arrow nor Escape reaches the menu.
 */
export function useFocusInside(opened: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const look = (): void => {
      const { activeElement } = document;
      if (opened.current === null || (activeElement !== null && activeElement !== document.body)) return;
      (opened.current.querySelector<HTMLElement>(FIRST) ?? opened.current).focus();
    };
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(look);
    });
    const timer = setTimeout(look, SAID_MS);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [opened]);
}
