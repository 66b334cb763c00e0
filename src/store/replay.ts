/** The replay of an answer that is known: how much of it was read, for the picture and the list alike. */
import { create } from 'zustand';
import type { Evaluation } from '../engine/evaluation';

interface ReplayState {
  /** It belongs to one evaluation: an edit ends it. */
  readonly of: Evaluation | undefined;
  readonly count: number;
  readonly playing: boolean;
  readonly show: (of: Evaluation, count: number, playing: boolean) => void;
  readonly end: () => void;
}

export const useReplayState = create<ReplayState>()((set) => ({
  of: undefined,
  count: 0,
  playing: false,
  show: (of, count, playing) => set({ of, count: Math.max(1, count), playing }),
  end: () => set({ of: undefined, count: 0, playing: false }),
}));
