/** Starts the worker that runs the scenario's tests. */
import url from './testWorker?worker&url';
import { trustedAddress } from './workerAddress';

export function startTestWorker(): Worker {
  return new Worker(trustedAddress('verdict-tests', url), { type: 'module', name: 'tests' });
}
