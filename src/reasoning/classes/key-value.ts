/** What conditions on one key say of a value of it: absent, or single values that they can tell apart. */
import type { Truth } from '../../engine/evaluation';
import type { ContextValue } from '../../case/scenario';
import type { ConditionAtom, Matcher } from '../atoms';
import type { KeyFacts } from '../key-facts';
import type { Values } from '../templates';
import type { Single } from './singles';

/** Sets of values are tried up to this many different answers. */
export const MOST_SETS = 500;

const NOTHING = (): undefined => undefined;

/** A value of the key: absent, or singles. */
export type Value = readonly Single[] | undefined;

export function matchersOf(atoms: readonly ConditionAtom[]): readonly Matcher[] {
  return [...new Set(atoms.flatMap(({ matcher }) => (matcher ? [matcher] : [])))];
}

/**
 * Does a condition hold of a value? By the evaluator's own rule; what is listed is known of each single, so the texts
 * given to it are only names for them. An empty text stays one: it counts as no value in some places.
 */
export function holds({ condition, matcher }: ConditionAtom, value: Value, multivalued: boolean): boolean {
  const names = value?.map(({ text }, at) => (text === '' ? '' : `#${at}`));
  const given: ContextValue | undefined = names === undefined || multivalued ? names : names[0]!;
  const lists = (name: string): Truth => {
    const single = value!.find(({ text }, at) => (text === '' ? '' : `#${at}`) === name);
    return matcher && single?.listedBy.has(matcher.id) ? 'yes' : 'no';
  };
  return condition.evaluate(given, NOTHING, lists).truth === 'yes';
}

export const signature = (atoms: readonly ConditionAtom[], value: Value, multivalued: boolean): string =>
  atoms.map((atom) => (holds(atom, value, multivalued) ? '1' : '0')).join('');

export interface KeyQuestion {
  readonly dimension: string;
  readonly facts: KeyFacts;
  readonly multivalued: boolean;
  readonly atoms: readonly ConditionAtom[];
  readonly values: Values | undefined;
  /** May, must or cannot the request have the key? */
  readonly presence: 'may' | 'must' | 'cannot';
}
