/**
 * What the statements of one policy share. Elements that are written alike are prepared once, and asked once for each
 * request: long policies repeat the same few lists of actions and the same few conditions.
 */
import type { ConditionNode, ListNode } from '../../language/policy';
import { Condition } from '../conditions/condition';
import type { Facts } from '../facts';
import { ActionElement } from './action';
import { AskedAction, AskedCondition } from './asked';
import { frontOf, PatternFront } from './front';
import type { Front } from './front';

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
  readonly #actions = new Map<string, AskedAction[]>();
  readonly #conditions = new Map<string, AskedCondition[]>();
  readonly #fronts = new Map<string, PatternFront>();
  #facts: Facts | undefined;
  #front: Front | undefined;

  /** `variables`: does the policy's version give them a meaning? */
  constructor(readonly variables: boolean) {}

  action(node: ListNode): AskedAction {
    const isSame = (other: ListNode): boolean => node.not === other.not;
    return alike(this.#actions, node, isSame, () => new AskedAction(new ActionElement(node)));
  }

  condition(node: ConditionNode): AskedCondition {
    const isSame = (other: ConditionNode): boolean =>
      node.written === other.written && node.key === other.key;
    return alike(
      this.#conditions,
      node,
      isSame,
      () => new AskedCondition(new Condition(node, this.variables)),
    );
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
    if (facts !== this.#facts) {
      this.#facts = facts;
      this.#front = facts.resource === undefined ? undefined : frontOf(facts.resource);
    }
    return this.#front;
  }
}
