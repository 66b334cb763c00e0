/** Starts the worker. The page requires trusted types for script addresses; only this one is let through. */
import url from './sweepWorker?worker&url';
import type { Group } from './plan';
import type { Progress } from './sweepWorker';

interface TrustedTypePolicy {
  readonly createScriptURL: (url: string) => string;
}

/** Not every browser has trusted types, and the DOM library does not describe them. */
interface TrustedTypeWindow {
  readonly trustedTypes?: {
    readonly createPolicy: (name: string, rules: TrustedTypePolicy) => TrustedTypePolicy;
  };
}

function admit(address: string): string {
  if (address !== url) throw new TypeError('Not the address of the page’s worker');
  return address;
}

const rules = { createScriptURL: admit };
const policy =
  (window as unknown as TrustedTypeWindow).trustedTypes?.createPolicy('verdict-sweep', rules) ?? rules;

/** Returns how to stop it. */
export function startSweep(
  groups: readonly Group[],
  take: (decisions: Progress) => void,
  fail: () => void,
): () => void {
  const worker = new Worker(policy.createScriptURL(url), { type: 'module', name: 'sweep' });
  worker.onmessage = ({ data }: MessageEvent<Progress>) => take(data);
  worker.onerror = fail;
  worker.postMessage(groups);
  return () => worker.terminate();
}
