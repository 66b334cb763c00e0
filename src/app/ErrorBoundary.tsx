import { Component, type ReactNode } from 'react';
import { DRAFT } from '../store/browser/kept';
import { copyText } from '../ui/copyText';

interface State {
  readonly error?: Error;
}

/** The last resort: says what happened and hands over the work, which is still in the browser's storage. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main style={{ padding: 32, display: 'grid', gap: 12, maxWidth: 560 }}>
        <h1>Something in the page broke</h1>
        <p>
          Your work is kept in this browser. Reload to go on from there; if the page breaks again, copy the
          work and start with an empty page.
        </p>
        <pre style={{ whiteSpace: 'pre-wrap' }}>{error.message}</pre>
        <p style={{ display: 'flex', gap: 8 }}>
          <button className="btn main" onClick={() => window.location.reload()}>
            Reload
          </button>
          <button className="btn line" onClick={() => void copyText(DRAFT.text() ?? '')}>
            Copy my work
          </button>
        </p>
      </main>
    );
  }
}
