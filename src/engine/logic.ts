/** A logic in which the flow chart of `decide` can be worked out: the three values of one request, formulas over all. */
import type { Truth } from './evaluation';
import { and, not, or } from './truth';

export interface Logic<T> {
  readonly yes: T;
  readonly no: T;
  readonly and: (a: T, b: T) => T;
  readonly or: (a: T, b: T) => T;
  readonly not: (a: T) => T;
}

/** Three-valued logic after Kleene: what one request says. */
export const KLEENE: Logic<Truth> = { yes: 'yes', no: 'no', and, or, not };
