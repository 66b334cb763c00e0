/** What the pointer or the focus rests on, so that every panel can light its own part of it. Never selected by it. */
import { create } from 'zustand';
import type { StepId } from '../engine/evaluation';

interface LitState {
  readonly step: StepId | undefined;
  readonly light: (step: StepId | undefined) => void;
}

export const useLit = create<LitState>()((set) => ({
  step: undefined,
  light: (step) => set({ step }),
}));

/** Handlers that light a step while the pointer or the focus is on an element. */
export function lighting(step: StepId): {
  readonly onMouseEnter: () => void;
  readonly onMouseLeave: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
} {
  const on = (): void => useLit.getState().light(step);
  const off = (): void => useLit.getState().light(undefined);
  return { onMouseEnter: on, onMouseLeave: off, onFocus: on, onBlur: off };
}
