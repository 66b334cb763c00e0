import { goTo } from './router';
import type { Slot } from './state';
import { useVerdict } from './store';

/** Opens something in the editor's place, from wherever the person is. */
export function openInSlot(slot: Slot): void {
  goTo('case');
  useVerdict.getState().openSlot(slot);
}
