import { useEffect } from 'react';
import { placeOf } from '../places/places';
import { useRouter } from '../store/router';
import { useVerdict } from '../store/store';

/** The window's title: the place, then the case. A part of its own, so that a new title draws nothing else. */
export function WindowTitle(): null {
  const { word } = placeOf(useRouter(({ route }) => route.place));
  const title = useVerdict(({ history }) => history.present.title);
  useEffect(() => {
    document.title = [word, title, 'Verdict'].filter((part) => part !== undefined && part !== '').join(' · ');
  }, [word, title]);
  return null;
}
