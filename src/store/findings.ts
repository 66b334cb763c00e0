/**
 * What the checks say about each policy. They run in a worker once the page stands (`knowledge.ts`), and never hold up
 * typing: what is here may be a moment late, and says which text it speaks of.
 */
import { create } from 'zustand';
import type { Finding } from '../checks/finding';

export interface PolicyFindings {
  /** The text that was checked: places count in it. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

interface FindingsState {
  /** By the key of the policy's address. */
  readonly byPolicy: ReadonlyMap<string, PolicyFindings>;
  /** Is the list of all policies' problems on the screen? */
  readonly listed: boolean;
}

export const useFindingsStore = create<FindingsState>()(() => ({ byPolicy: new Map(), listed: false }));

/** The findings of every policy by address; empty until the checks have run, and behind by a moment while typing. */
export function useFindings(): ReadonlyMap<string, PolicyFindings> {
  return useFindingsStore((state) => state.byPolicy);
}

/** Shows or hides the list of all policies' problems. */
export function listProblems(listed: boolean): void {
  useFindingsStore.setState({ listed });
}
