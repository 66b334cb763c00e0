import type { LinkedRequest, OwnPolicies, Policies, Policy } from '../case/scenario';
import { mapPolicies } from '../case/map-policies';

/** Layers of one's own with every policy changed; what is not in play stays so. */
export function mapOwnPolicies(
  policies: OwnPolicies,
  change: (policy: Policy) => Policy,
  changeTarget?: (target: string) => string,
): OwnPolicies {
  const entries = Object.entries(policies);
  const held = Object.fromEntries(entries.filter(([, value]) => value !== null)) as Policies;
  const none = entries.filter(([, value]) => value === null);
  return { ...Object.fromEntries(none), ...mapPolicies(held, change, changeTarget) };
}

/** A linked request with every policy of its own changed; what is not in play for it stays so. */
export function mapOwn(
  linked: LinkedRequest,
  change: (policy: Policy) => Policy,
  changeTarget?: (target: string) => string,
): LinkedRequest {
  if (linked.policies === undefined) return linked;
  return { ...linked, policies: mapOwnPolicies(linked.policies, change, changeTarget) };
}
