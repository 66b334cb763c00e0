/** The words of an explicit denial: which layer denies, and what its Deny says when that can be told exactly. */
import { layersWhere } from '../../case/layers';
import type { Evaluation, StatementTrace } from '../../engine/evaluation';
import { LAYERS } from '../../case/scenario';
import type { Layer, Scenario } from '../../case/scenario';
import { decidingStatements, levelOf, stepOf } from '../facts';
import { layerNoun, layerWithArticle } from '../layers';
import { targetInText } from '../levels';
import { statementQuote } from '../quotes';
import { capital, code, inWords, rich, richList, sentences } from '../rich';
import type { Quote, Rich } from '../types';
import { deniedWhat } from './patterns';

/** `An SCP on OU Workloads denies …`, or all the layers that deny. */
export function deniedSentence(scenario: Scenario, evaluation: Evaluation): Rich {
  const deciding = decidingStatements(evaluation);
  const [first] = deciding;
  const action = code(scenario.request.action);
  if (!first) return rich`A policy denies ${action}`;
  if (deciding.length === 1) {
    return rich`${capital(denier(scenario, evaluation, first))} denies ${deniedWhat(first, scenario.request.action)}`;
  }
  const deniers = [...new Set(deciding.map((statement) => denier(scenario, evaluation, statement)))];
  if (deniers.length === 1) {
    return rich`${capital(deniers[0]!)} denies ${action}, with ${inWords(deciding.length)} statements`;
  }
  if (deniers.length > 3) return rich`${capital(inWords(deciding.length))} statements deny ${action}`;
  const names = richList(deniers.map((name, at) => rich`${at === 0 ? capital(name) : name}`));
  return rich`${names} deny ${action}`;
}

/** `an SCP on OU Workloads`, `the bucket policy`. */
function denier(scenario: Scenario, evaluation: Evaluation, { address }: StatementTrace): string {
  const who = layerWithArticle(address.layer, scenario.request);
  const target = levelOf(evaluation, address)?.target;
  return target === undefined ? who : `${who} on ${targetInText(target)}`;
}

export function deniedQuotes(scenario: Scenario, evaluation: Evaluation): readonly Quote[] {
  return decidingStatements(evaluation).flatMap(
    (statement) => statementQuote(scenario, statement, 'Denied by') ?? [],
  );
}

/** What the rest of the layers would have done, and whether it is an absent key that made the Deny match. */
export function deniedNote(scenario: Scenario, evaluation: Evaluation): Rich {
  return sentences(absentNote(evaluation), restNote(scenario, evaluation));
}

function restNote(scenario: Scenario, evaluation: Evaluation): Rich {
  const overrides = 'No Allow overrides a Deny.';
  const outcome = stepOf(evaluation, 'defaultDeny')?.outcome.kind;
  if (outcome === 'passes') return rich`${overrides} The rest would let it through.`;
  const shut = outcome === 'noAllow' ? lackingLayers(evaluation) : [];
  if (shut.length === 0) return rich`${overrides}`;
  const names = shut.map((layer) => rich`the ${layerNoun(layer, scenario.request)}`);
  return rich`${overrides} An Allow is missing too, in ${richList(names)}.`;
}

/** Layers without the Allow they would need; a grant of the resource’s policy makes up for some of them. */
function lackingLayers(evaluation: Evaluation): readonly Layer[] {
  const resource = stepOf(evaluation, 'resource');
  const granted =
    !evaluation.crossAccount && resource?.outcome.kind === 'allows' ? resource.grant : undefined;
  const made: readonly Layer[] =
    granted === 'direct' ? layersWhere('of', 'principal') : granted === 'role' ? ['identity'] : [];
  return LAYERS.filter(
    (layer) => stepOf(evaluation, layer)?.outcome.kind === 'noAllow' && !made.includes(layer),
  );
}

/** People look for a value; there is none. */
function absentNote(evaluation: Evaluation): Rich | undefined {
  const reasons = decidingStatements(evaluation).flatMap((statement) =>
    statement.elements.flatMap(({ reason }) => (reason.kind === 'condition' ? [reason] : [])),
  );
  const absent = reasons.find(({ by }) => by === 'absentNegated' || by === 'absentIfExists');
  if (!absent) return undefined;
  return rich`${code(absent.key)} is absent from the request, and that makes ${code(absent.operator)} true.`;
}
