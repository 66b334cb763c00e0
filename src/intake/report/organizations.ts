/** `aws iam get-organizations-access-report`: IAM API Reference, GetOrganizationsAccessReport. Services, never actions. */
import type { JsonObject } from '../evidence/values';
import { at, defined, isObject, listAt, textAt } from '../evidence/values';
import { joinServices, serviceOf } from './last-accessed';
import type { Source } from './source';
import { jobProblems, statusOf, timeAt } from './status';
import type { OrganizationsReport } from './types';

export function readOrganizations(source: Source): OrganizationsReport | undefined {
  const ofServices = source.roots.some((root) => at(root, 'ServicesLastAccessed') !== undefined);
  const pages = source.roots.filter(
    (root) =>
      Array.isArray(at(root, 'AccessDetails')) ||
      (textAt(root, 'JobStatus') !== undefined && (isItsJob(root) || (!ofServices && isBare(root)))),
  );
  const reports = pages.map(readPage);
  return reports.length === 0 ? undefined : joinOrganizations(reports, source.problems);
}

const isItsJob = (root: JsonObject): boolean =>
  at(root, 'ErrorDetails') !== undefined || at(root, 'NumberOfServicesAccessible') !== undefined;

/**
 * A status and a date, nothing else: so this job answers while it runs. The other one's answer always has
 * `ServicesLastAccessed` (IAM API Reference, GetServiceLastAccessedDetails, response elements).
 */
const isBare = (root: JsonObject): boolean =>
  at(root, 'JobCreationDate') !== undefined &&
  at(root, 'JobType') === undefined &&
  at(root, 'Error') === undefined;

function readPage(page: JsonObject): OrganizationsReport {
  const status = statusOf(textAt(page, 'JobStatus'));
  return defined({
    kind: 'organizationsAccess' as const,
    status,
    created: timeAt(page, 'JobCreationDate'),
    completed: timeAt(page, 'JobCompletionDate'),
    services: status === 'completed' ? listAt(page, 'AccessDetails').filter(isObject).flatMap(serviceOf) : [],
    accessible: numberAt(page, 'NumberOfServicesAccessible'),
    notAccessed: numberAt(page, 'NumberOfServicesNotAccessed'),
    truncated: at(page, 'IsTruncated') === true,
    problems: jobProblems(
      status,
      at(page, 'ErrorDetails'),
      'aws iam get-organizations-access-report --job-id JOB_ID',
    ),
  });
}

function numberAt(page: JsonObject, name: string): number | undefined {
  const value = at(page, name);
  return typeof value === 'number' ? value : undefined;
}

/** Pages of one report as one. */
export function joinOrganizations(
  reports: readonly OrganizationsReport[],
  problems: OrganizationsReport['problems'] = [],
): OrganizationsReport {
  const done = reports.filter(({ status }) => status === 'completed');
  const used = done.length > 0 ? done : reports;
  return {
    ...used[0]!,
    services: joinServices(used.flatMap(({ services }) => services)),
    truncated: used.every(({ truncated }) => truncated),
    problems: [...problems, ...used.flatMap((report) => report.problems)],
  };
}
