/** What is left out of everything that is handed out: the link, its other forms, and the picture as a slide. */
import { create } from 'zustand';
import type { Scenario } from '../case/scenario';

export interface Sharing {
  /** Account IDs, names, ARNs and addresses have stand-ins. */
  readonly hide: boolean;
  /** While they are hidden: the title and the notes, which a person wrote, stay here. */
  readonly leaveOut: boolean;
}

/** One choice for all of them, for as long as the page is open: what was hidden in the link is hidden in the slide. */
export const useSharing = create<Sharing>()(() => ({ hide: false, leaveOut: false }));

/** The case as far as its words are handed out; names in it are still to be masked. */
export function handedOut(scenario: Scenario, { hide, leaveOut }: Sharing): Scenario {
  if (!hide || !leaveOut) return scenario;
  const { title: _title, notes: _notes, ...rest } = scenario;
  return rest;
}
