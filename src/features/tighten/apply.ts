/** The result as an edit of the case: one undo step, and the case before is kept as A unless the person has one. */
import { addPolicy, changePolicy, freshName, setPolicyText } from '../../case/edits';

import { policiesAt, type Scenario } from '../../case/scenario';
import type { TightenView } from '../../audit/least-privilege/view';
import { useVerdict } from '../../store/store';
import type { CasePolicy } from './useQuestion';
import { counted } from './words';

export function layOut(document: unknown): string {
  return JSON.stringify(document, null, 2);
}

/** Policies of which nothing is left are switched off: to detach is the person's. */
export function applied(scenario: Scenario, view: TightenView, policies: readonly CasePolicy[]): Scenario {
  if (policies.length === 0)
    return view.policies.reduce((before, { name, document }) => withNew(before, name, document), scenario);
  return view.policies.reduce((before, { name, document, changed, empty }, index) => {
    const address = policies[index]?.address;
    // A part of a policy that was too long for one.
    if (address === undefined) return withNew(before, name, document);
    if (!changed) return before;
    if (empty) return changePolicy(before, address, { off: true });
    const written = setPolicyText(before, address, layOut(document));
    // A copy of a policy that AWS manages has a name of its own.
    return name === policies[index]!.name ? written : changePolicy(written, address, { name });
  }, scenario);
}

function withNew(scenario: Scenario, name: string, document: unknown): Scenario {
  const names = policiesAt(scenario.policies, 'identity').map((policy) => policy.name);
  return addPolicy(scenario, 'identity', { name: freshName(names, name), text: layOut(document) }).scenario;
}

export function applyToCase(view: TightenView, policies: readonly CasePolicy[]): void {
  const { edit, say, history, kept, keep } = useVerdict.getState();
  if (kept === undefined) keep(history.present);
  edit((scenario) => applied(scenario, view, policies));
  const gone = view.policies.filter(({ empty }) => empty).map(({ name }) => name);
  const what =
    policies.length === 1 ? policies[0]!.name : counted(view.policies.length, 'policy', 'policies');
  const off =
    gone.length > 0 ? ` ${gone.join(', ')}: nothing is left, so it is switched off. Detach it.` : '';
  say(`Applied: ${what} has ${counted(view.new.actions, 'action')}.${off}`, { undo: true });
}
