/**
 * The part of the address after `#`, and the entries of the browser's history that differ in it. No server ever sees
 * it, and it can hold a whole case. Nothing else in the program touches the address or the history.
 */

/** One entry of the browser's history. */
export interface Entry {
  /** Without `#`; an empty string where there is none. */
  readonly fragment: string;
  /** Counted up from 0 within a visit; undefined for an entry that came from outside: typed, pasted, a followed link. */
  readonly number: number | undefined;
}

/** The fragment without `#`, or an empty string. */
export function fragment(): string {
  return window.location.hash.replace(/^#/, '');
}

/** The entry that the browser shows. */
export function entry(): Entry {
  const state: unknown = window.history.state;
  const number =
    typeof state === 'object' && state !== null && 'entry' in state && typeof state.entry === 'number'
      ? state.entry
      : undefined;
  return { fragment: fragment(), number };
}

function address(text: string): string {
  const { pathname, search } = window.location;
  return text === '' ? pathname + search : `${pathname}${search}#${text}`;
}

/** Writes the fragment in place, without a step in the browser's history. */
export function replaceFragment(text: string, number = entry().number): void {
  window.history.replaceState({ entry: number ?? 0 }, '', address(text));
}

/** Adds an entry after the present one. */
export function pushFragment(text: string): void {
  window.history.pushState({ entry: (entry().number ?? 0) + 1 }, '', address(text));
}

/** One step back in the browser's history. */
export function stepBack(): void {
  window.history.back();
}

/** Told of every entry that the person goes to: back, forward, a link that is followed or typed. */
export function onEntryChange(changed: () => void): () => void {
  // Browsers differ in whether a typed fragment is told by the first or by both.
  window.addEventListener('popstate', changed);
  window.addEventListener('hashchange', changed);
  return () => {
    window.removeEventListener('popstate', changed);
    window.removeEventListener('hashchange', changed);
  };
}

/** The page's address with a fragment, to hand to someone. */
export function addressWith(text: string): string {
  const { origin, pathname, search } = window.location;
  return `${origin}${pathname}${search}#${text}`;
}
