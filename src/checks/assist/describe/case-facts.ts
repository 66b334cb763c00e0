/** What the case at hand says about what stands in a policy. */
import type { PolicyType } from '../../policy-type';

export interface CaseFacts {
  readonly type: PolicyType;
  readonly callerAccount?: string;
  readonly resourceAccount?: string;
  readonly organization?: string;
  /** The value of a key in the request: null is not known, undefined that nothing can be said. */
  readonly requestValue: (key: string) => string | readonly string[] | null | undefined;
  /** Is it known that the request does not have the key? */
  readonly lacks: (key: string) => boolean;
}

/** Nothing is known but the type of the policy. */
export function noCase(type: PolicyType): CaseFacts {
  return { type, requestValue: () => undefined, lacks: () => false };
}

/** Whose account it is; undefined where the case does not tell. */
export function accountWords(account: string, facts: CaseFacts): string | undefined {
  const { callerAccount, resourceAccount } = facts;
  const caller = account === callerAccount;
  const resource = account === resourceAccount;
  if (caller && resource) return 'the account of both the caller and the resource in this case';
  if (caller) return 'the caller’s account in this case';
  if (resource) return 'the resource’s account in this case';
  if (callerAccount === undefined && resourceAccount === undefined) return undefined;
  return 'another account than the caller’s and the resource’s in this case';
}
