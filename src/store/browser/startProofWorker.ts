/** Starts the worker that compares two cases over all requests. */
import url from './proofWorker?worker&url';
import { trustedAddress } from './workerAddress';

const address = trustedAddress('verdict-proof', url);

export function startProofWorker(): Worker {
  return new Worker(address, { type: 'module', name: 'proof' });
}
