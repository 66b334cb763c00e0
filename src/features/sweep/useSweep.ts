/** Runs the sweep for the case on the page, and again when what it asks from changes. */
import { useEffect, useMemo, useState } from 'react';
import type { Scenario } from '../../case/scenario';
import type { SweptAction } from '../../reasoning/sweep';
import { startSweep } from '../../store/browser/startSweep';
import { useCatalog } from '../../store/catalog';
import { useSettled } from '../../store/selectors';
import { planSweep, type Plan } from './plan';
import { useSwept } from './swept';

/** A pause in typing after which the actions are decided anew. */
const PAUSE_MS = 400;

export type SweepState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'running'; readonly decided: number; readonly total: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'done'; readonly plan: Plan; readonly decisions: readonly SweptAction[] };

/** Everything that bears on all actions: title, notes, tests and the action of the case do not. */
export function premiseOf(scenario: Scenario): string {
  const { title: _, notes: _notes, tests: _tests, request, ...rest } = scenario;
  return JSON.stringify({ ...rest, request: { ...request, action: '' } });
}

interface Sweep {
  readonly state: SweepState;
  readonly cancel: () => void;
  readonly again: () => void;
}

export function useSweep(): Sweep {
  const catalog = useCatalog();
  const scenario = useSettled();
  const premise = useMemo(() => premiseOf(scenario), [scenario]);
  // More of the reference may arrive meanwhile: the names of the actions stay the same.
  const known = catalog?.actions('iam') !== undefined;
  const [stopped, setStopped] = useState(false);
  const [state, setState] = useState<SweepState>({ kind: 'waiting' });
  const begun = state.kind !== 'waiting';
  useEffect(() => {
    if (!known || stopped) return;
    let stop: (() => void) | undefined;
    const timer = setTimeout(
      () => {
        const plan = planSweep(catalog, scenario);
        if (plan === undefined) return;
        const total = plan.groups.reduce((sum, { actions }) => sum + actions.length, 0);
        const decisions: SweptAction[] = [];
        const take = (more: readonly SweptAction[]): void => {
          decisions.push(...more);
          if (decisions.length < total) {
            setState({ kind: 'running', decided: decisions.length, total });
            return;
          }
          setState({ kind: 'done', plan, decisions });
          const allowed = decisions.filter(({ decision }) => decision === 'Allowed').length;
          useSwept.setState({ last: { premise, allowed } });
        };
        setState({ kind: 'running', decided: 0, total });
        stop = startSweep(plan.groups, take, () => setState({ kind: 'failed' }));
      },
      begun ? PAUSE_MS : 0,
    );
    return () => {
      clearTimeout(timer);
      stop?.();
    };
    // The premise stands for the scenario and the catalog.
  }, [known, premise, stopped]);
  return {
    state,
    cancel: () => {
      setStopped(true);
      setState({ kind: 'cancelled' });
    },
    again: () => {
      setState({ kind: 'waiting' });
      setStopped(false);
    },
  };
}
