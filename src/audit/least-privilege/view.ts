/** A tightening as a page shows it: rows and numbers, small enough to be handed from a worker. */
import type { Decision } from '../../engine/evaluation';
import { textAt } from '../../intake/evidence/values';
import type {
  EventsReport,
  GrantingPolicy,
  LastAccessedReport,
  Report,
  SimulationReport,
  UnusedFinding,
} from '../../intake/report/types';
import { requestOf } from './coverage';
import type { AskedRequest } from './coverage';
import type { KeyOffer } from './event-keys';
import type { ConditionOffer } from './offers';
import type { Reach } from './reach';
import type { ResourceVerdict } from './resource-verdicts';
import type { ServiceState } from './usage';
import type { ActionCounts } from './tighten-lists';
import type { PlacedVerdict, TightenedPolicy } from './rewrite';
import type { Tightening } from './tighten';
import type { DeniedCall } from './denials';
import type { Holder } from './uses';
import type { Warning } from './warnings';

/** One use of the events, with its verdict under the result. */
export interface UsedRow {
  readonly request: AskedRequest;
  readonly time?: string;
  readonly count: number;
  readonly decision: Decision;
  /** The policy of the result and the statement in it. */
  readonly at?: { readonly policy: number; readonly index: number };
}

export interface LeftRow {
  readonly kind:
    'denied' | 'permissionless' | 'notAnApiCall' | 'otherPrincipals' | 'unmapped' | 'grantedElsewhere';
  readonly name: string;
  readonly count: number;
  /** Denied: why it is not offered; `offered` where it is. */
  readonly offer?: 'offered' | NonNullable<DeniedCall['notOfferedFor']>;
}

export interface ServiceRow {
  readonly prefix: string;
  readonly state: ServiceState;
  readonly last?: string;
  readonly region?: string;
}

export interface Names {
  readonly count: number;
  /** The first of them. */
  readonly some: readonly string[];
}

export interface VerdictRow {
  readonly policy: number;
  readonly statement: number;
  readonly entry: number;
  readonly pattern: string;
  readonly outcome: PlacedVerdict['outcome'];
  readonly used: Names;
  readonly notUsed: Names;
  readonly noData: Names;
  /** AWS never tracks it: iam:PassRole stands in the pattern. */
  readonly passesRoles: boolean;
  readonly kept: boolean;
  /** Of a pattern of one service: when it was last used, or null. */
  readonly last?: string | null;
}

/** What Access Analyzer proposes: its own policy, or to detach one. */
export type RecommendedRow =
  | { readonly do: 'detach'; readonly policy: string }
  /** `of`: the ARN or name of the policy that it replaces. */
  | { readonly do: 'use'; readonly name: string; readonly of?: string; readonly document: unknown };

export interface TightenView {
  readonly recommended: readonly RecommendedRow[];
  readonly simulated?: SimulationReport;
  readonly principal: string | null;
  readonly principals: readonly Holder[];
  readonly problem?: Tightening['problem'];
  readonly counts: ActionCounts;
  readonly old: Reach;
  readonly new: Reach;
  readonly policies: readonly TightenedPolicy[];
  readonly unchanged: boolean;
  readonly verdicts: readonly VerdictRow[];
  readonly resources: readonly ResourceVerdict[];
  readonly used: readonly UsedRow[];
  /** Rows that are not in `used`, for there are too many to read. */
  readonly more: number;
  readonly events?: {
    readonly total: number;
    readonly eligible: number;
    readonly allowed: number;
    readonly from?: string;
    readonly to?: string;
  };
  /** Conditions that could be asked for, and keys behind calls for data. */
  readonly conditions: readonly ConditionOffer[];
  readonly keys: readonly KeyOffer[];
  /** Which policy grants what of the services in the report. */
  readonly granting: readonly GrantingPolicy[];
  readonly left: readonly LeftRow[];
  readonly services: readonly ServiceRow[];
  readonly accessed?: { readonly completed?: string; readonly level: 'service' | 'action' };
  /** When the user or role was made, where that is told. */
  readonly made?: string;
  readonly findings: readonly UnusedFinding[];
  readonly offers: readonly string[];
  readonly warnings: readonly Warning[];
}

/** More rows than this are told as a number. */
const MOST_ROWS = 1_000;
const SOME = 8;

export function tightenView(tightening: Tightening, reports: readonly Report[]): TightenView {
  const { events } = tightening;
  const recorded = reports.find((report): report is EventsReport => report.kind === 'events');
  const accessed = reports.find((report): report is LastAccessedReport => report.kind === 'lastAccessed');
  const findings = reports.flatMap((report) => (report.kind === 'unusedAccess' ? report.findings : []));
  const simulated = reports.find((report): report is SimulationReport => report.kind === 'simulation');
  return {
    recommended: reports.flatMap(recommendedIn),
    ...(simulated !== undefined && { simulated }),
    principal: tightening.principal,
    principals: events?.principals ?? [],
    ...(tightening.problem !== undefined && { problem: tightening.problem }),
    counts: tightening.counts,
    old: tightening.old,
    new: tightening.new,
    policies: tightening.policies,
    unchanged: tightening.unchanged,
    verdicts: tightening.verdicts.map((verdict) => verdictRow(verdict, tightening.lastUsed)),
    resources: tightening.resources,
    used: recorded === undefined ? [] : usedRows(tightening, recorded),
    more: Math.max(0, (events?.uses.length ?? 0) - MOST_ROWS),
    ...(events !== undefined && {
      events: {
        total: events.events,
        eligible: events.used,
        allowed: events.check.filter(({ decision }) => decision === 'Allowed').length,
        ...(events.from !== undefined && { from: events.from }),
        ...(events.to !== undefined && { to: events.to }),
      },
    }),
    conditions: events?.offers ?? [],
    keys: events?.keyOffers ?? [],
    granting: accessed?.granting ?? [],
    left: leftRows(tightening),
    services: serviceRows(tightening, accessed),
    ...(accessed !== undefined &&
      accessed.services.length > 0 && {
        accessed: {
          level: accessed.level,
          ...(accessed.completed !== undefined && { completed: accessed.completed }),
        },
      }),
    ...(tightening.made !== undefined && { made: tightening.made }),
    findings,
    offers: tightening.offers,
    warnings: tightening.warnings,
  };
}

function recommendedIn(report: Report): readonly RecommendedRow[] {
  if (report.kind === 'policy')
    return report.policies.map(({ name, document }) => ({ do: 'use' as const, name, document }));
  if (report.kind !== 'recommendation') return [];
  return report.steps.map((step) =>
    step.do === 'detach'
      ? { do: 'detach' as const, policy: step.policy }
      : { do: 'use' as const, name: step.name, of: step.policy, document: step.document },
  );
}

function usedRows({ events }: Tightening, recorded: EventsReport): readonly UsedRow[] {
  // What is not allowed by the result comes first: it is what the person must see.
  const rows = [...(events?.uses ?? [])].sort(
    (one, other) => Number(one.decision === 'Allowed') - Number(other.decision === 'Allowed'),
  );
  return rows.slice(0, MOST_ROWS).map(({ use, decision, statement }) => {
    const { record } = recorded.events[use.events[0]!]!;
    const time = textAt(record, 'eventTime');
    const count = use.events.reduce((sum, index) => sum + recorded.events[index]!.count, 0);
    return {
      request: requestOf(use, record, events!.principal),
      ...(time !== undefined && { time }),
      count,
      decision,
      ...(statement !== undefined && { at: statement }),
    };
  });
}

function leftRows({ events }: Tightening): readonly LeftRow[] {
  if (events === undefined) return [];
  const kinds = [
    'denied',
    'unmapped',
    'grantedElsewhere',
    'otherPrincipals',
    'permissionless',
    'notAnApiCall',
  ] as const;
  const included = events.denied.filter(
    ({ action }) => !events.left.denied.some(({ name }) => name === action),
  );
  const rows = kinds.flatMap((kind) =>
    events.left[kind].map(({ name, events: list }): LeftRow => {
      const denied = kind === 'denied' ? events.denied.find(({ action }) => action === name) : undefined;
      return {
        kind,
        name,
        count: list.length,
        ...(denied !== undefined && { offer: denied.notOfferedFor ?? ('offered' as const) }),
      };
    }),
  );
  return [
    ...included.map(({ action, events: list }): LeftRow => ({
      kind: 'denied',
      name: action,
      count: list.length,
      offer: 'offered',
    })),
    ...rows,
  ];
}

function serviceRows(
  tightening: Tightening,
  accessed: LastAccessedReport | undefined,
): readonly ServiceRow[] {
  const order: readonly ServiceState[] = ['used', 'before-window', 'never', 'no-data'];
  const rows = (accessed?.services ?? []).map(({ prefix, last, region }): ServiceRow => ({
    prefix,
    state: tightening.services[prefix] ?? 'no-data',
    ...(last !== undefined && { last }),
    ...(region !== undefined && { region }),
  }));
  return rows.sort(
    (one, other) =>
      order.indexOf(one.state) - order.indexOf(other.state) ||
      (other.last ?? '').localeCompare(one.last ?? ''),
  );
}

function verdictRow(verdict: PlacedVerdict, lastUsed: Tightening['lastUsed']): VerdictRow {
  const names = (list: readonly string[]): Names => ({ count: list.length, some: list.slice(0, SOME) });
  const { policy, statement, entry, pattern, outcome, used, notUsed, noData, kept } = verdict;
  const roles = [...used, ...notUsed, ...noData].includes('iam:PassRole');
  const only = roles && notUsed.includes('iam:PassRole');
  const prefix = pattern.split(':')[0]!.toLowerCase();
  const last = lastUsed[prefix];
  return {
    policy,
    statement,
    entry,
    pattern,
    outcome,
    used: names(used),
    // iam:PassRole is never tracked, so "not used" would say too much of it.
    notUsed: names(only ? notUsed.filter((action) => action !== 'iam:PassRole') : notUsed),
    noData: names(only ? [...noData, 'iam:PassRole'] : noData),
    passesRoles: roles && !used.includes('iam:PassRole'),
    kept: kept.length > 0,
    ...(last !== undefined && { last }),
  };
}
