/**
 * Starts the worker of the checks. The page requires trusted types for script addresses, so a policy lets through
 * this address and nothing else.
 */
import url from './checkWorker?worker&url';

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

export function startCheckWorker(): Worker {
  const rules = { createScriptURL: admit };
  const { trustedTypes } = window as unknown as TrustedTypeWindow;
  const policy = trustedTypes?.createPolicy('verdict-checks', rules) ?? rules;
  return new Worker(policy.createScriptURL(url), { type: 'module', name: 'checks' });
}
