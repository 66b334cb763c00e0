/** One sentence under an opened step: what the layer did, and what that means. */
import type { Evaluation, NotInPlayReason, Step, StepId } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { stepOf, unreadableIn } from '../facts';
import { layerNoun, layerWithArticle, serviceOf, targetInText } from '../layers';
import { requestPath } from '../path';
import { capital, code, list, rich } from '../rich';
import type { Piece } from '../rich';
import type { Rich } from '../types';

type LayerId = Exclude<StepId, 'explicitDeny' | 'defaultDeny'>;

export function stepSentence(step: Step, evaluation: Evaluation, scenario: Scenario | undefined): Rich {
  const request = scenario?.request ?? { action: '' };
  const action: Piece = request.action === '' ? 'this action' : code(request.action);
  if (step.id === 'explicitDeny') return denySentence(step, action);
  if (step.id === 'defaultDeny') return defaultSentence(evaluation);
  const layer = step.id;
  const noun = layerNoun(layer, request);
  const the = layerWithArticle(layer, request);
  switch (step.outcome.kind) {
    case 'notInPlay':
      return notInPlaySentence(step.outcome.why, layer, noun, serviceOf(request.action));
    case 'passes':
      return step.id === 'resource' && step.grant === 'account'
        ? rich`The ${noun} names the account, which leaves the decision to the account’s own identity policies.`
        : PASSES[layer](action);
    case 'allows':
      return allowsSentence(step, evaluation, action, noun);
    case 'noMatch':
      return noMatchSentence(layer, step, evaluation, action, noun);
    case 'denies':
      return rich`A Deny in ${the} matches. No Allow overrides it.`;
    case 'noAllow':
      return NO_ALLOW[layer](action, noun, step);
    case 'unknown':
      return unknownSentence(step, noun);
  }
}

function denySentence(step: Step, action: Piece): Rich {
  switch (step.outcome.kind) {
    case 'denies':
      return rich`A Deny that matches, in any layer, ends the evaluation. No Allow overrides it.`;
    case 'unknown':
      return rich`Whether a Deny matches hangs on something that is not known.`;
    case 'notInPlay':
      return rich`No Deny applies to ${action}.`;
    default:
      return rich`Every Deny in every layer was read, and none matches this request.`;
  }
}

function defaultSentence(evaluation: Evaluation): Rich {
  switch (evaluation.decision) {
    case 'Allowed':
      return rich`The request was allowed before it came to the default.`;
    case 'ExplicitlyDenied':
      return rich`A Deny decided before the default did.`;
    case 'ImplicitlyDenied':
      return requestPath(evaluation).steps.get('defaultDeny')?.halts
        ? rich`What nothing allows is denied.`
        : rich`The request was stopped before it came to the default.`;
    case 'Undetermined':
      return rich`What nothing allows is denied. Whether something allows it is not known.`;
  }
}

const PASSES: Record<LayerId, (action: Piece) => Rich> = {
  scp: (action) =>
    rich`Every level has an SCP that allows ${action}. SCPs only limit: an identity or resource policy still has to grant it.`,
  rcp: () => rich`No RCP denies it. RCPs only deny; the full-access RCP is always in force.`,
  endpoint: (action) =>
    rich`The endpoint lets ${action} through. It grants nothing itself: another policy has to.`,
  resource: (action) => rich`It lets ${action} through, but does not grant it alone.`,
  boundary: (action) => rich`The boundary leaves room for ${action}. It grants nothing itself.`,
  session: (action) => rich`The session policy leaves room for ${action}. It grants nothing itself.`,
  identity: (action) => rich`An identity policy allows ${action}.`,
};

function allowsSentence(step: Step, evaluation: Evaluation, action: Piece, noun: string): Rich {
  if (step.id !== 'resource') return rich`An identity policy allows ${action}.`;
  if (evaluation.crossAccount) {
    return rich`The ${noun} allows ${action}. Across accounts the caller’s own account has to allow it too.`;
  }
  switch (step.grant) {
    case 'role':
      return rich`The ${noun} names the role, so no identity policy is needed. A boundary and session policies still limit the session.`;
    case 'account':
      return rich`The ${noun} names the account, so an identity policy has to allow it too.`;
    default:
      return rich`The ${noun} grants ${action} to the caller directly. In one account nothing else has to.`;
  }
}

function noMatchSentence(
  layer: LayerId,
  step: Step,
  evaluation: Evaluation,
  action: Piece,
  noun: string,
): Rich {
  if (layer === 'resource') {
    return rich`No statement of the ${noun} matches. In one account that is no denial: an identity policy can still allow ${action}.`;
  }
  const granted = stepOf(evaluation, 'resource')?.outcome.kind === 'allows';
  return granted && step.reached
    ? rich`Nothing here allows ${action}, and nothing needs to: the resource policy grants it.`
    : rich`Nothing here allows ${action}.`;
}

const NO_ALLOW: Record<LayerId, (action: Piece, noun: string, step: Step) => Rich> = {
  scp: (action, _, step) =>
    rich`No SCP at ${shutLevels(step)} allows ${action}. Each level needs an Allow of its own.`,
  rcp: (action) => rich`No RCP allows ${action}.`,
  endpoint: (action) =>
    rich`The request came through this endpoint, and its policy does not allow ${action}.`,
  resource: (action, noun) => rich`The ${noun} has to allow ${action}, and no statement does.`,
  boundary: (action) =>
    rich`No statement of the boundary allows ${action}. A boundary caps what identity policies grant.`,
  session: (action) =>
    rich`No session policy allows ${action}. What the session may do is what both they and the identity policies allow.`,
  identity: (action) => rich`No identity policy allows ${action}.`,
};

function shutLevels(step: Step): string {
  const shut = step.levels.filter((level) => level.outcome.kind === 'noAllow');
  return (
    list(shut.map((level) => (level.target === undefined ? 'its level' : targetInText(level.target)))) ||
    'any level'
  );
}

function unknownSentence(step: Step, noun: string): Rich {
  const why = step.outcome.kind === 'unknown' ? step.outcome.why : 'hangs';
  if (why === 'notVisible') return rich`In play, but not visible to you. What it says is not known.`;
  if (why === 'hangs') return rich`Whether it lets the request through hangs on something that is not known.`;
  const [broken] = unreadableIn(step);
  return broken
    ? rich`${code(broken.name)} can’t be read, so what it allows or denies is not known.`
    : rich`The ${noun} can’t be read, so what it allows or denies is not known.`;
}

function notInPlaySentence(why: NotInPlayReason, layer: LayerId, noun: string, service: string): Rich {
  switch (why) {
    case 'noPolicy':
      return NO_POLICY[layer](noun);
    case 'root':
      return rich`The root user of an account can have no ${noun}.`;
    case 'servicePrincipal':
      return rich`A call by an AWS service itself skips this: only the resource’s side decides.`;
    case 'anonymous':
      return rich`An anonymous caller belongs to no account, so there is no ${noun}.`;
    case 'federatedCaller':
      return rich`The caller has no AWS identity yet: the role’s trust policy alone decides.`;
    case 'managementAccount':
      return rich`The management account of an organization is exempt from its ${noun}s.`;
    case 'serviceLinkedRole':
      return rich`Service-linked roles are exempt from ${noun}s.`;
    case 'unsupportedService':
      return service === ''
        ? rich`${capital(noun)}s don’t cover this service.`
        : rich`${capital(noun)}s don’t cover ${code(service)}.`;
    case 'noPermissionNeeded':
      return rich`This action needs no permission, so no policy is asked.`;
    case 'keylessAction':
      return rich`This action concerns no single key, so no key policy is asked.`;
    case 'exempt':
      if (layer === 'session') return rich`An IAM user has no session policies.`;
      return rich`This request is exempt from the ${noun}.`;
  }
}

const NO_POLICY: Record<LayerId, (noun: string) => Rich> = {
  scp: () => rich`No SCPs were given, as for an account outside any organization.`,
  rcp: () => rich`No RCPs of your own were given; the full-access RCP lets everything through.`,
  endpoint: () => rich`The request does not come through a VPC endpoint with a policy of its own.`,
  resource: (noun) => rich`The resource has no ${noun === 'resource policy' ? noun : `${noun} here`}.`,
  boundary: () => rich`The caller has no permissions boundary, so nothing is capped.`,
  session: () => rich`No session policy was passed, so nothing is narrowed.`,
  identity: () => rich`The caller has no identity policy.`,
};
