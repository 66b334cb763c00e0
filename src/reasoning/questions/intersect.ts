/** Allows of several layers as one: what every one of them allows, written as statements of one policy. */
import { globCovers, globsMeet } from '../../language/glob-relations';
import type { ConditionNode, StatementNode } from '../../language/policy';
import type { Names } from '../names';

/** The parts of an Allow; `not`: all but the values. */
export interface Term {
  readonly action: { readonly not: boolean; readonly values: readonly string[] };
  readonly resource: { readonly not: boolean; readonly values: readonly string[] };
  readonly conditions: readonly Pick<ConditionNode, 'written' | 'key' | 'values'>[];
}

/** What cannot be written as an Allow. */
const CANNOT = Symbol('cannot');
type Maybe<T> = T | typeof CANNOT;

export function termOf({ action, resource, conditions }: StatementNode): Term {
  return {
    action: { not: action.not, values: action.values },
    resource: { not: resource?.not === true, values: resource?.values ?? ['*'] },
    conditions: conditions.map(({ written, key, values }) => ({ written, key, values })),
  };
}

const isAll = ({ not, values }: Term['action']): boolean => !not && values.includes('*');
const fold = (text: string): string => text.toLowerCase();

/** Patterns that both lists have in common: of two that lie in each other the narrower. */
function narrower(
  one: readonly string[],
  other: readonly string[],
  same: (text: string) => string,
  meet: (a: string, b: string) => Maybe<readonly string[]>,
): Maybe<readonly string[]> {
  const found = new Map<string, string>();
  for (const a of one) {
    for (const b of other) {
      const [left, right] = [same(a), same(b)];
      if (globCovers(left, right)) found.set(right, b);
      else if (globCovers(right, left)) found.set(left, a);
      else if (globsMeet(left, right)) {
        const more = meet(a, b);
        if (more === CANNOT) return CANNOT;
        for (const text of more) found.set(same(text), text);
      }
    }
  }
  return [...found.values()];
}

/** More names than this are no policy that anybody reads. */
const MOST_NAMES = 300;

function actionsOf(one: Term['action'], other: Term['action'], names: Names): Maybe<Term['action']> {
  if (isAll(one)) return other;
  if (isAll(other)) return one;
  if (one.not && other.not) return { not: true, values: [...new Set([...one.values, ...other.values])] };
  if (one.not) return actionsOf(other, one, names);
  if (other.not) {
    const values = one.values.flatMap((value) => {
      const isFree = other.values.every((out) => !globsMeet(fold(out), fold(value)));
      return isFree ? [value] : names.listedBy({ not: false, values: [value] }, other);
    });
    return values.length > MOST_NAMES ? CANNOT : { not: false, values };
  }
  const meet = (a: string, b: string): readonly string[] =>
    names.listedBy({ not: false, values: [a] }, { not: false, values: [b] });
  const values = narrower(one.values, other.values, fold, meet);
  return values === CANNOT ? CANNOT : { not: false, values };
}

function resourcesOf(one: Term['resource'], other: Term['resource']): Maybe<Term['resource']> {
  if (isAll(one)) return other;
  if (isAll(other)) return one;
  if (one.not || other.not) return CANNOT;
  const values = narrower(
    one.values,
    other.values,
    (text) => text,
    () => CANNOT,
  );
  return values === CANNOT ? CANNOT : { not: false, values };
}

const PLAIN = /^StringEquals$/i;

/** Both must hold; a block names an operator and key once, so equal ones have to become one. */
function conditionsOf(one: Term['conditions'], other: Term['conditions']): Maybe<Term['conditions']> {
  const found = [...one];
  for (const condition of other) {
    const isLike = ({ written, key }: Term['conditions'][number]): boolean =>
      fold(written) === fold(condition.written) && fold(key) === fold(condition.key);
    const at = found.findIndex(isLike);
    if (at === -1) {
      found.push(condition);
      continue;
    }
    const { values } = found[at]!;
    if (JSON.stringify([...values].sort()) === JSON.stringify([...condition.values].sort())) continue;
    const isText = [...values, ...condition.values].every((value) => !value.includes('${'));
    if (!PLAIN.test(condition.written) || !isText) return CANNOT;
    const both = values.filter((value) => condition.values.includes(value));
    found[at] = { ...condition, values: both };
  }
  return found;
}

/** What two Allows allow both; nothing where they have no request in common. Undefined: it cannot be written. */
export function intersect(one: Term, other: Term, names: Names): readonly Term[] | undefined {
  const action = actionsOf(one.action, other.action, names);
  const resource = resourcesOf(one.resource, other.resource);
  const conditions = conditionsOf(one.conditions, other.conditions);
  const isNone = (part: Maybe<Term['action']>): boolean =>
    part !== CANNOT && !part.not && part.values.length === 0;
  if (isNone(action) || isNone(resource)) return [];
  if (action === CANNOT || resource === CANNOT || conditions === CANNOT) return undefined;
  if (conditions.some(({ values }) => values.length === 0)) return [];
  return [{ action, resource, conditions }];
}
