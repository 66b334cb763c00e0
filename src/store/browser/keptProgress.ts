/** What a learner did, under one key of the browser's storage: the same in every tab. */
const KEY = 'verdict.learn';

/** What was kept: undefined for nothing, `closed` where the browser does not let the page look. */
export function keptProgress(): { readonly text: string | undefined } | 'closed' {
  try {
    return { text: localStorage.getItem(KEY) ?? undefined };
  } catch {
    return 'closed';
  }
}

/** False where the browser refuses, or has no room. */
export function keepProgress(text: string): boolean {
  try {
    localStorage.setItem(KEY, text);
    return true;
  } catch {
    return false;
  }
}

export function forgetProgress(): void {
  try {
    localStorage.removeItem(KEY);
    localStorage.removeItem(`${KEY}.unreadable`);
  } catch {
    // Nothing was kept, then.
  }
}

/** What could not be read is put aside, so that the next save does not write over it. */
export function setProgressAside(text: string): void {
  try {
    localStorage.setItem(`${KEY}.unreadable`, text);
  } catch {
    // There is no room for it.
  }
}

/** Told when another tab keeps something. */
export function onProgressElsewhere(changed: (text: string | undefined) => void): () => void {
  const listen = ({ key, newValue }: StorageEvent): void => {
    if (key === KEY) changed(newValue ?? undefined);
  };
  window.addEventListener('storage', listen);
  return () => window.removeEventListener('storage', listen);
}

/** Today where the person is, as `2026-11-30`. */
export function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
