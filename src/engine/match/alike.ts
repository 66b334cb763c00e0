/**
 * What the statements of one policy share. Elements that are written alike are prepared once, and asked once for each
 * request: long policies repeat the same few lists of actions and the same few conditions.
 */
import type { ConditionNode, ListNode } from '../../language/policy';
import { Condition } from '../conditions/condition';
import type { ConditionAnswer } from '../conditions/condition';
import type { Facts } from '../facts';
import { ActionElement } from './action';
import type { ActionAnswer } from './action';
import { frontOf, PatternFront } from './front';
import type { Front } from './front';
import { Once } from './once';

/** An element, and what it says. */
export interface Shared<E, A> {
  readonly element: E;
  readonly said: Once<A>;
}

export type SharedAction = Shared<ActionElement, ActionAnswer>;
export type SharedCondition = Shared<Condition, ConditionAnswer>;

/** How many prepared elements that begin alike are compared: beyond them an element is prepared once more. */
const COMPARED = 16;

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
}

/** The element that is written alike, or a new one. Most lists are told apart by the first text already. */
function alike<
  N extends { readonly values: readonly string[] },
  T extends { readonly element: { readonly node: N } },
>(known: Map<string, T[]>, node: N, isSame: (other: N) => boolean, make: () => T): T {
  const first = node.values[0] ?? '';
  let begun = known.get(first);
  if (!begun) {
    begun = [];
    known.set(first, begun);
  }
  for (const one of begun) {
    const other = one.element.node;
    if (isSame(other) && isSameList(node.values, other.values)) return one;
  }
  const made = make();
  if (begun.length < COMPARED) begun.push(made);
  return made;
}

export class Alike {
  readonly #actions = new Map<string, SharedAction[]>();
  readonly #conditions = new Map<string, SharedCondition[]>();
  readonly #fronts = new Map<string, PatternFront>();
  readonly #front = new Once<Front | undefined>(({ resource }) =>
    resource === undefined ? undefined : frontOf(resource),
  );

  /** `variables`: does the policy's version give them a meaning? */
  constructor(readonly variables: boolean) {}

  action(node: ListNode): SharedAction {
    const isSame = (other: ListNode): boolean => node.not === other.not;
    return alike(this.#actions, node, isSame, () => {
      const element = new ActionElement(node);
      return { element, said: new Once((facts) => element.answer(facts)) };
    });
  }

  condition(node: ConditionNode): SharedCondition {
    const isSame = (other: ConditionNode): boolean =>
      node.written === other.written && node.key === other.key;
    return alike(this.#conditions, node, isSame, () => {
      const element = new Condition(node, this.variables);
      return { element, said: new Once(({ lookup }) => element.answer(lookup)) };
    });
  }

  /** The front of a resource pattern, by its text. */
  patternFront(text: string): PatternFront {
    let front = this.#fronts.get(text);
    if (!front) {
      front = new PatternFront(text);
      this.#fronts.set(text, front);
    }
    return front;
  }

  /** The front of the resource that is asked for. */
  frontOf(facts: Facts): Front | undefined {
    return this.#front.answer(facts);
  }
}
