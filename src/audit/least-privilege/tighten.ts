/**
 * Policies struck down to what was used. IAM User Guide, "Refine permissions using last accessed information". Nothing is
 * struck that no evidence speaks against; Deny statements, NotAction, conditions, resources, Sids and the order stay.
 */
import type { Catalog } from '../../catalog/service-reference';
import { isObject } from '../../intake/evidence/values';
import { joinReports } from '../../intake/report/read';
import type { Report, ReportsByKind } from '../../intake/report/types';
import { shellWord } from '../../intake/ask/shell';
import { lastSegment } from '../../language/arn';
import { allowedActions, treeOf } from './expand';
import type { Generalise } from './generalise';
import { inlineLimit, sizeOf } from './limits';
import type { MadePolicy } from './limits';
import { oldGrants } from './old-grants';
import { eventPolicy } from './policy-from-events';
import type { EventPolicy } from './policy-from-events';
import { soundsLikeEmergency } from './protect';
import type { Reach } from './reach';
import { reachOf } from './reach';
import { statementJson, statementsOf } from './statements';
import type { MadeStatement } from './statements';
import type { Mode, PatternVerdict } from './strike';
import { strikePattern } from './strike';
import type { ServiceState } from './usage';
import { usageOf } from './usage';
import { sortEvents } from './uses';
import { addedServices, countsOf, listsOf } from './tighten-lists';
import type { ActionCounts, StrikeLists } from './tighten-lists';
import { tightenWarnings } from './tighten-warnings';
import { inOrder } from './warnings';
import type { Warning } from './warnings';

export interface OldPolicy {
  readonly name: string;
  readonly document: unknown;
}

export interface TightenInput {
  readonly reports: readonly Report[];
  readonly policies: readonly OldPolicy[];
  readonly catalog: Catalog;
  /** ARN of the user or role that the policies belong to. */
  readonly principal?: string;
  /** ISO 8601, for the age of the report. */
  readonly now?: string;
  /** Unused after this many days, at most 400; 90 where it is left out. */
  readonly windowDays?: number;
  /** Actions without data are kept (`safe`) or dropped (`tight`). */
  readonly mode?: Mode;
  readonly generalise?: Generalise;
  readonly passRole?: 'keep' | 'drop';
  /** Actions that stay whatever the evidence says, where the policies grant them. */
  readonly keep?: readonly string[];
  /** Denied actions that are meant to be allowed. */
  readonly include?: readonly string[];
}

/** A pattern at its place in the old policies. */
export interface PlacedVerdict extends PatternVerdict {
  readonly policy: number;
  readonly statement: number;
  readonly entry: number;
}

export interface TightenedPolicy extends MadePolicy {
  readonly changed: boolean;
  /** Nothing is left of it: detach it. */
  readonly empty: boolean;
  /** Statements of the old policy that are gone, by number. */
  readonly removed: readonly number[];
}

export interface Tightening extends StrikeLists {
  /** Why the last-accessed report says nothing. */
  readonly problem?: 'job-not-completed' | 'job-failed';
  readonly principal: string | null;
  readonly services: Readonly<Record<string, ServiceState>>;
  /** Service or action to the time of its last use; null: told that there was none. */
  readonly lastUsed: Readonly<Record<string, string | null>>;
  readonly verdicts: readonly PlacedVerdict[];
  readonly policies: readonly TightenedPolicy[];
  readonly unchanged: boolean;
  /** Services of the result that no old policy named: always none. */
  readonly added: readonly string[];
  readonly removedStatements: readonly { readonly policy: number; readonly statement: number }[];
  readonly counts: ActionCounts;
  readonly old: Reach;
  readonly new: Reach;
  /** Of the recorded calls, where there are any: each one asked of the result. */
  readonly events?: EventPolicy;
  /** Commands that would tell more. */
  readonly offers: readonly string[];
  readonly warnings: readonly Warning[];
}

export function tighten(input: TightenInput): Tightening {
  const { catalog, policies, windowDays = 90, mode = 'safe' } = input;
  const reports = joinReports(input.reports);
  const of = <Kind extends keyof ReportsByKind>(kind: Kind): ReportsByKind[Kind] | undefined =>
    reports.find((report): report is ReportsByKind[Kind] & Report => report.kind === kind);
  const accessed = of('lastAccessed');
  const eventsReport = of('events');
  const findings = of('unusedAccess')?.findings ?? [];
  const active = findings.filter(({ status, unused }) => status === 'ACTIVE' && unused === 'permissions');
  const documents = policies.map(({ document }) => document);
  const before = allowedActions(catalog, documents);
  const grants = oldGrants(documents);
  const sorted =
    eventsReport === undefined
      ? undefined
      : sortEvents(catalog, eventsReport.events, input.principal, new Set(input.include ?? []), (action) =>
          grants.lists(action),
        );
  const statements =
    sorted === undefined ? [] : statementsOf(catalog, sorted.uses, input.generalise ?? 'prefix', grants);
  const recorded = new Set(statements.flatMap(({ actions }) => actions));
  const usage = usageOf({
    report: accessed?.status === 'completed' ? accessed : undefined,
    findings: active,
    recorded,
    windowDays,
    now: input.now,
  });
  const principal = input.principal ?? sorted?.principal ?? findings[0]?.principal ?? null;
  const names = [
    ...policies.map(({ name }) => name),
    ...(principal === null ? [] : [lastSegment(principal)]),
  ];
  const rules = {
    catalog,
    usage,
    mode,
    recorded,
    names,
    keep: new Set(input.keep ?? []),
    ...(input.passRole !== undefined && { passRole: input.passRole }),
  };
  const verdicts = placed(policies, (pattern) => strikePattern(pattern, rules));
  const tightened = rewritten(policies, verdicts, statements);
  const result = tightened.map(({ document }) => document);
  const after = allowedActions(catalog, result);
  const events =
    eventsReport === undefined || sorted === undefined
      ? undefined
      : eventPolicy({
          catalog,
          report: eventsReport,
          sorted,
          statements,
          oldPolicies: documents,
          policies: tightened,
          fit: result.some((document) => sizeOf(document) > inlineLimit(principal)) ? 'too-large' : 'one',
        });
  const problem =
    accessed === undefined || accessed.status === 'completed'
      ? undefined
      : accessed.status === 'failed'
        ? ('job-failed' as const)
        : ('job-not-completed' as const);
  const lists = listsOf(verdicts);
  return {
    ...(problem !== undefined && { problem }),
    principal,
    services: Object.fromEntries([...statesOf(of('organizationsAccess'), input), ...usage.services]),
    lastUsed: Object.fromEntries(usage.lastUsed),
    verdicts,
    policies: tightened,
    unchanged: tightened.every(({ changed }) => !changed),
    ...lists,
    added: addedServices(before, after),
    removedStatements: tightened.flatMap(({ removed }, policy) =>
      removed.map((statement) => ({ policy, statement })),
    ),
    counts: countsOf(before, usage, after),
    old: reachOf(catalog, before),
    new: reachOf(catalog, after),
    ...(events !== undefined && { events }),
    offers: offersFor(accessed, input.principal, verdicts),
    warnings: inOrder([
      ...tightenWarnings({
        accessed,
        organizations: of('organizationsAccess'),
        findings,
        generated: of('policy'),
        documents,
        verdicts,
        principal: input.principal,
        now: input.now,
        emergency: soundsLikeEmergency(names),
      }),
      ...(events?.warnings ?? []),
    ]),
  };
}

/** The services of an organization's report, which strikes nothing: it is about SCPs and counts accounts. */
function statesOf(
  report: ReportsByKind['organizationsAccess'] | undefined,
  { now, windowDays = 90 }: TightenInput,
): ReadonlyMap<string, ServiceState> {
  if (report === undefined) return new Map();
  const rows: ReportsByKind['lastAccessed'] = {
    ...report,
    kind: 'lastAccessed',
    level: 'service',
    granting: [],
  };
  return usageOf({ report: rows, findings: [], recorded: new Set(), windowDays, now }).services;
}

/** Each pattern of each Allow that has an Action list. */
function placed(
  policies: readonly OldPolicy[],
  verdictOf: (pattern: string) => PatternVerdict,
): readonly PlacedVerdict[] {
  return policies.flatMap(({ document }, policy) =>
    (treeOf(document)?.statements ?? []).flatMap(({ effect, action, index }) =>
      effect === 'Allow' && !action.not
        ? action.values.map((pattern, entry) => ({ ...verdictOf(pattern), policy, statement: index, entry }))
        : [],
    ),
  );
}

/** The policies with what stays. Statements made of events stand in front, in the first policy that granted one of them. */
function rewritten(
  policies: readonly OldPolicy[],
  verdicts: readonly PlacedVerdict[],
  made: readonly MadeStatement[],
): readonly TightenedPolicy[] {
  const home =
    verdicts.find(({ struck }) =>
      made.some(({ actions }) => actions.some((action) => struck.includes(action))),
    )?.policy ?? 0;
  return policies.map(({ name, document }, policy) => {
    const own = verdicts.filter((verdict) => verdict.policy === policy);
    const front = policy === home ? made.map(statementJson) : [];
    const changed = front.length > 0 || own.some(({ outcome }) => outcome !== 'keep');
    if (!changed) return { name, document: asDocument(document), changed, empty: false, removed: [] };
    const removed: number[] = [];
    const kept = statementsIn(document).flatMap((statement, index) => {
      const patterns = own.filter((verdict) => verdict.statement === index);
      if (patterns.every(({ outcome }) => outcome === 'keep')) return [statement];
      const written = [...new Set(patterns.flatMap((verdict) => verdict.written))];
      if (written.length === 0) {
        removed.push(index);
        return [];
      }
      return [{ ...statement, Action: written.length === 1 ? written[0] : written }];
    });
    const whole = [...front, ...kept];
    const next = {
      ...(isObject(document) ? document : {}),
      Statement: whole,
    } as unknown as MadePolicy['document'];
    return { name, document: next, changed, empty: whole.length === 0, removed };
  });
}

function asDocument(document: unknown): MadePolicy['document'] {
  return document as MadePolicy['document'];
}

function statementsIn(document: unknown): readonly Readonly<Record<string, unknown>>[] {
  const statement: unknown = isObject(document) ? document['Statement'] : undefined;
  return (Array.isArray(statement) ? (statement as readonly unknown[]) : [statement]).filter(isObject);
}

/** A service-level report keeps whole services: the other one would tell more. */
function offersFor(
  accessed: ReportsByKind['lastAccessed'] | undefined,
  principal: string | undefined,
  verdicts: readonly PlacedVerdict[],
): readonly string[] {
  if (accessed === undefined) return [];
  const arn = principal === undefined ? 'ROLE_ARN' : shellWord(principal);
  const untold = verdicts.some(({ noData, untracked }) => noData.length > untracked.length);
  const byAction = `aws iam generate-service-last-accessed-details --arn ${arn} --granularity ACTION_LEVEL`;
  if (accessed.status !== 'completed') return [byAction];
  return [
    ...(accessed.level === 'service' || untold ? [byAction] : []),
    ...(accessed.truncated
      ? ['aws iam get-service-last-accessed-details --job-id JOB_ID --max-items 1000']
      : []),
  ];
}
