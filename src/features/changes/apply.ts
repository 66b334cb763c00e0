import type { Scenario } from '../../case/scenario';
import { addressKey, policyAt } from '../../case/scenario';
import type { Change } from '../../explain/changes';
import { traceAt } from '../../explain/facts';
import { evaluationOf, explanationOf } from '../../store/derive';
import { useVerdict } from '../../store/store';

/** Makes changes as one undo step, and opens the last of them in the editor. */
export function applyScenario(scenario: Scenario, change: Change, message: string): void {
  const { edit, open, say, show } = useVerdict.getState();
  const { address } = change;
  edit(() => scenario);
  show(undefined);
  if (policyAt(scenario.policies, address) !== undefined) open(address, placeOf(scenario, change));
  say(message, { undo: true });
}

/** The line that the new verdict quotes, or the statement that changed; a new one stands last. */
function placeOf(scenario: Scenario, { address, statement }: Change): { readonly path: string } | undefined {
  const quote = explanationOf(scenario).quotes.find(
    (candidate) => addressKey(candidate.address) === addressKey(address),
  );
  if (quote) return { path: quote.path };
  const statements = traceAt(evaluationOf(scenario), address)?.statements ?? [];
  const path = (statements.find((one) => one.statement === statement) ?? statements.at(-1))?.path;
  return path === undefined ? undefined : { path };
}
