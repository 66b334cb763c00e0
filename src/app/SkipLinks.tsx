import type { ReactElement } from 'react';
import { placeOf } from '../places/places';
import { useRouter } from '../store/router';

/** The first stops of the Tab key: the parts of the place that is shown. */
export function SkipLinks(): ReactElement {
  const place = useRouter(({ route }) => route.place);
  return (
    <nav className="skip" aria-label="Skip">
      {placeOf(place).skip.map(({ id, name }) => (
        <a key={id} href={`#${id}`} onClick={jump(id)}>
          Skip to {name}
        </a>
      ))}
    </nav>
  );
}

/** Moves the focus without touching the fragment, which says where the page is. */
function jump(id: string) {
  return (event: { preventDefault: () => void }): void => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
}
