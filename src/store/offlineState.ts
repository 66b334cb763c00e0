/** Can the page be opened without network from now on? */
import { create } from 'zustand';

export const useOffline = create<{ readonly ready: boolean }>()(() => ({ ready: false }));
