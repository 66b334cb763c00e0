/** Starts the worker of the loaded account. */
import url from './accountWorker?worker&url';
import type { AccountAnswer, AccountAsk } from './accountMessages';
import { trustedAddress } from './workerAddress';

export interface AccountWorker {
  readonly ask: (question: AccountAsk) => void;
  /** Forgets the account. */
  readonly end: () => void;
}

export function startAccount(take: (answer: AccountAnswer) => void, fail: () => void): AccountWorker {
  const worker = new Worker(trustedAddress('verdict-account', url), { type: 'module', name: 'account' });
  worker.onmessage = ({ data }: MessageEvent<AccountAnswer>) => take(data);
  worker.onerror = fail;
  return { ask: (question) => worker.postMessage(question), end: () => worker.terminate() };
}
