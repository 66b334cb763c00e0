/**
 * For each unknown key a finite set of values that stands for all of them: absent, what policies compare it with,
 * what lies between, and something that no policy names.
 */
import { globalKey } from '../../catalog/global-keys';
import type { Facts } from '../facts';
import type { ContextValue } from '../../case/scenario';
import { RESOURCE } from './atoms';
import type { Atom } from './atoms';
import { withValues } from './linked';
import { poolFor } from './pools';
import type { Pool } from './pools';
import { substitutions } from './substitutions';

/** `undefined` stands for an absent key. */
export type Value = ContextValue | undefined;

export interface UnknownKey {
  readonly key: string;
  readonly values: readonly Value[];
  /** There may be values beyond those listed that tell something new. */
  readonly cut: boolean;
}

const VALUES_KEPT = 60;
const SETS_KEPT = 200;

/** Keys that every request of such a caller has: "AWS global condition context keys". */
function alwaysThere(key: string, facts: Facts): boolean {
  if (key === RESOURCE || key === 'aws:resourceaccount') return true;
  return facts.isAlwaysSent(key) || (globalKey(key)?.always === true && !NOT_OF_ALL.has(key));
}

/** Keys that AWS's page puts into every request, and for which some callers have no value. */
const NOT_OF_ALL: ReadonlySet<string> = new Set(['aws:userid', 'aws:principalaccount', 'aws:principaltype']);

/** The request with one unknown settled. */
export function suppose(facts: Facts, key: string, value: Value): Facts {
  if (key === RESOURCE) return { ...facts, resource: typeof value === 'string' ? value : undefined };
  return { ...facts, lookup: withValues(facts.lookup, new Map([[key, value]])) };
}

/** Tells values apart by what the atoms that read the key say to them. */
class Sieve {
  readonly #atoms: readonly Atom[];
  /** Atoms over two unknowns need each value by itself. */
  readonly #tied: boolean;

  constructor(
    private readonly key: string,
    atoms: readonly Atom[],
    private readonly facts: Facts,
  ) {
    this.#atoms = atoms.filter((atom) => atom.keys.includes(key));
    this.#tied = this.#atoms.some((atom) => atom.keys.length > 1);
  }

  signature(value: Value): string {
    const under = suppose(this.facts, this.key, value);
    const said = this.#atoms.map((atom) => atom.test(under).charAt(0)).join('');
    return this.#tied ? `${said} ${JSON.stringify([value])}` : said;
  }

  distinct(values: readonly Value[]): readonly Value[] {
    const kept = new Map<string, Value>();
    for (const value of values) {
      const signature = this.signature(value);
      if (!kept.has(signature)) kept.set(signature, value);
    }
    return [...kept.values()];
  }

  /** All sets of texts, as far as the atoms tell them apart: what they say of a set follows from what they say of its members. */
  sets(texts: readonly string[]): { sets: readonly (readonly string[])[]; cut: boolean } {
    const kept = new Map<string, readonly string[]>();
    for (const text of texts) {
      const signature = this.signature([text]);
      if (!kept.has(signature)) kept.set(signature, [text]);
    }
    const singles = [...kept.values()].slice(0, VALUES_KEPT);
    const queue = [...singles];
    for (let head = 0; head < queue.length && kept.size < SETS_KEPT; head += 1) {
      for (const [text] of singles) {
        if (text === undefined || queue[head]!.includes(text)) continue;
        const larger = [...queue[head]!, text];
        const signature = this.signature(larger);
        if (kept.has(signature)) continue;
        kept.set(signature, larger);
        queue.push(larger);
      }
    }
    return { sets: [...kept.values()], cut: kept.size >= SETS_KEPT || singles.length >= VALUES_KEPT };
  }
}

/** As documented, or by the set operators that a policy uses on it. */
function isMultivalued(key: string, atoms: readonly Atom[]): boolean {
  const known = globalKey(key);
  if (known) return known.multivalued === true;
  return atoms.some(
    ({ condition }) => condition?.lowerKey === key && condition.node.operator.set !== undefined,
  );
}

function valuesFor(key: string, pool: Pool, atoms: readonly Atom[], facts: Facts): UnknownKey {
  const absent: readonly Value[] = alwaysThere(key, facts) ? [] : [undefined];
  const sieve = new Sieve(key, atoms, facts);
  const texts = [...pool.texts];
  if (isMultivalued(key, atoms)) {
    const { sets, cut } = sieve.sets(texts);
    return { key, values: sieve.distinct([...sets, [], ...absent]), cut: pool.cut || cut };
  }
  const values = sieve.distinct(texts);
  const kept = values.slice(0, VALUES_KEPT);
  return {
    key,
    values: sieve.distinct([...kept, ...absent]),
    cut: pool.cut || kept.length < values.length,
  };
}

/** The values to try for every unknown that some atom reads. */
export function unknownKeysOf(atoms: readonly Atom[], facts: Facts): readonly UnknownKey[] {
  const keys = [...new Set(atoms.flatMap((atom) => atom.keys))];
  const pools = new Map(keys.map((key) => [key, poolFor(key, atoms, facts)]));
  const poolOf = (key: string): readonly string[] => [...(pools.get(key)?.texts ?? [])];
  // Variables tie keys together: what fits one in a pattern goes into the pool of the other. Twice, for chains.
  for (let round = 0; round < 2; round += 1) {
    for (const { key, text } of substitutions(atoms, facts, poolOf)) {
      const pool = pools.get(key);
      if (pool?.fits(text)) pool.texts.add(text);
    }
  }
  return keys.map((key) => valuesFor(key, pools.get(key)!, atoms, facts));
}
