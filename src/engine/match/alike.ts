/**
 * What the statements of one policy share. Elements that are written alike are prepared once, and asked once for each
 * request: long policies repeat the same few lists of actions and the same few conditions.
 */
import type { ConditionNode, ListNode } from '../../language/policy';
import { Condition } from '../conditions/condition';
import type { ConditionAnswer } from '../conditions/condition';
import { ActionElement } from './action';
import type { ActionAnswer } from './action';
import { PatternFront } from './front';
import { Fronts, frontsKey } from './fronts';
import { ACTION, Remembered } from './reading';
import type { Reader } from './reading';
import type { ResourcePattern } from './resource-pattern';

/** An element, and what it last said. */
export interface Asked<E, A> {
  readonly element: E;
  readonly said: Remembered<A>;
}

export type AskedAction = Asked<ActionElement, ActionAnswer>;
export type AskedCondition = Asked<Condition, ConditionAnswer>;

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

function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
  let found = known.get(key);
  if (!found) {
    found = make();
    known.set(key, found);
  }
  return found;
}

export class Alike {
  readonly #actions = new Map<string, AskedAction[]>();
  readonly #conditions = new Map<string, AskedCondition[]>();
  readonly #front = new Map<string, PatternFront>();
  readonly #fronts = new Map<string, Fronts>();

  constructor(
    /** Does the policy's version give variables a meaning? */
    readonly variables: boolean,
    readonly reader: Reader,
  ) {}

  action(node: ListNode): AskedAction {
    const isSame = (other: ListNode): boolean => node.not === other.not;
    return alike(this.#actions, node, isSame, () => {
      const element = new ActionElement(node);
      return { element, said: new Remembered(this.reader, ACTION, (facts) => element.answer(facts)) };
    });
  }

  condition(node: ConditionNode): AskedCondition {
    const isSame = (other: ConditionNode): boolean =>
      node.written === other.written && node.key === other.key;
    return alike(this.#conditions, node, isSame, () => {
      const element = new Condition(node, this.variables);
      const bits = this.reader.bitsOf(element.reads);
      return { element, said: new Remembered(this.reader, bits, ({ lookup }) => element.answer(lookup)) };
    });
  }

  /** The front of a resource pattern, by its text. */
  readonly front = (text: string): PatternFront =>
    remembered(this.#front, text, () => new PatternFront(text));

  /** The fronts of an element's patterns. */
  readonly fronts = (patterns: readonly ResourcePattern[]): Fronts =>
    remembered(this.#fronts, frontsKey(patterns), () => new Fronts(patterns));
}
