/**
 * Starts the service worker, which keeps the page for use without network. Its address has to be a trusted one, and a
 * policy lets through this address and nothing else.
 */
import { trustedAddress } from './workerAddress';

/** What the worker says: which version it serves, and that it has kept the files it was told of. */
type Message = { readonly kind: 'version'; readonly entry: string } | { readonly kind: 'kept' };

interface Offline {
  /** The page can be opened without network from now on. */
  readonly onReady: () => void;
  /** A newer version than the one that is open has arrived. */
  readonly onNewer: () => void;
}

/** The files of the service reference that were fetched before the worker was there. */
function fetchedReference(): readonly string[] {
  const entries = performance.getEntriesByType('resource').map(({ name }) => name);
  return entries.filter((name) => name.includes('/iam/'));
}

function isOpenVersion(entry: string): boolean {
  return [...document.scripts].some(({ src }) => src.endsWith(entry));
}

/** Only in the built page; browsers have no service workers outside secure contexts. */
export async function startOffline({ onReady, onNewer }: Offline): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  serviceWorker.addEventListener('message', ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'kept') onReady();
    else if (!isOpenVersion(data.entry)) onNewer();
  });
  serviceWorker.startMessages();
  const address = new URL('sw.js', document.baseURI).href;
  await serviceWorker.register(trustedAddress('verdict-offline', address));
  const registration = await serviceWorker.ready;
  registration.active?.postMessage({ kind: 'keep', urls: fetchedReference() });
  document.addEventListener('visibilitychange', () => {
    // Without network there is nothing newer to be found.
    if (document.visibilityState === 'visible') void registration.update().catch(() => undefined);
  });
}
