import type { ScenarioTest } from '../../case/scenario';
import { countTests, type TestCounts, type TestResult } from '../../explain/run-tests';
import { useVerdict } from '../../store/store';
import { resultOf, useTestRun } from '../../store/testRun';

export interface TestState {
  readonly test: ScenarioTest;
  /** Undefined until it was run. */
  readonly result: TestResult | undefined;
}

const NONE: readonly ScenarioTest[] = [];

/** The tests of the case with their results, and how many there are of each. */
export function useTests(): {
  readonly tests: readonly TestState[];
  readonly counts: TestCounts;
  readonly waiting: boolean;
  readonly failed: boolean;
} {
  const present = useVerdict(({ history }) => history.present.tests ?? NONE);
  const { last, failed } = useTestRun();
  const tests = present.map((test, index) => ({ test, result: resultOf(last, test, index) }));
  const results = tests.flatMap(({ result }) => result ?? []);
  return { tests, counts: countTests(results), waiting: results.length < tests.length, failed };
}
