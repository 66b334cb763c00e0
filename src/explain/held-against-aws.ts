/** AWS's own evaluation of a request beside this one: the same, or what differs. AWS is right. */
import { evaluate } from '../engine/evaluate';
import type { Decision, Evaluation, StatementTrace } from '../engine/evaluation';
import { awsSaidOf } from '../case/aws-said';
import { listPolicies } from '../case/scenario';
import type { AwsMatch, AwsOutcome, AwsSaid, Scenario } from '../case/scenario';
import { isAwaited } from '../case/unseen';
import { layerWithArticle } from './layers';
import { targetInText } from './levels';
import { code, rich } from './rich';
import type { Rich } from './types';

export interface Held {
  readonly said: AwsSaid;
  readonly ours: Decision;
  /** `open`: this page cannot tell yet, or AWS told no outcome. */
  readonly result: 'same' | 'differs' | 'open';
  /** What differs, one sentence each. */
  readonly differences: readonly string[];
  /** Policies of which only what AWS says matched is here, by name. */
  readonly awaited: readonly string[];
}

/** Holds a case against what AWS said of its very request; undefined where AWS said nothing of it. */
export function holdAgainstAws(
  scenario: Scenario,
  evaluation: Evaluation = evaluate(scenario),
): Held | undefined {
  const said = awsSaidOf(scenario);
  if (said === undefined) return undefined;
  const { decision } = evaluation;
  const awaited = listPolicies(scenario.policies).filter(({ policy }) => isAwaited(policy));
  const differences = [
    ...(said.outcome === undefined || decision === 'Undetermined' || decision === said.outcome
      ? []
      : [`AWS: ${DECISION_WORDS[said.outcome]}. Here: ${DECISION_WORDS[decision]}.`]),
    ...said.matched.flatMap((match) => matchDifference(match, scenario, evaluation)),
  ];
  const open = said.outcome === undefined || decision === 'Undetermined';
  return {
    said,
    ours: decision,
    result: differences.length > 0 ? 'differs' : open ? 'open' : 'same',
    differences,
    awaited: [...new Set(awaited.map(({ policy }) => policy.name))],
  };
}

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  Allowed: 'allowed',
  ExplicitlyDenied: 'denied by a Deny',
  ImplicitlyDenied: 'denied, as an Allow is missing',
  Undetermined: 'not determined',
};

/** A statement that AWS says matched, in a policy whose text is here, and that does not match here. */
function matchDifference(
  { uri, sid, effect }: AwsMatch,
  { policies }: Scenario,
  evaluation: Evaluation,
): readonly string[] {
  const policy = listPolicies(policies).find((entry) => entry.policy.uri === uri)?.policy;
  if (policy === undefined || isAwaited(policy)) return [];
  const traces = evaluation.steps
    .flatMap(({ levels }) => levels.flatMap((level) => level.policies))
    .filter(({ name, state }) => name === policy.name && state === 'read');
  const statements = traces.flatMap((trace) => trace.statements);
  if (statements.length === 0) return [];
  const named = statements.filter((each) => each.sid === sid && each.effect === effect);
  // AWS makes a Sid up where there is none.
  const meant = named.length > 0 ? named : statements.filter((each) => isUnnamed(each, effect));
  if (meant.some(({ truth }) => truth !== 'no')) return [];
  const which = sid === undefined ? `a statement (${effect})` : `\`${sid}\` (${effect})`;
  return [
    meant.length === 0
      ? `AWS says that ${which} of ${policy.name} matched; the text given has no such statement, so it is not the one that AWS evaluated.`
      : `AWS says that ${which} of ${policy.name} matched; with the text given it does not.`,
  ];
}

function isUnnamed({ sid, effect }: StatementTrace, wanted: 'Allow' | 'Deny'): boolean {
  return sid === undefined && effect === wanted;
}

/** What AWS found, in words that finish the sentence: AWS found … */
export function awsFound({ outcome, matched, request }: AwsSaid, { policies }: Scenario): Rich {
  if (outcome === undefined) return rich`something that it does not tell`;
  if (outcome === 'ImplicitlyDenied') return rich`no Allow where one was needed`;
  const wanted = outcome === 'ExplicitlyDenied' ? 'Deny' : 'Allow';
  const article = wanted === 'Deny' ? 'a' : 'an';
  const match = matched.find(({ effect }) => effect === wanted);
  if (match === undefined) return rich`${article} ${wanted}`;
  const found = listPolicies(policies).find(({ policy }) => policy.uri === match.uri);
  const what = match.sid === undefined ? rich`${article} ${wanted}` : rich`the ${wanted} ${code(match.sid)}`;
  if (found === undefined) return what;
  const level = found.target === undefined ? '' : ` at ${targetInText(found.target)}`;
  return rich`${what} in ${code(found.policy.name)}, ${layerWithArticle(found.address.layer, request)}${level}`;
}

export const AWS_LEADS: Readonly<Record<AwsOutcome, string>> = {
  Allowed: 'AWS says: allowed.',
  ExplicitlyDenied: 'AWS says: denied.',
  ImplicitlyDenied: 'AWS says: denied.',
};

/** A text about what differs, to send to whoever maintains this page. It names no account. */
export function differenceReport(helds: readonly Held[]): string {
  const lines = helds.map(
    ({ said, ours, differences }, at) =>
      `${at + 1}. ${said.request.action}: AWS ${said.outcome ?? 'tells no outcome'}, Verdict ${ours}${differences.length === 0 ? '' : `\n   ${differences.join('\n   ')}`}`,
  );
  return `AWS’s own evaluation (GetRequestAuthorizationDetails) and Verdict differ.\n\n${lines.join('\n')}\n\nA masked link to the case shows the policies and the context.\n`;
}
