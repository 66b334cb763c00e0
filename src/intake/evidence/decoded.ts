/** A decoded authorization message: AWS STS API Reference, DecodeAuthorizationMessage. */
import type { ContextValue, Request } from '../../case/scenario';
import type { Evidence, EvidenceStatement } from './types';
import type { JsonObject } from './values';
import { at, defined, listAt, textAt } from './values';

/** These describe the request; no policy can read them as condition keys. */
const DESCRIPTORS: ReadonlySet<string> = new Set(
  ['aws:Region', 'aws:Service', 'aws:Resource', 'aws:Account', 'aws:Type', 'aws:ARN', 'aws:ID'].map((key) =>
    key.toLowerCase(),
  ),
);

/** The evidence of the first decoded message among some objects. */
export function readDecoded(objects: readonly JsonObject[]): Evidence | undefined {
  const message = objects.find(
    (object) =>
      typeof at(object, 'allowed') === 'boolean' &&
      (at(object, 'context', 'action') !== undefined || at(object, 'matchedStatements') !== undefined),
  );
  return message === undefined ? undefined : toEvidence(message);
}

function toEvidence(message: JsonObject): Evidence {
  const conditions = conditionsOf(message);
  const allowed = at(message, 'allowed') === true;
  const explicit = at(message, 'explicitDeny') === true;
  const statements = statementsOf(message);
  return {
    kind: 'decodedMessage',
    request: requestOf(message, conditions),
    ...(!allowed && { denial: explicit ? 'explicit' : 'implicit' }),
    ...(statements.length > 0 && { statements }),
    notes: notesOf(allowed, explicit, statements),
  };
}

type Conditions = ReadonlyMap<string, { readonly key: string; readonly value: ContextValue }>;

function conditionsOf(message: JsonObject): Conditions {
  const found = new Map<string, { key: string; value: ContextValue }>();
  for (const item of listAt(message, 'context', 'conditions', 'items')) {
    const key = textAt(item, 'key');
    const values = valuesOf(at(item, 'values'));
    if (key === undefined || key === '__proto__' || values.length === 0) continue;
    found.set(key.toLowerCase(), { key, value: values.length === 1 ? values[0]! : values });
  }
  return found;
}

/** `{ items: [{ value }] }` as a list of texts. */
function valuesOf(list: unknown): string[] {
  return listAt(list, 'items').flatMap((item) => {
    const value = at(item, 'value');
    return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number'
      ? [String(value)]
      : [];
  });
}

function requestOf(message: JsonObject, conditions: Conditions): Partial<Request> {
  const descriptor = (name: string): string | undefined => {
    const value = conditions.get(name)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const context: Record<string, ContextValue> = {};
  const region = descriptor('aws:region');
  if (region !== undefined && region !== '*') context['aws:RequestedRegion'] = region;
  const id = textAt(message, 'context', 'principal', 'id');
  const principal = textAt(message, 'context', 'principal', 'arn');
  const name = textAt(message, 'context', 'principal', 'name');
  if (id !== undefined) context['aws:userid'] = id;
  if (name !== undefined && principal?.includes(':user/') === true) context['aws:username'] = name;
  for (const [lower, { key, value }] of conditions) if (!DESCRIPTORS.has(lower)) context[key] = value;
  const action = textAt(message, 'context', 'action');
  const account = descriptor('aws:account');
  const resource = textAt(message, 'context', 'resource') ?? descriptor('aws:arn');
  const service = descriptor('aws:service') ?? /^arn:[\w-]+:([a-z0-9-]+):/.exec(resource ?? '')?.[1];
  const inArn = resource?.split(':')[4];
  return defined({
    principal,
    action:
      action === undefined || action.includes(':') || service === undefined ? action : `${service}:${action}`,
    resource,
    resourceAccount: inArn === '' && account !== undefined && /^\d{12}$/.test(account) ? account : undefined,
    context: Object.keys(context).length > 0 ? context : undefined,
  });
}

function statementsOf(message: JsonObject): EvidenceStatement[] {
  return listAt(message, 'matchedStatements', 'items').map((item) =>
    defined({
      sid: textAt(item, 'statementId'),
      effect: /^deny$/i.test(textAt(item, 'effect') ?? '') ? ('Deny' as const) : ('Allow' as const),
      actions: valuesOf(at(item, 'actions')),
      resources: valuesOf(at(item, 'resources')),
    }),
  );
}

function notesOf(allowed: boolean, explicit: boolean, statements: readonly EvidenceStatement[]): string[] {
  if (allowed) return ['The message says that the request was allowed.'];
  const denies = statements.filter(({ effect }) => effect === 'Deny');
  const named = denies.map(
    ({ sid, actions, resources }) =>
      `The Deny statement that matched${sid === undefined ? '' : ` is ${sid}`}: ${actions.join(', ')} on ${resources.join(', ')}. The message does not say which policy it is in.`,
  );
  if (named.length > 0) return named;
  return explicit
    ? ['A Deny statement matched, but the message does not name it.']
    : ['No statement matched: an Allow is missing. The message does not say in which kind of policy.'];
}
