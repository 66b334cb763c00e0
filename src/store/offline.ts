/** Use without network: the built page keeps itself in the browser, once everything else is at rest. */
import { startOffline } from './browser/offline';
import { useOffline } from './offlineState';
import { useVerdict } from './store';

/** The first paint, the editor and the reference come before. */
const REST_MS = 2000;

/** Begins once a visit. Where the browser refuses, the page simply needs its network. */
export function beginOffline(): void {
  const begin = (): void =>
    void startOffline({
      onReady: () => useOffline.setState({ ready: true }),
      onNewer: () =>
        useVerdict
          .getState()
          .say('A newer version of this page is ready: reload to use it. Your work is kept.'),
    }).catch(() => undefined);
  setTimeout(begin, REST_MS);
}
