/** Places as they are written in the address: `#/learn/res-account?part=2`. A case link (`#1.…`, `#2.…`) is always Case. */

export const PLACE_IDS = ['case', 'compare', 'tighten', 'account', 'learn'] as const;
export type PlaceId = (typeof PLACE_IDS)[number];

/** Question and filters of a place: no policy and no account data, for an address is shared and kept in histories. */
export type RouteParams = Readonly<Record<string, string>>;

export interface Route {
  readonly place: PlaceId;
  /** What follows the place's name, without slashes at its ends: `res-account`, `res-account/repair`, or nothing. */
  readonly path: string;
  readonly params: RouteParams;
  /** What names somebody, or a resource: it stays in this tab and is no part of the address. */
  readonly own?: RouteParams;
}

/** What a fragment asks for. */
export type Address =
  | { readonly kind: 'route'; readonly route: Route }
  | { readonly kind: 'link'; readonly text: string }
  | { readonly kind: 'unknown'; readonly name: string };

/** Reads a fragment (without `#`). Never throws: what is no route is a link or an unknown place. */
export function readAddress(fragment: string): Address {
  if (fragment === '' || fragment === '/') return { kind: 'route', route: placeRoute('case') };
  if (!fragment.startsWith('/')) return { kind: 'link', text: fragment };
  const at = fragment.indexOf('?');
  const [name = '', ...path] = (at === -1 ? fragment : fragment.slice(0, at))
    .slice(1)
    .split('/')
    .map(decoded);
  const place = PLACE_IDS.find((id) => id === name);
  if (place === undefined) return { kind: 'unknown', name };
  const params = at === -1 ? {} : Object.fromEntries(new URLSearchParams(fragment.slice(at + 1)));
  return { kind: 'route', route: { place, path: path.filter((part) => part !== '').join('/'), params } };
}

/** The fragment of a route, without `#`. */
export function writeRoute({ place, path, params }: Route): string {
  if (place === 'case') return '';
  const parts = path.split('/').filter((part) => part !== '');
  const question = new URLSearchParams(params).toString();
  return `/${[place, ...parts].map(encodeURIComponent).join('/')}${question === '' ? '' : `?${question}`}`;
}

export function placeRoute(
  place: PlaceId,
  path = '',
  params: RouteParams = {},
  own: RouteParams = {},
): Route {
  return { place, path, params, ...(Object.keys(own).length > 0 && { own }) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
