/** The events of one policy holder as distinct uses, and what was left out of them, with its reason. */
import type { Catalog } from '../../catalog/service-reference';
import type { RecordedEvent } from '../../intake/report/types';
import { textAt } from '../../intake/evidence/values';
import { parseArn } from '../../language/arn';
import { KeyOffers, keyNeeds, keysOfCall } from './event-keys';
import type { KeyOffer, KnownKeys } from './event-keys';
import { judgeDenials } from './denials';
import type { DeniedCall, Denial } from './denials';
import type { NeededRequest } from './event-needs';
import { readCall } from './event-needs';
import { sameHolder, speaksFor } from './holders';
import type { Speaks } from './holders';
import type { Need } from './outcome';
import { isNoCall, needOf } from './outcome';

export interface Use {
  readonly request: NeededRequest;
  /** Indexes of the events that show it. */
  readonly events: readonly number[];
  readonly need: Need;
}

export interface LeftOut {
  readonly name: string;
  readonly events: readonly number[];
}

export interface Holder {
  readonly arn: string;
  readonly events: number;
  /** Why it cannot have an identity-based policy. */
  readonly cannot?: string;
}

export interface SortedEvents {
  readonly principal: string | null;
  readonly principals: readonly Holder[];
  /** Callers without a name here, by kind. */
  readonly skipped: readonly { readonly kind: string; readonly events: number }[];
  readonly uses: readonly Use[];
  /** Indexes of the events that count. */
  readonly eligible: readonly number[];
  readonly denied: readonly DeniedCall[];
  /** Keys behind calls for data that no event names. */
  readonly keyOffers: readonly KeyOffer[];
  readonly left: {
    readonly denied: readonly LeftOut[];
    readonly permissionless: readonly LeftOut[];
    readonly notAnApiCall: readonly LeftOut[];
    readonly otherPrincipals: readonly LeftOut[];
    readonly unmapped: readonly LeftOut[];
    /** Allowed by a policy that is not here. */
    readonly grantedElsewhere: readonly LeftOut[];
  };
}

export interface Sorting {
  /** ARN of the holder whose events count. */
  readonly wanted: string | undefined;
  /** Denied actions that are wanted all the same. */
  readonly include: ReadonlySet<string>;
  /** Keys that data is encrypted with, by service. */
  readonly keys: KnownKeys;
  /** Is the action one that the old policies list? Everything is, where there are none. */
  readonly granted?: (action: string) => boolean;
}

export function sortEvents(
  catalog: Catalog,
  events: readonly RecordedEvent[],
  { wanted, include, keys, granted = () => true }: Sorting,
): SortedEvents {
  const speakers = events.map(({ record }) => speaksFor(record));
  const { principals, skipped } = callers(speakers);
  const able = principals.filter(({ cannot }) => cannot === undefined);
  const principal =
    wanted === undefined
      ? [...able].sort((one, other) => other.events - one.events)[0]?.arn
      : (able.find(({ arn }) => sameHolder(arn, wanted))?.arn ?? wanted);
  const left = {
    denied: new Tally(),
    permissionless: new Tally(),
    notAnApiCall: new Tally(),
    otherPrincipals: new Tally(),
    unmapped: new Tally(),
    grantedElsewhere: new Tally(),
  };
  const uses = new Map<string, { request: NeededRequest; events: number[]; need: Need }>();
  const eligible: number[] = [];
  const denials: Denial[] = [];
  const keyOffers = new KeyOffers();
  const account = parseArn(principal ?? '')?.account;
  const shared = sharedIds(events, account);
  events.forEach(({ record }, index) => {
    const speaks = speakers[index]!;
    // Where no text tells any caller, every event counts.
    const ours =
      speaks.kind === 'untold'
        ? able.length === 0
        : speaks.kind === 'holder' && principal !== undefined && sameHolder(speaks.arn, principal);
    const name = textAt(record, 'eventName') ?? '';
    if (isNoCall(record)) {
      left.notAnApiCall.add(name, index);
      return;
    }
    if (!ours) {
      left.otherPrincipals.add(nameOf(speaks), index);
      return;
    }
    if (shared.isTwin(record)) {
      left.notAnApiCall.add(name, index);
      return;
    }
    const call = readCall(catalog, record);
    if (call.kind === 'permissionless') {
      left.permissionless.add(call.action, index);
      return;
    }
    if (call.kind === 'unmapped') {
      left.unmapped.add(call.call, index);
      return;
    }
    const need = needOf(record);
    const action = call.requests.find(({ because }) => because === undefined)!.action;
    if (need === 'denied') {
      denials.push({ action, index, record });
      if (!include.has(action)) {
        left.denied.add(action, index);
        return;
      }
    }
    if (!include.has(action) && !granted(action)) {
      left.grantedElsewhere.add(action, index);
      return;
    }
    eligible.push(index);
    const behind = keysOfCall(record, call.requests);
    keyOffers.add(behind, index);
    for (const request of [...call.requests, ...keyNeeds(behind, keys)]) {
      // What a call needs besides was granted elsewhere, where these policies do not list it.
      if (request.because !== undefined && !include.has(request.action) && !granted(request.action)) continue;
      const key = `${request.action} ${request.resource} ${request.region} ${JSON.stringify(request.context)}`;
      const known = uses.get(key);
      if (known === undefined) uses.set(key, { request, events: [index], need });
      else {
        if (known.events.at(-1) !== index) known.events.push(index);
        known.need = stronger(known.need, need);
      }
    }
    return undefined;
  });
  return {
    principal: principal ?? null,
    principals,
    skipped,
    uses: [...uses.values()],
    eligible,
    denied: judgeDenials(catalog, denials),
    keyOffers: keyOffers.list(keys, askingForCaller([...uses.values()])),
    left: {
      denied: left.denied.list(),
      permissionless: left.permissionless.list(),
      notAnApiCall: left.notAnApiCall.list(),
      otherPrincipals: left.otherPrincipals.list(),
      unmapped: left.unmapped.list(),
      grantedElsewhere: left.grantedElsewhere.list(),
    },
  };
}

/** Services that events of KMS name as the ones that called. */
function askingForCaller(uses: readonly { readonly request: NeededRequest }[]): ReadonlySet<string> {
  return new Set(
    uses.flatMap(({ request: { context, because } }) => {
      const through = because === undefined ? context['kms:ViaService'] : undefined;
      return through === undefined ? [] : [through.slice(0, through.indexOf('.'))];
    }),
  );
}

class Tally {
  readonly #entries = new Map<string, number[]>();

  add(name: string, index: number): undefined {
    const known = this.#entries.get(name);
    if (known === undefined) this.#entries.set(name, [index]);
    else known.push(index);
  }

  list(): readonly LeftOut[] {
    return [...this.#entries].map(([name, events]) => ({ name, events }));
  }
}

function nameOf(speaks: ReturnType<typeof speaksFor>): string {
  switch (speaks.kind) {
    case 'holder':
    case 'cannot':
      return speaks.arn;
    case 'skipped':
      return speaks.type;
    case 'untold':
      return 'unknown';
  }
}

function callers(speakers: readonly Speaks[]): Pick<SortedEvents, 'principals' | 'skipped'> {
  const named = new Map<string, { arn: string; events: number; cannot?: string }>();
  const skipped = new Map<string, number>();
  for (const speaks of speakers) {
    if (speaks.kind === 'skipped') skipped.set(speaks.type, (skipped.get(speaks.type) ?? 0) + 1);
    else if (speaks.kind !== 'untold') {
      const known = named.get(speaks.arn);
      if (known !== undefined) known.events += 1;
      else
        named.set(speaks.arn, {
          arn: speaks.arn,
          events: 1,
          ...(speaks.kind === 'cannot' && { cannot: speaks.why }),
        });
    }
  }
  return {
    principals: [...named.values()],
    skipped: [...skipped].map(([kind, count]) => ({ kind, events: count })),
  };
}

/** CloudTrail writes one call across accounts to both, under one id: the copy of the other account is the same call. */
function sharedIds(
  events: readonly RecordedEvent[],
  account: string | undefined,
): { readonly isTwin: (record: RecordedEvent['record']) => boolean } {
  const isOwn = (record: RecordedEvent['record']): boolean =>
    textAt(record, 'recipientAccountId') === account;
  const own = new Set(
    events.flatMap(({ record }) => {
      const id = textAt(record, 'sharedEventID');
      return id !== undefined && isOwn(record) ? [id] : [];
    }),
  );
  const seen = new Set<string>();
  return {
    isTwin: (record) => {
      const id = textAt(record, 'sharedEventID');
      if (id === undefined) return false;
      if (seen.has(id) || (own.has(id) && !isOwn(record))) return true;
      seen.add(id);
      return false;
    },
  };
}

function stronger(one: Need, other: Need): Need {
  const order: readonly Need[] = ['denied', 'attempted', 'proven'];
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}
