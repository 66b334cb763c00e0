/** A pasted message is AWS's own word: it leads the verdict until the case accounts for it. */
import type { Decision, Evaluation } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { stepOf } from './facts';
import { layerNoun, layerWithArticle } from './layers';
import { capital, rich } from './rich';
import type { Explanation } from './types';
import { comparePasted } from './pasted';
import type { PastedDenial } from './pasted';

const CHIPS = { explicit: 'Explicit deny', implicit: 'Implicit deny' } as const;

const HERE: Readonly<Record<Decision, string>> = {
  Allowed: 'with what is given here it comes out allowed',
  ExplicitlyDenied: 'with what is given here another Deny matches',
  ImplicitlyDenied: 'with what is given here an Allow is missing elsewhere',
  Undetermined: 'what is given here does not show it yet',
};

/** The same explanation where the message is accounted for, is about another request, or told no more than a denial. */
export function ledByMessage(
  own: Explanation,
  pasted: PastedDenial,
  scenario: Scenario,
  evaluation: Evaluation,
): Explanation {
  if (pasted.accounted === true) return own;
  const { result, changed } = comparePasted(pasted, scenario, evaluation);
  if (changed === true || result === 'same' || result === 'consistent') return own;
  const { chip: _, note: _note, ...rest } = own;
  const { denial } = pasted;
  return {
    ...rest,
    tone: denial === 'explicit' ? 'explicit' : 'implicit',
    lead: 'AWS says: denied.',
    sentence: rich`${capital(said(pasted, scenario))}${what(pasted, scenario, evaluation)}`,
    ...(denial !== undefined && { chip: CHIPS[denial] }),
  };
}

function said({ denial, layer }: PastedDenial, { request }: Scenario): string {
  const place =
    layer === undefined ? '' : ` in ${layerWithArticle(layer === 'trust' ? 'resource' : layer, request)}`;
  if (denial === 'explicit') return `a Deny${place}`;
  return denial === 'implicit' || layer !== undefined ? `no Allow${place}` : 'the message does not tell why';
}

/** Where the layer that AWS names is not here, that is all that is to say. */
function what({ layer }: PastedDenial, scenario: Scenario, evaluation: Evaluation): string {
  const own = layer === 'trust' ? 'resource' : layer;
  const outcome = own && stepOf(evaluation, own)?.outcome;
  const absent = outcome?.kind === 'notInPlay' && outcome.why === 'noPolicy';
  const hidden = outcome?.kind === 'unknown' && outcome.why === 'notVisible';
  if (own && (absent || hidden || !outcome)) return ', which is not given here yet';
  if (own && outcome?.kind === 'unknown')
    return `; what the ${layerNoun(own, scenario.request)} says is still open`;
  return `; ${HERE[evaluation.decision]}`;
}
