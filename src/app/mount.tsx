import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/field.css';
import '../ui/pop.css';
import { afterPaint } from '../store/browser/afterPaint';
import { App } from './App';
import { ErrorBoundary } from './ErrorBoundary';
import { start, startTheRest } from './start';

/** A link that takes longer to unpack is shown when it comes. */
const LONGEST_WAIT_MS = 1500;

/** Restores what was there, then shows the page; a case from a link is there from the first drawing on. */
export async function mount(root: HTMLElement): Promise<void> {
  const opening = start();
  if (opening) await Promise.race([opening, new Promise((resolve) => setTimeout(resolve, LONGEST_WAIT_MS))]);
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  );
  // The editor of the linked case is asked for as soon as the verdict is painted, and not when its panel is drawn.
  if (opening) afterPaint(() => void import('../ui/editor/MonacoEditor').catch(() => undefined));
  await startTheRest();
}
