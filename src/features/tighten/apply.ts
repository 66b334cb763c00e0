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
    return view.policies.reduce((before, { name, document }) => {
      const names = policiesAt(before.policies, 'identity').map((policy) => policy.name);
      return addPolicy(before, 'identity', { name: freshName(names, name), text: layOut(document) }).scenario;
    }, scenario);
  return view.policies.reduce((before, { document, changed, empty }, index) => {
    const address = policies[index]?.address;
    if (address === undefined || !changed) return before;
    return empty
      ? changePolicy(before, address, { off: true })
      : setPolicyText(before, address, layOut(document));
  }, scenario);
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
