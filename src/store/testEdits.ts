/** Every change that the page can make to a scenario's tests, as pure functions. */
import type { Because, OwnPolicies, Request, Scenario, ScenarioTest } from '../case/scenario';
import { lastSegment } from '../language/arn';
import { keepTests } from '../case/keep-tests';
import { testRequest } from '../explain/run-tests';

function withTests(scenario: Scenario, tests: readonly ScenarioTest[]): Scenario {
  const { tests: _, ...rest } = scenario;
  return tests.length === 0 ? rest : { ...rest, tests };
}

function changeTest(
  scenario: Scenario,
  index: number,
  change: (test: ScenarioTest) => ScenarioTest,
): Scenario {
  return withTests(
    scenario,
    (scenario.tests ?? []).map((test, at) => (at === index ? change(test) : test)),
  );
}

/** The present request as a test, at the end. */
export function addTest(scenario: Scenario, expect: ScenarioTest['expect']): Scenario {
  const tests = scenario.tests ?? [];
  const name = freeName(requestName(scenario.request), tests);
  return withTests(scenario, [...tests, { name, request: {}, expect }]);
}

export function renameTest(scenario: Scenario, index: number, name: string): Scenario {
  const trimmed = name.trim();
  return trimmed === '' ? scenario : changeTest(scenario, index, (test) => ({ ...test, name: trimmed }));
}

/** What decides an Allow decides no denial, so the reason goes when the expectation turns. */
export function expectOfTest(scenario: Scenario, index: number, expect: ScenarioTest['expect']): Scenario {
  return changeTest(scenario, index, ({ because, ...test }) => ({
    ...test,
    expect,
    ...(because !== undefined && test.expect === expect && { because }),
  }));
}

/** Expects the reason besides the decision; undefined: any reason will do. */
export function becauseOfTest(scenario: Scenario, index: number, because: Because | undefined): Scenario {
  return changeTest(scenario, index, ({ because: _, ...test }) =>
    because === undefined ? test : { ...test, because },
  );
}

/** The layers that the test brings along; undefined: it asks the policies of the case. */
export function policiesOfTest(
  scenario: Scenario,
  index: number,
  policies: OwnPolicies | undefined,
): Scenario {
  return changeTest(scenario, index, ({ policies: _, ...test }) =>
    policies === undefined || Object.keys(policies).length === 0 ? test : { ...test, policies },
  );
}

/** The test asks the request of the page from now on. */
export function takeRequest(scenario: Scenario, index: number): Scenario {
  return changeTest(scenario, index, (test) => ({ ...test, request: {} }));
}

export function duplicateTest(scenario: Scenario, index: number): Scenario {
  const tests = scenario.tests ?? [];
  const test = tests[index];
  if (test === undefined) return scenario;
  const copy = { ...test, name: freeName(test.name, tests) };
  return withTests(scenario, [...tests.slice(0, index + 1), copy, ...tests.slice(index + 1)]);
}

export function removeTest(scenario: Scenario, index: number): Scenario {
  return withTests(
    scenario,
    (scenario.tests ?? []).filter((_, at) => at !== index),
  );
}

export function moveTest(scenario: Scenario, index: number, step: -1 | 1): Scenario {
  const tests = [...(scenario.tests ?? [])];
  const [moved, other] = [tests[index], tests[index + step]];
  if (moved === undefined || other === undefined) return scenario;
  tests[index + step] = moved;
  tests[index] = other;
  return withTests(scenario, tests);
}

/** The page asks what the test asks; the tests, this one among them, are written down against it. */
export function lookAtTest(scenario: Scenario, index: number): Scenario {
  const test = scenario.tests?.[index];
  if (test === undefined) return scenario;
  return keepTests(scenario, { ...scenario, request: testRequest(scenario, test) });
}

/** `alice: s3:GetObject on photo.jpg` */
function requestName({ principal, action, resource }: Request): string {
  const who = principal === '*' ? 'anyone' : lastPart(principal);
  const on = resource === '' || resource === '*' ? '' : ` on ${lastPart(resource)}`;
  return `${who}: ${action}${on}`;
}

function lastPart(name: string): string {
  const last = lastSegment(name);
  return last.slice(last.lastIndexOf(':') + 1) || name;
}

function freeName(wanted: string, tests: readonly ScenarioTest[]): string {
  const taken = new Set(tests.map(({ name }) => name));
  if (!taken.has(wanted)) return wanted;
  let count = 2;
  while (taken.has(`${wanted} (${count})`)) count += 1;
  return `${wanted} (${count})`;
}
