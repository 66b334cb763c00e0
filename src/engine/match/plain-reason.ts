import type { NotListedReason } from '../evaluation';

/** Why no pattern of a Resource matches, with nothing left to be worked out. */
export function plainReason({ kind, listed, nearest, unresolved }: NotListedReason): NotListedReason {
  return { kind, listed, ...(nearest && { nearest }), ...(unresolved && { unresolved }) };
}
