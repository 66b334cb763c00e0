import { useEffect, type RefObject } from 'react';

/**
 * What had the focus may go while one is in a place: a chip that was taken out, a panel that closed when one went back. The focus
 * would fall to the page then, and the next Tab begin at its top; it goes to the heading of the place instead. What takes the focus
 * itself in the meantime, as a dialog that opens or one that gives it back, comes first.
 */
export function useFocusKept(
  frame: RefObject<HTMLElement | null>,
  shown: boolean,
  toHeading: () => void,
): void {
  useEffect(() => {
    const element = frame.current;
    if (!shown || !element) return;
    let last: Element | undefined;
    let waiting = 0;
    const told = ({ target }: FocusEvent): void => {
      last = target instanceof Element && element.contains(target) ? target : undefined;
    };
    const changes = new MutationObserver(() => {
      if (!last || last.isConnected) return;
      last = undefined;
      waiting = requestAnimationFrame(() => {
        if (document.activeElement === document.body) toHeading();
      });
    });
    document.addEventListener('focusin', told);
    changes.observe(element, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', told);
      changes.disconnect();
      cancelAnimationFrame(waiting);
    };
  }, [frame, shown, toHeading]);
}
