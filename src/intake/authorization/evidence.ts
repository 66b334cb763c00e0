/** What the details say of the request: the first evaluation that was denied, an explicit denial before an implicit one. */
import type { AwsOutcome, Request } from '../../case/scenario';
import { lastSegment, parseArn } from '../../language/arn';
import type { EvidenceChoice } from '../evidence/choices';
import type { Evidence, EvidenceLayer, EvidencePolicy } from '../evidence/types';
import { defined } from '../evidence/values';
import type { AuthorizationDetails } from './read';
import type { AwsEvaluation, AwsPolicy } from './types';

/** Where in the list the evaluation stands that the case is about; undefined in an empty list. */
export function leading(evaluations: readonly AwsEvaluation[]): number | undefined {
  for (const wanted of ['ExplicitlyDenied', 'ImplicitlyDenied', undefined, 'Allowed'] as const) {
    const at = evaluations.findIndex(({ outcome }) => outcome === wanted);
    if (at !== -1) return at;
  }
  return undefined;
}

const DENIALS: Readonly<Record<AwsOutcome, Evidence['denial']>> = {
  Allowed: undefined,
  ExplicitlyDenied: 'explicit',
  ImplicitlyDenied: 'implicit',
};

/** The evidence of some details; `at` chooses another evaluation than the leading one. */
export function detailsEvidence(details: AuthorizationDetails, at = leading(details.evaluations)): Evidence {
  const evaluation = at === undefined ? undefined : details.evaluations[at];
  const outcome = evaluation?.outcome;
  return defined({
    kind: 'authorizationDetails' as const,
    request: requestOf(details, evaluation),
    layer: evaluation === undefined ? undefined : layerOf(details.policies, evaluation),
    denial: outcome === undefined ? undefined : DENIALS[outcome],
    evaluations: details.evaluations,
    leads: at,
    requestContext: details.context,
    policies: details.policies.length > 0 ? details.policies.map(toEvidencePolicy) : undefined,
    complete: { context: details.hasContext, policies: details.hasPolicies },
    notes: details.notes,
  });
}

function requestOf(
  { context }: AuthorizationDetails,
  evaluation: AwsEvaluation | undefined,
): Partial<Request> | undefined {
  const all = { ...context, ...evaluation?.context };
  const request = {
    ...callerOf(context),
    ...(evaluation !== undefined && { action: evaluation.action, resource: evaluation.resource }),
    ...(Object.keys(all).length > 0 && { context: all }),
  };
  return Object.keys(request).length > 0 ? request : undefined;
}

/** A role's unique id with a colon is a session: its name stands behind. IAM User Guide, "Unique identifiers". */
function callerOf(context: AuthorizationDetails['context']): Partial<Request> {
  const valueOf = (name: string): string | undefined => {
    const value = Object.entries(context).find(([key]) => key.toLowerCase() === name)?.[1];
    return typeof value === 'string' ? value : undefined;
  };
  const arn = valueOf('aws:principalarn');
  // A service's own call has no ARN of a caller. IAM User Guide, "aws:PrincipalServiceName".
  const service = valueOf('aws:principalservicename');
  const parsed = arn === undefined ? undefined : parseArn(arn);
  if (arn === undefined || !parsed) return service === undefined ? {} : { principal: service };
  const session = /^(?:AROA|ASIA)\w*:([\w+=,.@-]{2,64})$/.exec(valueOf('aws:userid') ?? '')?.[1];
  if (!parsed.resource.startsWith('role/') || session === undefined) return { principal: arn };
  return {
    principal: `arn:${parsed.partition}:sts::${parsed.account}:assumed-role/${lastSegment(arn)}/${session}`,
    role: arn,
  };
}

/** The layer of a denial: that of the policy whose Deny matched. What an implicit denial lacks, AWS does not say. */
function layerOf(policies: readonly AwsPolicy[], evaluation: AwsEvaluation): EvidenceLayer | undefined {
  if (evaluation.outcome !== 'ExplicitlyDenied') return undefined;
  return policies.find(({ uri }) => evaluation.by.includes(uri))?.layer;
}

function toEvidencePolicy({ layer, name, uri, inline, attachedTo }: AwsPolicy): EvidencePolicy {
  return { layer, told: true, name, uri, inline, attachedTo };
}

/** Each evaluation, to choose another one to look at. */
export function evaluationChoices(details: AuthorizationDetails): readonly EvidenceChoice[] {
  const { evaluations } = details;
  return evaluations.map((evaluation, index) =>
    defined({
      action: evaluation.action,
      resource: evaluation.resource,
      outcome: WORDS[evaluation.outcome ?? 'not told'],
      denied: evaluation.outcome === 'ExplicitlyDenied' || evaluation.outcome === 'ImplicitlyDenied',
      read: () => detailsEvidence(details, index),
    }),
  );
}

const WORDS: Readonly<Record<AwsOutcome | 'not told', string>> = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'a Deny matched',
  ImplicitlyDenied: 'no Allow',
  'not told': 'not told',
};
