/** Addresses of workers. The page requires trusted types for script addresses; each policy lets through one. */

interface TrustedTypePolicy {
  readonly createScriptURL: (url: string) => string;
}

/** Not every browser has trusted types, and the DOM library does not describe them. */
interface TrustedTypeWindow {
  readonly trustedTypes?: {
    readonly createPolicy: (name: string, rules: TrustedTypePolicy) => TrustedTypePolicy;
  };
}

/** Admits this address and nothing else. To be called once for a name: a browser may refuse the second policy. */
export function trustedAddress(name: string, url: string): string {
  const admit = (address: string): string => {
    if (address !== url) throw new TypeError('Not the address of the page’s worker');
    return address;
  };
  const rules = { createScriptURL: admit };
  const { trustedTypes } = window as unknown as TrustedTypeWindow;
  return (trustedTypes?.createPolicy(name, rules) ?? rules).createScriptURL(url);
}
