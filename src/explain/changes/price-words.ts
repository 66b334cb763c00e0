/** A counted price in words. */
import { code, rich, sentences } from '../rich';
import type { Rich } from '../types';
import type { PricePlace } from './places';
import type { Price, PricedAction, PricedPlace } from './price';

export interface PriceLine {
  readonly text: Rich;
  /** The actions that the line counts, to be named after it; none where the words name it. */
  readonly actions: readonly PricedAction[];
}

const VERBS = {
  opens: { sure: 'Opens', maybe: 'May open' },
  closes: { sure: 'Closes', maybe: 'May close' },
} as const;

/** One line for each place, and last what is left. `alone`: the change turns the verdict by itself. */
export function priceWords(price: Price, action: string, alone: boolean): readonly PriceLine[] {
  const { direction, places, certain, lifted, asked } = price;
  const verb = VERBS[direction][certain ? 'sure' : 'maybe'];
  const rest = rich`Nothing else of the ${asked.toLocaleString('en')} actions.`;
  const heldBack =
    lifted === 0
      ? undefined
      : rich`The Deny also held back ${number(lifted, 'action')} that nothing allows anyway.`;
  const last = (text: Rich): PriceLine => ({ text: sentences(text, heldBack), actions: [] });
  if (places.length === 0) {
    if (!alone) return [last(rich`${verb} nothing by itself.`)];
    return [last(rich`${verb} this one action on this resource. ${rest}`)];
  }
  const here = places.find(({ place }) => place.kind === 'here')?.actions ?? [];
  return [...places.map((place) => lineOf(place, here, verb, action)), last(rest)];
}

function lineOf(
  { place, actions }: PricedPlace,
  here: readonly PricedAction[],
  verb: string,
  action: string,
): PriceLine {
  const where = placeWords(place);
  if (place.kind === 'here')
    return { text: rich`${verb} ${number(actions.length, 'further action')} ${where}:`, actions };
  const isOwn = (one: PricedAction): boolean => one.action.toLowerCase() === action.toLowerCase();
  const others = actions.filter((one) => !isOwn(one));
  const own = others.length < actions.length;
  if (others.length === 0) return { text: rich`${verb} ${code(action)} ${where} too.`, actions: [] };
  // Most places turn the same actions as the request's own resource: once named is enough.
  const same = others.length === here.length && others.every((one, at) => one.action === here[at]!.action);
  if (!same) return { text: rich`${verb} ${number(actions.length, 'action')} ${where}:`, actions };
  const all = own ? rich`the same and ${code(action)}` : rich`the same`;
  return { text: rich`${verb} ${all} ${where} too.`, actions: [] };
}

function number(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

function placeWords(place: PricePlace): Rich {
  switch (place.kind) {
    case 'here':
      return rich`on this resource`;
    case 'beside':
      return rich`on other objects of the bucket`;
    case 'elsewhere':
      return rich`on resources of other kinds`;
    case 'pattern':
      if (place.pattern === '*') return rich`on other resources of this kind`;
      return /[*?]/.test(place.pattern)
        ? rich`on what ${code(place.pattern)} covers`
        : rich`on ${code(place.pattern)}`;
  }
}
