/** What is being pointed at: the list in the lesson and the text beside it show the same. */
import { create } from 'zustand';

interface Picking {
  readonly chosen: readonly string[];
  /** Shown what is right? Then nothing is chosen any more. */
  readonly shown: boolean;
  /** The second question about the same things. */
  readonly second: boolean;
}

const NOTHING: Picking = { chosen: [], shown: false, second: false };

export const usePicking = create<Picking>()(() => NOTHING);

export function beginPicking(): void {
  usePicking.setState(NOTHING);
}

export function toggle(id: string): void {
  usePicking.setState(({ chosen, shown }) =>
    shown ? {} : { chosen: chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id] },
  );
}

export function showRight(): void {
  usePicking.setState({ shown: true });
}

export function askSecond(): void {
  usePicking.setState({ chosen: [], shown: false, second: true });
}
