/** Which warnings hold for a tightening, in the order in which they matter. */
import type {
  GeneratedPolicyReport,
  LastAccessedReport,
  OrganizationsReport,
  UnusedFinding,
} from '../../intake/report/types';
import { treeOf } from './expand';
import { sameHolder } from './holders';
import { untrackedRegions } from './regions';
import type { PatternVerdict } from './strike';
import type { Warning } from './warnings';
import { warning } from './warnings';

export interface WarningFacts {
  readonly accessed: LastAccessedReport | undefined;
  readonly organizations: OrganizationsReport | undefined;
  readonly findings: readonly UnusedFinding[];
  readonly generated: GeneratedPolicyReport | undefined;
  readonly documents: readonly unknown[];
  readonly verdicts: readonly PatternVerdict[];
  readonly principal: string | undefined;
  readonly now: string | undefined;
  /** Names that speak of emergencies and backups. */
  readonly emergency: readonly string[];
}

const STALE = 7 * 24 * 60 * 60 * 1_000;

export function tightenWarnings(facts: WarningFacts): readonly Warning[] {
  const { accessed, organizations, findings, generated, documents, verdicts } = facts;
  const warnings: Warning[] = [];
  const done = accessed?.status === 'completed' && accessed.services.length > 0;
  if (done) warnings.push(...ofReport(accessed, verdicts));
  const passes = verdicts.some(({ used, notUsed, noData }) =>
    [...used, ...notUsed, ...noData].includes('iam:PassRole'),
  );
  if ((done || findings.length > 0) && passes) warnings.push(warning('passrole-untracked'));
  const others = othersIn(facts);
  if (others.length > 0) warnings.push(warning('another-principal', others));
  if (findings.some(({ status }) => status !== 'ACTIVE')) warnings.push(warning('finding-not-active'));
  const trees = documents.map(treeOf);
  if (trees.some((tree) => tree === undefined)) warnings.push(warning('unreadable-policy'));
  if (trees.some((tree) => tree?.statements.some(({ effect, action }) => effect === 'Allow' && action.not)))
    warnings.push(warning('not-action', usedServices(accessed)));
  const regions = untrackedRegions(documents);
  if (done && regions.length > 0) warnings.push(warning('region-untracked', regions));
  if (isStale(accessed?.completed ?? organizations?.completed, facts.now))
    warnings.push(warning('stale-report'));
  if (
    verdicts.some(({ protections }) => [...protections.values()].some((why) => why !== 'never-tracked')) ||
    facts.emergency.length > 0
  )
    warnings.push(warning('protected-kept', facts.emergency));
  if (
    verdicts.some(
      ({ outcome, written }) => outcome === 'narrow' && written.some((entry) => entry.endsWith('*')),
    )
  )
    warnings.push(warning('wildcard-stays-open'));
  warnings.push(...organizationsWarnings(organizations), ...generatedWarnings(generated));
  if (done || organizations !== undefined || findings.length > 0)
    warnings.push(warning('attempts-count'), warning('other-policy-types'));
  return warnings;
}

function ofReport(accessed: LastAccessedReport, verdicts: readonly PatternVerdict[]): readonly Warning[] {
  const warnings: Warning[] = [];
  if (accessed.truncated) warnings.push(warning('report-truncated'));
  if (accessed.level === 'service') warnings.push(warning('service-level-only'));
  const kept = verdicts.flatMap(({ untracked, kept: staying, trackedServices }) =>
    untracked.filter(
      (action) =>
        action !== 'iam:PassRole' &&
        trackedServices.has(action.slice(0, action.indexOf(':'))) &&
        staying.includes(action),
    ),
  );
  if (kept.length > 0) warnings.push(warning('data-events-untracked', [...new Set(kept)]));
  return warnings;
}

export function organizationsWarnings(report: OrganizationsReport | undefined): readonly Warning[] {
  if (report === undefined) return [];
  return [
    warning('counts-accounts-not-principals'),
    ...(report.truncated ? [warning('report-truncated')] : []),
  ];
}

export function generatedWarnings(report: GeneratedPolicyReport | undefined): readonly Warning[] {
  if (report === undefined) return [];
  return [
    ...(report.placeholders.length > 0 ? [warning('placeholders', report.placeholders)] : []),
    ...(report.complete ? [] : [warning('is-not-complete')]),
  ];
}

/** Who else the evidence speaks of; the reports of groups and policies always do. */
function othersIn({ accessed, findings, principal }: WarningFacts): readonly string[] {
  if (principal === undefined) return [];
  const named = [
    ...(accessed?.services ?? []).flatMap(({ by }) => by ?? []),
    ...findings.map((finding) => finding.principal),
  ].filter((arn) => arn.startsWith('arn:'));
  return [...new Set(named)].filter((arn) => !sameHolder(arn, principal));
}

function usedServices(accessed: LastAccessedReport | undefined): readonly string[] {
  return (accessed?.services ?? []).filter(({ last }) => last !== undefined).map(({ prefix }) => prefix);
}

function isStale(completed: string | undefined, now: string | undefined): boolean {
  return completed !== undefined && now !== undefined && Date.parse(now) - Date.parse(completed) > STALE;
}
