/** Starts the worker that reads reports and makes smaller policies. */
import url from './tightenWorker?worker&url';
import { trustedAddress } from './workerAddress';

let address: string | undefined;

export function startTightenWorker(): Worker {
  address ??= trustedAddress('verdict-tighten', url);
  return new Worker(address, { type: 'module', name: 'tighten' });
}
