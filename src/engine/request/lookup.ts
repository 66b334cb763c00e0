/** Reading the context while matching. */
import type { ContextValue } from '../../case/scenario';

/** The value of a key by its lower-case name: undefined is absent, null is not known. */
export type Lookup = (lowerKey: string) => ContextValue | undefined;

/** The same value, as far as matching can tell. */
export function isSameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
  return one.every((value, at) => value === other[at]);
}
