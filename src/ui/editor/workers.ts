/**
 * Monaco's worker, from this origin alone. The page requires trusted types for script addresses,
 * so a policy lets through its address and nothing else.
 */
import editorUrl from 'monaco-editor/editor/editor.worker?worker&url';

interface TrustedTypePolicy {
  readonly createScriptURL: (url: string) => string;
}

/** Not every browser has trusted types, and the DOM library does not describe them. */
interface TrustedTypeWindow {
  readonly trustedTypes?: {
    readonly createPolicy: (name: string, rules: TrustedTypePolicy) => TrustedTypePolicy;
  };
}

const policy: TrustedTypePolicy = (window as unknown as TrustedTypeWindow).trustedTypes?.createPolicy(
  'verdict-workers',
  { createScriptURL: admit },
) ?? { createScriptURL: admit };

function admit(url: string): string {
  if (url !== editorUrl) throw new TypeError('Not the address of the editor’s worker');
  return url;
}

/** Tells Monaco how to start its worker. */
export function provideWorkers(): void {
  self.MonacoEnvironment = {
    getWorker: (_, label) => new Worker(policy.createScriptURL(editorUrl), { type: 'module', name: label }),
  };
}
