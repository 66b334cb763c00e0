import { beginRecent } from '../store/recent';
import { beginSession } from '../store/session';
import { applyTheme, keptTheme } from '../store/browser/theme';
import { useVerdict } from '../store/store';
import { editorShown } from '../ui/editor/shown';
import { preloadPops } from '../ui/pop/preload';

/** Start-up: the theme first, so that nothing flashes; then the work. Returns what the first drawing waits for. */
export function start(): Promise<void> | undefined {
  const theme = keptTheme();
  applyTheme(theme);
  useVerdict.getState().setTheme(theme);
  return beginSession();
}

/** An editor that has not come after so long, or that this place does not have, is not waited for. */
const LONGEST_WAIT_MS = 2000;

/** What no first look needs: after the verdict and the editor, as it takes the network and the processor from them. */
export async function startTheRest(): Promise<void> {
  await Promise.race([editorShown, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
  whenIdle(() => {
    beginRecent();
    preloadPops();
    // Without network and not kept yet, the page works without either.
    void import('../store/knowledge').then(({ beginKnowledge }) => beginKnowledge(), ignore);
    if (import.meta.env.PROD)
      void import('../store/offline').then(({ beginOffline }) => beginOffline(), ignore);
  });
}

function ignore(): void {
  // Nothing more is known, and nothing breaks.
}

/** At the latest after a second; not every browser can tell when it is idle. */
function whenIdle(run: () => void): void {
  requestAnimationFrame(() => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 1000 });
    else setTimeout(run, 200);
  });
}
