/** Why a question could not be decided. Words are made of it elsewhere. */
import type { Incomplete } from './classes/choice';

export type Reason =
  | Incomplete
  /** It hangs on variables, and with none of the values tried there is such a request. */
  | { readonly kind: 'variables'; readonly keys: readonly string[] }
  /** A request was found, and the evaluator did not say of it what it was found for. */
  | { readonly kind: 'unconfirmed' }
  /** A policy cannot be read, or not be seen. */
  | { readonly kind: 'hidden'; readonly policy: string };

/** Reasons, each once. */
export class ReasonList {
  readonly #found = new Map<string, Reason>();

  add(...reasons: readonly Reason[]): void {
    for (const reason of reasons) this.#found.set(JSON.stringify(reason), reason);
  }

  get list(): readonly Reason[] {
    return [...this.#found.values()];
  }
}
