/** The language of the code that was pasted last: changes are shown in it too. Kept in memory only. */
import { create } from 'zustand';
import type { CodeLanguage } from '../intake/code/types';

export const usePastedCode = create<{ readonly language: CodeLanguage | undefined }>(() => ({
  language: undefined,
}));
