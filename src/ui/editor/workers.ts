/**
 * Monaco's workers, from this origin alone. The page requires trusted types for script addresses,
 * so a policy lets through these two addresses and nothing else.
 */
import editorUrl from 'monaco-editor/editor/editor.worker?worker&url';
import jsonUrl from 'monaco-editor/languages/features/json/json.worker?worker&url';

interface TrustedTypePolicy {
  readonly createScriptURL: (url: string) => string;
}

/** Not every browser has trusted types, and the DOM library does not describe them. */
interface TrustedTypeWindow {
  readonly trustedTypes?: {
    readonly createPolicy: (name: string, rules: TrustedTypePolicy) => TrustedTypePolicy;
  };
}

const URLS = [editorUrl, jsonUrl];

const policy: TrustedTypePolicy = (window as unknown as TrustedTypeWindow).trustedTypes?.createPolicy(
  'verdict-workers',
  { createScriptURL: admit },
) ?? { createScriptURL: admit };

function admit(url: string): string {
  if (!URLS.includes(url)) throw new TypeError('Not an address of one of the page’s workers');
  return url;
}

/** Tells Monaco how to start its workers. */
export function provideWorkers(): void {
  self.MonacoEnvironment = {
    getWorker: (_, label) =>
      new Worker(policy.createScriptURL(label === 'json' ? jsonUrl : editorUrl), {
        type: 'module',
        name: label,
      }),
  };
}
