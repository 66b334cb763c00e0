/** Tests keep asking what they asked, whatever the request they are written down against becomes. */
import type { Scenario } from './scenario';
import { differingRequest, withRequest } from './variant';

/**
 * A scenario whose request was changed, with its tests written down anew: a test differs from the request in other
 * fields than before, and asks the same. Tests that were changed too are taken as they are.
 */
export function keepTests(before: Scenario, after: Scenario): Scenario {
  const { tests } = after;
  if (tests === undefined || tests !== before.tests || after.request === before.request) return after;
  return {
    ...after,
    tests: tests.map((test) => ({
      ...test,
      request: differingRequest(after.request, withRequest(before.request, test.request)),
    })),
  };
}
