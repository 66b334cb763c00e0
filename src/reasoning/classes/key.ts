/** Classes of a condition key: absent, or the values that its conditions can tell apart. */
import type { ConditionAtom } from '../atoms';
import type { JointOptions } from '../automaton/joint';
import { CALLED_VIA, consequenceOf } from '../key-facts';
import type { Values } from '../templates';
import { chainClasses } from './chain';
import { setKey } from './choice';
import type { Classes, KeyChoice, KeyValue } from './choice';
import { MOST_SETS, holds, matchersOf, signature } from './key-value';
import type { KeyQuestion, Value } from './key-value';
import { singlesOf, waysOf } from './singles';
import type { Single } from './singles';

/** Sets of singles, one for each way in which the conditions can answer: what a set says follows from its members. */
function setsOf(atoms: readonly ConditionAtom[], singles: readonly Single[]): readonly Value[] | 'too many' {
  const found = new Map<string, readonly Single[]>();
  const queue: (readonly Single[])[] = [];
  const offer = (set: readonly Single[]): void => {
    const key = signature(atoms, set, true);
    if (found.has(key)) return;
    found.set(key, set);
    queue.push(set);
  };
  for (const single of singles) offer([single]);
  for (let head = 0; head < queue.length; head += 1) {
    if (found.size > MOST_SETS) return 'too many';
    const set = queue[head]!;
    for (const single of singles) {
      if (set.some(({ text, listedBy }) => text === single.text && listedBy === single.listedBy)) continue;
      if (single.text === '' && set.some(({ text }) => text === '')) continue;
      offer([...set, single]);
    }
  }
  return [...found.values()];
}

function choicesOf(
  dimension: string,
  atoms: readonly ConditionAtom[],
  values: readonly Value[],
  multivalued: boolean,
): readonly KeyChoice[] {
  const found = new Map<string, KeyChoice>();
  for (const value of values) {
    const yes = new Set(atoms.filter((atom) => holds(atom, value, multivalued)).map(({ id }) => id));
    const texts = value?.map(({ text }) => text);
    const shown: KeyValue = multivalued ? texts : texts?.[0];
    const key = `${setKey(yes)} ${consequenceOf(dimension, shown)}`;
    if (found.has(key)) continue;
    found.set(key, {
      kind: 'key',
      dimension,
      value: shown,
      yes,
      free: value?.some(({ free }) => free) === true,
    });
  }
  return [...found.values()];
}

export function keyClasses(question: KeyQuestion, options: JointOptions): Classes<KeyChoice> {
  const { dimension, facts, multivalued, atoms, values, presence } = question;
  if (dimension === CALLED_VIA) return chainClasses(question, options);
  const done = (list: readonly Value[]): readonly KeyChoice[] =>
    choicesOf(dimension, atoms, list, multivalued);
  const absent: readonly Value[] = presence === 'must' ? [] : [undefined];
  if (presence === 'cannot') return { choices: done(absent), incomplete: undefined };
  const { list, incomplete } = singlesOf(dimension, facts, matchersOf(atoms), values, options);
  if (incomplete?.kind === 'cap') return { choices: done(absent), incomplete };
  if (!multivalued) return { choices: done([...absent, ...list.map((single) => [single])]), incomplete };
  const sets = setsOf(atoms, list);
  if (sets === 'too many') return { choices: done(absent), incomplete: { kind: 'cap', of: dimension } };
  return { choices: done([...absent, ...sets]), incomplete };
}

/** A key whose value is settled: one class, or several while templates are open. */
export function fixedKey(
  dimension: string,
  atoms: readonly ConditionAtom[],
  value: KeyValue,
  values: Values | undefined,
): Classes<KeyChoice> {
  const matchers = matchersOf(atoms);
  const texts = value === undefined ? [] : typeof value === 'string' ? [value] : value;
  if (value === undefined || texts.length === 0) {
    return { choices: choicesOf(dimension, atoms, [undefined], false), incomplete: undefined };
  }
  let lists: readonly (readonly Single[])[] = [[]];
  for (const text of texts) {
    const ways = waysOf(text, matchers, values);
    lists = lists.flatMap((list) => ways.map((way) => [...list, way]));
  }
  return { choices: choicesOf(dimension, atoms, lists, typeof value !== 'string'), incomplete: undefined };
}
