/** The tests of a scenario, run: each asks its own request of the scenario's policies. */
import { evaluate } from '../engine/evaluate';
import type { Decision, Evaluation } from '../engine/evaluation';
import type { Because, Policies, Request, Scenario, ScenarioTest } from '../case/scenario';
import { layerName } from './layers';
import { explain } from './headline';
import { code, markdown, rich, richList } from './rich';
import type { Rich } from './types';
import { withRequest } from '../case/variant';

export type TestResult =
  | { readonly kind: 'passes'; readonly decision: Decision }
  /** Decided, and not as expected. */
  | { readonly kind: 'fails'; readonly decision: Decision; readonly lead: string; readonly why: Rich }
  /** Not decided: what it depends on. */
  | { readonly kind: 'open'; readonly why: Rich };

/** The case as a test asks it: its own request, and its own policies where it has some. */
export function testScenario(scenario: Scenario, test: ScenarioTest): Scenario {
  const request = testRequest(scenario, test);
  if (test.policies === undefined) return { ...scenario, request };
  const entries = Object.entries({ ...scenario.policies, ...test.policies });
  const held: Policies = Object.fromEntries(entries.filter((entry) => (entry[1] as unknown) !== null));
  return { ...scenario, request, policies: held };
}

/** The whole request that a test asks. */
export function testRequest(scenario: Scenario, test: ScenarioTest): Request {
  return withRequest(scenario.request, test.request);
}

export function runTest(scenario: Scenario, test: ScenarioTest): TestResult {
  const asked = testScenario(scenario, test);
  const evaluation = evaluate(asked);
  const { decision } = evaluation;
  if (decision === 'Undetermined') return { kind: 'open', why: hangsOn(asked, evaluation) };
  const { lead, sentence } = explain(asked, evaluation);
  if (!isExpected(test, decision)) return { kind: 'fails', decision, lead, why: sentence };
  if (test.because === undefined || isBecause(test.because, evaluation)) return { kind: 'passes', decision };
  const why = rich`As expected, but not because of ${becauseWords(test.because)}. ${sentence}`;
  return { kind: 'fails', decision, lead, why };
}

export function runTests(scenario: Scenario): readonly TestResult[] {
  return (scenario.tests ?? []).map((test) => runTest(scenario, test));
}

/** Is this what decided? For an implicit denial: is it this layer whose Allow is missing? */
function isBecause(
  { layer, policy, statement }: Because,
  { decision, decidedBy, missing }: Evaluation,
): boolean {
  if (decision === 'ImplicitlyDenied')
    return missing.includes(layer) && policy === undefined && statement === undefined;
  return decidedBy.some(
    (ref) =>
      ref.layer === layer &&
      (policy === undefined || ref.policy === policy) &&
      (statement === undefined || (typeof statement === 'number' ? ref.statement : ref.sid) === statement),
  );
}

function becauseWords({ layer, policy, statement }: Because): Rich {
  const name = layerName(layer);
  if (policy === undefined && statement === undefined) return rich`the ${name}`;
  const which = typeof statement === 'number' ? `statement ${statement + 1}` : statement;
  if (policy === undefined) return rich`${code(which!)} of the ${name}`;
  return which === undefined
    ? rich`${code(policy)} (${name})`
    : rich`${code(which)} of ${code(policy)} (${name})`;
}

/** An explicit and an implicit denial both meet `Denied`. */
function isExpected({ expect }: ScenarioTest, decision: Decision): boolean {
  return (decision === 'Allowed') === (expect === 'Allowed');
}

function hangsOn(asked: Scenario, evaluation: Evaluation): Rich {
  const { hangs } = explain(asked, evaluation);
  const policies = evaluation.dependsOn.flatMap((dependency) =>
    dependency.kind === 'policy' ? [rich`${code(dependency.name)}, which cannot be read`] : [],
  );
  const named = [
    ...hangs.map(({ label, effect, dependency }) =>
      dependency.kind === 'key' ? label : rich`${label}: ${effect}`,
    ),
    ...policies,
  ];
  // Two labels may read alike, as with two policies of one name.
  const distinct = [...new Map(named.map((one) => [markdown(one), one])).values()];
  return distinct.length === 0
    ? rich`The request is not complete.`
    : rich`It depends on ${richList(distinct)}.`;
}

export type TestCounts = Readonly<Record<TestResult['kind'], number>>;

export function countTests(results: readonly TestResult[]): TestCounts {
  const counts = { passes: 0, fails: 0, open: 0 };
  for (const { kind } of results) counts[kind] += 1;
  return counts;
}
