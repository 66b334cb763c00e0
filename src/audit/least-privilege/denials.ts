/** Denied calls: which of them are offered, and why the others are not. */
import type { Catalog } from '../../catalog/service-reference';
import { textAt } from '../../intake/evidence/values';
import type { RecordedEvent } from '../../intake/report/types';
import { levelOf } from './expand';
import { isExplicitDenial } from './outcome';

/** A call that was denied and may be meant to succeed. */
export interface DeniedCall {
  readonly action: string;
  readonly events: readonly number[];
  /** Undefined: it may be offered. */
  readonly notOfferedFor?: 'explicit-deny' | 'permissions-management' | 'looks-like-a-probe';
}

export interface Denial {
  readonly action: string;
  readonly index: number;
  readonly record: RecordedEvent['record'];
}

/** This many different denied actions in so short a time look like somebody trying doors. */
const PROBE_ACTIONS = 10;
const PROBE_MILLISECONDS = 5 * 60 * 1_000;

export function judgeDenials(catalog: Catalog, denials: readonly Denial[]): readonly DeniedCall[] {
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
