import { Component, type ReactNode } from 'react';

/** What browsers say when a script that is imported on demand does not come. */
const NOT_LOADED =
  /dynamically imported module|importing a module script failed|unable to preload|failed to load module/i;

interface Props {
  readonly children: ReactNode;
  /** Told instead of showing the message here. */
  readonly onMissing?: () => void;
}

interface State {
  readonly error?: Error;
}

/**
 * Around a part that is loaded on demand: says so when it cannot be loaded, because there is no network, or because
 * the page was replaced by a newer version while it was open. Other errors are passed on.
 */
export class PartBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override componentDidCatch(error: Error): void {
    if (NOT_LOADED.test(error.message)) this.props.onMissing?.();
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    if (!NOT_LOADED.test(error.message)) throw error;
    return this.props.onMissing ? null : <MissingPart />;
  }
}

/** Nothing is lost by reloading: the work is kept in the browser. */
export function MissingPart(): ReactNode {
  return (
    <div className="missing-part" role="alert">
      <p>
        This part of the page could not be loaded. There is no network, or a newer version of the page is out.
        Your work is kept: reload to go on.
      </p>
      <button className="btn line" onClick={() => window.location.reload()}>
        Reload
      </button>
    </div>
  );
}
