/** The work in progress, kept in this browser's storage so that a reload loses nothing. */

const KEY = 'verdict.draft';

/** What was kept, or undefined: nothing, or storage is closed to the page. */
export function draftText(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** False when the browser refuses (storage closed, or full). */
export function keepDraft(text: string): boolean {
  try {
    localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept, so there is nothing to drop.
  }
}
