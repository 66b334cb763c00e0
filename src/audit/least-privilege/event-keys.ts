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

/** What the service of a call asks of KMS in the caller’s name, and the keys that the call itself names. */
export interface KeysOfCall {
  readonly asked: readonly { readonly request: NeededRequest; readonly action: string }[];
  readonly named: readonly string[];
}

const NONE: KeysOfCall = { asked: [], named: [] };

export function keysOfCall(event: JsonObject, requests: readonly NeededRequest[]): KeysOfCall {
  const asked = requests.flatMap((request) =>
    actionsBehind(event, request.action).map((action) => ({ request, action })),
  );
  if (asked.length === 0) return NONE;
  return { asked, named: valuesByName(at(event, 'requestParameters')).all.filter(isKeyArn) };
}

function actionsBehind(event: JsonObject, action: string): readonly string[] {
  const asked = Object.hasOwn(KEYS_BEHIND, action) ? KEYS_BEHIND[action]! : [];
  const inParts = action === 's3:PutObject' && IN_PARTS.has(callName(textAt(event, 'eventName') ?? ''));
  return inParts ? [...asked, 'kms:Decrypt'] : asked;
}

/**
 * Further requests, where the call itself names the key, or the person said which one it is. AWS KMS Developer Guide,
 * "kms:ViaService".
 */
export function keyNeeds({ asked, named }: KeysOfCall, known: KnownKeys): readonly NeededRequest[] {
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
    { readonly actions: Set<string>; readonly because: Set<string>; events: number; last: number }
  >();

  add({ asked, named }: KeysOfCall, index: number): undefined {
    if (named.length > 0) return;
    for (const { request, action } of asked) {
      const service = request.action.slice(0, request.action.indexOf(':'));
      const known = this.#byService.get(service);
      const entry = known ?? { actions: new Set(), because: new Set(), events: 0, last: -1 };
      if (known === undefined) this.#byService.set(service, entry);
      entry.actions.add(action);
      entry.because.add(request.action);
      // Events come in their order, each perhaps several times.
      if (entry.last !== index) entry.events += 1;
      entry.last = index;
    }
  }

  /** `through`: services that the events show asking KMS for the caller; those need no word of the person. */
  list(known: KnownKeys, through: ReadonlySet<string>): readonly KeyOffer[] {
    const open = [...this.#byService].filter(([service]) => !through.has(service));
    return open.map(([service, { actions, because, events }]) => ({
      service,
      actions: [...actions].sort(),
      because: [...because].sort(),
      events,
      ...(Object.hasOwn(known, service) && { key: known[service]! }),
    }));
  }
}
