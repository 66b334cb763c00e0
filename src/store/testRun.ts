/**
 * Keeps the results of the scenario's tests in step with it: once typing pauses they are run by a worker, so that a
 * keystroke never waits for them. Loaded only where there are tests to run.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { Scenario, ScenarioTest } from '../case/scenario';
import type { TestResult } from '../explain/run-tests';
import type { Ran, Run } from './browser/testWorker';
import { startTestWorker } from './browser/startTestWorker';
import { afterPause } from './pause';
import { useVerdict } from './store';

/** A pause in typing after which the tests run; the verdict has been drawn by then. */
const PAUSE_MS = 200;

export interface TestRun {
  readonly tests: readonly ScenarioTest[];
  readonly results: readonly TestResult[];
}

interface TestRunState {
  /** The last run that came to its end. */
  readonly last: TestRun | undefined;
  readonly failed: boolean;
}

export const useTestRunStore = create<TestRunState>()(() => ({ last: undefined, failed: false }));

const present = (): Scenario => useVerdict.getState().history.present;

function begin(): void {
  const worker = startTestWorker();
  let number = 0;
  let running: readonly ScenarioTest[] = [];
  const run = (): void => {
    const scenario = present();
    running = scenario.tests ?? [];
    number += 1;
    worker.postMessage({ number, scenario } satisfies Run);
  };
  worker.onmessage = ({ data }: MessageEvent<Ran>) => {
    if (data.number === number)
      useTestRunStore.setState({ last: { tests: running, results: data.results }, failed: false });
  };
  worker.onerror = () => useTestRunStore.setState({ failed: true });
  const soon = afterPause(run, PAUSE_MS);
  useVerdict.subscribe(({ history }, before) => {
    if (history.present !== before.history.present) soon();
  });
  run();
}

let begun = false;

/** The last run, and whether tests can be run at all. The first panel that asks starts the runs. */
export function useTestRun(): TestRunState {
  useEffect(() => {
    if (begun) return;
    begun = true;
    begin();
  }, []);
  return useTestRunStore();
}

/** A test's last result: while a run is under way the one before, by the test's place and name; undefined for a new test. */
export function resultOf(
  run: TestRun | undefined,
  test: ScenarioTest,
  index: number,
): TestResult | undefined {
  if (run === undefined) return undefined;
  const same = run.tests.indexOf(test);
  if (same !== -1) return run.results[same];
  return run.tests[index]?.name === test.name ? run.results[index] : undefined;
}
