import { useEffect } from 'react';
import { keepPlace } from '../ui/keepPlace';

/** By then the page has drawn what was asked for, with what had to be fetched for it. */
const SETTLED_MS = 250;

/**
 * Whoever works by keys presses a button that goes away with what it does: the last undo, "Close", a message's button. The
 * focus then stays beside it, instead of falling to the page's beginning. Said once, for every button of the page.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const press = (event: MouseEvent): void => {
      // A click that no pointer made: Enter, Space, or a screen reader.
      if (event.detail !== 0 || !(event.target instanceof HTMLElement)) return;
      const control = event.target.closest<HTMLElement>('button, summary, a');
      if (control === null || control.closest('[role=dialog], [role=alertdialog], [role=menu]') !== null)
        return;
      const keep = keepPlace(control);
      setTimeout(keep);
      setTimeout(keep, SETTLED_MS);
    };
    window.addEventListener('click', press, true);
    return () => window.removeEventListener('click', press, true);
  }, []);
}
