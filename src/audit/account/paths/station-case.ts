/** The request of a station as a case, as it was evaluated: of a user or role, or of a service that takes a role. */
import type { Scenario } from '../../../case/scenario';
import { emptyScenario } from '../../../formats/schema';
import { trustOf } from '../../../intake/account/policies';
import type { Account, AccountPrincipal } from '../../../intake/account/read';
import { caseOf, type AccountQuestion } from '../principal-case';
import { askOpen } from '../untold-keys';
import type { Station } from './types';

/** With the keys that are not known left open, as it was judged. Undefined: the principal, or the role that a service takes, is not in the account. */
export function stationCase(
  account: Account,
  { principal, question }: Station,
  scp?: AccountQuestion['scp'],
): Scenario | undefined {
  const find = (wanted: string): AccountPrincipal | undefined =>
    account.principals.find(({ arn }) => arn === wanted);
  const caller = find(principal);
  if (caller !== undefined)
    return askOpen(account, caseOf(account, caller, { ...question, ...(scp !== undefined && { scp }) }))
      .scenario;
  const role = find(question.resource);
  const trusted = role && serviceCase(role, principal);
  return trusted && askOpen(account, trusted).scenario;
}

/** May a service take the role? Its trust policy alone decides. */
export function serviceCase(role: AccountPrincipal, service: string): Scenario | undefined {
  const trust = trustOf(role.detail);
  if (trust === undefined) return undefined;
  return {
    ...emptyScenario(),
    request: { principal: service, action: 'sts:AssumeRole', resource: role.arn },
    policies: { resource: trust },
  };
}
