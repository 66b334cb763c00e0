/** Does a case reproduce the denial that was pasted? And if not, what is still missing? */
import type { Dependency, Evaluation } from '../engine/evaluation';
import { LAYERS } from '../case/scenario';
import type { Layer, Scenario } from '../case/scenario';
import { reportsDeny } from './aws-message';
import { stepOf } from './facts';
import { guessedKeys } from './guessed';
import { FIELD_NAMES } from './headline/open';
import { layerNoun, layerPlural, layerWithArticle } from './layers';
import { code, rich, richList } from './rich';
import type { Rich } from './types';

/** What a pasted message says about its denial; `trust` is a role's trust policy. */
export interface PastedDenial {
  readonly layer?: Layer | 'trust';
  readonly denial?: 'explicit' | 'implicit';
  readonly request?: { readonly principal?: string; readonly action?: string; readonly resource?: string };
  /** The case came out so once: what differs since then is the person's own change. */
  readonly accounted?: true;
}

export interface Comparison {
  /**
   * `same`: the case is denied as the message says, whatever was not told. `consistent`: it is, as far as keys that nobody
   * told are absent. `differs`: it is not. `open`: it can't be told yet.
   */
  readonly result: 'same' | 'consistent' | 'differs' | 'open';
  /** The request is another one by now. */
  readonly changed?: true;
  readonly text: Rich;
  /** The layer to look at or fill in next. */
  readonly layer?: Layer;
}

/** Compares a pasted denial with what the scenario evaluates to. */
export function comparePasted(pasted: PastedDenial, scenario: Scenario, evaluation: Evaluation): Comparison {
  const changed = changedField(pasted, scenario);
  if (changed) {
    return {
      result: 'open',
      changed: true,
      text: rich`The ${changed} is no longer the one in the message.`,
    };
  }
  const layer = pasted.layer === 'trust' ? 'resource' : pasted.layer;
  if (evaluation.decision === 'Undetermined') return undetermined(layer, scenario, evaluation);
  if (evaluation.decision === 'Allowed') return allowed(layer, pasted.denial, scenario, evaluation);
  const explicit = reportsDeny(evaluation);
  const found = layersOf(evaluation);
  const kindFits = pasted.denial === undefined || (pasted.denial === 'explicit') === explicit;
  const layerFits = layer === undefined || found.includes(layer);
  if (kindFits && layerFits) return accounted(scenario, evaluation);
  if (!kindFits) {
    const said = pasted.denial === 'explicit' ? 'a Deny that matches' : 'a missing Allow';
    const got = explicit ? 'a Deny matches' : 'an Allow is missing';
    return {
      result: 'differs',
      text: rich`The message tells of ${said}${where(layer, scenario)}; here ${got}${where(found[0], scenario)}.`,
      ...(layer ? { layer } : {}),
    };
  }
  return {
    result: 'differs',
    text: rich`The message names ${layerWithArticle(layer!, scenario.request)}; here it is ${layerWithArticle(found[0]!, scenario.request)} that denies.`,
    layer: layer!,
  };
}

/** A message that does not mention a key says nothing of it: whether AWS sent it is not known. */
function accounted(scenario: Scenario, evaluation: Evaluation): Comparison {
  const guessed = guessedKeys(scenario, evaluation);
  if (guessed.length === 0) return { result: 'same', text: rich`The case is denied as the message says.` };
  const keys = richList(guessed.slice(0, SHOWN).map((key) => rich`${code(key)}`));
  return {
    result: 'consistent',
    text: rich`The case is denied so if the request came without ${keys}, of which the message says nothing.`,
  };
}

function layersOf(evaluation: Evaluation): readonly Layer[] {
  const found = evaluation.decidedBy.map((ref) => ref.layer);
  return evaluation.decision === 'ExplicitlyDenied'
    ? LAYERS.filter((layer) => found.includes(layer))
    : evaluation.missing;
}

function where(layer: Layer | undefined, scenario: Scenario): string {
  return layer ? ` in ${layerWithArticle(layer, scenario.request)}` : '';
}

function changedField({ request }: PastedDenial, scenario: Scenario): string | undefined {
  if (!request) return undefined;
  const { principal, action, resource } = scenario.request;
  if (request.principal !== undefined && request.principal !== principal) return 'principal';
  if (request.action !== undefined && request.action.toLowerCase() !== action.toLowerCase()) return 'action';
  return request.resource !== undefined && request.resource !== resource ? 'resource' : undefined;
}

function undetermined(layer: Layer | undefined, scenario: Scenario, evaluation: Evaluation): Comparison {
  const { dependsOn } = evaluation;
  const named =
    layer &&
    dependsOn.find(
      (hang) =>
        (hang.kind === 'layer' && hang.layer === layer) ||
        (hang.kind === 'policy' && hang.address.layer === layer),
    );
  if (layer && named?.kind === 'layer') {
    return {
      result: 'open',
      text: rich`The message names ${layerWithArticle(layer, scenario.request)}, which you have not given yet.`,
      layer,
    };
  }
  if (layer && named?.kind === 'policy') {
    return {
      result: 'open',
      text: rich`The message names ${layerWithArticle(layer, scenario.request)}, and the text of ${code(named.name)} is not given yet.`,
      layer,
    };
  }
  const missing = dependsOn.map((hang) => missingName(hang, scenario));
  if (missing.length === 0)
    return { result: 'open', text: rich`The verdict is still open, so it can’t be compared.` };
  const first = dependsOn.find((hang) => hang.kind === 'layer' || hang.kind === 'policy');
  const at =
    first?.kind === 'layer' ? first.layer : first?.kind === 'policy' ? first.address.layer : undefined;
  return {
    result: 'open',
    text: rich`Still missing: ${richList(missing.slice(0, SHOWN))}${missing.length > SHOWN ? ', and more' : ''}.`,
    ...(at !== undefined && { layer: at }),
  };
}

/** More than these are no sentence any more. */
const SHOWN = 4;

function missingName(hang: Dependency, { request }: Scenario): Rich {
  switch (hang.kind) {
    case 'layer':
      return rich`the ${layerPlural(hang.layer, request).name}`;
    case 'policy':
      return rich`the text of ${code(hang.name)}`;
    case 'key':
      return rich`the value of ${code(hang.key)}`;
    case 'request':
      return rich`the ${FIELD_NAMES[hang.field]}`;
  }
}

function allowed(
  layer: Layer | undefined,
  denial: PastedDenial['denial'],
  scenario: Scenario,
  evaluation: Evaluation,
): Comparison {
  if (!layer)
    return {
      result: 'differs',
      text: rich`AWS denied it; the case allows it. A policy or a value is missing.`,
    };
  const outcome = stepOf(evaluation, layer)?.outcome;
  const noun = layerNoun(layer, scenario.request);
  const absent = outcome === undefined || (outcome.kind === 'notInPlay' && outcome.why === 'noPolicy');
  if (absent) {
    return {
      result: 'differs',
      text: rich`The message names ${layerWithArticle(layer, scenario.request)}, and none is given yet.`,
      layer,
    };
  }
  const lacking = denial === 'explicit' ? 'no Deny in it matches' : 'it lets the request through';
  const context = denial === 'explicit' ? ' A policy or a value of the request’s context is missing.' : '';
  return { result: 'differs', text: rich`The message names the ${noun}; here ${lacking}.${context}`, layer };
}
