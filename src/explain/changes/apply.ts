/** A scenario after a change. */
import { putText, setContext } from '../../case/edits';
import type { Scenario } from '../../case/scenario';
import type { Proposal } from './types';

/** The scenario with the change made, and nothing else. */
export function applyChange(scenario: Scenario, change: Proposal): Scenario {
  if (change.context) return setContext(scenario, change.context.key, change.context.value);
  if (change.s3) {
    // The bucket's account then owns the object too, and that is the caller's, as far as can be known.
    const { resourceAccount: _, ...asked } = scenario.request;
    return {
      ...scenario,
      request: change.kind === 'setOwnership' ? asked : scenario.request,
      s3: change.s3,
    };
  }
  if (change.newText === undefined) return scenario;
  return putText(scenario, change.address, change.newText, change.policy, change.copyAs);
}
