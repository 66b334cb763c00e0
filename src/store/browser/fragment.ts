/** The part of the address after `#`: no server ever sees it, and it can hold a whole case. */

/** The fragment without `#`, or an empty string. */
export function fragment(): string {
  return window.location.hash.replace(/^#/, '');
}

/** Writes the fragment in place, without a step in the browser's history. */
export function replaceFragment(text: string): void {
  const { pathname, search } = window.location;
  window.history.replaceState(null, '', text === '' ? pathname + search : `${pathname}${search}#${text}`);
}

export function onFragmentChange(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}

/** The page's address with a fragment, to hand to someone. */
export function addressWith(text: string): string {
  const { origin, pathname, search } = window.location;
  return `${origin}${pathname}${search}#${text}`;
}
