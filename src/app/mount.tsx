import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/tokens.css';
import '../ui/base.css';
import '../ui/field.css';
import '../ui/pop.css';
import { App } from './App';
import { ErrorBoundary } from './ErrorBoundary';
import { start } from './start';

/** Restores what was there, then shows the page. */
export function mount(root: HTMLElement): void {
  start();
  createRoot(root).render(
    <StrictMode>
      <ErrorBoundary>
        <App />
      </ErrorBoundary>
    </StrictMode>,
  );
}
