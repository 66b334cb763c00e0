/** What is settled of a request on the way through its dimensions, and what follows from it for other keys. */
import { keyPresence } from '../catalog/key-presence';
import type { RequestPath, Sent } from '../catalog/key-presence';
import { presenceCaller } from '../engine/request/presence';
import type { AnyChoice, CallerChoice, KeyValue } from './classes/choice';
import { CALLED_VIA, ENDPOINT_KEYS, MFA_PRESENT, RESOURCE_ACCOUNT, isOfCaller } from './key-facts';
import type { Values } from './templates';

/** What bears on other keys. */
export interface Path {
  readonly caller: CallerChoice | undefined;
  /** Values of keys that others follow from. */
  readonly links: ReadonlyMap<string, KeyValue>;
  /** Equal texts are equal paths. */
  readonly id: string;
}

export const START: Path = { caller: undefined, links: new Map(), id: '' };

const LINKING: ReadonlySet<string> = new Set([CALLED_VIA, ...ENDPOINT_KEYS, MFA_PRESENT]);

/** The path once something more is chosen. */
export function after(path: Path, choice: AnyChoice): Path {
  if (choice.kind === 'caller') {
    const { caller, derived } = choice;
    const id = `${path.id} ${caller.id} ${String(derived.get('aws:userid') ?? '')}`;
    return { ...path, caller: choice, id };
  }
  if (choice.kind === 'resource' && choice.account !== undefined) {
    const links = new Map(path.links).set(RESOURCE_ACCOUNT, choice.account);
    return { ...path, links, id: `${path.id} of ${choice.account}` };
  }
  if (choice.kind !== 'key' || !LINKING.has(choice.dimension)) return path;
  const links = new Map(path.links).set(choice.dimension, choice.value);
  return { ...path, links, id: `${path.id} ${choice.dimension}=${JSON.stringify(choice.value ?? null)}` };
}

/** The value of a key that follows from what is settled; undefined where it is still free. */
export function fixedValue(
  dimension: string,
  { caller, links }: Path,
  values: Values | undefined,
): { readonly value: KeyValue } | undefined {
  if (values?.has(dimension)) return { value: values.get(dimension) };
  if (dimension === RESOURCE_ACCOUNT && links.has(dimension)) return { value: links.get(dimension) };
  if (caller?.derived.has(dimension)) return { value: caller.derived.get(dimension) };
  return caller && isOfCaller(dimension) ? { value: undefined } : undefined;
}

/** Callers that sign nothing have nothing of an identity. */
const UNSIGNED: ReadonlySet<string> = new Set(['anonymous', 'service', 'federated']);
/** What these are follows from how the request came. */
const BY_PATH: ReadonlySet<string> = new Set(['aws:sourceip', 'aws:multifactorauthage']);
/** Sent with every request through an endpoint, so its absence tells that there is none. */
const ENDPOINT = 'aws:sourcevpce';

const isTold = (value: KeyValue): boolean => value !== undefined && value.length > 0;

/** The ways in which the request may have come, as far as its keys do not settle it yet. */
function pathsOf({ links }: Path, throughEndpoint: boolean): readonly RequestPath[] {
  const either = [false, true];
  const isThrough = throughEndpoint || ENDPOINT_KEYS.some((key) => isTold(links.get(key)));
  const endpoints = isThrough ? [true] : links.has(ENDPOINT) ? [false] : either;
  const services = links.has(CALLED_VIA) ? [isTold(links.get(CALLED_VIA))] : either;
  const mfa = !links.has(MFA_PRESENT) ? 'unknown' : links.get(MFA_PRESENT) === 'true' ? 'true' : 'no';
  return endpoints.flatMap((endpoint) => services.map((service) => ({ endpoint, service, mfa }) as const));
}

/** May, must or cannot the request have the key? IAM User Guide: "AWS global condition context keys", "Availability". */
export function presenceOf(
  dimension: string,
  always: boolean,
  path: Path,
  throughEndpoint: boolean,
): 'may' | 'must' | 'cannot' {
  if (dimension === RESOURCE_ACCOUNT) return 'must';
  const kind = path.caller && presenceCaller(path.caller.caller);
  // Nothing is asked of the caller: users and roles.
  const kinds = kind ? [kind] : (['user', 'roleSession'] as const);
  const unknown: Sent = always ? 'always' : 'sometimes';
  const sent = new Set(
    pathsOf(path, throughEndpoint).flatMap((way) =>
      kinds.map((one) => keyPresence(dimension, one, way)?.sent ?? unknown),
    ),
  );
  // "Only if the requester uses a VPC endpoint", and the path is settled to have none.
  const isDirect = pathsOf(path, throughEndpoint).every(({ endpoint }) => !endpoint);
  if (isDirect && ENDPOINT_KEYS.includes(dimension)) return 'cannot';
  if (sent.size > 1) return 'may';
  if (sent.has('always')) return 'must';
  // A key that AWS sends with other callers' requests only is asked about all the same: whoever writes it expects it.
  const isStrict = UNSIGNED.has(kinds[0]) || BY_PATH.has(dimension);
  return sent.has('never') && isStrict ? 'cannot' : 'may';
}
