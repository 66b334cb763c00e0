import type { ReactElement, ReactNode } from 'react';
import { Icon } from '../Icon';
import './place.css';

interface StartsProps {
  /** Where to put it. */
  readonly heading: string;
  readonly children: ReactNode;
  /** The link to the example. */
  readonly example?: ReactNode;
  readonly sourcesHeading: string;
  /** Each source with its command: `Source`. */
  readonly sources: ReactNode;
}

/** A place with nothing in it yet: at the left where to put it, at the right where it comes from. */
export function Starts({ heading, children, example, sourcesHeading, sources }: StartsProps): ReactElement {
  return (
    <div className="pl-body">
      <div className="pl-starts">
        <section>
          <h2>{heading}</h2>
          {children}
          <p className="pl-private">
            <Icon name="lock" /> Read in this page, sent nowhere
          </p>
          {example !== undefined && (
            <p className="pl-example">
              <span className="dim">Or look at an example:</span> {example}
            </p>
          )}
        </section>
        <section>
          <h2>{sourcesHeading}</h2>
          {sources}
        </section>
      </div>
    </div>
  );
}

/** One way to begin: a whole row that is pressed. */
export function StartButton({
  title,
  children,
  onPress,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly onPress: () => void;
}): ReactElement {
  return (
    <button className="pl-start" onClick={onPress}>
      <span className="grow">
        <b>{title}</b>
        <span className="dim">{children}</span>
      </span>
      <Icon name="right" />
    </button>
  );
}
