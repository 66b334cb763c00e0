/** What is open under the picture. Kept apart from the selection: closing it leaves what is selected. */
import { create } from 'zustand';
import type { ZoomAt } from '../explain/zoom';
import { evaluationOf } from './derive';
import { decidingStep } from './selectors';
import { useVerdict, viewed } from './store';

interface ZoomState {
  readonly zoom: ZoomAt | undefined;
  /** Opened by a key: the focus goes inside. */
  readonly entered: boolean;
  readonly openZoom: (zoom: ZoomAt, enter?: boolean) => void;
  readonly closeZoom: () => void;
}

export const useZoom = create<ZoomState>()((set) => ({
  zoom: undefined,
  entered: false,
  openZoom: (zoom, enter = false) => set({ zoom, entered: enter }),
  closeZoom: () => set({ zoom: undefined }),
}));

/**
 * What was open belonged to the case, or the request of it, that was looked at before. A step of a chain stands open at
 * the gate that decided it; of other cases nothing does until it is asked for.
 */
function openAtFirst(): void {
  const state = useVerdict.getState();
  const step = state.history.present.chain && decidingStep(evaluationOf(viewed(state)))?.id;
  useZoom.setState({ zoom: step && { step }, entered: false });
}

useVerdict.subscribe((now, before) => {
  if (now.arrived !== before.arrived || now.at !== before.at) openAtFirst();
});
openAtFirst();
