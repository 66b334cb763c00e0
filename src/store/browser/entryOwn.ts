/**
 * What belongs to an entry of the browser's history and not into an address that people share: names of an account, its resources.
 * It outlasts a reload, goes with the tab, and can be forgotten.
 */
const KEY = 'verdict.entries';

export type EntryOwn = Readonly<Record<string, string>>;

type Kept = Readonly<Record<string, EntryOwn>>;

function all(): Kept {
  try {
    const read: unknown = JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}');
    return typeof read === 'object' && read !== null ? (read as Kept) : {};
  } catch {
    return {};
  }
}

/** Of an entry by its number; nothing where none was kept, or the browser keeps nothing. */
export function ownOf(number: number | undefined): EntryOwn {
  return all()[String(number)] ?? {};
}

export function keepOwn(number: number | undefined, own: EntryOwn): void {
  const { [String(number)]: before, ...rest } = all();
  if (before === undefined && Object.keys(own).length === 0) return;
  try {
    const kept = Object.keys(own).length > 0 ? { ...rest, [String(number)]: own } : rest;
    window.sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // Without room the place starts empty after a reload.
  }
}

export function forgetOwn(): void {
  try {
    window.sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was kept where nothing may be.
  }
}
