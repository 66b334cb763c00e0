/** What would change the verdict: the smallest edits, each of them tried. */
import { notSent } from '../catalog/request-keys';
import type { Catalog } from '../catalog/service-reference';
import { evaluate } from '../engine/evaluate';
import type { Decision, Evaluation } from '../engine/evaluation';
import { addressKey } from '../case/scenario';
import type { Layer, Scenario } from '../case/scenario';
import { allowProposals } from './changes/allow';
import { applyChange } from './changes/apply';
import { closeProposals } from './changes/close';
import { exemptProposals } from './changes/exempt';
import { keeperOf, ownProposal } from './changes/managed';
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
 * `enough` mends its own layer, and another has to be changed as well. None for a verdict that is still open. With the
 * catalog no key is asked for that AWS does not send with the action and the kind of resource.
 */
export function changesFor(scenario: Scenario, evaluation: Evaluation, catalog?: Catalog): readonly Change[] {
  const found = BY_DECISION[evaluation.decision](scenario, evaluation, catalog);
  return rankChanges(found, scenario.request.action);
}

type Find = (scenario: Scenario, evaluation: Evaluation, catalog: Catalog | undefined) => readonly Change[];

const BY_DECISION: Record<Decision, Find> = {
  ImplicitlyDenied: (scenario, evaluation, catalog) => [
    ...evaluation.missing.flatMap((layer) =>
      allowProposals(layer, scenario, evaluation, catalog)
        .flatMap((proposal) => tried(proposal, scenario, mendsAllow, catalog) ?? [])
        .slice(0, EACH),
    ),
    ...insteadOfIdentity(scenario, evaluation, catalog),
  ],
  ExplicitlyDenied: (scenario, evaluation, catalog) =>
    decidingStatements(evaluation)
      .slice(0, STATEMENTS_TRIED)
      .flatMap((statement) =>
        exemptProposals(statement, scenario, evaluation)
          .flatMap((proposal) => tried(proposal, scenario, mendsDeny, catalog) ?? [])
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

/**
 * In one account a resource-based policy that all but grants the request may be mended instead; and where the policies of
 * the role are nobody's to change, what names the role there is all that can be done.
 */
function insteadOfIdentity(
  scenario: Scenario,
  evaluation: Evaluation,
  catalog: Catalog | undefined,
): readonly Change[] {
  const { missing, crossAccount } = evaluation;
  const isKept = keeperOf(scenario)?.kind === 'service' && !crossAccount && missing.includes('identity');
  const near = nearestStatements(scenario, evaluation).map(({ layer }) => layer);
  const layers: ReadonlySet<Layer> = new Set(isKept ? [...near, 'resource' as const] : near);
  return [...layers]
    .filter((layer) => !missing.includes(layer))
    .flatMap((layer) => allowProposals(layer, scenario, evaluation, catalog))
    .filter(({ statement }) => isKept || statement !== undefined)
    .flatMap((proposal) => tried(proposal, scenario, turnsAllowed, catalog) ?? [])
    .slice(0, EACH);
}

type Mends = (proposal: Proposal, after: Evaluation) => boolean;

/** Undefined for a proposal that does not do what it is for, or that nobody can make. */
function tried(
  offered: Proposal,
  scenario: Scenario,
  mends: Mends,
  catalog: Catalog | undefined,
): Change | undefined {
  const proposal = ownProposal(offered, scenario);
  if (!proposal || (catalog && asksForUnsent(proposal, scenario, catalog))) return undefined;
  const after = evaluate(applyChange(scenario, proposal));
  if (!mends(proposal, after)) return undefined;
  return { ...proposal, result: after.decision, enough: after.decision === 'Allowed' };
}

/** A key that AWS leaves out of such requests cannot be given to one. */
function asksForUnsent({ context }: Proposal, { request }: Scenario, catalog: Catalog): boolean {
  if (context?.value === undefined) return false;
  return notSent(catalog, request.action, request.resource, context.key) !== undefined;
}

const turnsAllowed: Mends = (_, after) => after.decision === 'Allowed';

function mendsAllow({ layer }: Proposal, after: Evaluation): boolean {
  if (after.decision === 'Allowed') return true;
  const outcome = stepOf(after, layer)?.outcome.kind;
  return after.decision === 'ImplicitlyDenied' && !after.missing.includes(layer) && outcome !== 'noAllow';
}

function mendsDeny({ address, statement }: Proposal, after: Evaluation): boolean {
  const same = traceAt(after, address)?.statements.find((candidate) => candidate.statement === statement);
  return same !== undefined && addressKey(same.address) === addressKey(address) && same.truth === 'no';
}
