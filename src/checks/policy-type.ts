/** The types of policies, as far as the checks treat them differently. */

export const POLICY_TYPES = [
  'identity',
  'boundary',
  'session',
  'resource',
  'trust',
  'key',
  'scp',
  'rcp',
  'endpoint',
] as const;

/** `resource` is a resource-based policy; `trust` and `key` are those of a role and of a KMS key. */
export type PolicyType = (typeof POLICY_TYPES)[number];

/** Policies attached to an identity or a session. */
export const OF_IDENTITIES: readonly PolicyType[] = ['identity', 'boundary', 'session'];
/** Policies whose statements name principals freely. RCPs know only `*`. */
export const NAMING_PRINCIPALS: readonly PolicyType[] = ['resource', 'key', 'trust', 'endpoint'];
/** Policies of a resource other than a role. */
export const OF_RESOURCES: readonly PolicyType[] = ['resource', 'key', 'endpoint'];

/** For messages: `an identity-based policy`. */
export const TYPE_NAMES: Readonly<Record<PolicyType, string>> = {
  identity: 'an identity-based policy',
  boundary: 'a permissions boundary',
  session: 'a session policy',
  resource: 'a resource-based policy',
  trust: 'a role trust policy',
  key: 'a key policy',
  scp: 'a service control policy',
  rcp: 'a resource control policy',
  endpoint: 'a VPC endpoint policy',
};
