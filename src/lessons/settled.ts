/** At which gate a request is settled: what the entry and exit tests ask. */
import type { Evaluation } from '../engine/evaluation';
import type { Layer } from '../case/scenario';

/**
 * The layer that decides: the one whose Deny applies, the first whose Allow is missing, or the one whose Allow counts.
 * Undefined for an open verdict and for one that no policy decides.
 */
export function decidingLayer({ decision, decidedBy, missing }: Evaluation): Layer | undefined {
  switch (decision) {
    case 'ExplicitlyDenied':
      return decidedBy[0]?.layer;
    case 'ImplicitlyDenied':
      return missing[0];
    case 'Allowed':
      return decidedBy[0]?.layer;
    case 'Undetermined':
      return undefined;
  }
}

/** As `decidingLayer`, and `both` for a call between accounts that both sides allow. */
export function settledAt(evaluation: Evaluation): Layer | 'both' | undefined {
  const { decision, decidedBy, crossAccount } = evaluation;
  const layers = new Set(decidedBy.map(({ layer }) => layer));
  if (decision === 'Allowed' && crossAccount && layers.has('identity') && layers.has('resource'))
    return 'both';
  return decidingLayer(evaluation);
}

/** What a right answer claims: the verdict, and the policy or layer that it comes from. */
export function rightClaim(evaluation: Evaluation): {
  readonly decision: Evaluation['decision'];
  readonly by?: string;
  readonly missing?: Layer;
} {
  const { decision, decidedBy, missing } = evaluation;
  const [first] = decidedBy;
  if (first !== undefined) return { decision, by: first.policy };
  return { decision, ...(missing[0] !== undefined && { missing: missing[0] }) };
}
