/** The words of an allow: who granted it, and why nothing else was needed. */
import { layersWhere } from '../../case/layers';
import type { Evaluation, StatementTrace, Step } from '../../engine/evaluation';
import { policyAt } from '../../case/scenario';
import type { Layer, Scenario } from '../../case/scenario';
import { decidingStatements, stepOf } from '../facts';
import { layerNoun, layerWithArticle, resourcePolicyNoun } from '../layers';
import { theCaller } from '../principal';
import { statementQuote } from '../quotes';
import { code, list, rich, richList, sentences } from '../rich';
import type { Quote, Rich } from '../types';

export function allowedSentence(scenario: Scenario, evaluation: Evaluation): Rich {
  const action = code(scenario.request.action);
  const layers = grantingLayers(evaluation);
  const noun = resourcePolicyNoun(scenario.request);
  const { kind } = evaluation.principal;
  if (needsNoPermission(evaluation)) return rich`${action} needs no permission`;
  const acl = stepOf(evaluation, 'resource')?.notes.includes('s3-acl-grant') === true;
  if (acl && layers.length === 0) return rich`An S3 ACL lets this caller use ${action}`;
  if (acl && layers.every((layer) => layer === 'identity'))
    return rich`An S3 ACL and an identity policy allow ${action} together`;
  if (layers.length === 0) {
    if (repairs(evaluation)) return rich`The root user can always use ${action} in its own account`;
    if (kind === 'root')
      return rich`The root user needs no Allow in its own account, and nothing denies ${action}`;
    return rich`Nothing denies ${action}, and no Allow is needed`;
  }
  if (isReported(scenario, evaluation)) {
    // Which grant it is, to the role or only to its account, AWS does not tell.
    const who = layers.map((layer) => layerWithArticle(layer, scenario.request));
    return rich`By what AWS says matched, ${list(who)} ${who.length === 1 ? 'allows' : 'allow'} ${action}`;
  }
  if (evaluation.crossAccount && layers.length > 1) return rich`Both accounts allow ${action}`;
  if (layers.length > 1) {
    // The account’s statement only counts together with an identity policy; any other grant is enough alone.
    const resource = stepOf(evaluation, 'resource');
    return resource?.grant === 'account' || resource?.notes.includes('source-identity-both') === true
      ? rich`The ${noun} and an identity policy allow ${action} together`
      : rich`The ${noun} and an identity policy each allow ${action}; either is enough`;
  }
  if (layers[0] === 'identity') return rich`An identity policy allows ${action}, and nothing denies it`;
  return resourceAlone(evaluation, noun, scenario);
}

/** Does it rest on a policy of which only what AWS says matched is here? */
function isReported({ policies }: Scenario, evaluation: Evaluation): boolean {
  return decidingStatements(evaluation).some(({ address }) => policyAt(policies, address)?.reported === true);
}

function resourceAlone(evaluation: Evaluation, noun: string, scenario: Scenario): Rich {
  const action = code(scenario.request.action);
  const { kind } = evaluation.principal;
  if (kind === 'service') return rich`The ${noun} allows ${code(evaluation.principal.name)} to use ${action}`;
  const deciding = decidingStatements(evaluation);
  if (kind === 'anonymous') {
    return deciding.some(hasCondition)
      ? rich`The ${noun} lets this anonymous caller use ${action}`
      : rich`The ${noun} lets everyone use ${action}, signed in or not`;
  }
  if (kind === 'root') return rich`The ${noun} alone allows ${action}: it names the root user’s account`;
  if (kind === 'federatedCaller') return rich`The trust policy lets this identity provider’s users in`;
  if (stepOf(evaluation, 'resource')?.grant === 'role') {
    const named = kind === 'federatedUser' ? 'the parent user' : 'the role';
    return rich`The ${noun} alone allows ${action}: it names ${named}`;
  }
  if (deciding.every(namesEveryone)) return rich`The ${noun} alone allows ${action}: it names everyone`;
  return rich`The ${noun} alone allows ${action}: it names ${theCaller(evaluation.principal)} directly`;
}

function namesEveryone({ elements }: StatementTrace): boolean {
  return elements.some(({ reason }) => reason.kind === 'principalMatched' && reason.value === '*');
}

function hasCondition({ elements }: StatementTrace): boolean {
  return elements.some(({ element }) => element === 'Condition');
}

/** S3's protection against locking oneself out. Page: S3 API, PutBucketPolicy. */
function repairs(evaluation: Evaluation): boolean {
  return evaluation.steps.some((step) => step.notes.includes('s3-root-lockout'));
}

function needsNoPermission(evaluation: Evaluation): boolean {
  return evaluation.steps.some(
    ({ outcome }) => outcome.kind === 'notInPlay' && outcome.why === 'noPermissionNeeded',
  );
}

function grantingLayers(evaluation: Evaluation): readonly Layer[] {
  return [...new Set(evaluation.decidedBy.map((ref) => ref.layer))];
}

export function allowedQuotes(scenario: Scenario, evaluation: Evaluation): readonly Quote[] {
  const deciding = decidingStatements(evaluation);
  const both = evaluation.crossAccount && grantingLayers(evaluation).length > 1;
  const ordered = both ? [...deciding].sort((a, b) => rank(a) - rank(b)) : deciding;
  return ordered.flatMap((statement) => {
    const account =
      statement.address.layer === 'resource' ? evaluation.resourceAccount : evaluation.principal.account;
    const lead = both && account !== undefined ? `In ${account}` : 'Allowed by';
    return statementQuote(scenario, statement, lead) ?? [];
  });
}

function rank({ address }: StatementTrace): number {
  return address.layer === 'resource' ? 0 : 1;
}

/** Why layers without an Allow did not stop it: what surprises people about an allow. */
export function allowedNote(scenario: Scenario, evaluation: Evaluation): Rich | undefined {
  if (isReported(scenario, evaluation)) return undefined;
  const note = sentences(absentNote(evaluation), silenceNote(scenario, evaluation));
  return note.length > 0 ? note : undefined;
}

/** A condition that holds although the request does not have the key. */
function absentNote(evaluation: Evaluation): Rich | undefined {
  const reasons = decidingStatements(evaluation).flatMap(({ elements }) =>
    elements.flatMap(({ reason }) => (reason.kind === 'condition' ? [reason] : [])),
  );
  const absent = reasons.find(({ by }) => ABSENT_HOLDS.has(by));
  if (!absent) return undefined;
  return rich`${code(absent.key)} is absent from the request, and that makes ${code(absent.operator)} true.`;
}

const ABSENT_HOLDS: ReadonlySet<string> = new Set(['absentForAll', 'absentNegated', 'absentIfExists']);

function silenceNote(scenario: Scenario, evaluation: Evaluation): Rich | undefined {
  const resource = stepOf(evaluation, 'resource');
  if (needsNoPermission(evaluation))
    return rich`It is answered whatever the policies say, even against a Deny.`;
  if (evaluation.crossAccount || resource?.outcome.kind !== 'allows') return undefined;
  if (resource.grant === 'account') return undefined;
  const silent = layersWhere('of', 'principal').filter((layer) => saysNothing(stepOf(evaluation, layer)));
  if (silent.length === 0) return undefined;
  const names = richList(
    silent.map((layer) => rich`the ${layerNoun(layer, scenario.request)}`),
    'or',
  );
  if (resource.grant === 'role')
    return rich`No Allow is needed from ${names}: the ${evaluation.principal.kind === 'federatedUser' ? 'parent user' : 'role'} is named.`;
  return rich`No Allow is needed from ${names} in the same account. A Deny there would still count.`;
}

/** In play, with policies, and no Allow of it matches. */
function saysNothing(step: Step | undefined): boolean {
  return step !== undefined && (step.outcome.kind === 'noMatch' || step.outcome.kind === 'noAllow');
}

/** Across accounts: why one side is not enough. */
export function bothAside(
  scenario: Scenario,
  evaluation: Evaluation,
): { title: string; text: Rich } | undefined {
  if (!evaluation.crossAccount || grantingLayers(evaluation).length < 2) return undefined;
  if (isReported(scenario, evaluation)) return undefined;
  const noun = resourcePolicyNoun(scenario.request);
  return {
    title: 'Why both',
    text: rich`${{ strong: 'Both are needed.' }} Across accounts neither the ${noun} nor the identity policy is enough alone. ${withoutEither(evaluation)}`,
  };
}

/** Only true when each side has a single statement that grants. */
function withoutEither(evaluation: Evaluation): string {
  const each = new Map<Layer, number>();
  for (const { layer } of evaluation.decidedBy) each.set(layer, (each.get(layer) ?? 0) + 1);
  return [...each.values()].every((count) => count === 1)
    ? 'Remove either statement and the request is denied.'
    : 'Take the Allow away on either side and the request is denied.';
}
