/** Panels that are drawn after the verdict: what takes long to draw does not keep a keystroke waiting. */
import {
  createContext,
  Fragment,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import type { Policies, Scenario } from '../case/scenario';
import { afterPaint } from './browser/afterPaint';
import { useVerdict, viewed } from './store';

/** The scenario whose verdict was painted last, and the number of its arrival. */
const Painted = createContext<{ readonly scenario: Scenario; readonly arrived: number } | undefined>(
  undefined,
);

/** The scenario that the panels around are drawn from, where that is not the newest. */
const Settled = createContext<Scenario | undefined>(undefined);

/** What it was when it was last painted; the newest once that has been painted, and there is time to draw what follows. */
export function useAfterPaint<Value>(value: Value): Value {
  const [painted, setPainted] = useState(value);
  useEffect(() => afterPaint(() => startTransition(() => setPainted(value))), [value]);
  return painted;
}

/** Around the whole page: tells everything in it when the newest verdict has been painted. */
export function PaintedFirst({ children }: { readonly children: ReactNode }): ReactElement {
  const scenario = useVerdict(viewed);
  const arrived = useVerdict((state) => state.arrived);
  const newest = useMemo(() => ({ scenario, arrived }), [scenario, arrived]);
  return <Painted value={useAfterPaint(newest)}>{children}</Painted>;
}

/**
 * Inside, the scenario is the one whose verdict was painted last. Panels of another case are other panels: what was
 * unfolded and scrolled in them belonged to the case before.
 */
export function Later({ children }: { readonly children: ReactNode }): ReactElement {
  const arrived = useContext(Painted)?.arrived;
  return (
    <Settled value={useSettled()}>
      <Fragment key={arrived}>{children}</Fragment>
    </Settled>
  );
}

/** The same for what others stand under: another case comes in one frame, so that the ground moves once. */
export function LaterUnlessNew({ children }: { readonly children: ReactNode }): ReactElement {
  const painted = useContext(Painted);
  const arrived = useVerdict((state) => state.arrived);
  const scenario = useVerdict((state) =>
    painted?.arrived === state.arrived ? painted.scenario : viewed(state),
  );
  return (
    <Settled value={scenario}>
      <Fragment key={arrived}>{children}</Fragment>
    </Settled>
  );
}

/** The scenario for what may lag behind the verdict, inside a panel that as a whole may not. */
export function useSettled(): Scenario {
  const painted = useContext(Painted);
  return useVerdict((state) => painted?.scenario ?? viewed(state));
}

/**
 * The scenario as it stands for the request that is looked at, or the one that the panels around are drawn from.
 * Edits of it go through `edit`.
 */
export function useScenario(): Scenario {
  const settled = useContext(Settled);
  return useVerdict((state) => settled ?? viewed(state));
}

/** Its policies: a panel that needs no more is left alone while the request is typed. */
export function usePolicies(): Policies {
  const settled = useContext(Settled);
  return useVerdict((state) => (settled ?? viewed(state)).policies);
}
