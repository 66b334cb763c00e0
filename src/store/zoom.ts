/** What is open under the picture. Kept apart from the selection: closing it leaves what is selected. */
import { create } from 'zustand';
import type { ZoomAt } from '../explain/zoom';

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
