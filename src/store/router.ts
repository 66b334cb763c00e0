/** Which place the page shows. The address follows it, and back, forward and typed addresses change it. */
import { create } from 'zustand';
import {
  entry,
  onEntryChange,
  pushFragment,
  replaceFragment,
  stepBack,
  type Entry,
} from './browser/fragment';
import { keepOwn, ownOf } from './browser/entryOwn';
import {
  PLACE_IDS,
  placeRoute,
  readAddress,
  writeRoute,
  type PlaceId,
  type Route,
  type RouteParams,
} from './routes';

export type { PlaceId, Route, RouteParams } from './routes';

interface RouterState {
  readonly route: Route;
  /** Where each place was left: going there again without saying where leads back to it. */
  readonly left: Readonly<Record<PlaceId, Route>>;
}

function startOf(place: PlaceId): Route {
  return placeRoute(place);
}

export const useRouter = create<RouterState>()(() => ({
  route: startOf('case'),
  left: Object.fromEntries(PLACE_IDS.map((id) => [id, startOf(id)])) as Record<PlaceId, Route>,
}));

/** Where to in a place. What is left out is empty. */
export interface Whereto {
  readonly path?: string;
  readonly params?: RouteParams;
  /** Kept beside the entry of the browser's history and not in the address: names of an account. */
  readonly own?: RouteParams;
}

/** The entry that the state was taken from: one step may be told twice. */
let handled: Entry | undefined;

function arrive(route: Route): void {
  handled = entry();
  useRouter.setState(({ left }) => ({ route, left: { ...left, [route.place]: route } }));
}

/**
 * Goes to a place: to where it was left, or to a path and a question in it. `replace` writes over the entry in the
 * browser's history (a filter while it is typed) instead of adding one (a question, a row that is opened).
 */
export function goTo(place: PlaceId, to?: Whereto, how: 'push' | 'replace' = 'push'): void {
  const { left, route: before } = useRouter.getState();
  const route = to === undefined ? left[place] : placeRoute(place, to.path, to.params, to.own);
  const text = writeRoute(route);
  if (before.place === place && text === writeRoute(before) && sameOwn(before, route)) return;
  if (how === 'push') pushFragment(text);
  else replaceFragment(text);
  keepOwn(entry().number, route.own ?? {});
  arrive(route);
}

const sameOwn = ({ own: one = {} }: Route, { own: other = {} }: Route): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Changes some of the present place's params in the address; undefined takes one out. */
export function setParams(
  change: Readonly<Record<string, string | undefined>>,
  how: 'push' | 'replace' = 'replace',
): void {
  const { place, path, params, own } = useRouter.getState().route;
  const all = Object.entries({ ...params, ...change });
  const kept = all.filter((pair): pair is [string, string] => pair[1] !== undefined);
  goTo(place, { path, params: Object.fromEntries(kept), ...(own && { own }) }, how);
}

/** The address of a place where it was left, for a link that can be opened in another tab. */
export function hrefOf(route: Route): string {
  return `#${writeRoute(route)}`;
}

/** What to do when the person wants to go back from here: the way back, as long as nothing else was opened since. */
export function wayBack(from: Route): () => void {
  const { number } = entry();
  return () => {
    if (entry().number === number) stepBack();
    else goTo(from.place, from);
  };
}

interface Arrivals {
  /** A case link came from outside: opened, typed or pasted. */
  readonly onLink: (text: string) => void;
  /** Back or forward to an entry of this visit that holds a case link. */
  readonly onLinkAgain: (text: string) => void;
  readonly onUnknown: (name: string) => void;
}

/** Follows the address from now on; called once, before the page is drawn. Returns how to stop. */
export function beginRouting({ onLink, onLinkAgain, onUnknown }: Arrivals): () => void {
  const follow = (isFirst: boolean): void => {
    const { fragment, number } = entry();
    if (!isFirst && number !== undefined && number === handled?.number && fragment === handled.fragment)
      return;
    if (number === undefined) replaceFragment(fragment, isFirst ? 0 : (handled?.number ?? 0) + 1);
    const address = readAddress(fragment);
    // An entry that came from outside has nothing of its own, whatever its number is taken for.
    if (number === undefined) keepOwn(entry().number, {});
    const { place, path, params } = address.kind === 'route' ? address.route : startOf('case');
    arrive(placeRoute(place, path, params, ownOf(number)));
    if (address.kind === 'unknown') onUnknown(address.name);
    else if (address.kind === 'link' && (isFirst || number === undefined)) onLink(address.text);
    else if (address.kind === 'link') onLinkAgain(address.text);
  };
  follow(true);
  return onEntryChange(() => follow(false));
}
