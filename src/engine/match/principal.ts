/**
 * Who a Principal element names, and how strongly it reaches the caller.
 * IAM User Guide: "AWS JSON policy elements: Principal".
 */
import { isAccountId, parseArn } from '../../language/arn';
import type { PrincipalNode, PrincipalType } from '../../language/policy';
import type { GrantKind, Truth } from '../evaluation';
import type { Caller } from '../request/caller';
import type { Facts } from '../facts';
import { isUniqueId } from '../../language/unique-id';

/** One entry of a Principal element and its bearing on the caller. */
export interface PrincipalMatch {
  readonly truth: Truth;
  readonly grant: GrantKind;
}

const NO_MATCH: PrincipalMatch = { truth: 'no', grant: 'account' };
const MATCHED: Readonly<Record<GrantKind, PrincipalMatch>> = {
  direct: { truth: 'yes', grant: 'direct' },
  role: { truth: 'yes', grant: 'role' },
  account: { truth: 'yes', grant: 'account' },
};
const matched = (grant: GrantKind): PrincipalMatch => MATCHED[grant];

const STRENGTH: Readonly<Record<GrantKind, number>> = { direct: 2, role: 1, account: 0 };

/** `123456789012` and `arn:aws:iam::123456789012:root` mean the same: the account. */
export function accountOfEntry(entry: string): string | undefined {
  if (isAccountId(entry)) return entry;
  const arn = parseArn(entry);
  return arn?.service === 'iam' && arn.resource === 'root' ? arn.account : undefined;
}

function matchUniqueId(entry: string, facts: Facts): PrincipalMatch {
  const id = facts.lookup('aws:userid');
  const kind: GrantKind = facts.caller.kind === 'user' ? 'direct' : 'role';
  if (id === null) return { truth: 'unknown', grant: kind };
  if (typeof id !== 'string') return NO_MATCH;
  return id === entry || id.startsWith(`${entry}:`) ? matched(kind) : NO_MATCH;
}

function signedByAccount(caller: Caller): boolean {
  return caller.account !== undefined && caller.kind !== 'federatedCaller';
}

/** The partition that an entry speaks of must be the resource's, and so must the caller's. */
export function acrossPartitions(facts: Facts): boolean {
  const { partition } = facts.caller;
  return partition !== undefined && facts.partition !== undefined && partition !== facts.partition;
}

function matchAws(entry: string, effect: 'Allow' | 'Deny', facts: Facts): PrincipalMatch {
  const { caller } = facts;
  if (entry === '*') {
    // Documented as everyone for unsigned requests. The SNS guide ("sns-access-policy-use-cases") admits services by it,
    // so services count too; identity providers are named by `Federated` and only denied by it.
    return caller.kind === 'federatedCaller' && effect === 'Allow' ? NO_MATCH : matched('direct');
  }
  if (caller.kind === 'originAccessIdentity') return entry === caller.id ? matched('direct') : NO_MATCH;
  if (!signedByAccount(caller)) return NO_MATCH;
  if (isUniqueId(entry)) return matchUniqueId(entry, facts);
  const account = accountOfEntry(entry);
  if (account !== undefined) {
    if (account !== caller.account) return NO_MATCH;
    return matched(caller.kind === 'root' ? 'direct' : 'account');
  }
  if (caller.kind === 'role') return entry === caller.id ? matched('role') : NO_MATCH;
  if (entry === caller.id) return matched('direct');
  if (entry === caller.roleArn) return matched('role');
  // A federated user's parent is limited by boundary and session policy, as a role's sessions are.
  return entry === caller.userArn ? matched('role') : NO_MATCH;
}

function matchOther(type: Exclude<PrincipalType, 'AWS'>, entry: string, caller: Caller): PrincipalMatch {
  switch (type) {
    case 'Service':
      return caller.kind === 'service' && entry === caller.id ? matched('direct') : NO_MATCH;
    case 'Federated':
      // AWS's samples count `*` as every provider.
      return caller.kind === 'federatedCaller' && (entry === caller.id || entry === '*')
        ? matched('direct')
        : NO_MATCH;
    // Which account a canonical ID stands for is not part of a request, unless the caller is written by it.
    case 'CanonicalUser':
      return caller.kind === 'originAccessIdentity' && entry === caller.id ? matched('direct') : NO_MATCH;
  }
}

/** One entry against the caller. */
export function matchEntry(
  type: PrincipalType,
  entry: string,
  effect: 'Allow' | 'Deny',
  facts: Facts,
): PrincipalMatch {
  const { caller } = facts;
  if (caller.kind === 'invalid') return { truth: 'unknown', grant: 'direct' };
  if (type === 'AWS') return matchAws(entry, effect, facts);
  return matchOther(type, entry, caller);
}

export interface Found extends PrincipalMatch {
  /** Beside the entry that names the caller, another one may, and more strongly: so strongly. */
  readonly perhaps?: GrantKind;
  /** Which group and entry; -1 for `"*"`. */
  readonly group: number;
  readonly entry: number;
}

/** The strongest entry that names the caller; undefined when none may. */
export function findPrincipal(
  node: PrincipalNode,
  effect: 'Allow' | 'Deny',
  facts: Facts,
): Found | undefined {
  if (acrossPartitions(facts)) return undefined;
  if (node.everyone) return { truth: 'yes', grant: 'direct', group: -1, entry: -1 };
  let best: Found | undefined;
  let open: GrantKind | undefined;
  for (let group = 0; group < node.groups.length; group += 1) {
    const { type, values } = node.groups[group]!;
    for (let entry = 0; entry < values.length; entry += 1) {
      const match = matchEntry(type, values[entry]!, effect, facts);
      if (match.truth === 'no') continue;
      if (match.truth === 'unknown') open = match.grant;
      const surer = match.truth === 'yes' && best?.truth === 'unknown';
      const equal = match.truth === best?.truth;
      if (!best || surer || (equal && STRENGTH[match.grant] > STRENGTH[best.grant])) {
        best = { truth: match.truth, grant: match.grant, group, entry };
      }
    }
  }
  const more = best?.truth === 'yes' && open !== undefined && STRENGTH[open] > STRENGTH[best.grant];
  return best && more ? { ...best, perhaps: open! } : best;
}
