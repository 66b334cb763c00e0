/**
 * Does the verdict hang on the unknowns at all? Tries choices one after another, and leaves the rest open as soon
 * as the verdict follows without them.
 */
import type { Outcome } from '../decide';
import type { Assignment, Model } from './model';

/** How it turns out under a set of choices, whatever the open ones turn out to be. */
export type End = 'allowed' | 'explicit' | 'implicit' | 'denied';

export interface Block {
  readonly assignment: Assignment;
  readonly end: End;
}

export interface Found {
  readonly blocks: readonly Block[];
  /** Not all combinations were looked at. */
  readonly cut: boolean;
}

const TRIED = 20_000;

/** What follows already; `denied` where it is denied, one way or the other. */
function endOf({ denied, granted }: Outcome): End | undefined {
  if (denied === 'yes') return 'explicit';
  if (granted === 'no') return denied === 'no' ? 'implicit' : 'denied';
  return denied === 'no' && granted === 'yes' ? 'allowed' : undefined;
}

class Search {
  readonly blocks: Block[] = [];
  tried = 0;
  /** Once some way out is open, it no longer matters by which of the two a request is denied. */
  #anyDenial = false;

  constructor(private readonly model: Model) {}

  run(assignment: number[], next: number): void {
    this.tried += 1;
    if (this.tried > TRIED) return;
    const end = endOf(this.model.outcome(assignment));
    const last = next === this.model.choices.length;
    if (end !== undefined && (end !== 'denied' || this.#anyDenial || last)) {
      if (end === 'allowed' || end === 'implicit') this.#anyDenial = true;
      this.blocks.push({ assignment: [...assignment], end });
      return;
    }
    if (last) return;
    for (let option = 0; option < this.model.choices[next]!.options.length; option += 1) {
      assignment[next] = option;
      this.run(assignment, next + 1);
    }
    assignment[next] = -1;
  }
}

/** All ways in which it can turn out, as blocks of choices that settle it. */
export function search(model: Model): Found {
  const run = new Search(model);
  run.run(
    model.choices.map(() => -1),
    0,
  );
  return { blocks: run.blocks, cut: model.cut || run.tried > TRIED };
}
