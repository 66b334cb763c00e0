/** Starts the worker. */
import { trustedAddress } from '../../store/browser/workerAddress';
import url from './sweepWorker?worker&url';
import type { SweepGroup } from '../../reasoning/sweep-group';
import type { Progress } from './sweepWorker';

const address = trustedAddress('verdict-sweep', url);

/** Returns how to stop it. */
export function startSweep(
  groups: readonly SweepGroup[],
  take: (decisions: Progress) => void,
  fail: () => void,
): () => void {
  const worker = new Worker(address, { type: 'module', name: 'sweep' });
  worker.onmessage = ({ data }: MessageEvent<Progress>) => take(data);
  worker.onerror = fail;
  worker.postMessage(groups);
  return () => worker.terminate();
}
