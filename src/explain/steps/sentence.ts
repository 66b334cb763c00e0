/** One sentence under an opened step: what the layer did, and what that means. */
import type { Evaluation, NotInPlayReason, Step } from '../../engine/evaluation';
import { serviceOf } from '../../case/layers';
import type { Layer, Scenario } from '../../case/scenario';
import { stepOf, unreadableIn } from '../facts';
import { LAYER_WORDS } from '../layer-words';
import { layerNoun, layerWithArticle } from '../layers';
import { requestPath } from '../path';
import { capital, code, rich } from '../rich';
import type { Piece } from '../rich';
import type { Rich } from '../types';

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
        : LAYER_WORDS[layer].passes(action);
    case 'allows':
      return allowsSentence(step, evaluation, action, noun);
    case 'noMatch':
      return noMatchSentence(layer, step, evaluation, action, noun);
    case 'denies':
      return rich`A Deny in ${the} matches. No Allow overrides it.`;
    case 'noAllow':
      // A statement does match here: it is the lock on public buckets that takes it away.
      return step.notes.includes('s3-restrict-public-buckets')
        ? rich`The ${noun} is public, so Block Public Access takes what it allows from everyone outside the bucket’s account.`
        : LAYER_WORDS[layer].noAllow(action, noun, step);
    case 'supposed':
      return rich`${capital(the)} can’t be seen. It is supposed to let ${action} through; if it doesn’t, the verdict is another.`;
    case 'unknown':
      return unknownSentence(step, noun);
  }
}

function denySentence(step: Step, action: Piece): Rich {
  switch (step.outcome.kind) {
    case 'denies':
      return rich`A Deny that matches, in any layer, ends the evaluation. No Allow overrides it.`;
    case 'unknown':
      return rich`Whether a Deny matches depends on something that is not known.`;
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
      // A caller that no account holds policies for: there is nothing else that could allow it.
      return stepOf(evaluation, 'identity')?.outcome.kind === 'notInPlay'
        ? rich`The ${noun} grants ${action} to the caller directly. Nothing else has to allow it.`
        : rich`The ${noun} grants ${action} to the caller directly. In one account nothing else has to.`;
  }
}

function noMatchSentence(
  layer: Layer,
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

function unknownSentence(step: Step, noun: string): Rich {
  const why = step.outcome.kind === 'unknown' ? step.outcome.why : 'hangs';
  if (why === 'notVisible') return rich`It applies, but you can’t see it. What it says is not known.`;
  if (why === 'hangs')
    return rich`Whether it lets the request through depends on something that is not known.`;
  const [broken] = unreadableIn(step);
  return broken
    ? rich`${code(broken.name)} can’t be read, so what it allows or denies is not known.`
    : rich`The ${noun} can’t be read, so what it allows or denies is not known.`;
}

function notInPlaySentence(why: NotInPlayReason, layer: Layer, noun: string, service: string): Rich {
  switch (why) {
    case 'noPolicy':
      return LAYER_WORDS[layer].noPolicy(noun);
    case 'root':
      return rich`The root user of an account can have no ${noun}.`;
    case 'servicePrincipal':
      return rich`A call by an AWS service itself skips this: only the resource’s side decides.`;
    case 'anonymous':
      return rich`An anonymous caller belongs to no account, so there is no ${noun}.`;
    case 'originAccessIdentity':
      return rich`An origin access identity of CloudFront belongs to no account, so there is no ${noun}.`;
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
