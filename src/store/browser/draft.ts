/**
 * The work in progress, kept in the browser so that a reload loses nothing. This tab's own copy comes first,
 * so that two tabs do not take each other's work; a new tab finds the latest of any.
 */
const KEY = 'verdict.draft';
const SPARE = 'verdict.draft.unreadable';

/** Storage may be closed to the page, or full: then there is simply nothing kept. */
function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** What was kept, or undefined. */
export function draftText(): string | undefined {
  return attempt(() => sessionStorage.getItem(KEY)) ?? attempt(() => localStorage.getItem(KEY)) ?? undefined;
}

/** False when the browser refuses. */
export function keepDraft(text: string): boolean {
  attempt(() => sessionStorage.setItem(KEY, text));
  return attempt(() => (localStorage.setItem(KEY, text), true)) ?? false;
}

/** Puts a draft that could not be read aside, so that the next save does not write over it. */
export function setDraftAside(text: string): void {
  attempt(() => localStorage.setItem(SPARE, text));
}
