import type { Policies, Policy, PolicyLevel, Unknown } from './scenario';

/** The same layers with every policy changed; layers that are absent or unknown stay so. */
export function mapPolicies(
  policies: Policies,
  change: (policy: Policy) => Policy,
  changeTarget: (target: string) => string = (target) => target,
): Policies {
  const one = (policy: Policy | Unknown) => (policy === 'unknown' ? policy : change(policy));
  const many = (list: readonly Policy[] | Unknown) => (list === 'unknown' ? list : list.map(change));
  const levels = (list: readonly PolicyLevel[] | Unknown) =>
    list === 'unknown'
      ? list
      : list.map((level) => ({ target: changeTarget(level.target), policies: level.policies.map(change) }));
  const { identity, boundary, session, resource, scp, rcp, endpoint } = policies;
  return {
    ...(identity !== undefined && { identity: many(identity) }),
    ...(boundary !== undefined && { boundary: one(boundary) }),
    ...(session !== undefined && { session: many(session) }),
    ...(resource !== undefined && { resource: one(resource) }),
    ...(scp !== undefined && { scp: levels(scp) }),
    ...(rcp !== undefined && { rcp: levels(rcp) }),
    ...(endpoint !== undefined && { endpoint: one(endpoint) }),
  };
}
