/**
 * Policies struck down to what was used. IAM User Guide, "Refine permissions using last accessed information". Nothing is
 * struck that no evidence speaks against; Deny statements, NotAction, conditions, resources, Sids and the order stay.
 */
import { isAwsManaged } from '../../catalog/aws-managed';
import type { Catalog } from '../../catalog/service-reference';
import { joinReports } from '../../intake/report/read';
import type { Report, ReportsByKind } from '../../intake/report/types';
import { shellWord } from '../../intake/ask/shell';
import { lastSegment } from '../../language/arn';
import { agesOf } from './ages';
import { allowedActions } from './expand';
import type { Generalise } from './generalise';
import { withinLimits } from './limits';
import { oldGrants } from './old-grants';
import { eventPolicy } from './policy-from-events';
import type { EventPolicy } from './policy-from-events';
import type { KnownKeys } from './event-keys';
import { narrowed, offersOf } from './offers';
import { soundsLikeEmergency } from './protect';
import type { Reach } from './reach';
import { resourceVerdicts } from './resource-verdicts';
import type { ResourceVerdict } from './resource-verdicts';
import { reachOf } from './reach';
import { statementsOf } from './statements';
import type { MadeStatement } from './statements';
import type { Mode } from './strike';
import { strikePattern } from './strike';
import type { ServiceState } from './usage';
import { usageOf } from './usage';
import { sortEvents } from './uses';
import { addedServices, countsOf, listsOf } from './tighten-lists';
import type { ActionCounts, StrikeLists } from './tighten-lists';
import { tightenWarnings } from './tighten-warnings';
import { inOrder, warning } from './warnings';
import type { Warning } from './warnings';
import { fitted, placed, rewritten } from './rewrite';
import type { OldPolicy, PlacedVerdict, TightenedPolicy } from './rewrite';

export interface TightenInput {
  readonly reports: readonly Report[];
  readonly policies: readonly OldPolicy[];
  readonly catalog: Catalog;
  /** ARN of the user or role that the policies belong to. */
  readonly principal?: string;
  /** ISO 8601, for the age of the report. */
  readonly now?: string;
  /** When the user or role was made, ISO 8601, where no report tells it. */
  readonly made?: string;
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
  /** Customer-managed keys that data is encrypted with, by the service that uses them. */
  readonly keys?: KnownKeys;
  /** Conditions of `events.offers` to be asked for. */
  readonly conditions?: readonly string[];
}

export interface Tightening extends StrikeLists {
  /** Why the last-accessed report says nothing. */
  readonly problem?: 'job-not-completed' | 'job-failed';
  readonly principal: string | null;
  readonly services: Readonly<Record<string, ServiceState>>;
  /** Service or action to the time of its last use; null: told that there was none. */
  readonly lastUsed: Readonly<Record<string, string | null>>;
  readonly verdicts: readonly PlacedVerdict[];
  /** Of the statements that are gone, or whose place statements made of events take. */
  readonly resources: readonly ResourceVerdict[];
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
  /** When the user or role was made, where that is told. */
  readonly made?: string;
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
      : sortEvents(catalog, eventsReport.events, {
          wanted: input.principal,
          include: new Set(input.include ?? []),
          keys: input.keys ?? {},
          granted: (action) => grants.lists(action),
        });
  const conditionOffers = offersOf(
    eventsReport?.events ?? [],
    sorted?.eligible ?? [],
    input.conditions ?? [],
  );
  const made = (how: Generalise): readonly MadeStatement[] =>
    sorted === undefined ? [] : narrowed(statementsOf(catalog, sorted.uses, how, grants), conditionOffers);
  const principal = input.principal ?? sorted?.principal ?? findings[0]?.principal ?? null;
  const names = [
    ...policies.map(({ name }) => name),
    ...(principal === null ? [] : [lastSegment(principal)]),
  ];
  // A service-linked role's policy is AWS's: nobody can change it, so nothing of it is struck.
  const locked = principal?.includes(':role/aws-service-role/') === true;
  const ages = agesOf({
    reports: input.reports,
    policies,
    principal,
    made: input.made,
    now: accessed?.completed ?? input.now,
    windowDays,
  });
  const attempt = (how: Generalise) => {
    const statements = locked ? [] : made(how);
    const recorded = new Set(statements.flatMap(({ actions }) => actions));
    const usage = usageOf({
      report: accessed?.status === 'completed' ? accessed : undefined,
      findings: active,
      recorded,
      windowDays,
      now: input.now,
    });
    const rules = {
      catalog,
      usage,
      mode,
      recorded,
      names,
      keep: new Set(locked ? before : (input.keep ?? [])),
      ...(input.passRole !== undefined && { passRole: input.passRole }),
    };
    // Recorded calls say what is needed, however young it is; a report only what was not used in time.
    const spared = { ...rules, keep: new Set(before) };
    const verdicts = placed(policies, (pattern, policy) =>
      strikePattern(pattern, sorted === undefined && ages.isYoung(policy) ? spared : rules),
    );
    return {
      how,
      statements,
      usage,
      verdicts,
      ...fitted(rewritten(policies, verdicts, statements), principal),
    };
  };
  const chosen = input.generalise ?? 'prefix';
  const { how, statements, usage, verdicts, policies: tightened, fit } = withinLimits(chosen, attempt);
  const result = tightened.map(({ document }) => document);
  const after = allowedActions(catalog, result);
  const events =
    eventsReport === undefined || sorted === undefined
      ? undefined
      : eventPolicy({
          catalog,
          report: eventsReport,
          sorted,
          offers: conditionOffers,
          statements,
          oldPolicies: documents,
          policies: tightened,
          fit,
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
    resources: resourceVerdicts(policies, tightened, verdicts, statements),
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
    ...(ages.made !== undefined && { made: ages.made }),
    offers: offersFor(accessed, input.principal, verdicts),
    warnings: inOrder([
      ...(locked ? [warning('service-linked-role')] : []),
      ...(how === chosen ? [] : [warning('resources-widened', [how])]),
      ...copiesOf(policies, tightened),
      ...(ages.young.length > 0 && (accessed !== undefined || findings.length > 0)
        ? [warning('younger-than-window', ages.young)]
        : []),
      ...(events === undefined && fit === 'split' ? [warning('policy-split')] : []),
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

/** AWS managed policies that are struck down: a copy is. */
function copiesOf(before: readonly OldPolicy[], after: readonly TightenedPolicy[]): readonly Warning[] {
  const copied = before.filter(({ name }, index) => after[index]?.changed === true && isAwsManaged(name));
  return copied.length === 0
    ? []
    : [
        warning(
          'aws-managed-policy',
          copied.map(({ name }) => name),
        ),
      ];
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
