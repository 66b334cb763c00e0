import {
  memo,
  Suspense,
  useCallback,
  useEffect,
  useRef,
  useState,
  type ReactElement,
  type ReactNode,
} from 'react';
import { placeOf } from '../places/places';
import { PLACE_IDS, type PlaceId } from '../store/routes';
import { useRouter } from '../store/router';
import { PlaceBoundary } from './PlaceBoundary';
import { useFocusKept } from './useFocusKept';
import './placeStack.css';

/**
 * Every place that was opened, one over the other, and one of them seen: what was typed, chosen and scrolled in a
 * place is there again. A place that breaks leaves the others as they are.
 */
export function PlaceStack(): ReactElement {
  const here = useRouter(({ route }) => route.place);
  const [opened, setOpened] = useState<readonly PlaceId[]>([here]);
  if (!opened.includes(here)) setOpened([...opened, here]);
  // At start-up the focus stays where the browser has it.
  const [first] = useState(here);
  const [moved, setMoved] = useState(false);
  if (here !== first && !moved) setMoved(true);
  return (
    <main className="stack">
      {PLACE_IDS.filter((id) => opened.includes(id)).map((id) => (
        <PlaceFrame key={id} id={id} shown={id === here} takesFocus={moved} />
      ))}
    </main>
  );
}

interface PlaceFrameProps {
  readonly id: PlaceId;
  readonly shown: boolean;
  readonly takesFocus: boolean;
}

/** Going from one place to another draws these two and none of the others. */
const PlaceFrame = memo(function PlaceFrame({ id, shown, takesFocus }: PlaceFrameProps): ReactElement {
  const { Content, word } = placeOf(id);
  const frame = useRef<HTMLDivElement>(null);
  useFocusKept(
    frame,
    shown,
    useCallback(() => focusHeading(frame.current), []),
  );
  return (
    <div ref={frame} className="stack-place" data-place={id} data-shown={shown} inert={!shown}>
      <PlaceBoundary name={word}>
        <Suspense fallback={<p className="stack-loading">Loading {word}…</p>}>
          <Arrival shown={shown} onArrive={() => takesFocus && focusHeading(frame.current)}>
            <Content shown={shown} />
          </Arrival>
        </Suspense>
      </PlaceBoundary>
    </div>
  );
});

/** Tells when the content is there and seen: at once, or when its code has been fetched. */
function Arrival({
  shown,
  onArrive,
  children,
}: {
  readonly shown: boolean;
  readonly onArrive: () => void;
  readonly children: ReactNode;
}): ReactNode {
  const arrive = useRef(onArrive);
  useEffect(() => {
    arrive.current = onArrive;
  });
  useEffect(() => {
    if (shown) arrive.current();
  }, [shown]);
  return children;
}

/** The heading of the band says where one is. */
function focusHeading(frame: HTMLElement | null): void {
  frame?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
}
