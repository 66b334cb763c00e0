/** Policies that an account's answer does not hold, out of a text that somebody pastes: SCPs once for all, the policy of a resource. */
import type { Policy, PolicyLevel } from '../../case/scenario';
import { readEvidence } from '../../intake/evidence/read';
import type { EvidencePolicy } from '../../intake/evidence/types';
import { incomingOf, placePolicies } from '../../intake/place-policies';

const REQUEST = { action: '' };

function policiesIn(text: string): readonly EvidencePolicy[] {
  return readEvidence(text).policies ?? [];
}

/**
 * The SCPs of a text, level by level where it names the levels (as the command does that walks up to the root), else as one level.
 * Undefined: there is no policy in it.
 */
export function scpLevelsIn(text: string): readonly PolicyLevel[] | undefined {
  const incoming = policiesIn(text).map((policy) => ({
    ...incomingOf({ ...policy, layer: 'scp' }, REQUEST),
    layer: 'scp' as const,
  }));
  if (incoming.length === 0) return undefined;
  const { scp } = placePolicies({}, incoming, REQUEST).policies;
  return Array.isArray(scp) ? (scp as readonly PolicyLevel[]) : undefined;
}

/** The first policy of a text, as the policy of a resource; undefined where there is none. */
export function resourcePolicyIn(text: string): Policy | undefined {
  const [found] = policiesIn(text);
  if (found === undefined) return undefined;
  return incomingOf({ ...found, layer: 'resource' }, REQUEST).policy;
}
