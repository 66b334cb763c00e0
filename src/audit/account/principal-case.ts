/**
 * A user or role of an account as the caller of a request: the case that `evaluate` decides, and that opens on the page.
 * What an account's answer does not hold (SCPs, RCPs, policies of resources, sessions) is asked for or supposed by the caller.
 */
import type { Policy, PolicyLevel, Request, Scenario } from '../../case/scenario';
import { isTrust } from '../../case/layers';
import { emptyScenario } from '../../formats/schema';
import { scenarioOfPrincipal } from '../../intake/account/fill';
import { trustOf } from '../../intake/account/policies';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { parseArn } from '../../language/arn';

export interface AccountQuestion {
  readonly action: string;
  readonly resource: string;
  readonly context?: NonNullable<Request['context']>;
  /** The resource's own policy; without one there is none, save where AWS always has one. */
  readonly resourcePolicy?: Policy;
  /** Root first; for every principal. Left out: supposed to allow. */
  readonly scp?: readonly PolicyLevel[];
}

export const accountOf = ({ arn }: AccountPrincipal): string => arn.split(':')[4] ?? '';

/** The question asked by one principal. The role that is to be assumed brings its trust policy, where the account holds it. */
export function caseOf(account: Account, principal: AccountPrincipal, question: AccountQuestion): Scenario {
  const { action, resource, context, resourcePolicy, scp } = question;
  const empty = emptyScenario();
  const owner = ownerOf(resource) ?? accountOf(principal);
  const base: Scenario = {
    ...empty,
    request: {
      principal: '',
      action,
      resource,
      ...(ownerOf(resource) === undefined && { resourceAccount: owner }),
      ...(context !== undefined && { context }),
    },
    policies: {
      ...(scp !== undefined && scp.length > 0 && { scp }),
      ...(resourcePolicy !== undefined && { resource: resourcePolicy }),
      ...(resourcePolicy === undefined &&
        hiddenPolicy(account, question) && { resource: 'unknown' as const }),
    },
  };
  return scenarioOfPrincipal(account, principal, base).scenario;
}

/** The account in a resource's ARN; buckets have none. */
export function ownerOf(resource: string): string | undefined {
  const account = parseArn(resource)?.account;
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}

/**
 * Does the answer hang on a policy that is not in the account's answer? Keys and roles always have a policy of their own, and a
 * resource of another account must allow the call itself.
 */
export function hiddenPolicy(
  account: Account,
  { action, resource, resourcePolicy }: AccountQuestion,
): boolean {
  if (resourcePolicy !== undefined) return false;
  const owner = ownerOf(resource);
  if (owner !== undefined && !account.ids.includes(owner)) return true;
  if (isTrust(action))
    return !account.principals.some(
      ({ kind, arn, detail }) => kind === 'role' && arn === resource && trustOf(detail),
    );
  return action.toLowerCase().startsWith('kms:') && resource !== '*';
}
