/**
 * The authorization details of an account as a report: pages in one text or in several, documents as JSON or URL-encoded.
 * IAM API Reference: GetAccountAuthorizationDetails.
 */
import { holdsPolicies, isPage, joined, joinedAccounts, pagesOf, type Account } from '../account/read';
import type { ReportProblem } from './problem';
import type { Source } from './source';
import type { AccountReport } from './types';

/**
 * The account, or undefined where the text is none; pages of managed policies alone belong to one. Of a text that ends in the
 * middle nothing is taken: who lacks half of the policies would look like somebody with fewer permissions.
 */
export function readAccountReport({ roots, problems }: Source): AccountReport | undefined {
  if (problems.some(({ id }) => id === 'cut-off')) return undefined;
  const pages = roots.flatMap(pagesOf);
  if (!pages.some((page) => isPage(page) || holdsPolicies(page) || page.IsTruncated !== undefined))
    return undefined;
  const account = joined(pages);
  return { kind: 'account', account, problems: [...problems, ...faults(account)] };
}

/** Pages that came in several texts are one account. */
export function joinAccounts(reports: readonly AccountReport[]): AccountReport {
  const account = joinedAccounts(reports.map((report) => report.account));
  const read = reports.flatMap(({ problems }) =>
    problems.filter(({ id }) => id !== 'other-account' && id !== 'more-pages'),
  );
  return { kind: 'account', account, problems: [...read, ...faults(account)] };
}

function faults({ ids, truncated }: Account): readonly ReportProblem[] {
  return [
    ...(ids.length > 1
      ? [
          {
            id: 'other-account' as const,
            message: `it holds principals of ${ids.length} accounts (${ids.slice(0, 3).join(', ')}): each is judged in its own`,
          },
        ]
      : []),
    ...(truncated
      ? [
          {
            id: 'more-pages' as const,
            message:
              'AWS had more to list: users, roles or texts of policies can be missing. Add the other pages',
          },
        ]
      : []),
  ];
}
