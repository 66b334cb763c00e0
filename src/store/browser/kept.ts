/**
 * Cases kept in the browser so that a reload loses nothing: the work in progress, and the case to compare it with.
 * This tab's own copy comes first, so that two tabs do not take each other's work; a new tab finds the latest of any.
 */
export interface Kept {
  /** What was kept, or undefined. */
  readonly text: () => string | undefined;
  /** False when the browser refuses. */
  readonly keep: (text: string) => boolean;
  readonly forget: () => void;
  /** Puts what could not be read aside, so that the next save does not write over it. */
  readonly setAside: (text: string) => void;
}

/** Storage may be closed to the page, or full: then there is simply nothing kept. */
function attempt<Result>(use: () => Result): Result | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

function kept(key: string): Kept {
  return {
    text: () =>
      attempt(() => sessionStorage.getItem(key)) ?? attempt(() => localStorage.getItem(key)) ?? undefined,
    keep: (text) => {
      attempt(() => sessionStorage.setItem(key, text));
      return attempt(() => (localStorage.setItem(key, text), true)) ?? false;
    },
    forget: () => {
      attempt(() => sessionStorage.removeItem(key));
      attempt(() => localStorage.removeItem(key));
    },
    setAside: (text) => attempt(() => localStorage.setItem(`${key}.unreadable`, text)),
  };
}

/** For a reload of this tab alone: another tab came by another link. */
function keptInTab(key: string): Kept {
  return {
    text: () => attempt(() => sessionStorage.getItem(key)) ?? undefined,
    keep: (text) => attempt(() => (sessionStorage.setItem(key, text), true)) ?? false,
    forget: () => attempt(() => sessionStorage.removeItem(key)),
    setAside: (text) => attempt(() => sessionStorage.setItem(`${key}.unreadable`, text)),
  };
}

export const DRAFT = kept('verdict.draft');
export const CASE_A = kept('verdict.caseA');

/** The case as a link brought it, for what was changed since. */
export const LINKED = keptInTab('verdict.linked');

/** The cases that were on the page lately. */
export const RECENT = kept('verdict.recent');

/** What was chosen last in Find. */
export const FOUND = kept('verdict.found');
