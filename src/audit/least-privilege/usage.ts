/** What the reports say of a service and an action: used, not used, or nothing. */
import { splitAction } from '../../catalog/service-lookup';
import type { AccessedService, LastAccessedReport, UnusedFinding } from '../../intake/report/types';

export type ServiceState = 'used' | 'before-window' | 'never' | 'no-data';

export type ActionState =
  /** By a report or an event, in the window. */
  | 'used'
  | 'not-used'
  /** Of a service without a row. */
  | 'no-row'
  /** The service has a list of its tracked actions, and this is none of them. */
  | 'untracked'
  /** The service was used, and nothing tells with which actions. */
  | 'untold';

export interface Usage {
  readonly services: ReadonlyMap<string, ServiceState>;
  /** ISO 8601 by service or action, null where it is told that there is none. */
  readonly lastUsed: ReadonlyMap<string, string | null>;
  readonly service: (prefix: string) => ServiceState;
  readonly action: (action: string) => ActionState;
  /** Is it known for every service of a `*` whether it was used? */
  readonly complete: boolean;
}

export interface UsageInput {
  readonly report: LastAccessedReport | undefined;
  /** Those that are active. */
  readonly findings: readonly UnusedFinding[];
  /** Actions that events show, as the reference writes them. */
  readonly recorded: ReadonlySet<string>;
  readonly windowDays: number;
  readonly now: string | undefined;
}

const DAY = 24 * 60 * 60 * 1_000;
/** AWS keeps at least this much. */
const TRACKING_DAYS = 400;

export function usageOf(input: UsageInput): Usage {
  const { report, recorded } = input;
  const rows = new Map((report?.services ?? []).map((row) => [row.prefix, row]));
  const since = sinceOf(input);
  const stateAt = (last: string | undefined): 'used' | 'before-window' | 'never' =>
    last === undefined ? 'never' : Date.parse(last) >= since ? 'used' : 'before-window';
  const recordedServices = new Set([...recorded].map((action) => action.slice(0, action.indexOf(':'))));
  const unused = unusedBy(input.findings);
  const service = (prefix: string): ServiceState => {
    if (recordedServices.has(prefix)) return 'used';
    const row = rows.get(prefix);
    if (row !== undefined) return stateAt(row.last);
    return unused.services.has(prefix) ? 'never' : 'no-data';
  };
  const tracked = trackedOf(rows.values());
  const recordedLower = new Set([...recorded].map((action) => action.toLowerCase()));
  return {
    services: new Map([...rows.keys(), ...unused.services].map((prefix) => [prefix, service(prefix)])),
    lastUsed: lastUses(rows.values(), input.findings),
    service,
    complete: report !== undefined && report.status === 'completed' && !report.truncated && rows.size > 0,
    action: (action) => {
      const lower = action.toLowerCase();
      const prefix = splitAction(lower)?.prefix ?? '';
      if (recordedLower.has(lower)) return 'used';
      if (unused.actions.has(lower) || unused.services.has(prefix)) return 'not-used';
      const row = rows.get(prefix);
      if (row === undefined) return 'no-row';
      if (stateAt(row.last) !== 'used') return 'not-used';
      if (row.tracked === undefined) return 'untold';
      const entry = tracked.get(lower);
      if (entry === undefined) return 'untracked';
      return stateAt(entry.last) === 'used' ? 'used' : 'not-used';
    },
  };
}

/** The report's own time is "now" for its ages. */
function sinceOf({ report, now, windowDays }: UsageInput): number {
  const until = Date.parse(report?.completed ?? report?.created ?? now ?? '');
  const days = Math.min(Math.max(windowDays, 1), TRACKING_DAYS);
  return Number.isNaN(until) ? Number.NEGATIVE_INFINITY : until - days * DAY;
}

function trackedOf(rows: Iterable<AccessedService>): ReadonlyMap<string, { readonly last?: string }> {
  const tracked = new Map<string, { readonly last?: string }>();
  for (const row of rows)
    for (const entry of row.tracked ?? []) tracked.set(`${row.prefix}:${entry.name}`.toLowerCase(), entry);
  return tracked;
}

function unusedBy(findings: readonly UnusedFinding[]): {
  readonly services: ReadonlySet<string>;
  readonly actions: ReadonlySet<string>;
} {
  const services = new Set<string>();
  const actions = new Set<string>();
  for (const entry of findings.flatMap((finding) => finding.services)) {
    if (entry.actions === undefined) services.add(entry.prefix);
    else for (const { action } of entry.actions) actions.add(action.toLowerCase());
  }
  return { services, actions };
}

function lastUses(
  rows: Iterable<AccessedService>,
  findings: readonly UnusedFinding[],
): ReadonlyMap<string, string | null> {
  const uses = new Map<string, string | null>();
  for (const row of rows) {
    uses.set(row.prefix, row.last ?? null);
    for (const { name, last } of row.tracked ?? []) uses.set(`${row.prefix}:${name}`, last ?? null);
  }
  for (const entry of findings.flatMap((finding) => finding.services)) {
    if (!uses.has(entry.prefix)) uses.set(entry.prefix, entry.last ?? null);
    for (const { action, last } of entry.actions ?? []) uses.set(action, last ?? null);
  }
  return uses;
}
