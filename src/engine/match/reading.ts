/**
 * What one policy reads of a request, and what of it changed since another request: only the elements that hang on
 * something changed are asked again. The request is looked at as values, so nothing can go stale.
 */
import type { Facts } from '../facts';
import { isSameValue } from '../request/lookup';

/** The request's action, resource, caller and keys, as far as the policy reads them. Never changed. */
export type Reading = readonly unknown[];

/** What an element hangs on, and what changed: one bit for each. */
export type Bits = number;

export const ACTION: Bits = 1;
export const RESOURCE: Bits = 2;
export const CALLER: Bits = 4;
const EVERYTHING: Bits = -1;

const FIRST_KEY = 3;
/** Policies with more keys than bits have keys that share one: then an element may be asked once too often. */
const KEY_BITS = 27;

/** The caller's unique ID, which Principal elements may name. */
const USER_ID = 'aws:userid';

export class Reader {
  readonly #keys: readonly string[];
  readonly #places: ReadonlyMap<string, number>;
  #last: Reading | undefined;
  #from: Reading | undefined;
  #to: Reading | undefined;
  #changed: Bits = 0;

  /** For a policy that reads these keys, in small letters. */
  constructor(keys: Iterable<string>) {
    this.#keys = [...keys];
    this.#places = new Map(this.#keys.map((key, at) => [key, at]));
  }

  /** What an element hangs on that reads these keys. */
  bitsOf(keys: readonly string[]): Bits {
    let bits = 0;
    for (const key of keys) {
      const at = this.#places.get(key);
      bits |= at === undefined ? EVERYTHING : 1 << (FIRST_KEY + (at % KEY_BITS));
    }
    return bits;
  }

  /** The same object as the last time where the request says the same. */
  read({ action, resource, resourcePrefix, caller, partition, bounded, lookup }: Facts): Reading {
    // Of a key behind an alias only the beginning of its ARN is known, which no resource can be mistaken for.
    const asked = resource ?? (resourcePrefix && `behind ${resourcePrefix}`);
    const reading: unknown[] = [action?.written, asked, caller, partition, bounded, lookup(USER_ID)];
    for (const key of this.#keys) reading.push(lookup(key));
    if (!this.#last || this.compare(this.#last, reading) !== 0) this.#last = reading;
    return this.#last;
  }

  /** What differs between two readings; all of it where there is none before. */
  changed(from: Reading | undefined, to: Reading): Bits {
    if (from === to) return 0;
    if (!from) return EVERYTHING;
    if (from !== this.#from || to !== this.#to) {
      this.#changed = this.compare(from, to);
      this.#from = from;
      this.#to = to;
    }
    return this.#changed;
  }

  private compare(from: Reading, to: Reading): Bits {
    let bits = 0;
    if (from[0] !== to[0]) bits |= ACTION;
    if (from[1] !== to[1]) bits |= RESOURCE;
    for (let at = 2; at < 6; at += 1) if (!isSameValue(from[at], to[at])) bits |= CALLER;
    for (let at = 0; at < this.#keys.length; at += 1) {
      if (!isSameValue(from[at + 6], to[at + 6])) bits |= 1 << (FIRST_KEY + (at % KEY_BITS));
    }
    return bits;
  }
}

/** An answer that stays good until something changes that it hangs on. */
export class Remembered<A> {
  #reading: Reading | undefined;
  #answer: A | undefined;

  constructor(
    private readonly reader: Reader,
    readonly bits: Bits,
    private readonly ask: (facts: Facts) => A,
  ) {}

  answer(facts: Facts, reading: Reading): A {
    if (reading === this.#reading) return this.#answer!;
    if ((this.reader.changed(this.#reading, reading) & this.bits) !== 0) this.#answer = this.ask(facts);
    this.#reading = reading;
    return this.#answer!;
  }
}
