/** A request that differs from another in a few fields: how tests and linked requests are written down. */
import { mayBeOpen } from '../catalog/key-presence';
import type { ContextValue, Request } from './scenario';

type Context = NonNullable<Request['context']>;

const OPTIONAL = ['role', 'user', 'resourceAccount'] as const;

/**
 * The request with the fields that differ put in. Context keys are taken one by one, without regard to case; an empty
 * list says that the request does not have the key, and an empty text leaves out an optional field. Another principal comes without the role or user behind
 * the first one.
 */
export function withRequest(request: Request, differing: Partial<Request>): Request {
  const { context: differingKeys, ...fields } = differing;
  const { context: keys, ...base } = request;
  const isSamePrincipal = (fields.principal ?? request.principal) === request.principal;
  const merged = { ...base, ...(!isSamePrincipal && { role: '', user: '' }), ...fields };
  const context = differingKeys ? mergeContext(keys ?? {}, differingKeys) : keys;
  return {
    principal: merged.principal,
    action: merged.action,
    resource: merged.resource,
    ...Object.fromEntries(
      OPTIONAL.filter((field) => (merged[field] ?? '') !== '').map((field) => [field, merged[field]]),
    ),
    ...(context && Object.keys(context).length > 0 && { context }),
  };
}

/** What to write down so that `withRequest(request, …)` asks the same as `wanted`; empty where nothing differs. */
export function differingRequest(request: Request, wanted: Request): Partial<Request> {
  const differing: Record<string, unknown> = {};
  for (const field of ['principal', 'action', 'resource'] as const)
    if (wanted[field] !== request[field]) differing[field] = wanted[field];
  for (const field of OPTIONAL) {
    const isGone = 'principal' in differing && field !== 'resourceAccount';
    const before = isGone ? '' : (request[field] ?? '');
    if ((wanted[field] ?? '') !== before) differing[field] = wanted[field] ?? '';
  }
  const context = differingContext(request.context ?? {}, wanted.context ?? {});
  if (Object.keys(context).length > 0) differing.context = context;
  return differing;
}

function mergeContext(base: Context, differing: Context): Context {
  const told = new Set(Object.keys(base).map((key) => key.toLowerCase()));
  const replaced = new Set(Object.keys(differing).map((key) => key.toLowerCase()));
  // A key that is told no more may follow from the rest. One that AWS always sends would be not known, so absence is said.
  const isGone = ([key, value]: [string, ContextValue]): boolean =>
    isAbsent(value) && told.has(key.toLowerCase()) && !mayBeOpen(key);
  return Object.fromEntries([
    ...Object.entries(base).filter(([key]) => !replaced.has(key.toLowerCase())),
    ...Object.entries(differing).filter((entry) => !isGone(entry)),
  ]);
}

function differingContext(base: Context, wanted: Context): Context {
  const before = byKey(base);
  const after = byKey(wanted);
  const changed = [...after.values()].filter(([key, value]) => {
    const known = before.get(key.toLowerCase());
    return !isSame(known?.[1], value);
  });
  const gone = [...before.values()]
    .filter(([key, value]) => !after.has(key.toLowerCase()) && !isSame(value, untold(key)))
    .map(([key]) => [key, untold(key)] as const);
  return Object.fromEntries([...changed, ...gone]);
}

/** A key with an empty list of values is absent, as in conditions. */
const isAbsent = (value: ContextValue): boolean => Array.isArray(value) && value.length === 0;

const byKey = (context: Context): Map<string, [string, ContextValue]> =>
  new Map(Object.entries(context).map((entry) => [entry[0].toLowerCase(), entry]));

/** What says nothing of a key that the other request tells: one that AWS may always send is not known. */
const untold = (key: string): ContextValue => (mayBeOpen(key) ? null : []);

function isSame(one: ContextValue | undefined, other: ContextValue | undefined): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, at) => value === other[at]);
  return one === other;
}
