/**
 * The authorization details of an account as a report: pages in one text or in several, documents as JSON or URL-encoded.
 * IAM API Reference: GetAccountAuthorizationDetails.
 */
import { isPage, joined, pagesOf, type Account } from '../account/read';
import type { ReportProblem } from './problem';
import type { Source } from './source';
import type { AccountReport } from './types';

/** The account, or undefined where the text is none; pages of managed policies alone belong to one. */
export function readAccountReport({ roots, problems }: Source): AccountReport | undefined {
  const pages = roots.flatMap(pagesOf);
  if (!pages.some((page) => isPage(page) || page.IsTruncated !== undefined)) return undefined;
  const account = joined(pages);
  return { kind: 'account', account, problems: [...problems, ...faults(account)] };
}

/** Pages that came in several texts are one account. */
export function joinAccounts(reports: readonly AccountReport[]): AccountReport {
  const accounts = reports.map(({ account }) => account);
  const merged = <K, V>(maps: readonly ReadonlyMap<K, V>[]): ReadonlyMap<K, V> =>
    new Map(maps.flatMap((map) => [...map]));
  const account: Account = {
    ids: [...new Set(accounts.flatMap(({ ids }) => ids))],
    principals: accounts.flatMap(({ principals }) => principals),
    groups: merged(accounts.map(({ groups }) => groups)),
    managed: merged(accounts.map(({ managed }) => managed)),
    // Each page but the last says that there is more.
    truncated: accounts.every(({ truncated }) => truncated),
  };
  const read = reports.flatMap(({ problems }) => problems.filter(({ id }) => id === 'bad-row'));
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
            id: 'cut-off' as const,
            message:
              'AWS had more to list: users, roles or texts of policies can be missing. Add the other pages',
          },
        ]
      : []),
  ];
}
