/** What a text says with all that comes along: policies, and sentences about what was left out. */
import type { EvidenceChoice } from './choices';
import type { Evidence, EvidenceNamed, EvidencePolicy } from './types';
import type { CodeRead } from '../code/types';

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
  readonly named?: readonly EvidenceNamed[];
  readonly code?: readonly CodeRead[];
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

function withBeside(evidence: Evidence, { policies, notes, named = [], code = [] }: Beside): Evidence {
  return {
    ...evidence,
    ...(policies.length > 0 && { policies }),
    ...(named.length > 0 && { named: [...(evidence.named ?? []), ...named] }),
    ...(code.length > 0 && { code }),
    notes: notes.length === 0 ? evidence.notes : [...evidence.notes, ...notes],
  };
}
