/** The policies of an account of which only the names are in its files: what they allow is unknown to every answer. */
import { boundaryOf, identityOf, type Unseen } from '../../intake/account/policies';
import type { Account } from '../../intake/account/read';

export interface UnseenPolicy extends Unseen {
  /** How many users and roles have it, as a policy of their own, of a group, or as boundary. */
  readonly principals: number;
}

/** Each once, those of most principals first. */
export function unseenPolicies(account: Account): readonly UnseenPolicy[] {
  const found = new Map<string, UnseenPolicy>();
  for (const { kind, detail } of account.principals) {
    const own = [...identityOf(account, kind, detail).missing, ...boundaryOf(account, detail).missing];
    const once = new Map(own.map((one) => [one.commands.join('\n'), one]));
    for (const [key, one] of once)
      found.set(key, { ...one, principals: (found.get(key)?.principals ?? 0) + 1 });
  }
  return [...found.values()].sort(
    (one, other) => other.principals - one.principals || (one.name < other.name ? -1 : 1),
  );
}
