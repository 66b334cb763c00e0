/**
 * Asks the worker of proofs, one question at a time: a newer question ends the work on an older one. An idle worker is
 * kept, since what it knows of AWS takes longer to send than most questions to answer.
 */
import type { ReferencePart } from './browser/reference';
import type { ProofAnswer, ProofMessage, ProofQuestion, ProofReply } from './browser/proofWorker';
import { startProofWorker } from './browser/startProofWorker';
import { proofReference } from './proofReference';

export interface ProofRequest {
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

  ask({ question, texts, take, fail }: ProofRequest): void {
    this.cancel();
    const number = this.#number;
    const isOwn = (): boolean => number === this.#number;
    proofReference.partsFor(texts).then(
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
    take: ProofRequest['take'],
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
