/**
 * What each type of policy must and must not hold, as far as its meaning depends on it.
 * IAM User Guide: "Grammar of the IAM JSON policy language", "Principal", "NotPrincipal";
 * Organizations User Guide: "SCP syntax", "RCP syntax".
 */

/** `trust` is the resource-based policy of a role. */
export type PolicyForm =
  'identity' | 'boundary' | 'session' | 'resource' | 'trust' | 'scp' | 'rcp' | 'endpoint';

export interface FormRules {
  /** For messages: `an identity-based policy`. */
  readonly name: string;
  readonly principal: 'required' | 'forbidden';
  readonly notPrincipal: boolean;
  readonly resource: 'required' | 'optional' | 'forbidden';
}

const OF_AN_IDENTITY = { principal: 'forbidden', notPrincipal: false, resource: 'required' } as const;

export const FORMS: Readonly<Record<PolicyForm, FormRules>> = {
  identity: { name: 'an identity-based policy', ...OF_AN_IDENTITY },
  boundary: { name: 'a permissions boundary', ...OF_AN_IDENTITY },
  session: { name: 'a session policy', ...OF_AN_IDENTITY },
  scp: { name: 'an SCP', ...OF_AN_IDENTITY },
  // Some services leave out Resource where only the attached resource can be meant.
  resource: {
    name: 'a resource-based policy',
    principal: 'required',
    notPrincipal: true,
    resource: 'optional',
  },
  trust: { name: 'a role trust policy', principal: 'required', notPrincipal: false, resource: 'forbidden' },
  // AWS has published RCPs without Resource: they reach every resource.
  rcp: { name: 'an RCP', principal: 'required', notPrincipal: false, resource: 'optional' },
  endpoint: {
    name: 'a VPC endpoint policy',
    principal: 'required',
    notPrincipal: true,
    resource: 'required',
  },
};
