/**
 * `aws iam get-service-last-accessed-details` and `list-policies-granting-service-access`.
 * IAM API Reference, GetServiceLastAccessedDetails; IAM User Guide, "Refine permissions using last accessed information".
 */
import type { JsonObject } from '../evidence/values';
import { at, defined, isObject, listAt, textAt } from '../evidence/values';
import type { Source } from './source';
import { jobProblems, statusOf, timeAt } from './status';
import type { AccessedService, GrantingPolicy, LastAccessedReport, TrackedAction } from './types';

const COMMAND = 'aws iam get-service-last-accessed-details --job-id JOB_ID';

export function readLastAccessed(source: Source): LastAccessedReport | undefined {
  const pages = source.roots.filter(isPage);
  const granting = source.roots.flatMap(grantingIn);
  if (pages.length === 0 && granting.length === 0) return undefined;
  return joinLastAccessed(
    [...pages.map(readPage), ...(granting.length > 0 ? [onlyGranting(granting)] : [])],
    {
      problems: source.problems,
    },
  );
}

function isPage(root: JsonObject): boolean {
  if (Array.isArray(at(root, 'ServicesLastAccessed'))) return true;
  return (
    textAt(root, 'JobStatus') !== undefined &&
    !Array.isArray(at(root, 'AccessDetails')) &&
    !isOrganization(root)
  );
}

/** A report of an organization that is not done has no list either; its error has another name. */
function isOrganization(root: JsonObject): boolean {
  return (
    at(root, 'ErrorDetails') !== undefined ||
    at(root, 'NumberOfServicesAccessible') !== undefined ||
    at(root, 'AccessDetails') !== undefined
  );
}

function readPage(page: JsonObject): LastAccessedReport {
  const status = statusOf(textAt(page, 'JobStatus'));
  const services = listAt(page, 'ServicesLastAccessed').filter(isObject).flatMap(serviceOf);
  const byAction = services.some(({ tracked }) => tracked !== undefined);
  return defined({
    kind: 'lastAccessed' as const,
    status,
    level:
      textAt(page, 'JobType') === 'ACTION_LEVEL' || byAction ? ('action' as const) : ('service' as const),
    created: timeAt(page, 'JobCreationDate'),
    completed: timeAt(page, 'JobCompletionDate'),
    services: status === 'completed' ? services : [],
    truncated: at(page, 'IsTruncated') === true,
    granting: [],
    problems: jobProblems(status, at(page, 'Error'), COMMAND),
  });
}

/** A row of either report; the organization's has other names for some members. */
export function serviceOf(row: JsonObject): readonly AccessedService[] {
  const prefix = textAt(row, 'ServiceNamespace')?.toLowerCase();
  if (prefix === undefined) return [];
  const tracked = at(row, 'TrackedActionsLastAccessed');
  const entities = at(row, 'TotalAuthenticatedEntities');
  return [
    defined({
      prefix,
      name: textAt(row, 'ServiceName') ?? prefix,
      last: timeAt(row, 'LastAuthenticated') ?? timeAt(row, 'LastAuthenticatedTime'),
      by: textAt(row, 'LastAuthenticatedEntity') ?? textAt(row, 'EntityPath'),
      region: textAt(row, 'LastAuthenticatedRegion') ?? textAt(row, 'Region'),
      entities: typeof entities === 'number' ? entities : 0,
      tracked: Array.isArray(tracked) ? tracked.filter(isObject).flatMap(trackedOf) : undefined,
    }),
  ];
}

function trackedOf(entry: JsonObject): readonly TrackedAction[] {
  const name = textAt(entry, 'ActionName');
  if (name === undefined) return [];
  return [
    defined({
      name: name.slice(name.indexOf(':') + 1),
      last: timeAt(entry, 'LastAccessedTime'),
      by: textAt(entry, 'LastAccessedEntity'),
      region: textAt(entry, 'LastAccessedRegion'),
    }),
  ];
}

function grantingIn(root: JsonObject): readonly GrantingPolicy[] {
  return listAt(root, 'PoliciesGrantingServiceAccess').flatMap((entry) => {
    const service = textAt(entry, 'ServiceNamespace')?.toLowerCase();
    if (service === undefined) return [];
    return listAt(entry, 'Policies').flatMap((policy) => {
      const name = textAt(policy, 'PolicyName');
      if (name === undefined) return [];
      const owner = textAt(policy, 'EntityName');
      return [
        defined({
          service,
          name,
          arn: textAt(policy, 'PolicyArn'),
          inline: textAt(policy, 'PolicyType') === 'INLINE',
          entity:
            owner === undefined
              ? undefined
              : `${(textAt(policy, 'EntityType') ?? 'role').toLowerCase()}/${owner}`,
        }),
      ];
    });
  });
}

function onlyGranting(granting: readonly GrantingPolicy[]): LastAccessedReport {
  return {
    kind: 'lastAccessed',
    status: 'completed',
    level: 'service',
    services: [],
    truncated: false,
    granting,
    problems: [],
  };
}

/**
 * Pages of one report, in any order, and reports of one principal, as one. A page that says nothing (the job was not
 * done) adds only its problem, and none where another page is done.
 */
export function joinLastAccessed(
  reports: readonly LastAccessedReport[],
  more: { readonly problems: LastAccessedReport['problems'] } = { problems: [] },
): LastAccessedReport {
  const told = reports.filter((report) => report.status === 'completed');
  const used = told.length > 0 ? told : reports;
  const paged = used.filter(({ services }) => services.length > 0);
  return defined({
    kind: 'lastAccessed' as const,
    status: used[0]?.status ?? 'completed',
    level: used.some(({ level }) => level === 'action') ? ('action' as const) : ('service' as const),
    created: latest(used.map(({ created }) => created)),
    completed: latest(used.map(({ completed }) => completed)),
    services: joinServices(used.flatMap(({ services }) => services)),
    truncated: paged.length > 0 && paged.every(({ truncated }) => truncated),
    granting: used.flatMap(({ granting }) => granting),
    problems: [...more.problems, ...used.flatMap(({ problems }) => problems)],
  });
}

/** One row a service: the later use, and the lists of both. */
export function joinServices(rows: readonly AccessedService[]): readonly AccessedService[] {
  const joined = new Map<string, AccessedService>();
  for (const row of rows) {
    const before = joined.get(row.prefix);
    joined.set(row.prefix, before === undefined ? row : joinRows(before, row));
  }
  return [...joined.values()];
}

function joinRows(one: AccessedService, other: AccessedService): AccessedService {
  const later = isLater(other.last, one.last) ? other : one;
  const tracked = new Map<string, TrackedAction>();
  for (const action of [...(one.tracked ?? []), ...(other.tracked ?? [])]) {
    const before = tracked.get(action.name.toLowerCase());
    if (before === undefined || isLater(action.last, before.last))
      tracked.set(action.name.toLowerCase(), action);
  }
  const lists = one.tracked !== undefined || other.tracked !== undefined;
  return {
    ...later,
    entities: Math.max(one.entities, other.entities),
    ...(lists && { tracked: [...tracked.values()] }),
  };
}

function isLater(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && (other === undefined || Date.parse(one) > Date.parse(other));
}

function latest(times: readonly (string | undefined)[]): string | undefined {
  return times.reduce((best, time) => (isLater(time, best) ? time : best), undefined);
}
