import { useEffect } from 'react';
import { placeOf } from '../places/places';
import { useRouter } from '../store/router';
import { useVerdict } from '../store/store';

/** The window's title: the place, then the case. */
export function useWindowTitle(): void {
  const { word } = placeOf(useRouter(({ route }) => route.place));
  const title = useVerdict(({ history }) => history.present.title);
  useEffect(() => {
    document.title = [word, title, 'Verdict'].filter((part) => part !== undefined && part !== '').join(' · ');
  }, [word, title]);
}
