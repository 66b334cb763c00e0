/** The tests of a scenario, run: each asks its own request of the scenario's policies. */
import { evaluate } from '../engine/evaluate';
import type { Decision, Evaluation } from '../engine/evaluation';
import type { Request, Scenario, ScenarioTest } from '../case/scenario';
import { explain } from './headline';
import { code, markdown, rich, richList } from './rich';
import type { Rich } from './types';
import { withRequest } from '../case/variant';

export type TestResult =
  | { readonly kind: 'passes'; readonly decision: Decision }
  /** Decided, and not as expected. */
  | { readonly kind: 'fails'; readonly decision: Decision; readonly lead: string; readonly why: Rich }
  /** Not decided: what it hangs on. */
  | { readonly kind: 'open'; readonly why: Rich };

/** The whole request that a test asks. */
export function testRequest(scenario: Scenario, test: ScenarioTest): Request {
  return withRequest(scenario.request, test.request);
}

export function runTest(scenario: Scenario, test: ScenarioTest): TestResult {
  const asked = { ...scenario, request: testRequest(scenario, test) };
  const evaluation = evaluate(asked);
  const { decision } = evaluation;
  if (decision === 'Undetermined') return { kind: 'open', why: hangsOn(asked, evaluation) };
  if (isExpected(test, decision)) return { kind: 'passes', decision };
  const { lead, sentence } = explain(asked, evaluation);
  return { kind: 'fails', decision, lead, why: sentence };
}

export function runTests(scenario: Scenario): readonly TestResult[] {
  return (scenario.tests ?? []).map((test) => runTest(scenario, test));
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
    : rich`It hangs on ${richList(distinct)}.`;
}

export type TestCounts = Readonly<Record<TestResult['kind'], number>>;

export function countTests(results: readonly TestResult[]): TestCounts {
  const counts = { passes: 0, fails: 0, open: 0 };
  for (const { kind } of results) counts[kind] += 1;
  return counts;
}
