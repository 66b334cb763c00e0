import { create } from 'zustand';

/** What the last sweep found, for the row that opens it: it holds as long as the premise does. */
interface Swept {
  readonly last: { readonly premise: string; readonly allowed: number } | undefined;
}

export const useSwept = create<Swept>()(() => ({ last: undefined }));
