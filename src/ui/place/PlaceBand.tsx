import type { ReactElement, ReactNode } from 'react';
import './place.css';

interface PlaceBandProps {
  /** The heading takes the focus when the person comes to the place. */
  readonly id: string;
  /** A drawing of 38 pixels, or the number that is the answer. */
  readonly mark: ReactNode;
  /** The colour: an outcome's, `warn` for a finding, `plain` for none. */
  readonly tone?: string;
  readonly heading: ReactNode;
  /** The line under the heading. */
  readonly children?: ReactNode;
  /** At the right: numbers, or what AWS says. */
  readonly side?: ReactNode;
  /** The place's own class, where its band differs. */
  readonly className?: string;
}

/** The answer of a place in one sentence, 80 pixels high unless its place says otherwise. */
export function PlaceBand({
  id,
  mark,
  tone = 'none',
  heading,
  children,
  side,
  className = '',
}: PlaceBandProps): ReactElement {
  return (
    <section className={`pl-band k-${tone} ${className}`} aria-labelledby={id}>
      <span className="pl-mark">{mark}</span>
      <div className="grow">
        <h1 id={id} tabIndex={-1}>
          {heading}
        </h1>
        <div className="pl-why">{children}</div>
      </div>
      {side}
    </section>
  );
}
