/** Which line of the texts a row asked to see. */
import { create } from 'zustand';
import { addressKey } from '../../case/scenario';
import type { StatementLines } from '../../explain/statement-lines';

export type Side = 'A' | 'B';

interface TextTarget {
  /** Larger for each request to see something. */
  readonly count: number;
  readonly side: Side;
  readonly policy: string;
  readonly line: number;
}

export const useTextTarget = create<{ readonly target: TextTarget | undefined }>()(() => ({
  target: undefined,
}));

/** Asks the texts to show a line of a statement. */
export function textTarget(side: Side, { address, line }: StatementLines): void {
  useTextTarget.setState(({ target }) => ({
    target: { count: (target?.count ?? 0) + 1, side, policy: addressKey(address), line },
  }));
}
