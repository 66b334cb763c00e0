/**
 * Classes of the services that a call came through: `aws:CalledVia` in order, with its first, its last, and whether
 * there is any. IAM User Guide: "Forward access sessions", "AWS global condition context keys".
 */
import type { ConditionAtom } from '../atoms';
import type { JointOptions } from '../automaton/joint';
import { CALLED_VIA, CALLED_VIA_FIRST, CALLED_VIA_LAST, VIA_SERVICE } from '../key-facts';
import type { Values } from '../templates';
import { setKey } from './choice';
import type { Classes, KeyChoice } from './choice';
import { MOST_SETS, holds, matchersOf, signature } from './key-value';
import type { KeyQuestion, Value } from './key-value';
import { singlesOf, waysOf } from './singles';
import type { Single } from './singles';

/** What conditions on the chain ask, by the key that they read. */
interface Asked {
  readonly all: readonly ConditionAtom[];
  readonly first: readonly ConditionAtom[];
  readonly last: readonly ConditionAtom[];
  readonly any: readonly ConditionAtom[];
}

type Chain = readonly Single[];

function askedBy(atoms: readonly ConditionAtom[]): Asked {
  const of = (key: string): readonly ConditionAtom[] =>
    atoms.filter(({ condition }) => condition.node.key.toLowerCase() === key);
  return {
    all: of(CALLED_VIA),
    first: of(CALLED_VIA_FIRST),
    last: of(CALLED_VIA_LAST),
    any: of(VIA_SERVICE),
  };
}

/** What a longer chain says follows from what the shorter one says and from the service that is added at its end. */
function chainsOf({ all, first, last }: Asked, singles: readonly Single[]): readonly Chain[] | 'too many' {
  const found = new Map<string, Chain>();
  const queue: Chain[] = [];
  const offer = (chain: Chain): void => {
    const ends = [signature(first, [chain[0]!], false), signature(last, [chain.at(-1)!], false)];
    const key = [signature(all, chain, true), ...ends].join();
    if (found.has(key)) return;
    found.set(key, chain);
    queue.push(chain);
  };
  for (const single of singles) offer([single]);
  for (let head = 0; head < queue.length; head += 1) {
    if (found.size > MOST_SETS) return 'too many';
    for (const single of singles) offer([...queue[head]!, single]);
  }
  return [...found.values()];
}

function choiceOf(asked: Asked, chain: Chain | undefined, any: Single): KeyChoice {
  const yes = new Set<number>();
  const ask = (atoms: readonly ConditionAtom[], value: Value, multivalued: boolean): void => {
    for (const atom of atoms) if (holds(atom, value, multivalued)) yes.add(atom.id);
  };
  ask(asked.all, chain, true);
  ask(asked.first, chain && [chain[0]!], false);
  ask(asked.last, chain && [chain.at(-1)!], false);
  ask(asked.any, [any], false);
  const free = any.free || chain?.some((single) => single.free) === true;
  return { kind: 'key', dimension: CALLED_VIA, value: chain?.map(({ text }) => text), yes, free };
}

/** Whether there is a service in between, as its conditions read it. */
const ways = ({ any }: Asked, isAny: boolean, values: Values | undefined): readonly Single[] =>
  waysOf(String(isAny), matchersOf(any), values);

export function chainClasses(question: KeyQuestion, options: JointOptions): Classes<KeyChoice> {
  const { facts, atoms, values, presence } = question;
  const asked = askedBy(atoms);
  const none = ways(asked, false, values).map((any) => choiceOf(asked, undefined, any));
  if (presence === 'cannot') return { choices: none, incomplete: undefined };
  const listed = matchersOf([...asked.all, ...asked.first, ...asked.last]);
  const { list, incomplete } = singlesOf(CALLED_VIA, facts, listed, values, options);
  const chains = incomplete?.kind === 'cap' ? [] : chainsOf(asked, list);
  if (chains === 'too many') return { choices: none, incomplete: { kind: 'cap', of: CALLED_VIA } };
  const some = chains.flatMap((chain) => ways(asked, true, values).map((any) => choiceOf(asked, chain, any)));
  const apart = new Map<string, KeyChoice>();
  for (const choice of [...none, ...some]) {
    const key = `${choice.value === undefined} ${setKey(choice.yes)}`;
    if (!apart.has(key)) apart.set(key, choice);
  }
  return { choices: [...apart.values()], incomplete };
}
