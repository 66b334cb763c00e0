/**
 * Asks the worker of proofs, one question at a time: a newer question ends the work on an older one. An idle worker is
 * kept, since what it knows of AWS takes longer to send than most questions to answer.
 */
import { mentionedServices } from '../catalog/mentioned';
import { catalogPartsOf, decodeIndex } from '../catalog/service-codec';
import { createCatalog } from '../catalog/service-reference';
import type { Catalog } from '../catalog/service-reference';
import { fetchPart, fetchParts, type ReferencePart } from './browser/reference';
import type { ProofAnswer, ProofMessage, ProofQuestion, ProofReply } from './browser/proofWorker';
import { startProofWorker } from './browser/startProofWorker';

/** What all workers are to know, fetched once for the visit. */
class Reference {
  readonly #parts: ReferencePart[] = [];
  readonly #asked = new Set<string>();
  #catalog: Catalog | undefined;
  #files: ReturnType<typeof decodeIndex>['services'] = {};

  /** All parts that were fetched so far, once those are there of which the texts speak. */
  async partsFor(texts: readonly string[]): Promise<readonly ReferencePart[]> {
    if (!this.#catalog) {
      const json = await fetchPart('index.json');
      const index = decodeIndex(json);
      const actions = await fetchPart(index.actionsFile);
      this.#catalog ??= createCatalog(catalogPartsOf(index));
      if (this.#parts.length === 0)
        this.#parts.push({ kind: 'index', json }, { kind: 'actions', json: actions });
      this.#files = index.services;
    }
    const fresh = mentionedServices(this.#catalog, texts).filter((prefix) => !this.#asked.has(prefix));
    for (const prefix of fresh) this.#asked.add(prefix);
    if (fresh.length > 0) {
      const json = await fetchParts(fresh.map((prefix) => this.#files[prefix]![1]));
      this.#parts.push({ kind: 'services', json });
    }
    return [...this.#parts];
  }
}

const reference = new Reference();

export interface Asked {
  readonly question: ProofQuestion;
  /** Of which services the details are needed: whatever these texts name. */
  readonly texts: readonly string[];
  readonly take: (answer: ProofAnswer, last: boolean) => void;
  readonly fail: () => void;
}

export class ProofClient {
  #worker: Worker | undefined;
  /** How many parts of the reference the worker has. */
  #sent = 0;
  #busy = false;
  #number = 0;

  /** Ends the work under way. */
  cancel(): void {
    if (this.#busy) this.end();
    else this.#number += 1;
  }

  /** Ends the worker too: nothing more will be asked. */
  end(): void {
    this.#number += 1;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#busy = false;
  }

  ask({ question, texts, take, fail }: Asked): void {
    this.cancel();
    const number = this.#number;
    const isOwn = (): boolean => number === this.#number;
    reference.partsFor(texts).then(
      (parts) => {
        if (isOwn()) this.post(parts, number, question, take, fail);
      },
      () => {
        if (isOwn()) fail();
      },
    );
  }

  private post(
    parts: readonly ReferencePart[],
    number: number,
    question: ProofQuestion,
    take: Asked['take'],
    fail: () => void,
  ): void {
    if (!this.#worker) {
      this.#worker = startProofWorker();
      this.#sent = 0;
    }
    const worker = this.#worker;
    const post = (message: ProofMessage): void => worker.postMessage(message);
    for (const part of parts.slice(this.#sent)) post({ kind: 'reference', part });
    this.#sent = parts.length;
    this.#busy = true;
    worker.onmessage = ({ data }: MessageEvent<ProofReply>) => {
      if (data.number !== this.#number) return;
      if (data.last) this.#busy = false;
      take(data.answer, data.last);
    };
    worker.onerror = () => {
      this.cancel();
      fail();
    };
    post({ kind: 'ask', number, question });
  }
}
