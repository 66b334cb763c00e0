import type { LinkedRequest, OwnPolicies, Policies, Policy } from '../case/scenario';
import { mapPolicies } from '../case/map-policies';

/** A linked request with every policy of its own changed; what is not in play for it stays so. */
export function mapOwn(
  linked: LinkedRequest,
  change: (policy: Policy) => Policy,
  changeTarget?: (target: string) => string,
): LinkedRequest {
  if (linked.policies === undefined) return linked;
  const entries = Object.entries(linked.policies);
  const held = Object.fromEntries(entries.filter(([, value]) => value !== null)) as Policies;
  const none = entries.filter(([, value]) => value === null);
  const policies = { ...Object.fromEntries(none), ...mapPolicies(held, change, changeTarget) } as OwnPolicies;
  return { ...linked, policies };
}
