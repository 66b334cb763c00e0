import { listPolicies, type PolicyAddress } from '../engine/scenario';
import { useScenario } from './selectors';
import { useVerdict } from './store';

/** The address that the editor shows: the selected one, else the first policy there is. */
export function useOpenAddress(): PolicyAddress | undefined {
  const { policies } = useScenario();
  const selected = useVerdict((state) => state.selection.address);
  if (selected && policies[selected.layer] !== undefined) return selected;
  return listPolicies(policies)[0]?.address;
}
