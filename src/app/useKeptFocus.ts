import { useEffect } from 'react';
import { keepPlace } from '../ui/keepPlace';

/** What was pressed may go later: when the part that takes its place has been fetched. */
const WATCHED_MS = 5000;

/** After the page has changed; what takes the focus by itself has done so by then. */
const SETTLED_MS = 100;

/**
 * Whoever works by keys presses a button that goes away with what it does: the last undo, "Close", a message's button. The
 * focus then stays beside it, instead of falling to the page's beginning. Said once, for every button of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let settling: ReturnType<typeof setTimeout> | undefined;
    /** Ends the watch over the press before. */
    let end = (): void => undefined;
    const press = (event: MouseEvent): void => {
      end();
      // A click that no pointer made: Enter, Space, or a screen reader.
      if (event.detail !== 0 || !(event.target instanceof HTMLElement)) return;
      const control = event.target.closest<HTMLElement>('button, summary, a');
      if (control === null || control.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null)
        return;
      const keep = keepPlace(control);
      const settle = (): void => {
        clearTimeout(settling);
        settling = setTimeout(keep, SETTLED_MS);
      };
      const changes = new MutationObserver(settle);
      changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
      const watch = setTimeout(() => end(), WATCHED_MS);
      end = () => {
        clearTimeout(watch);
        clearTimeout(settling);
        changes.disconnect();
      };
    };
    window.addEventListener('click', press, true);
    return () => {
      end();
      window.removeEventListener('click', press, true);
    };
  }, []);
}
