import type { PolicyAddress, Scenario } from '../../engine/scenario';
import { addressKey, policyAt } from '../../engine/scenario';
import { explanationOf } from '../../store/derive';
import { useVerdict } from '../../store/store';

/** Makes changes as one undo step, and opens the changed policy where the new verdict quotes it. */
export function applyScenario(scenario: Scenario, address: PolicyAddress, message: string): void {
  const { edit, open, say, show } = useVerdict.getState();
  edit(() => scenario);
  show(undefined);
  if (policyAt(scenario.policies, address) !== undefined) {
    const quote = explanationOf(scenario).quotes.find(
      (candidate) => addressKey(candidate.address) === addressKey(address),
    );
    open(address, quote && { path: quote.path });
  }
  say(message, { undo: true });
}
