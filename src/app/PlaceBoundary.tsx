import { Component, type ReactNode } from 'react';
import { PartBoundary } from '../ui/PartBoundary';

interface Props {
  readonly name: string;
  readonly children: ReactNode;
}

interface State {
  readonly error?: Error | undefined;
}

/** Around a place: one that breaks says so in its own room, and can be tried again; the others go on. */
export class PlaceBoundary extends Component<Props, State> {
  override state: State = {};

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { name, children } = this.props;
    const { error } = this.state;
    if (!error) return <PartBoundary>{children}</PartBoundary>;
    return (
      <section className="place-broken">
        <h1 tabIndex={-1}>{name} broke</h1>
        <p>Your case and the other places are as they were. Try again, or go on elsewhere.</p>
        <pre>{error.message}</pre>
        <p>
          <button className="btn line" onClick={() => this.setState({ error: undefined })}>
            Try again
          </button>
        </p>
      </section>
    );
  }
}
