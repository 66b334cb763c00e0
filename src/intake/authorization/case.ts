/**
 * From AWS's own evaluation to a case: the caller, the whole context, every layer with its policies, the other evaluations
 * as linked requests, and AWS's word on each.
 */
import { askedBy, viewOf } from '../../call/view';
import { LIMITS } from '../../case/limits';
import { listPolicies } from '../../case/scenario';
import type { AwsSaid, LinkedRequest, Policy, Request, Scenario } from '../../case/scenario';
import { differingRequest } from '../../case/variant';
import type { Evidence, EvidencePolicy } from '../evidence/types';
import { layersOf, type MadePolicy } from './layers';
import { reportedPolicy } from './reported';
import type { AwsEvaluation } from './types';

/** The case of the details. Texts of their policies that `current` has are kept: the pastes may come in any order. */
export function caseOfDetails(evidence: Evidence, current: Scenario): Scenario {
  const { evaluations = [], leads = 0, policies = [] } = evidence;
  const main = evaluations[leads];
  const before = main === undefined ? current.request : { principal: '', action: '', resource: '' };
  const request: Request = { ...before, ...evidence.request };
  const others = evaluations.filter((_, index) => index !== leads).slice(0, LIMITS.linked);
  const made = policies.map((told) => ({
    told,
    policy: withKnownText(reportedPolicy(told, evaluations, request), told, current),
  }));
  const own = made.filter(({ told }) => isUnder(told, main));
  const linked = others.map((evaluation) => linkedRequest(evaluation, evidence, request, made));
  // A part of the details alone, such as the context, is added to what is there.
  if (main === undefined) return { ...current, request, ...(made.length > 0 && { policies: layersOf(own) }) };
  const scenario: Scenario = {
    ...without(current),
    request,
    policies: layersOf(own),
    ...(linked.length > 0 && { linked }),
  };
  const said = [main, ...others].map((evaluation, at) => saidOf(evaluation, viewOf(scenario, at).request));
  return { ...scenario, aws: said };
}

/** What is not of the request: title, notes, organization. */
function without({
  title,
  notes,
  organization,
}: Scenario): Pick<Scenario, 'schema' | 'title' | 'notes' | 'organization'> {
  return {
    schema: 2,
    ...(title !== undefined && { title }),
    ...(notes !== undefined && { notes }),
    ...(organization !== undefined && { organization }),
  };
}

/** The text that is on the page already of a policy with the same uri or, in the same layer, the same name. */
function withKnownText(policy: Policy, told: EvidencePolicy, { policies }: Scenario): Policy {
  if (policy.reported !== true) return policy;
  const known = listPolicies(policies).find(
    ({ address, policy: present }) =>
      present.reported !== true &&
      (present.uri === undefined
        ? told.inline !== true && address.layer === told.layer && present.name === policy.name
        : present.uri === told.uri),
  )?.policy;
  if (known === undefined) return policy;
  const { reported: _, document: __, ...rest } = policy;
  return { ...rest, ...(known.text === undefined ? { document: known.document } : { text: known.text }) };
}

/** A resource-based policy is that of its own resource; every other kind is shared by the call. */
function isUnder({ layer, attachedTo = [] }: EvidencePolicy, evaluation: AwsEvaluation | undefined): boolean {
  if (layer !== 'resource' || evaluation === undefined || attachedTo.length === 0) return true;
  const { resource } = evaluation;
  const star = resource.indexOf('*');
  return attachedTo.some(
    (arn) =>
      resource === arn ||
      resource.startsWith(`${arn}/`) ||
      resource.startsWith(`${arn}:`) ||
      (star > 0 && arn.startsWith(resource.slice(0, star))),
  );
}

function linkedRequest(
  evaluation: AwsEvaluation,
  evidence: Evidence,
  main: Request,
  made: readonly MadePolicy[],
): LinkedRequest {
  const { action, resource } = evaluation;
  const bare: LinkedRequest = { name: action, request: { action, resource } };
  const carried = askedBy(main, bare);
  const context = { ...evidence.requestContext, ...evaluation.context };
  const own = made.find(({ told }) => told.layer === 'resource' && isUnder(told, evaluation));
  return {
    ...bare,
    request: { ...differingRequest(carried, { ...carried, context }), action, resource },
    policies: { resource: own?.policy ?? null },
  };
}

function saidOf({ outcome, matches }: AwsEvaluation, asked: Request): AwsSaid {
  const { principal, action, resource, context } = asked;
  return {
    request: { principal, action, resource, ...(context !== undefined && { context }) },
    ...(outcome !== undefined && { outcome }),
    matched: matches,
  };
}
