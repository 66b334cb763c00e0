/** What an element says to a request, asked once: statements that are written alike share the element. */
import type { Facts } from '../facts';

export class Once<A> {
  #facts: Facts | undefined;
  #answer: A | undefined;

  constructor(private readonly ask: (facts: Facts) => A) {}

  /** Facts are never changed, so the same ones have the same answer. */
  answer(facts: Facts): A {
    if (facts !== this.#facts) {
      this.#answer = this.ask(facts);
      this.#facts = facts;
    }
    return this.#answer!;
  }
}
