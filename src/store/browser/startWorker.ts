/** Starts the worker of the checks. */
import url from './checkWorker?worker&url';
import { trustedAddress } from './workerAddress';

export function startCheckWorker(): Worker {
  return new Worker(trustedAddress('verdict-checks', url), { type: 'module', name: 'checks' });
}
