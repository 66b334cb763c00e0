/** The keys behind calls for data: what S3 or DynamoDB asks of KMS in the caller's name. Only for keys that are known. */
import { IN_PARTS, KEYS_BEHIND } from '../../catalog/keys-behind-calls';
import type { JsonObject } from '../../intake/evidence/values';
import { at, textAt } from '../../intake/evidence/values';
import { callName } from '../../intake/evidence/event-actions';
import type { NeededRequest } from './event-needs';
import { valuesByName } from './parameters';

/** ARN of the customer-managed key that a service's data is encrypted with, by the service's prefix. */
export type KnownKeys = Readonly<Record<string, string>>;

const KEY = /^arn:[\w-]+:kms:[a-z\d-]+:\d{12}:key\/[\w-]+$/;

export function isKeyArn(text: string): boolean {
  return KEY.test(text);
}

/** What KMS is asked for these requests of a call; empty where the caller of KMS is no service or nothing is asked. */
export function behindCall(
  event: JsonObject,
  requests: readonly NeededRequest[],
): readonly { readonly request: NeededRequest; readonly action: string }[] {
  const name = callName(textAt(event, 'eventName') ?? '');
  return requests.flatMap((request) => {
    const asked = Object.hasOwn(KEYS_BEHIND, request.action) ? KEYS_BEHIND[request.action]! : [];
    const more = request.action === 's3:PutObject' && IN_PARTS.has(name) ? ['kms:Decrypt'] : [];
    return [...new Set([...asked, ...more])].map((action) => ({ request, action }));
  });
}

/**
 * Further requests, where the call itself names the key, or the person said which one it is. AWS KMS Developer Guide,
 * "kms:ViaService".
 */
export function keyNeeds(
  event: JsonObject,
  requests: readonly NeededRequest[],
  known: KnownKeys,
): readonly NeededRequest[] {
  const asked = behindCall(event, requests);
  if (asked.length === 0) return [];
  const named = valuesByName(at(event, 'requestParameters')).all.filter(isKeyArn);
  return asked.flatMap(({ request, action }) => {
    const service = request.action.slice(0, request.action.indexOf(':'));
    const own = Object.hasOwn(known, service) ? [known[service]!] : [];
    return [...new Set([...named, ...own])].map((resource): NeededRequest => ({
      action,
      resource,
      named: true,
      context: { 'kms:ViaService': `${service}.${resource.split(':')[3]!}.amazonaws.com` },
      because: request.action,
      region: request.region,
    }));
  });
}

/** A service whose data may be encrypted with a key that no event names. */
export interface KeyOffer {
  readonly service: string;
  /** Of KMS. */
  readonly actions: readonly string[];
  /** The actions that would ask for them. */
  readonly because: readonly string[];
  readonly events: number;
  /** What the person said. */
  readonly key?: string;
}

/** One offer a service, in the order of the events. */
export class KeyOffers {
  readonly #byService = new Map<
    string,
    { actions: Set<string>; because: Set<string>; events: Set<number> }
  >();

  add(event: JsonObject, index: number, requests: readonly NeededRequest[]): undefined {
    if (valuesByName(at(event, 'requestParameters')).all.some(isKeyArn)) return;
    for (const { request, action } of behindCall(event, requests)) {
      const service = request.action.slice(0, request.action.indexOf(':'));
      const known = this.#byService.get(service);
      const entry = known ?? { actions: new Set(), because: new Set(), events: new Set() };
      if (known === undefined) this.#byService.set(service, entry);
      entry.actions.add(action);
      entry.because.add(request.action);
      entry.events.add(index);
    }
  }

  list(known: KnownKeys): readonly KeyOffer[] {
    return [...this.#byService].map(([service, { actions, because, events }]) => ({
      service,
      actions: [...actions].sort(),
      because: [...because].sort(),
      events: events.size,
      ...(Object.hasOwn(known, service) && { key: known[service]! }),
    }));
  }
}
