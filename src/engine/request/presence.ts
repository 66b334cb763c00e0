/**
 * Which kind of caller and of request it is, as far as the keys of the context differ by it: the question that the table
 * of `catalog/key-presence.ts` answers.
 */
import { globalKey } from '../../catalog/global-keys';
import {
  keyPresence,
  type KeyPresence,
  type PresenceCaller,
  type RequestPath,
  type Sent,
} from '../../catalog/key-presence';
import type { Policies, Scenario } from '../../case/scenario';
import { readCaller, type Caller } from './caller';
import type { ContextMap } from './context-map';

const CALLERS: Readonly<Record<Caller['kind'], PresenceCaller | undefined>> = {
  user: 'user',
  roleSession: 'roleSession',
  role: 'roleSession',
  root: 'root',
  federatedUser: 'federatedUser',
  federatedCaller: 'federated',
  service: 'service',
  originAccessIdentity: 'originAccessIdentity',
  anonymous: 'anonymous',
  invalid: undefined,
};

/** Undefined for a caller that cannot be read. */
export function presenceCaller({ kind }: Pick<Caller, 'kind'>): PresenceCaller | undefined {
  return CALLERS[kind];
}

/** How the request came, by what is told of it: its other keys, and whether an endpoint's policy is in play. */
export function requestPath(context: ContextMap, policies: Pick<Policies, 'endpoint'>): RequestPath {
  const told = (key: string): boolean => {
    const value = context.get(key)?.value;
    return value !== undefined && value !== null && value.length > 0;
  };
  const { endpoint } = policies;
  const hasEndpoint =
    endpoint !== undefined && !(typeof endpoint === 'object' && 'off' in endpoint && endpoint.off);
  return {
    endpoint: hasEndpoint || ['aws:sourcevpce', 'aws:sourcevpc', 'aws:vpcsourceip'].some(told),
    service: told('aws:calledvia') || context.get('aws:viaawsservice')?.value === 'true',
    mfa: mfaOf(context),
  };
}

function mfaOf(context: ContextMap): RequestPath['mfa'] {
  const present = context.get('aws:multifactorauthpresent');
  if (present === undefined) return 'untold';
  if (present.value === null) return 'unknown';
  return String(present.value).toLowerCase() === 'true' ? 'true' : 'no';
}

/** What AWS says of a key in a request like this one; undefined where its page says nothing. */
export function presenceIn(
  key: string,
  caller: Caller,
  context: ContextMap,
  policies: Pick<Policies, 'endpoint'>,
): KeyPresence | undefined {
  const kind = presenceCaller(caller);
  return kind && keyPresence(key, kind, requestPath(context, policies));
}

/**
 * Whether AWS sends a key with the request of a scenario. Of the Region and the time the page says "all requests"; a key
 * of which it says nothing comes with some.
 */
export function keySent(scenario: Pick<Scenario, 'request' | 'policies'>, key: string): Sent {
  const { request, policies } = scenario;
  const given = Object.entries(request.context ?? {}).map(
    ([name, value]) => [name.toLowerCase(), { key: name, value, origin: 'given' as const }] as const,
  );
  const told = presenceIn(key, readCaller(request).caller, new Map(given), policies)?.sent;
  return told ?? (globalKey(key)?.always === true ? 'always' : 'sometimes');
}
