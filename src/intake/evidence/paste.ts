/** What a text says with all that comes along: policies, and sentences about what was left out. */
import type { EvidenceChoice } from './choices';
import type { Evidence, EvidencePolicy } from './types';

/** What a pasted text says, and where it tells of several requests, which there are. */
export interface Paste {
  readonly evidence: Evidence;
  /** Empty where there is nothing to choose. */
  readonly choices: readonly EvidenceChoice[];
}

/** What comes along with the request of a text. */
export interface Beside {
  readonly policies: readonly EvidencePolicy[];
  readonly notes: readonly string[];
}

export function alone(evidence: Evidence, beside: Beside = NOTHING): Paste {
  return { evidence: withBeside(evidence, beside), choices: [] };
}

const NOTHING: Beside = { policies: [], notes: [] };

export function several(evidence: Evidence, choices: readonly EvidenceChoice[], beside: Beside): Paste {
  return {
    evidence: withBeside(evidence, beside),
    choices: choices.map((choice) => ({ ...choice, read: () => withBeside(choice.read(), beside) })),
  };
}

function withBeside(evidence: Evidence, { policies, notes }: Beside): Evidence {
  return {
    ...evidence,
    ...(policies.length > 0 && { policies }),
    notes: notes.length === 0 ? evidence.notes : [...evidence.notes, ...notes],
  };
}
