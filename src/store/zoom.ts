/** What is open under the picture. Kept apart from the selection: closing it leaves what is selected. */
import { create } from 'zustand';
import type { ZoomAt } from '../explain/zoom';

interface ZoomState {
  readonly zoom: ZoomAt | undefined;
  readonly openZoom: (zoom: ZoomAt) => void;
  readonly closeZoom: () => void;
}

export const useZoom = create<ZoomState>()((set) => ({
  zoom: undefined,
  openZoom: (zoom) => set({ zoom }),
  closeZoom: () => set({ zoom: undefined }),
}));
