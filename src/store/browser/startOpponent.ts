/** Starts the worker that tries a solution. */
import type { Scenario } from '../../case/scenario';
import type { Puzzle } from '../../lessons/judge';
import url from './opponentWorker?worker&url';
import type { OpponentMessage, OpponentSaid } from './opponentWorker';
import type { ReferencePart } from './reference';
import { trustedAddress } from './workerAddress';

const address = trustedAddress('verdict-opponent', url);

/** Returns how to stop it. */
export function startOpponent(
  parts: readonly ReferencePart[],
  puzzle: Puzzle,
  own: Scenario,
  take: (said: OpponentSaid) => void,
  fail: () => void,
): () => void {
  const worker = new Worker(address, { type: 'module', name: 'opponent' });
  worker.onmessage = ({ data }: MessageEvent<OpponentSaid>) => take(data);
  worker.onerror = fail;
  const post = (message: OpponentMessage): void => worker.postMessage(message);
  for (const part of parts) post({ kind: 'reference', part });
  post({ kind: 'search', puzzle, own });
  return () => worker.terminate();
}
