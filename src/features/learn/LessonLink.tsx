import type { MouseEvent, ReactElement, ReactNode } from 'react';
import { goTo, hrefOf } from '../../store/router';
import { placeRoute } from '../../store/routes';

interface LessonLinkProps {
  /** Behind `#/learn/`. */
  readonly path: string;
  readonly className?: string;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A way to a part of Learn: followed in the page, and opened in another tab like every link. */
export function LessonLink({ path, className = 'link', label, children }: LessonLinkProps): ReactElement {
  const follow = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo('learn', { path });
  };
  return (
    <a className={className} href={hrefOf(placeRoute('learn', path))} aria-label={label} onClick={follow}>
      {children}
    </a>
  );
}
