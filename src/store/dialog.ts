import { useCallback } from 'react';
import { useVerdict, type Dialog } from './store';

/** How to close a dialog that is open; undefined while it is not. */
export function useDialog(name: Dialog): (() => void) | undefined {
  const isOpen = useVerdict((state) => state.dialog === name);
  const show = useVerdict((state) => state.show);
  const close = useCallback(() => show(undefined), [show]);
  return isOpen ? close : undefined;
}
