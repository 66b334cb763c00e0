import { listPolicies, type PolicyAddress } from '../case/scenario';
import { usePolicies } from './selectors';
import { useVerdict } from './store';

/** The address that the editor shows: the selected one, else the first policy there is. */
export function useOpenAddress(): PolicyAddress | undefined {
  const policies = usePolicies();
  const selected = useVerdict((state) => state.selection.address);
  if (selected && policies[selected.layer] !== undefined) return selected;
  return listPolicies(policies)[0]?.address;
}
