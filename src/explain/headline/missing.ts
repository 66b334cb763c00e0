/** The words of an implicit denial: every layer whose Allow is missing. */
import type { Evaluation } from '../../engine/evaluation';
import type { Layer, Scenario } from '../../case/scenario';
import { elementWords } from '../elements';
import { policiesOf, stepOf } from '../facts';
import { LAYER_TABLE, isLeveled, isTrust } from '../../case/layers';
import { layerNoun, layerWithArticle, resourcePolicyNoun } from '../layers';
import { nearestStatements } from '../nearest';
import type { Nearest } from '../nearest';
import { nearestQuote } from '../quotes';
import { code, list, rich, sentences } from '../rich';
import type { Piece } from '../rich';
import type { Quote, Rich } from '../types';
import { refusedSentence } from './refused';
import { shutLevels } from '../levels';

export function missingSentence(scenario: Scenario, evaluation: Evaluation): Rich {
  const refused = refusedSentence(scenario.request.action, evaluation);
  if (refused) return refused;
  const action = code(scenario.request.action);
  const missing = named(evaluation);
  const [first, second] = missing;
  if (first === undefined) return rich`Nothing allows ${action}`;
  if (second === undefined) return alone(first)(scenario, evaluation, action);
  const who = missing.map((layer) => layerWithArticle(layer, scenario.request));
  if (missing.length === 2) return rich`Neither ${who[0]!} nor ${who[1]!} allows ${action}`;
  return rich`No Allow for ${action} in ${list(who, 'or')}`;
}

/** The missing layers; in one account a resource policy that was read could have granted it too. */
function named(evaluation: Evaluation): readonly Layer[] {
  const { missing } = evaluation;
  const couldGrant = !evaluation.crossAccount && stepOf(evaluation, 'resource')?.outcome.kind === 'noMatch';
  if (missing.length === 1 && missing[0] === 'identity' && couldGrant) return ['identity', 'resource'];
  return missing;
}

type Alone = (scenario: Scenario, evaluation: Evaluation, action: Piece) => Rich;

/** A layer of levels lacks it at some of them, any other in its one policy; the rest have sentences of their own. */
function alone(layer: Layer): Alone {
  const { noun } = LAYER_TABLE[layer];
  return (
    ALONE[layer] ??
    (isLeveled(layer)
      ? (_, evaluation, action) =>
          rich`No ${noun} on ${shutLevels(stepOf(evaluation, layer), 'this level')} allows ${action}`
      : (_, __, action) => rich`The ${noun} has no Allow for ${action}`)
  );
}

const ALONE: Partial<Record<Layer, Alone>> = {
  session: (_, evaluation, action) => {
    const count = policiesOf(stepOf(evaluation, 'session')!).length;
    if (count === 0) return rich`No session policy was passed, so the session may not use ${action}`;
    return count === 1
      ? rich`The session policy has no Allow for ${action}`
      : rich`None of the ${count} session policies allows ${action}`;
  },
  identity: (scenario, _, action) => rich`No identity policy allows ${action}${onThis(scenario)}`,
  resource: (scenario, evaluation, action) => {
    const noun = resourcePolicyNoun(scenario.request);
    const there = policiesOf(stepOf(evaluation, 'resource')!).length > 0;
    const owner = evaluation.crossAccount && evaluation.resourceAccount;
    if (isTrust(scenario.request.action)) {
      return there
        ? rich`The role’s trust policy does not let the caller use ${action}`
        : rich`The role has no trust policy here, so nobody may use ${action}`;
    }
    if (!there) return rich`No ${noun}${owner ? ` in ${owner}` : ''} allows ${action}`;
    return rich`The ${noun}${owner ? ` in ${owner}` : ''} has no Allow for ${action}`;
  },
};

/** `on this object`: the resource in a word, where one fits. */
function onThis({ request }: Scenario): string {
  if (/^arn:[^:]*:s3:::[^/]+\/./.test(request.resource)) return ' on this object';
  if (/^arn:[^:]*:s3:::[^/]+$/.test(request.resource)) return ' on this bucket';
  return '';
}

export function missingQuotes(scenario: Scenario, evaluation: Evaluation): readonly Quote[] {
  if (refusedSentence(scenario.request.action, evaluation)) return [];
  return nearestStatements(scenario, evaluation).flatMap((near) => nearestQuote(scenario, near) ?? []);
}

/** What the other layers say, so that one looks in the right place, and what keeps the nearest statements from allowing. */
export function missingNote(scenario: Scenario, evaluation: Evaluation): Rich | undefined {
  const [first, second] = evaluation.missing;
  if (first === undefined || refusedSentence(scenario.request.action, evaluation)) return undefined;
  const others = second === undefined ? layersNote(first, scenario, evaluation) : undefined;
  const near = nearestStatements(scenario, evaluation);
  // Beside a sentence of its own a list of actions without this one says enough by its quote.
  const spoken = near.filter(({ element }) => others === undefined || element.element !== 'Action');
  const note = sentences(others, ...nearestNotes(spoken, scenario, evaluation));
  return note.length > 0 ? note : undefined;
}

/** What keeps each of the nearest statements from allowing; of several it is said whose it is. */
function nearestNotes(near: readonly Nearest[], scenario: Scenario, evaluation: Evaluation): readonly Rich[] {
  return near.map(({ layer, element }) => {
    const words = rich`${elementWords(element, evaluation)}.`;
    return near.length === 1 ? words : rich`In the ${layerNoun(layer, scenario.request)}: ${words}`;
  });
}

function granting(evaluation: Evaluation, noun: string): string {
  return stepOf(evaluation, 'resource')?.notes.includes('s3-acl-grant') === true ? 'bucket’s ACL' : noun;
}

function layersNote(first: Layer, scenario: Scenario, evaluation: Evaluation): Rich | undefined {
  const kindOf = (layer: Layer) => stepOf(evaluation, layer)?.outcome.kind;
  const identityAllows = kindOf('identity') === 'allows' || kindOf('identity') === 'passes';
  const noun = resourcePolicyNoun(scenario.request);
  switch (first) {
    case 'boundary':
      return identityAllows ? rich`The identity policy allows it, but a boundary caps it.` : undefined;
    case 'session':
      if (evaluation.principal.kind === 'federatedUser') {
        return rich`A federated user may do only what both its session policy and its parent user’s policies allow.`;
      }
      return identityAllows
        ? rich`The role’s identity policy allows it, but the session policy narrows it.`
        : undefined;
    case 'scp':
      return identityAllows
        ? rich`The identity policy allows it, but SCPs cap the whole account.`
        : undefined;
    case 'endpoint':
      return rich`The other layers let it through; the endpoint has to as well.`;
    case 'identity':
      if (evaluation.crossAccount && kindOf('resource') === 'allows') {
        return rich`The ${granting(evaluation, noun)} allows it, but the caller’s own account has to allow it too.`;
      }
      if (stepOf(evaluation, 'resource')?.grant === 'account') {
        return rich`The ${noun} names the account only, which leaves the Allow to an identity policy.`;
      }
      return undefined;
    case 'resource':
      if (!identityAllows) return undefined;
      return evaluation.crossAccount
        ? rich`The caller’s own account allows it; the resource’s account has to allow it too.`
        : rich`An identity policy is not enough here: the ${noun} has to allow it.`;
    case 'rcp':
      return undefined;
  }
}
