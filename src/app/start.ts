import { beginSession } from '../store/session';
import { applyTheme, keptTheme } from '../store/browser/theme';
import { useVerdict } from '../store/store';

/** Start-up: the theme first, so that nothing flashes; then the work. */
export function start(): void {
  const theme = keptTheme();
  applyTheme(theme);
  useVerdict.getState().setTheme(theme);
  beginSession();
}
