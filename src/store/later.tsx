/** Panels that are drawn after the verdict: what takes long to draw does not keep a keystroke waiting. */
import { createContext, useContext, useDeferredValue, type ReactElement, type ReactNode } from 'react';
import type { Scenario } from '../engine/scenario';
import { useVerdict, viewed } from './store';

const Settled = createContext<Scenario | undefined>(undefined);

/** Inside, the scenario is the one last drawn, until there is time to draw the newest. */
export function Later({ children }: { readonly children: ReactNode }): ReactElement {
  const present = useVerdict(viewed);
  return <Settled value={useDeferredValue(present)}>{children}</Settled>;
}

/**
 * The scenario as it stands for the request that is looked at, or the one that the panels around are drawn from.
 * Edits of it go through `edit`.
 */
export function useScenario(): Scenario {
  const settled = useContext(Settled);
  return useVerdict((state) => settled ?? viewed(state));
}
