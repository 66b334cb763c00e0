/** A lesson's tests, run over a case: requests of the call or the whole call, with layers of a test's own. */
import { evaluateCall } from '../call/verdict';
import { viewOf } from '../call/view';
import type { Scenario } from '../case/scenario';
import { withRequest } from '../case/variant';
import { evaluate } from '../engine/evaluate';
import type { Decision } from '../engine/evaluation';
import type { LessonTest } from './types';

export interface TestOutcome {
  readonly test: LessonTest;
  readonly decision: Decision;
  readonly passes: boolean;
}

/** The case that a test asks: the view of its request with what differs put in. */
export function askedBy(scenario: Scenario, test: LessonTest): Scenario {
  const { linked, tests: _, ...own } = scenario;
  if (test.of === 'call') return { ...differing(own, test), ...(linked && { linked }) };
  return differing(viewOf({ ...own, ...(linked && { linked }) }, test.of ?? 0), test);
}

function differing(view: Scenario, { request, policies: own = {} }: LessonTest): Scenario {
  const layers = { ...view.policies, ...own };
  const inPlay = Object.entries(layers).filter(([, value]) => value !== null);
  return {
    ...view,
    request: withRequest(view.request, request),
    policies: Object.fromEntries(inPlay),
  };
}

export function runLessonTest(scenario: Scenario, test: LessonTest): TestOutcome {
  const asked = askedBy(scenario, test);
  const { decision } = test.of === 'call' ? evaluateCall(asked) : evaluate(asked);
  return { test, decision, passes: meets(test.expect, decision) };
}

/** An explicit and an implicit denial both meet `Denied`; what is open meets neither. */
function meets(expect: LessonTest['expect'], decision: Decision): boolean {
  if (decision === 'Undetermined') return false;
  return (decision === 'Allowed') === (expect === 'Allowed');
}
