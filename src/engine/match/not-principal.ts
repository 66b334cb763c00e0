/**
 * NotPrincipal. With Deny it reaches everyone who is not listed in full: the caller and everything it stands
 * under. A caller with a permissions boundary is reached always.
 * IAM User Guide: "AWS JSON policy elements: NotPrincipal"; "Permissions boundaries for IAM entities", Important.
 */
import type { PrincipalNode } from '../../language/policy';
import type { ElementReason, Truth } from '../evaluation';
import type { Facts } from '../facts';
import type { Caller } from '../request/caller';
import { accountOfEntry, acrossPartitions, findPrincipal } from './principal';

type Wanted = { readonly shown: string; readonly listedBy: (entry: string) => boolean };

const exact = (id: string): Wanted => ({ shown: id, listedBy: (entry) => entry === id });
const account = (id: string): Wanted => ({ shown: id, listedBy: (entry) => accountOfEntry(entry) === id });

/** What the list must hold for the caller to be exempt; undefined when nothing exempts it. */
function wantedFor(caller: Caller): readonly Wanted[] | undefined {
  switch (caller.kind) {
    case 'user':
    case 'federatedUser':
      return [exact(caller.id), account(caller.account!)];
    case 'roleSession':
      return [exact(caller.id), exact(caller.roleArn!), account(caller.account!)];
    // The session's name is not told, so it cannot be found in the list.
    case 'role':
      return undefined;
    case 'root':
      return [account(caller.account!)];
    case 'service':
    case 'originAccessIdentity':
    case 'federatedCaller':
      return [exact(caller.id)];
    case 'anonymous':
    case 'invalid':
      return undefined;
  }
}

/** Does the statement reach the caller, and why? */
export interface Exemption {
  readonly truth: Truth;
  readonly reason: ElementReason;
}

const reached = (reason: ElementReason): Exemption => ({ truth: 'yes', reason });

function denyReaches(node: PrincipalNode, facts: Facts): Exemption {
  const { caller, bounded } = facts;
  if (caller.kind === 'invalid') {
    return { truth: 'unknown', reason: { kind: 'principalNotNamed', caller: caller.id } };
  }
  if (bounded) return reached({ kind: 'notPrincipalBoundary' });
  if (node.everyone) return { truth: 'no', reason: { kind: 'principalExempt', value: '*' } };
  const wanted = wantedFor(caller);
  if (!wanted) return reached({ kind: 'principalNotExempt', lacks: [caller.id] });
  const listed = node.groups.flatMap((group) => group.values);
  const lacks = wanted.filter((entry) => !listed.some((text) => entry.listedBy(text)));
  if (lacks.length === 0) return { truth: 'no', reason: { kind: 'principalExempt', value: caller.id } };
  return reached({ kind: 'principalNotExempt', lacks: lacks.map((entry) => entry.shown) });
}

/** With Allow, which AWS no longer supports: everyone of the partition whom no entry names. */
function allowReaches(node: PrincipalNode, facts: Facts): Exemption {
  if (acrossPartitions(facts)) {
    return { truth: 'no', reason: { kind: 'principalNotNamed', caller: facts.caller.id } };
  }
  const found = findPrincipal(node, 'Deny', facts);
  if (!found) return reached({ kind: 'principalNotExempt', lacks: [facts.caller.id] });
  const value = found.group === -1 ? '*' : node.groups[found.group]!.values[found.entry]!;
  return {
    truth: found.truth === 'unknown' ? 'unknown' : 'no',
    reason: { kind: 'principalExempt', value },
  };
}

export function notPrincipalReaches(node: PrincipalNode, effect: 'Allow' | 'Deny', facts: Facts): Exemption {
  return effect === 'Deny' ? denyReaches(node, facts) : allowReaches(node, facts);
}
