/** One element of a statement as it stands in the trace. An entry that was handed out is never changed. */
import type { ElementReason, ElementTrace, Truth } from '../evaluation';
import type { Facts } from '../facts';
import type { Bits, Reading, Remembered } from './reading';

export class TracedElement<A extends { readonly truth: Truth }> {
  /** What it hangs on. */
  readonly bits: Bits;
  #answer: A | undefined;
  #entry: ElementTrace | undefined;

  constructor(
    private readonly element: ElementTrace['element'],
    private readonly path: string,
    private readonly said: Remembered<A>,
    private readonly reasonOf: (answer: A) => ElementReason,
  ) {
    this.bits = said.bits;
  }

  /** The same entry for as long as the answer is the same. */
  trace(facts: Facts, reading: Reading): ElementTrace {
    const answer = this.said.answer(facts, reading);
    if (!this.#entry || answer !== this.#answer) {
      const { element, path } = this;
      this.#answer = answer;
      this.#entry = { element, truth: answer.truth, reason: this.reasonOf(answer), path };
    }
    return this.#entry;
  }
}
