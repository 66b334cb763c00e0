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

/** Texts one after the other, each with its length, so that no two lists are written alike. */
function written(texts: readonly string[]): string {
  let all = '';
  for (const text of texts) all += `${text.length}:${text}`;
  return all;
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
  readonly #actions = new Map<string, AskedAction>();
  readonly #conditions = new Map<string, AskedCondition>();
  readonly #front = new Map<string, PatternFront>();
  readonly #fronts = new Map<string, Fronts>();

  constructor(
    /** Does the policy's version give variables a meaning? */
    readonly variables: boolean,
    readonly reader: Reader,
  ) {}

  action(node: ListNode): AskedAction {
    return remembered(this.#actions, `${node.not}${written(node.values)}`, () => {
      const element = new ActionElement(node);
      return { element, said: new Remembered(this.reader, ACTION, (facts) => element.answer(facts)) };
    });
  }

  condition(node: ConditionNode): AskedCondition {
    const all = `${written([node.written, node.key])}${written(node.values)}`;
    return remembered(this.#conditions, all, () => {
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
