/** A text in a policy's editor that holds policies but is none: they are taken out and go where they belong. */
import { removeLevel, removePolicy, setPolicyText } from '../case/edits';
import { isLeveled } from '../case/layers';
import { levelsOf, listPolicies, policyText, type PolicyAddress, type Scenario } from '../case/scenario';
import { placeholdersOf } from '../intake/code/placeholders';
import { readEvidence } from '../intake/evidence/read';
import { scenarioFromEvidence } from '../intake/from-evidence';
import { incomingOf } from '../intake/place-policies';
import { useVerdict, viewed } from './store';

/**
 * One undo step, as the paste box would do it: a single policy of which the text does not say where it belongs stays
 * where it is, all others go to the layer and level that the text names. The first of them opens.
 */
export function unwrapInto(address: PolicyAddress, text: string): void {
  const { edit, open, say } = useVerdict.getState();
  const before = viewed(useVerdict.getState());
  const evidence = readEvidence(text);
  const { policies = [], named = [], code = [] } = evidence;
  const [first] = policies;
  if (first === undefined) return;
  if (policies.length === 1 && named.length === 0 && first.told !== true) {
    const { policy } = incomingOf(first, before.request);
    edit((scenario) => {
      const next = setPolicyText(scenario, address, policyText(policy));
      return { ...next, ...placeholdersOf(evidence, next, next.policies) };
    });
    open(address, { focus: true });
    return;
  }
  const emptied = without(before, address);
  const { scenario } = scenarioFromEvidence({ kind: 'policy', policies, named, code, notes: [] }, emptied);
  edit(() => scenario);
  const known = new Set(listPolicies(emptied.policies).map(({ policy }) => policy));
  const added = listPolicies(scenario.policies).filter(({ policy }) => !known.has(policy));
  if (added[0] !== undefined) open(added[0].address, { focus: true });
  say(added.length === 1 ? 'Added 1 policy.' : `Added ${added.length} policies.`, { undo: true });
}

/** A level that held nothing else goes too: left empty it would allow nothing. */
function without(scenario: Scenario, address: PolicyAddress): Scenario {
  const removed = removePolicy(scenario, address);
  const { layer, level } = address;
  if (!isLeveled(layer) || level === undefined) return removed;
  const empty = levelsOf(removed.policies, layer)[level]?.policies.length === 0;
  return empty ? removeLevel(removed, layer, level) : removed;
}
