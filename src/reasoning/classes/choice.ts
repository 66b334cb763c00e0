/** One way in which a dimension of a request can be, as far as the statements at hand can tell. */
import type { Caller } from '../../engine/request/caller';

export interface Choice {
  /** The atoms that hold. */
  readonly yes: ReadonlySet<number>;
  /** Some template was taken to match, or not to, whatever its variables are. */
  readonly free: boolean;
}

export interface ActionChoice extends Choice {
  readonly kind: 'action';
  readonly name: string;
}

export interface ResourceChoice extends Choice {
  readonly kind: 'resource';
  readonly text: string;
  /** The account in its ARN, where the keys that name it are told apart by it; undefined: it may be any. */
  readonly account?: string;
}

/** A value by its key: undefined where the request does not have it. */
export type KeyValue = string | readonly string[] | undefined;

export interface CallerChoice extends Choice {
  readonly kind: 'caller';
  readonly caller: Caller;
  /** What follows from the caller, by key in small letters; a key that is missing here is absent. */
  readonly derived: ReadonlyMap<string, KeyValue>;
}

export interface KeyChoice extends Choice {
  readonly kind: 'key';
  readonly dimension: string;
  readonly value: KeyValue;
}

export type AnyChoice = ActionChoice | ResourceChoice | CallerChoice | KeyChoice;

export type Incomplete =
  /** More combinations than are tried. */
  | { readonly kind: 'cap'; readonly of: string }
  /** One key is compared in several ways that have no common theory. */
  | { readonly kind: 'mixed'; readonly key: string };

export interface Classes<C extends Choice> {
  readonly choices: Iterable<C>;
  /** Why the list may lack some class; undefined: it is complete. Of a list that is worked out as it is read: at its end. */
  readonly incomplete: Incomplete | undefined;
}

/** All subsets of templates that may match or not, each as the atoms or matchers that it makes true. */
export function subsets<T>(free: readonly T[]): readonly (readonly T[])[] {
  let found: readonly (readonly T[])[] = [[]];
  for (const one of free) found = [...found, ...found.map((set) => [...set, one])];
  return found;
}

/** More free templates than this at once are not tried in all their combinations. */
export const MOST_FREE = 8;

export const setKey = (set: Iterable<number>): string => [...set].sort((a, b) => a - b).join();
