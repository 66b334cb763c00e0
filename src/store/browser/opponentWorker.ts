/** The worker that looks for a request that a solution allows and the model’s does not. It is ended to cancel. */
import type { Scenario } from '../../case/scenario';
import type { Puzzle } from '../../lessons/judge';
import { opponent, type Outcome } from '../../lessons/opponent';
import type { ReferencePart } from './reference';
import { TakenCatalog } from './takenCatalog';

export type OpponentMessage =
  | { readonly kind: 'reference'; readonly part: ReferencePart }
  | { readonly kind: 'search'; readonly puzzle: Puzzle; readonly own: Scenario };

export type OpponentSaid =
  | { readonly kind: 'step'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly outcome: Outcome };

/** After so long nothing was found, and it is left open. */
const LONGEST_MS = 15_000;

const known = new TakenCatalog();
const say = (said: OpponentSaid): void => self.postMessage(said);

self.onmessage = ({ data }: MessageEvent<OpponentMessage>) => {
  if (data.kind === 'reference') {
    known.take(data.part);
    return;
  }
  const { catalog } = known;
  if (!catalog) return;
  const end = performance.now() + LONGEST_MS;
  const outcome = opponent(data.puzzle, data.own, {
    catalog,
    stop: () => performance.now() > end,
    onStep: (done, of) => say({ kind: 'step', done, of }),
  });
  say({ kind: 'done', outcome });
};
