/** What a credential report tells of an account by itself: its users, without what they may do. */
import { GroupsByName } from '../../intake/account/groups';
import type { Account } from '../../intake/account/read';
import type { CredentialReport } from '../../intake/report/credential-types';

/** An account of the users that the report lists, none of whom has a policy: only what is asked of credentials can be told. */
export function usersOfReport(report: CredentialReport | undefined): Account {
  const users = report?.users ?? [];
  const collator = new Intl.Collator('en');
  const [first] = report?.root === undefined ? users : [report.root];
  return {
    ids: first === undefined ? [] : [first.arn.split(':')[4] ?? ''],
    principals: users
      .map(({ arn, user }) => ({ kind: 'user' as const, arn, name: user, policies: 0, detail: {} }))
      .sort((one, other) => collator.compare(one.name, other.name)),
    groups: new GroupsByName([]),
    managed: new Map(),
    truncated: false,
  };
}
