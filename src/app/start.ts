import { applyTheme, keptTheme } from '../store/browser/theme';
import { useVerdict } from '../store/store';

/** Start-up: theme first, so that nothing flashes. */
export function start(): void {
  const theme = keptTheme();
  applyTheme(theme);
  useVerdict.getState().setTheme(theme);
}
