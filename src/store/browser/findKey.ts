/** Does Ctrl/Cmd+K open Find? A choice of the person, kept in this browser. */
import { create } from 'zustand';

const KEY = 'verdict.findKey';

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

export const useFindKey = create<{ readonly on: boolean }>()(() => ({ on: kept() }));

export function setFindKey(on: boolean): void {
  useFindKey.setState({ on });
  try {
    localStorage.setItem(KEY, on ? 'on' : 'off');
  } catch {
    // Storage is closed: the choice lasts as long as the page.
  }
}
