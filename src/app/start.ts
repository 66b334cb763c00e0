import { beginRecent } from '../store/recent';
import { beginSession } from '../store/session';
import { applyTheme, keptTheme } from '../store/browser/theme';
import { useVerdict } from '../store/store';
import { preloadPops } from '../ui/pop/preload';

/** Start-up: the theme first, so that nothing flashes; then the work. Returns what the first drawing waits for. */
export function start(): Promise<void> | undefined {
  const theme = keptTheme();
  applyTheme(theme);
  useVerdict.getState().setTheme(theme);
  const opening = beginSession();
  whenIdle(() => {
    beginRecent();
    preloadPops();
    // Without network and not kept yet, the page works without either.
    void import('../store/knowledge').then(({ beginKnowledge }) => beginKnowledge(), ignore);
    if (import.meta.env.PROD)
      void import('../store/offline').then(({ beginOffline }) => beginOffline(), ignore);
  });
  return opening;
}

function ignore(): void {
  // Nothing more is known, and nothing breaks.
}

/** After the first paint, at the latest after a second; not every browser can tell when it is idle. */
function whenIdle(run: () => void): void {
  requestAnimationFrame(() => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 1000 });
    else setTimeout(run, 200);
  });
}
