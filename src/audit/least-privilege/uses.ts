/** The events of one policy holder as distinct uses, and what was left out of them, with its reason. */
import type { Catalog } from '../../catalog/service-reference';
import type { RecordedEvent } from '../../intake/report/types';
import { textAt } from '../../intake/evidence/values';
import { levelOf } from './expand';
import type { NeededRequest } from './event-needs';
import { readCall } from './event-needs';
import { sameHolder, speaksFor } from './holders';
import type { Need } from './outcome';
import { isExplicitDenial, isNoCall, needOf } from './outcome';

export interface Use {
  readonly request: NeededRequest;
  /** Indexes of the events that show it. */
  readonly events: readonly number[];
  readonly need: Need;
}

/** A call that was denied and may be meant to succeed. */
export interface DeniedCall {
  readonly action: string;
  readonly events: readonly number[];
  /** Undefined: it may be offered. */
  readonly notOfferedFor?: 'explicit-deny' | 'permissions-management' | 'looks-like-a-probe';
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

/** `include`: denied actions that are wanted all the same. `granted`: is the action one that the old policies list? */
export function sortEvents(
  catalog: Catalog,
  events: readonly RecordedEvent[],
  wanted: string | undefined,
  include: ReadonlySet<string>,
  granted: (action: string) => boolean = () => true,
): SortedEvents {
  const { principals, skipped } = callers(events);
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
  const shared = new Set<string>();
  events.forEach(({ record }, index) => {
    const speaks = speaksFor(record);
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
    if (isTwin(record, shared)) {
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
    for (const request of call.requests) {
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

function callers(events: readonly RecordedEvent[]): Pick<SortedEvents, 'principals' | 'skipped'> {
  const named = new Map<string, { arn: string; events: number; cannot?: string }>();
  const skipped = new Map<string, number>();
  for (const { record } of events) {
    const speaks = speaksFor(record);
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
function isTwin(record: RecordedEvent['record'], seen: Set<string>): boolean {
  const shared = textAt(record, 'sharedEventID');
  if (shared === undefined) return false;
  if (seen.has(shared)) return true;
  seen.add(shared);
  return false;
}

function stronger(one: Need, other: Need): Need {
  const order: readonly Need[] = ['denied', 'attempted', 'proven'];
  return order.indexOf(one) > order.indexOf(other) ? one : other;
}

interface Denial {
  readonly action: string;
  readonly index: number;
  readonly record: RecordedEvent['record'];
}

/** This many different denied actions in so short a time look like somebody trying doors. */
const PROBE_ACTIONS = 10;
const PROBE_MILLISECONDS = 5 * 60 * 1_000;

function judgeDenials(catalog: Catalog, denials: readonly Denial[]): readonly DeniedCall[] {
  const probes = probesIn(denials);
  const byAction = new Map<string, Denial[]>();
  for (const denial of denials) byAction.set(denial.action, [...(byAction.get(denial.action) ?? []), denial]);
  return [...byAction].map(([action, list]) => {
    const notOfferedFor = list.some(({ record }) => isExplicitDenial(record))
      ? ('explicit-deny' as const)
      : levelOf(catalog, action) === 'Permissions management'
        ? ('permissions-management' as const)
        : list.every(({ index }) => probes.has(index))
          ? ('looks-like-a-probe' as const)
          : undefined;
    return {
      action,
      events: list.map(({ index }) => index),
      ...(notOfferedFor !== undefined && { notOfferedFor }),
    };
  });
}

function probesIn(denials: readonly Denial[]): ReadonlySet<number> {
  const timed = denials
    .map((denial) => ({ ...denial, time: Date.parse(textAt(denial.record, 'eventTime') ?? '') }))
    .filter(({ time }) => !Number.isNaN(time))
    .sort((one, other) => one.time - other.time);
  const probes = new Set<number>();
  const counts = new Map<string, number>();
  let start = 0;
  timed.forEach(({ action, time }, end) => {
    counts.set(action, (counts.get(action) ?? 0) + 1);
    while (time - timed[start]!.time > PROBE_MILLISECONDS) {
      const gone = timed[start]!.action;
      const left = counts.get(gone)! - 1;
      if (left === 0) counts.delete(gone);
      else counts.set(gone, left);
      start += 1;
    }
    if (counts.size >= PROBE_ACTIONS) for (let at = start; at <= end; at += 1) probes.add(timed[at]!.index);
  });
  return probes;
}
