/**
 * From what each layer says to the verdict. This is AWS's flow chart in one place, free of order: a Deny anywhere
 * is final; every limit must allow; then the grants.
 * IAM User Guide: "Determining whether a request is allowed or denied within an account", "Cross-account policy
 * evaluation logic", "Permissions boundaries for IAM entities", "Policies and permissions" (session policies).
 */
import type { Truth } from './evaluation';
import type { Rules } from './rules';
import type { Layer } from '../case/scenario';
import { SILENT } from './layers/view';
import type { Say } from './layers/view';
import { and, not, or } from './truth';

/** What the layers say, by the rules that are to be applied to it. */
export interface Sayings {
  readonly rules: Rules;
  readonly of: Readonly<Record<Layer, Say>>;
  readonly present: Readonly<Record<Layer, boolean>>;
  /** S3: an ACL grants the request on the resource's side. */
  readonly aclGrants: boolean;
  /** S3: Block Public Access keeps this caller from the resource's grants. */
  readonly cutOff: Truth;
  /** The service refuses the call for what it would set. */
  readonly barred: Truth;
}

export interface Outcome {
  /** A Deny matches somewhere. */
  readonly denied: Truth;
  /** Enough is allowed, were there no Deny. */
  readonly granted: Truth;
}

/** A layer that limits and is not there, or does not apply, lets everything pass. */
export function limit(sayings: Sayings, layer: Layer): Truth {
  const { rules, present, of } = sayings;
  if (rules.exempt[layer]) return 'yes';
  if (present[layer]) return of[layer].allow;
  return layer === 'session' && rules.sessionRequired ? 'no' : 'yes';
}

/** A layer's word, where it applies. */
export function applied(sayings: Sayings, layer: Layer): Say {
  return sayings.rules.exempt[layer] ? SILENT : sayings.of[layer];
}

const DENYING: readonly Layer[] = ['scp', 'rcp', 'endpoint', 'resource', 'boundary', 'session', 'identity'];

function deniedBy(sayings: Sayings): Truth {
  let found: Truth = 'no';
  for (const layer of DENYING) found = or(found, applied(sayings, layer).deny);
  return found;
}

/** What the caller's own policies allow. */
export function identitySide(sayings: Sayings): Truth {
  return sayings.rules.fullIdentity ? 'yes' : applied(sayings, 'identity').allow;
}

/** Any grant of the resource's side, whatever its kind. */
export function resourceSide(sayings: Sayings): Truth {
  const { direct, role, account } = applied(sayings, 'resource').grants;
  const granted = sayings.aclGrants ? 'yes' : or(direct, or(role, account));
  return and(granted, not(sayings.cutOff));
}

/** Is the resource's side outside the question? Keyless KMS actions and their like: identity-based policies alone. */
function withoutResourceSide(rules: Rules): boolean {
  return rules.exempt.resource === 'keylessAction' || rules.exempt.resource === 'exempt';
}

function grantedTo(sayings: Sayings): Truth {
  const { rules } = sayings;
  const limits = and(limit(sayings, 'boundary'), limit(sayings, 'session'));
  const identity = identitySide(sayings);
  const { direct, role, account } = applied(sayings, 'resource').grants;
  switch (rules.scheme) {
    case 'free':
      return 'yes';
    case 'resourceAlone':
    case 'rootForeign':
      return resourceSide(sayings);
    case 'rootOwn':
      return rules.resourceRequired ? resourceSide(sayings) : 'yes';
    case 'twoAccounts':
      if (withoutResourceSide(rules)) return and(identity, limits);
      return and(resourceSide(sayings), and(identity, limits));
    case 'oneAccount': {
      // A grant to the role stands in for the identity-based policy, and is limited like it.
      const byIdentity = rules.resourceRequired ? and(account, identity) : identity;
      return or(direct, and(or(role, byIdentity), limits));
    }
  }
}

export function decide(sayings: Sayings): Outcome {
  const limits = and(limit(sayings, 'scp'), limit(sayings, 'endpoint'));
  const taken: Truth = sayings.rules.refused ? 'no' : not(sayings.barred);
  const granted = and(taken, and(limits, grantedTo(sayings)));
  return { denied: deniedBy(sayings), granted };
}
