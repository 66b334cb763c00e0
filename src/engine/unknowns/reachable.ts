/** How strongly a resource-based policy may name a caller. IAM User Guide: "AWS JSON policy elements: Principal". */
import type { GrantKind } from '../evaluation';
import type { Caller } from '../request/caller';

/** How a resource-based policy may reach a caller at all. */
export function reachableGrants(caller: Caller): readonly GrantKind[] {
  switch (caller.kind) {
    case 'roleSession':
    case 'role':
      return ['direct', 'role', 'account'];
    case 'federatedUser':
      return caller.userArn === undefined ? ['direct', 'account'] : ['direct', 'role', 'account'];
    case 'user':
      return ['direct', 'account'];
    case 'root':
    case 'service':
    case 'originAccessIdentity':
    case 'anonymous':
    case 'federatedCaller':
    case 'invalid':
      return ['direct'];
  }
}
