/** What would change the verdict: the smallest edits, each of them tried. */
import { evaluate } from '../engine/evaluate';
import type { Decision, Evaluation } from '../engine/evaluation';
import { addressKey } from '../case/scenario';
import type { Scenario } from '../case/scenario';
import { allowProposals } from './changes/allow';
import { applyChange } from './changes/apply';
import { closeProposals } from './changes/close';
import { exemptProposals } from './changes/exempt';
import { ownProposal } from './changes/managed';
import { rankChanges } from './changes/rank';
import { STATEMENTS_TRIED } from './changes/types';
import type { Change, Proposal } from './changes/types';
import { nearestStatements } from './nearest';
import { decidingStatements, stepOf, traceAt } from './facts';

export type { Change, ChangeKind } from './changes/types';
export { applyChange } from './changes/apply';

/** At most so many for one layer: the first are the narrowest. */
const EACH = 4;

/**
 * Changes that turn a denial into an allow or the other way, narrowest first. A change that is not
 * `enough` mends its own layer, and another has to be changed as well. None for a verdict that is still open.
 */
export function changesFor(scenario: Scenario, evaluation: Evaluation): readonly Change[] {
  return rankChanges(BY_DECISION[evaluation.decision](scenario, evaluation), scenario.request.action);
}

const BY_DECISION: Record<Decision, (scenario: Scenario, evaluation: Evaluation) => readonly Change[]> = {
  ImplicitlyDenied: (scenario, evaluation) => [
    ...evaluation.missing.flatMap((layer) =>
      allowProposals(layer, scenario, evaluation)
        .flatMap((proposal) => tried(proposal, scenario, mendsAllow) ?? [])
        .slice(0, EACH),
    ),
    ...insteadOfIdentity(scenario, evaluation),
  ],
  ExplicitlyDenied: (scenario, evaluation) =>
    decidingStatements(evaluation)
      .slice(0, STATEMENTS_TRIED)
      .flatMap((statement) =>
        exemptProposals(statement, scenario, evaluation)
          .flatMap((proposal) => tried(proposal, scenario, mendsDeny) ?? [])
          .slice(0, EACH),
      ),
  Allowed: (scenario, evaluation) =>
    closeProposals(scenario, evaluation).flatMap((offered) => {
      const proposal = ownProposal(offered, scenario);
      if (!proposal) return [];
      const result = evaluate(applyChange(scenario, proposal)).decision;
      const closes = result === 'ExplicitlyDenied' || result === 'ImplicitlyDenied';
      return closes ? [{ ...proposal, result, enough: true }] : [];
    }),
  Undetermined: () => [],
};

/** In one account a resource-based policy that all but grants the request may be mended instead. */
function insteadOfIdentity(scenario: Scenario, evaluation: Evaluation): readonly Change[] {
  const layers = nearestStatements(scenario, evaluation).map(({ layer }) => layer);
  return layers
    .filter((layer) => !evaluation.missing.includes(layer))
    .flatMap((layer) => allowProposals(layer, scenario, evaluation))
    .filter(({ statement }) => statement !== undefined)
    .flatMap((proposal) => tried(proposal, scenario, (_, after) => after.decision === 'Allowed') ?? [])
    .slice(0, EACH);
}

type Mends = (proposal: Proposal, after: Evaluation) => boolean;

/** Undefined for a proposal that does not do what it is for, or that nobody can make. */
function tried(offered: Proposal, scenario: Scenario, mends: Mends): Change | undefined {
  const proposal = ownProposal(offered, scenario);
  if (!proposal) return undefined;
  const after = evaluate(applyChange(scenario, proposal));
  if (!mends(proposal, after)) return undefined;
  return { ...proposal, result: after.decision, enough: after.decision === 'Allowed' };
}

function mendsAllow({ layer }: Proposal, after: Evaluation): boolean {
  if (after.decision === 'Allowed') return true;
  const outcome = stepOf(after, layer)?.outcome.kind;
  return after.decision === 'ImplicitlyDenied' && !after.missing.includes(layer) && outcome !== 'noAllow';
}

function mendsDeny({ address, statement }: Proposal, after: Evaluation): boolean {
  const same = traceAt(after, address)?.statements.find((candidate) => candidate.statement === statement);
  return same !== undefined && addressKey(same.address) === addressKey(address) && same.truth === 'no';
}
