/** The words of an explicit denial: which layer denies, and what its Deny says when that can be told exactly. */
import type { Evaluation, StatementTrace } from '../../engine/evaluation';
import type { Layer, Scenario } from '../../engine/scenario';
import { decidingStatements, layerSteps, levelOf } from '../facts';
import { layerNoun, layerWithArticle } from '../layers';
import { statementQuote } from '../quotes';
import { capital, code, inWords, rich, richList } from '../rich';
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
  return target === undefined ? who : `${who} on ${target}`;
}

export function deniedQuotes(scenario: Scenario, evaluation: Evaluation): readonly Quote[] {
  return decidingStatements(evaluation).flatMap(
    (statement) => statementQuote(scenario, statement, 'Denied by') ?? [],
  );
}

/** What the rest of the layers would have done. */
export function deniedNote(scenario: Scenario, evaluation: Evaluation): Rich {
  const overrides = 'No Allow overrides a Deny.';
  const shut: Layer[] = layerSteps(evaluation).flatMap((step) =>
    step.outcome.kind === 'noAllow' && step.id !== 'explicitDeny' && step.id !== 'defaultDeny'
      ? [step.id]
      : [],
  );
  if (shut.length > 0) {
    const names = shut.map((layer) => rich`the ${layerNoun(layer, scenario.request)}`);
    return rich`${overrides} An Allow is missing too, in ${richList(names)}.`;
  }
  if (layerSteps(evaluation).some((step) => step.outcome.kind === 'unknown')) return rich`${overrides}`;
  return rich`${overrides} The rest would let it through.`;
}
