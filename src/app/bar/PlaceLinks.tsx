import type { MouseEvent, ReactElement } from 'react';
import { ALL_PLACES } from '../../places/places';
import { goTo, hrefOf, useRouter, type PlaceId } from '../../store/router';

/** The words of the places: real links, so that one can be opened in another tab. */
export function PlaceLinks({ className }: { readonly className: string }): ReactElement {
  const here = useRouter(({ route }) => route.place);
  const left = useRouter((state) => state.left);
  return (
    <nav className={className} aria-label="Places">
      {ALL_PLACES.map(({ id, word, title }) => (
        <a
          key={id}
          href={hrefOf(left[id])}
          title={title}
          data-word={word}
          aria-current={id === here ? 'page' : undefined}
          onClick={follow(id)}
        >
          {word}
        </a>
      ))}
    </nav>
  );
}

/** A plain click stays in the page; any other is the browser's. */
function follow(id: PlaceId) {
  return (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(id);
  };
}
