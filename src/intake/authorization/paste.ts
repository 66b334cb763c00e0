/** AWS's own evaluation with what else one paste holds: the message of the denial, and texts of the policies. */
import { several, type Beside, type Paste } from '../evidence/paste';
import type { Evidence, EvidencePolicy } from '../evidence/types';
import { defined } from '../evidence/values';
import { detailsEvidence, evaluationChoices } from './evidence';
import type { AuthorizationDetails } from './read';

/**
 * A message beside the details names the caller and the ID where they do not; of details without evaluations, as `--query`
 * leaves them, it tells the request too.
 */
export function authorizationPaste(
  details: AuthorizationDetails,
  message: Paste | undefined,
  beside: Beside,
  prose: string,
): Paste {
  const { policies, notes } = beside;
  const others = policies.filter(({ uri }) => details.policies.every((policy) => policy.uri !== uri));
  const read = (evidence: Evidence): Evidence => {
    const joined = withMessage(evidence, message?.evidence);
    const told = joined.policies === undefined ? [] : withTexts(joined.policies, policies);
    return { ...joined, ...(told.length + others.length > 0 && { policies: [...told, ...others] }) };
  };
  const said = { policies: [], notes: [...lossesIn(details, prose), ...notes] };
  const paste = several(detailsEvidence(details), evaluationChoices(details), said);
  return {
    evidence: read(paste.evidence),
    choices: paste.choices.map((choice) => ({ ...choice, read: () => read(choice.read()) })),
  };
}

function withMessage(evidence: Evidence, message: Evidence | undefined): Evidence {
  if (message === undefined) return evidence;
  const { request = {}, authorizationId, layer, denial, policyArn } = message;
  const asks = evidence.evaluations?.length === 0 && request.action !== undefined;
  const principal =
    asks && isSessionOf(request.principal, evidence.request?.principal)
      ? request.principal
      : (evidence.request?.principal ?? request.principal);
  const joined = defined({
    ...evidence.request,
    ...(asks && { action: request.action, resource: request.resource }),
    principal,
  });
  return {
    ...evidence,
    ...(asks && defined({ layer, denial, policyArn })),
    ...(authorizationId !== undefined && { authorizationId }),
    ...(Object.keys(joined).length > 0 && { request: joined }),
  };
}

/** The context names the role of a session. */
function isSessionOf(session = '', arn = ''): boolean {
  const [, account, role] = /^arn:[^:]+:sts::(\d{12}):assumed-role\/([^/]+)\//.exec(session) ?? [];
  return role !== undefined && arn.includes(`:iam::${account}:role/`) && arn.endsWith(`/${role}`);
}

/** The listed policies with the texts that the paste holds of them. */
function withTexts(
  listed: readonly EvidencePolicy[],
  texts: readonly EvidencePolicy[],
): readonly EvidencePolicy[] {
  return listed.map((policy) => {
    const found = texts.find(({ uri }) => uri !== undefined && uri === policy.uri);
    return found === undefined
      ? policy
      : { ...policy, document: found.document, ...(found.text !== undefined && { text: found.text }) };
  });
}

/** A part whose name stands in the text, and which could not be read, is said to be missing. */
function lossesIn({ hasContext, hasPolicies }: AuthorizationDetails, prose: string): readonly string[] {
  const lost = [
    ...(!hasContext && /["'\s]request_?context["']?\s{0,20}:/i.test(prose)
      ? ['the context of the request']
      : []),
    ...(!hasPolicies && /["'\s]policies["']?\s{0,20}:\s{0,20}\[/i.test(prose)
      ? ['the list of policies']
      : []),
  ];
  if (lost.length === 0) return [];
  return [
    `The text has a part that could not be read, so it is left out: ${lost.join(' and ')}. Run the command again with \`--output json\`.`,
  ];
}
