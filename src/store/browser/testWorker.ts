/** The worker that runs a scenario's tests, away from the page's own thread. A newer scenario ends the run of an older one. */
import type { Scenario } from '../../case/scenario';
import { runTest, type TestResult } from '../../explain/run-tests';

export interface Run {
  /** Larger for each run. */
  readonly number: number;
  readonly scenario: Scenario;
}

export interface Ran {
  readonly number: number;
  readonly results: readonly TestResult[];
}

/** After so long a look is taken for a newer scenario. */
const REST_AFTER_MS = 30;

let latest = 0;

self.onmessage = async ({ data: { number, scenario } }: MessageEvent<Run>) => {
  latest = number;
  const results: TestResult[] = [];
  let rested = performance.now();
  for (const test of scenario.tests ?? []) {
    results.push(runTest(scenario, test));
    if (performance.now() - rested < REST_AFTER_MS) continue;
    await new Promise((resume) => setTimeout(resume));
    if (number !== latest) return;
    rested = performance.now();
  }
  self.postMessage({ number, results } satisfies Ran);
};
