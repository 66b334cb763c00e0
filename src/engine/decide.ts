/**
 * From what each layer says to the verdict. This is AWS's flow chart in one place, free of order: a Deny anywhere
 * is final; every limit must allow; then the grants.
 * IAM User Guide: "Determining whether a request is allowed or denied within an account", "Cross-account policy
 * evaluation logic", "Permissions boundaries for IAM entities", "Policies and permissions" (session policies).
 *
 * The chart is worked out in the logic of the sayings. Evaluation asks it about one request, in three values
 * (`KLEENE`). Reasoning asks it about all requests that have the same rules (caller, action, accounts): it gives each
 * statement as a formula that tells for which of them it applies, adds statements up by `joinIn` and levels by
 * `stackIn`, and gets back the formulas of the requests that are denied and of those that are granted. Rules, and
 * whether a layer is there, are plain facts in every logic.
 */
import type { Truth } from './evaluation';
import type { Rules } from './rules';
import { LAYERS, LAYER_TABLE, layersWhere } from '../case/layers';
import type { Layer } from '../case/layers';
import type { Logic } from './logic';
import { silent } from './say';
import type { Say } from './say';

/** What the layers say, by the rules that are to be applied to it. */
export interface Sayings<T = Truth> {
  readonly logic: Logic<T>;
  readonly rules: Rules;
  readonly of: Readonly<Record<Layer, Say<T>>>;
  readonly present: Readonly<Record<Layer, boolean>>;
  /** S3: an ACL grants the request on the resource's side. */
  readonly aclGrants: boolean;
  /** S3: Block Public Access keeps this caller from the resource's grants. */
  readonly cutOff: T;
  /** The service refuses the call for what it would set. */
  readonly barred: T;
}

export interface Outcome<T = Truth> {
  /** A Deny matches somewhere. */
  readonly denied: T;
  /** Enough is allowed, were there no Deny. */
  readonly granted: T;
}

/** A layer that limits and is not there, or does not apply, lets everything pass. */
export function limit<T>(sayings: Sayings<T>, layer: Layer): T {
  const { logic, rules, present, of } = sayings;
  if (rules.exempt[layer]) return logic.yes;
  if (present[layer]) return of[layer].allow;
  return layer === 'session' && rules.sessionRequired ? logic.no : logic.yes;
}

const isOfCaller = (layer: Layer): boolean => LAYER_TABLE[layer].of === 'principal';

/** Limits of every request that comes to them, whatever grants it. */
export const LIMITS_OF_ALL = layersWhere('does', 'limits').filter((layer) => !isOfCaller(layer));

/** Limits of what the caller's own policies grant, and of what is granted to its role or account. */
export const LIMITS_OF_CALLER = layersWhere('does', 'limits').filter(isOfCaller);

function limits<T>(sayings: Sayings<T>, layers: readonly Layer[]): T {
  let found = sayings.logic.yes;
  for (const layer of layers) found = sayings.logic.and(found, limit(sayings, layer));
  return found;
}

export function limitsOfCaller<T>(sayings: Sayings<T>): T {
  return limits(sayings, LIMITS_OF_CALLER);
}

/** A layer's word, where it applies. */
export function applied<T>(sayings: Sayings<T>, layer: Layer): Say<T> {
  return sayings.rules.exempt[layer] ? silent(sayings.logic) : sayings.of[layer];
}

function deniedBy<T>(sayings: Sayings<T>): T {
  const { logic, rules, of } = sayings;
  let found = logic.no;
  for (const layer of LAYERS) if (!rules.exempt[layer]) found = logic.or(found, of[layer].deny);
  return found;
}

/** What the caller's own policies allow. */
export function identitySide<T>(sayings: Sayings<T>): T {
  return sayings.rules.fullIdentity ? sayings.logic.yes : applied(sayings, 'identity').allow;
}

/** Any grant of the resource's side, whatever its kind. */
export function resourceSide<T>(sayings: Sayings<T>): T {
  const { yes, and, or, not } = sayings.logic;
  const { direct, role, account } = applied(sayings, 'resource').grants;
  const granted = sayings.aclGrants ? yes : or(direct, or(role, account));
  return and(granted, not(sayings.cutOff));
}

/** Is the resource's side outside the question? Keyless KMS actions and their like: identity-based policies alone. */
function withoutResourceSide(rules: Rules): boolean {
  return rules.exempt.resource === 'keylessAction' || rules.exempt.resource === 'exempt';
}

function grantedTo<T>(sayings: Sayings<T>): T {
  const { rules } = sayings;
  const { yes, and, or } = sayings.logic;
  const limited = limitsOfCaller(sayings);
  const identity = identitySide(sayings);
  const { direct, role, account } = applied(sayings, 'resource').grants;
  switch (rules.scheme) {
    case 'free':
      return yes;
    case 'resourceAlone':
    case 'rootForeign':
      return resourceSide(sayings);
    case 'rootOwn':
      return rules.resourceRequired ? resourceSide(sayings) : yes;
    case 'twoAccounts':
      if (withoutResourceSide(rules)) return and(identity, limited);
      return and(resourceSide(sayings), and(identity, limited));
    case 'oneAccount': {
      // A grant to the role stands in for the identity-based policy, and is limited like it.
      const byIdentity = rules.resourceRequired ? and(account, identity) : identity;
      return or(direct, and(or(role, byIdentity), limited));
    }
  }
}

export function decide<T>(sayings: Sayings<T>): Outcome<T> {
  const { no, and, not } = sayings.logic;
  const taken = sayings.rules.refused ? no : not(sayings.barred);
  const granted = and(taken, and(limits(sayings, LIMITS_OF_ALL), grantedTo(sayings)));
  return { denied: deniedBy(sayings), granted };
}
