/** Several events, denials or results in one paste: what to choose from. */
import type { Evidence } from './types';

export interface EvidenceChoice {
  readonly time?: string;
  readonly principal?: string;
  readonly action?: string;
  readonly resource?: string;
  /** The error, the kind of denial, or the decision. */
  readonly outcome: string;
  readonly denied: boolean;
  /** All that it says; read only when it is chosen. */
  readonly read: () => Evidence;
}

/** What `readEvidence` takes from the same text: the first that was denied, else the first. */
export function preferred(choices: readonly EvidenceChoice[]): number {
  return Math.max(
    0,
    choices.findIndex(({ denied }) => denied),
  );
}
