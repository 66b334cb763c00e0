/**
 * Keeps the comparison of the kept case with the one on the page in step with both. A worker answers; a newer question
 * ends the work on an older one. Loaded with the place that shows it.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import { mentionedServices } from '../catalog/mentioned';
import { catalogPartsOf, decodeIndex } from '../catalog/service-codec';
import { createCatalog } from '../catalog/service-reference';
import type { Catalog } from '../catalog/service-reference';
import { listPolicies, policyText, type Scenario } from '../case/scenario';
import { fetchPart, fetchParts, type ReferencePart } from './browser/reference';
import type { ProofAnswer, ProofMessage } from './browser/proofWorker';
import { startProofWorker } from './browser/startProofWorker';

const PAUSE_MS = 200;

interface ProofState {
  /** The last answer; it may be of a case that has changed since. */
  readonly last: (ProofAnswer & { readonly a: Scenario; readonly b: Scenario }) | undefined;
  readonly running: boolean;
  readonly failed: boolean;
}

export const useProofStore = create<ProofState>()(() => ({ last: undefined, running: false, failed: false }));

/** What the worker is to know, fetched once for the visit. */
class Reference {
  readonly #parts: ReferencePart[] = [];
  readonly #asked = new Set<string>();
  #catalog: Catalog | undefined;
  #files: ReturnType<typeof decodeIndex>['services'] = {};

  async partsFor(scenarios: readonly Scenario[]): Promise<readonly ReferencePart[]> {
    if (!this.#catalog) {
      const json = await fetchPart('index.json');
      const index = decodeIndex(json);
      this.#catalog = createCatalog(catalogPartsOf(index));
      this.#files = index.services;
      this.#parts.push(
        { kind: 'index', json },
        { kind: 'actions', json: await fetchPart(index.actionsFile) },
      );
    }
    const texts = scenarios.flatMap(({ policies }) =>
      listPolicies(policies).map(({ policy }) => policyText(policy)),
    );
    const fresh = mentionedServices(this.#catalog, texts).filter((prefix) => !this.#asked.has(prefix));
    for (const prefix of fresh) this.#asked.add(prefix);
    if (fresh.length > 0) {
      this.#parts.push({
        kind: 'services',
        json: await fetchParts(fresh.map((prefix) => this.#files[prefix]![1])),
      });
    }
    return [...this.#parts];
  }
}

const reference = new Reference();
let worker: Worker | undefined;
let number = 0;

/** Ends the work under way. */
export function cancelProof(): void {
  number += 1;
  worker?.terminate();
  worker = undefined;
  useProofStore.setState({ running: false });
}

async function ask(a: Scenario, b: Scenario): Promise<void> {
  cancelProof();
  const own = number;
  useProofStore.setState({ running: true, failed: false });
  try {
    const parts = await reference.partsFor([a, b]);
    if (own !== number) return;
    const made = startProofWorker();
    worker = made;
    made.onmessage = ({ data }: MessageEvent<ProofAnswer>) => {
      if (data.number === number) useProofStore.setState({ last: { ...data, a, b }, running: false });
    };
    made.onerror = () => useProofStore.setState({ running: false, failed: true });
    const post = (message: ProofMessage): void => made.postMessage(message);
    for (const part of parts) post({ kind: 'reference', part });
    post({ kind: 'compare', question: { number: own, a, b, guards: b.guards ?? [] } });
  } catch {
    if (own === number) useProofStore.setState({ running: false, failed: true });
  }
}

/** The comparison of two cases, asked for once typing pauses; while `shown` is false nothing is asked. */
export function useProof(a: Scenario, b: Scenario, shown: boolean): ProofState {
  useEffect(() => {
    if (!shown) return undefined;
    const { last } = useProofStore.getState();
    if (last?.a === a && last.b === b) return undefined;
    const pause = setTimeout(() => void ask(a, b), last ? PAUSE_MS : 0);
    return () => clearTimeout(pause);
  }, [a, b, shown]);
  return useProofStore();
}
