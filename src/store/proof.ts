/** Keeps the comparison of the kept case with the one on the page in step with both. Loaded with the place that shows it. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { listPolicies, policyText, type Scenario } from '../case/scenario';
import type { Access } from '../reasoning/access';
import type { ProofAnswer } from './browser/proofWorker';
import { ProofClient } from './proofClient';

const PAUSE_MS = 200;

export type CompareAnswer = Extract<ProofAnswer, { kind: 'compare' }>;

interface ProofState {
  /** The last answer; it may be of a case that has changed since. */
  readonly last:
    (CompareAnswer & { readonly a: Scenario; readonly b: Scenario; readonly over: Over }) | undefined;
  readonly running: boolean;
  readonly failed: boolean;
  /** Which requests are compared. */
  readonly over: Over;
}

/** Every request of the caller, or those of the request on the page alone. */
export type Over = 'all' | 'service' | 'action' | 'resource';

export const useProofStore = create<ProofState>()(() => ({
  last: undefined,
  running: false,
  failed: false,
  over: 'all',
}));

/** The requests that a choice means, by the request of the case on the page. */
export function accessOf(over: Over, { request }: Scenario): Access | undefined {
  const { action, resource } = request;
  switch (over) {
    case 'all':
      return undefined;
    case 'service':
      return { actions: [`${action.split(':')[0]!}:*`] };
    case 'action':
      return { actions: [action] };
    case 'resource':
      return { resources: [resource] };
  }
}

const client = new ProofClient();

/** Ends the work under way. */
export function cancelProof(): void {
  client.cancel();
  useProofStore.setState({ running: false });
}

function ask(a: Scenario, b: Scenario, over: Over): void {
  useProofStore.setState({ running: true, failed: false });
  const access = accessOf(over, b);
  client.ask({
    question: { kind: 'compare', a, b, guards: b.guards ?? [], ...(access && { over: access }) },
    texts: [a, b].flatMap(({ policies }) => listPolicies(policies).map(({ policy }) => policyText(policy))),
    take: (answer) => {
      if (answer.kind === 'compare')
        useProofStore.setState({ last: { ...answer, a, b, over }, running: false });
    },
    fail: () => useProofStore.setState({ running: false, failed: true }),
  });
}

/** Asks for the comparison of two cases once typing pauses; while `shown` is false, or there is no A, nothing is asked. */
export function useProof(a: Scenario | undefined, b: Scenario, shown: boolean): void {
  const over = useProofStore((state) => state.over);
  useEffect(() => {
    if (!shown || a === undefined) return undefined;
    const { last } = useProofStore.getState();
    if (last?.a === a && last.b === b && last.over === over) return undefined;
    const pause = setTimeout(() => ask(a, b, over), last ? PAUSE_MS : 0);
    return () => clearTimeout(pause);
  }, [a, b, over, shown]);
}
