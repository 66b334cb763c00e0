/** Places of a case that a lesson may open for edits: a policy, the request, the settings of the bucket. */
import { isLeveled } from '../case/layers';
import { LAYERS, type Layer, type PolicyAddress, type S3Settings } from '../case/scenario';
import type { EditPlace } from './types';

export type ReadPlace = {
  /** Which request of the call: 0 is the case's own. */
  readonly at: number;
} & (
  | { readonly kind: 'policy'; readonly address: PolicyAddress }
  | { readonly kind: 'request' }
  | { readonly kind: 's3'; readonly setting?: keyof S3Settings }
);

const SETTINGS: readonly (keyof S3Settings)[] = ['objectOwnership', 'acl', 'blockPublicAccess'];

/** What a place means; undefined for a text that is none. Numbers left out are 0: `scp/1` is the first policy of level 1. */
export function readPlace(place: EditPlace): ReadPlace | undefined {
  const parts = place.split('/');
  const at = parts[0] === 'call' ? readNumber(parts[1]) : 0;
  if (at === undefined) return undefined;
  const [head, ...rest] = parts[0] === 'call' ? parts.slice(2) : parts;
  if (head === 'request') return rest.length === 0 ? { at, kind: 'request' } : undefined;
  if (head === 's3') return readSetting(at, rest);
  const layer = LAYERS.find((one) => one === head);
  return layer && readPolicyPlace(at, layer, rest);
}

function readSetting(at: number, [name, ...rest]: readonly string[]): ReadPlace | undefined {
  if (name === undefined) return { at, kind: 's3' };
  const setting = SETTINGS.find((one) => one === name);
  return setting === undefined || rest.length > 0 ? undefined : { at, kind: 's3', setting };
}

function readPolicyPlace(at: number, layer: Layer, rest: readonly string[]): ReadPlace | undefined {
  const numbers = rest.map(readNumber);
  const leveled = isLeveled(layer);
  const [first = 0, second = 0] = numbers;
  if (numbers.includes(undefined) || numbers.length > (leveled ? 2 : 1)) return undefined;
  const address = leveled ? { layer, level: first, index: second } : { layer, index: first };
  return { at, kind: 'policy', address };
}

function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined;
}

/** May a place be edited where these are open? Inside an open place all is open: `s3` opens `s3/acl`. */
export function isOpen(place: EditPlace, open: readonly EditPlace[]): boolean {
  return open.some((one) => place === one || place.startsWith(`${one}/`));
}

/** The place of a policy in a request of the call, as lessons write it: `resource`, `scp/1/0`, `call/1/resource`. */
export function placeOf({ layer, level, index }: PolicyAddress, at: number): EditPlace {
  const many = layer === 'identity' || layer === 'session';
  const own = level !== undefined ? `${layer}/${level}/${index}` : many ? `${layer}/${index}` : layer;
  return at === 0 ? own : `call/${at}/${own}`;
}
