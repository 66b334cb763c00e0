/** For a missing Allow: the statement that came nearest to giving it, and the first part of it that differs. */
import type { ElementTrace, Evaluation, PolicyTrace, StatementTrace } from '../engine/evaluation';
import type { Layer, Scenario } from '../case/scenario';
import { firstDifference, policiesOf, stepOf } from './facts';
import { textAt, valuesAt } from './source';

export interface Nearest {
  readonly layer: Layer;
  readonly policy: PolicyTrace;
  readonly statement: StatementTrace;
  /** The first element that differs. */
  readonly element: ElementTrace;
}

/**
 * One entry for each layer whose Allow is missing and that has an Allow statement at all, in the order of `missing`;
 * then the resource-based policy, where it could have granted the request and a statement for it all but did.
 */
export function nearestStatements(scenario: Scenario, evaluation: Evaluation): readonly Nearest[] {
  const missing = evaluation.missing.flatMap((layer) => nearestIn(scenario, evaluation, layer) ?? []);
  const resource = couldGrant(evaluation) ? nearestIn(scenario, evaluation, 'resource') : undefined;
  return resource && isForThis(resource.statement) ? [...missing, resource] : missing;
}

/** In one account an Allow in the resource-based policy would have done instead of one in an identity-based policy. */
function couldGrant({ missing, crossAccount, steps }: Evaluation): boolean {
  const outcome = steps.find((step) => step.id === 'resource')?.outcome.kind;
  return !crossAccount && missing.includes('identity') && outcome === 'noMatch';
}

/** Is it about this action on this resource for others, or for this caller but for one thing? */
function isForThis({ elements }: StatementTrace): boolean {
  const differing = elements.filter(({ truth }) => truth !== 'yes');
  return differing.length === 1 || differing.every(({ element }) => /Principal|Condition/.test(element));
}

/** The entry of a statement, if it is the nearest of its layer. */
export function nearestOf(
  statement: StatementTrace,
  scenario: Scenario,
  evaluation: Evaluation,
): Nearest | undefined {
  return nearestStatements(scenario, evaluation).find((near) => near.statement === statement);
}

/** Every statement of a layer asks who is nearest, so the answer is kept as long as its evaluation. */
const found = new WeakMap<Evaluation, Map<Layer, Nearest | undefined>>();

/** The Allow statement of a layer that came nearest; undefined when it has none that fails to match. */
export function nearestIn(scenario: Scenario, evaluation: Evaluation, layer: Layer): Nearest | undefined {
  const kept = found.get(evaluation) ?? new Map<Layer, Nearest | undefined>();
  found.set(evaluation, kept);
  if (!kept.has(layer)) kept.set(layer, findNearest(scenario, evaluation, layer));
  return kept.get(layer);
}

function findNearest(scenario: Scenario, evaluation: Evaluation, layer: Layer): Nearest | undefined {
  const step = stepOf(evaluation, layer);
  if (!step) return undefined;
  // In a layer of levels only those count that allow nothing.
  const shut = step.levels.some((level) => level.target !== undefined)
    ? step.levels.filter((level) => level.outcome.kind === 'noAllow').flatMap((level) => level.policies)
    : policiesOf(step);
  let best: (Nearest & { readonly score: Score }) | undefined;
  for (const policy of shut) {
    for (const statement of policy.statements) {
      const element = firstDifference(statement);
      if (statement.effect !== 'Allow' || statement.truth !== 'no' || !element) continue;
      const score = nearness(scenario, statement);
      if (!best || isNearer(score, best.score)) best = { layer, policy, statement, element, score };
    }
  }
  return best && { layer: best.layer, policy: best.policy, statement: best.statement, element: best.element };
}

/** One number for each question of `nearness`, worked out when it is first asked for. */
type Score = (question: number) => number;

const QUESTIONS = 6;

/**
 * Higher is nearer; compared from the left: action, caller, resource, conditions, then how far the misses missed. Among hundreds of
 * statements most differ in the first question already, and the later ones read the policy's text.
 */
function nearness(scenario: Scenario, statement: StatementTrace): Score {
  const known: number[] = [];
  const ask = (question: number): number => {
    if (question === 0) return share(statement, ['Action', 'NotAction']);
    if (question === 1) return score(0) === 1 ? 0 : actionNearness(scenario, statement);
    if (question === 2) return share(statement, ['Principal', 'NotPrincipal']);
    if (question === 3) return share(statement, ['Resource', 'NotResource']);
    if (question === 4) return resourceNearness(statement);
    return share(statement, ['Condition']);
  };
  const score: Score = (question) => (known[question] ??= ask(question));
  return score;
}

/** The share of the elements of these names that match; 1 where the statement has none of them. */
function share(statement: StatementTrace, names: readonly string[]): number {
  const chosen = statement.elements.filter((element) => names.includes(element.element));
  if (chosen.length === 0) return 1;
  return chosen.filter((element) => element.truth === 'yes').length / chosen.length;
}

/** How much of the action's name the nearest pattern shares: the service first, then letters of the name. */
function actionNearness(scenario: Scenario, { address, elements }: StatementTrace): number {
  const element = elements.find((candidate) => candidate.element === 'Action');
  const text = textAt(scenario, address);
  if (!element || text === undefined || element.reason.kind !== 'actionNotListed') return 0;
  const wanted = element.reason.action.toLowerCase();
  const [service = ''] = wanted.split(':', 1);
  const scores = valuesAt(text, element.path).map((pattern) => {
    const folded = pattern.toLowerCase();
    return folded.startsWith(`${service}:`) ? sharedStart(folded, wanted) : 0;
  });
  return Math.max(0, ...scores);
}

const PARTS = ['format', 'kind', 'partition', 'service', 'region', 'account', 'resource'];

function resourceNearness({ elements }: StatementTrace): number {
  const reason = elements.find((element) => element.element === 'Resource')?.reason;
  if (reason?.kind !== 'resourceNotListed' || !reason.nearest) return 0;
  const { part, expected, actual } = reason.nearest;
  return PARTS.indexOf(part) * 1000 + Math.min(999, sharedStart(expected, actual));
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function isNearer(one: Score, other: Score): boolean {
  for (let question = 0; question < QUESTIONS; question += 1) {
    const difference = one(question) - other(question);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
