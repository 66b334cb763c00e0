/** What the elements that statements share say to a request: each is asked once, however many statements are written alike. */
import type { ContextValue } from '../../case/scenario';
import type { Condition, ConditionResult } from '../conditions/condition';
import type { ElementReason, ElementTrace, Truth } from '../evaluation';
import type { Facts } from '../facts';
import type { ActionAnswer, ActionElement } from './action';

// Facts are never changed, so the same ones have the same answer.
export class AskedAction {
  #facts: Facts | undefined;
  #answer: ActionAnswer | undefined;
  #notListed: ElementReason | undefined;

  constructor(readonly element: ActionElement) {}

  answer(facts: Facts): ActionAnswer {
    if (facts !== this.#facts) {
      this.#facts = facts;
      this.#answer = this.element.answer(facts);
      this.#notListed = undefined;
    }
    return this.#answer!;
  }

  /** Why no listed pattern matches. */
  notListed({ action }: Facts): ElementReason {
    this.#notListed ??= {
      kind: 'actionNotListed',
      action: action?.written ?? '',
      listed: this.element.node.values.length,
    };
    return this.#notListed;
  }
}

export class AskedCondition {
  #facts: Facts | undefined;
  #value: ContextValue | undefined;
  #result: ConditionResult | undefined;
  #reason: ElementReason | undefined;

  constructor(readonly element: Condition) {}

  private result(facts: Facts): ConditionResult {
    if (facts !== this.#facts) {
      const { element } = this;
      this.#facts = facts;
      this.#value = facts.lookup(element.lowerKey);
      this.#result = element.evaluate(this.#value, facts.lookup);
      this.#reason = undefined;
    }
    return this.#result!;
  }

  truth(facts: Facts): Truth {
    return this.result(facts).truth;
  }

  trace(facts: Facts, path: string): ElementTrace {
    const { truth, by } = this.result(facts);
    this.#reason ??= this.element.reason(this.#value, by);
    return { element: 'Condition', truth, reason: this.#reason, path };
  }
}
