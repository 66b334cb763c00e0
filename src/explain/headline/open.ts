/** The words of an undetermined verdict: what it depends on. */
import type { Dependency, Evaluation, RequestField } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { traceAt } from '../facts';
import { layerPlural } from '../layers';
import { problemQuote } from '../quotes';
import { capital, code, inWords, list, rich } from '../rich';
import type { Quote, Rich } from '../types';

export const FIELD_NAMES: Record<RequestField, string> = {
  principal: 'principal',
  role: 'role behind the session',
  user: 'user behind the session',
  action: 'action',
  resource: 'resource',
  resourceAccount: 'resource account',
};

export function openSentence(scenario: Scenario, evaluation: Evaluation): Rich {
  const problems = fieldSentence(evaluation);
  if (problems) return problems;
  const { dependsOn } = evaluation;
  const [first] = dependsOn;
  if (first === undefined) return rich`Something in the request or the policies is not known`;
  if (dependsOn.length === 1) return ALONE[first.kind](first, scenario, evaluation);
  if (dependsOn.every((dependency) => dependency.kind === 'policy')) {
    return rich`${capital(inWords(dependsOn.length))} policies can’t be read, so what they allow is not known`;
  }
  return rich`It depends on ${inWords(dependsOn.length)} things you haven’t given`;
}

/** `alias/app`: the resource is given, and still it is not known which key it is. */
export function aliasOf(
  dependency: Dependency,
  { request }: Scenario,
  { problems }: Evaluation,
): string | undefined {
  if (dependency.kind !== 'request' || dependency.field !== 'resource') return undefined;
  if (problems.some(({ field }) => field === 'resource')) return undefined;
  return /alias\/.+$/.exec(request.resource)?.[0];
}

/** A request that is not whole comes before anything else. */
function fieldSentence({ problems }: Evaluation): Rich | undefined {
  const malformed = problems.filter((problem) => problem.kind === 'malformed');
  if (malformed.length > 0) {
    return rich`The ${list(malformed.map(({ field }) => FIELD_NAMES[field]))} can’t be read`;
  }
  if (problems.length === 0) return undefined;
  return rich`The request has no ${list(
    problems.map(({ field }) => FIELD_NAMES[field]),
    'or',
  )} yet`;
}

const ALONE: {
  readonly [K in Dependency['kind']]: (
    dependency: Dependency,
    scenario: Scenario,
    evaluation: Evaluation,
  ) => Rich;
} = {
  request: (dependency, scenario, evaluation) => {
    const alias = aliasOf(dependency, scenario, evaluation);
    if (alias !== undefined)
      return rich`It depends on the key that ${code(alias)} stands for, which is not known`;
    return rich`The ${dependency.kind === 'request' ? FIELD_NAMES[dependency.field] : 'request'} is not given`;
  },
  key: (dependency) =>
    rich`It depends on ${code(dependency.kind === 'key' ? dependency.key : '')}, which is not known`,
  layer: (dependency, scenario) =>
    rich`It depends on the ${dependency.kind === 'layer' ? plural(dependency, scenario) : 'policies'}, which you can’t see`,
  policy: (dependency) =>
    rich`${code(dependency.kind === 'policy' ? dependency.name : '')} can’t be read, so what it allows is not known`,
};

function plural({ layer }: Extract<Dependency, { kind: 'layer' }>, { request }: Scenario): string {
  return layerPlural(layer, request).name;
}

/** The first problem of each policy that can't be read. */
export function openQuotes(scenario: Scenario, evaluation: Evaluation): readonly Quote[] {
  return evaluation.dependsOn.flatMap((dependency) => {
    if (dependency.kind !== 'policy') return [];
    const trace = traceAt(evaluation, dependency.address);
    return (trace && problemQuote(scenario, trace)) ?? [];
  });
}

export function openNote({ dependsOn }: Evaluation): Rich | undefined {
  return dependsOn.some((dependency) => dependency.kind === 'policy')
    ? rich`An unreadable policy counts as unknown, never as empty.`
    : undefined;
}
