/** What one listed value of a condition is: ready to be compared with a value of the request. */
import type { Truth } from '../evaluation';
import type { Lookup } from '../request/lookup';

/** Does a value of the request match the listed value? Variables in the listed value are read through `lookup`. */
export type ValueTest = (actual: string, lookup: Lookup) => Truth;

export interface ListedValue {
  readonly test: ValueTest;
  /** The listed value is not of the operator's type, so nothing matches it. */
  readonly invalid: boolean;
}

export const NEVER: ListedValue = { test: () => 'no', invalid: true };
