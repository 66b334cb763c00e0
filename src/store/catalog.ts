/** The AWS service reference as far as it has arrived. The page works without it, and knows less. */
import { create } from 'zustand';
import type { Catalog } from '../catalog/service-reference';

interface ReferenceState {
  /** A new one each time more arrives. */
  readonly catalog: Catalog | undefined;
  /** The names of services or actions could not be fetched. */
  readonly failed: boolean;
  /** Prefixes of services whose details are wanted and could not be fetched. */
  readonly unreachable: readonly string[];
}

export const useReference = create<ReferenceState>()(() => ({
  catalog: undefined,
  failed: false,
  unreachable: [],
}));

/** What is known of AWS's services so far; undefined before the names of the services have arrived. */
export function useCatalog(): Catalog | undefined {
  return useReference((state) => state.catalog);
}

/** The state of the reference in words. */
export function useReferenceWords(): string {
  const { catalog, failed, unreachable } = useReference();
  if (catalog && unreachable.length > 0)
    return `AWS service reference of ${catalog.date}, without ${namesOf(unreachable)}: no network`;
  if (catalog) return `AWS service reference of ${catalog.date}`;
  return failed ? 'AWS service reference not loaded' : 'AWS service reference loading';
}

/** The reference as soon as it has the names of all actions, or as it is when they cannot be had. */
export function actionsKnown(): Promise<Catalog | undefined> {
  const enough = ({ catalog, failed }: ReferenceState): boolean =>
    failed || catalog?.actions('iam') !== undefined;
  return new Promise((resolve) => {
    const now = useReference.getState();
    if (enough(now)) {
      resolve(now.catalog);
      return;
    }
    const stop = useReference.subscribe((state) => {
      if (!enough(state)) return;
      stop();
      resolve(state.catalog);
    });
  });
}

/** So many names are read at a glance. */
const FEW = 3;

function namesOf(prefixes: readonly string[]): string {
  const shown = prefixes.slice(0, FEW).join(', ');
  return prefixes.length > FEW ? `${shown} and ${prefixes.length - FEW} more` : shown;
}

/** Could the details of the action's service not be fetched? */
export function useUnreachable(action: string): boolean {
  const prefix = action.slice(0, Math.max(0, action.indexOf(':'))).toLowerCase();
  return useReference(({ unreachable }) => unreachable.includes(prefix));
}
