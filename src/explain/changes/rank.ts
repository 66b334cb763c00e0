/** The order in which changes are offered: what opens least first, and of equals what is safest to touch. */
import { onlyLimits } from '../facts';
import { valuesAt } from '../source';
import { furtherActions } from './price';
import type { Price } from './price';
import type { Change, ChangeKind } from './types';
import { LAYER_WORDS } from '../layer-words';

/** What is mended rather than widened goes first, then what needs no policy to change. */
const MENDS: Partial<Record<ChangeKind, number>> = {
  useLike: 0,
  correctResource: 0,
  correctPrincipal: 0,
  narrowPrincipal: 0,
  setOwnership: 0,
  setKey: 1,
};

/** How far a kind of change reaches as a rule: the order before anything was counted, and of equal prices. */
const REACH: Record<ChangeKind, number> = {
  setKey: 0,
  setOwnership: 1,
  blockPublic: 1,
  narrowPrincipal: 1,
  useLike: 1,
  correctResource: 1,
  moveLimit: 2,
  addAction: 2,
  addResource: 2,
  addPrincipal: 2,
  correctPrincipal: 1,
  addValue: 2,
  dropKey: 3,
  addStatement: 2,
  addPolicy: 2,
  addDeny: 2,
  setTag: 3,
  removeStatement: 3,
  spareAction: 2,
  spareValue: 3,
  spareServices: 3,
  exempt: 4,
};

/** Kinds that open all that their statement lists. */
const WHOLE: ReadonlySet<ChangeKind> = new Set(['addResource', 'addPrincipal', 'addValue', 'moveLimit']);

/** Changes in the order to offer them; those of equal weight keep theirs. `prices` as far as they are counted. */
export function rankChanges(
  changes: readonly Change[],
  action: string,
  prices?: readonly (Price | undefined)[],
): readonly Change[] {
  const weighed = changes.map((change, at) => ({ change, weight: weightOf(change, action, prices?.[at]) }));
  return weighed.sort((one, other) => compare(one.weight, other.weight)).map(({ change }) => change);
}

function weightOf(change: Change, action: string, price: Price | undefined): readonly number[] {
  const { kind, layer, enough, warning } = change;
  // In a limit the action itself on every resource opens nothing; a grant of it does.
  const wide = price && !onlyLimits(layer) && price.places.some(isEverywhere) ? 1 : 0;
  return [
    enough ? 0 : 1,
    MENDS[kind] ?? 2,
    warning === undefined ? 0 : 1,
    price ? furtherActions(price, action) : 0,
    wide,
    REACH[kind] + (WHOLE.has(kind) && listsMore(change) ? 1 : 0),
    LAYER_WORDS[layer].reach,
  ];
}

function listsMore({ newText = '', statement = 0 }: Change): boolean {
  const actions = valuesAt(newText, `Statement[${statement}].Action`);
  return actions.length > 1 || actions.some((pattern) => /[*?]/.test(pattern));
}

function isEverywhere({ place }: Price['places'][number]): boolean {
  return place.kind === 'pattern' && place.pattern === '*';
}

function compare(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : one[at]! - other[at]!;
}
