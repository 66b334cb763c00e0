/** The decision, what decided it, and what was missing. */
import type { Decision, GrantKind, StatementRef, Truth } from './evaluation';
import {
  LIMITS_OF_ALL,
  LIMITS_OF_CALLER,
  applied,
  decide,
  identitySide,
  limit,
  limitsOfCaller,
  resourceSide,
} from './decide';
import type { Outcome, Sayings } from './decide';
import { KLEENE } from './logic';
import type { PolicyView } from './layers/view';
import { sayOfLayer } from './layers/view';
import { LAYERS, perLayer } from '../case/layers';
import type { Layer } from '../case/layers';
import type { World } from './world';

export function sayingsOf(world: World): Sayings {
  const of = perLayer((layer) => sayOfLayer(world.layers[layer]));
  const present = perLayer((layer) => world.layers[layer].state !== 'absent');
  const { rules, acl, cutOff, barred } = world;
  return { logic: KLEENE, rules, of, present, aclGrants: acl === 'grants', cutOff, barred };
}

export function decisionOf(outcome: Outcome): Decision {
  if (outcome.denied === 'yes') return 'ExplicitlyDenied';
  if (outcome.granted === 'no') return outcome.denied === 'no' ? 'ImplicitlyDenied' : 'Undetermined';
  return outcome.denied === 'no' && outcome.granted === 'yes' ? 'Allowed' : 'Undetermined';
}

/** The numbers of the statements that decided, for each policy that holds some. */
export type DecidedIn = ReadonlyMap<PolicyView, ReadonlySet<number>>;

/** Statements that decided, for the trace; and as the outside world names them. */
export interface Deciders {
  readonly in: DecidedIn;
  readonly refs: readonly StatementRef[];
}

type Wanted = (layer: Layer, effect: 'Allow' | 'Deny', truth: Truth, grant: GrantKind | undefined) => boolean;

function collect(world: World, wanted: Wanted): Deciders {
  const decided = new Map<PolicyView, ReadonlySet<number>>();
  const refs: StatementRef[] = [];
  for (const layer of LAYERS) {
    const view = world.layers[layer];
    if (view.exempt) continue;
    for (const level of view.levels) {
      for (const policy of level.policies) {
        const found = collectFrom(policy, layer, wanted, refs);
        if (found.size > 0) decided.set(policy, found);
      }
    }
  }
  return { in: decided, refs };
}

function collectFrom(
  view: PolicyView,
  layer: Layer,
  wanted: Wanted,
  refs: StatementRef[],
): ReadonlySet<number> {
  const found = new Set<number>();
  if (view.compiled?.kind !== 'readable') return found;
  for (let at = 0; at < view.matches.length; at += 1) {
    const match = view.matches[at]!;
    if (match.truth === 'no') continue;
    const { effect, sid } = view.compiled.statements[at]!.node;
    if (!wanted(layer, effect, match.truth, match.grant)) continue;
    found.add(at);
    refs.push({
      layer,
      policy: view.policy.name,
      statement: at,
      ...(sid !== undefined && { sid }),
      ...(view.target !== undefined && { target: view.target }),
    });
  }
  return found;
}

const NONE: Deciders = { in: new Map(), refs: [] };

/** Each Allow that grants the request, alone or together with one on the other side. */
function grantingStatements(world: World, sayings: Sayings, certain: (truth: Truth) => boolean): Deciders {
  const { rules } = world;
  const resource = applied(sayings, 'resource').grants;
  const identity = identitySide(sayings);
  const limits = certain(limitsOfCaller(sayings));
  const wholeSide = ['resourceAlone', 'rootForeign', 'twoAccounts', 'rootOwn'].includes(rules.scheme);
  const kinds: Record<GrantKind, boolean> = wholeSide
    ? { direct: true, role: true, account: true }
    : { direct: true, role: limits, account: rules.resourceRequired && limits && certain(identity) };
  if (rules.scheme === 'rootOwn' && !rules.resourceRequired) return NONE;
  const delegated = !rules.resourceRequired || rules.scheme === 'twoAccounts' || certain(resource.account);
  const identityCounts = limits && delegated;
  return collect(world, (layer, effect, truth, grant) => {
    if (effect === 'Deny' || !certain(truth)) return false;
    if (layer === 'resource') return grant !== undefined && kinds[grant];
    return layer === 'identity' && identityCounts;
  });
}

/**
 * What decided. Statements that hang on something count too when the verdict does not: then each of them decides
 * in some of the cases.
 */
export function decidersOf(world: World, sayings: Sayings, decision: Decision): Deciders {
  const sure = (truth: Truth): boolean => truth === 'yes';
  const open = (truth: Truth): boolean => truth !== 'no';
  switch (decision) {
    case 'ExplicitlyDenied': {
      const known = decide(sayings).denied === 'yes';
      return collect(world, (_layer, effect, truth) => effect === 'Deny' && (known ? sure : open)(truth));
    }
    case 'Allowed':
      return grantingStatements(world, sayings, decide(sayings).granted === 'yes' ? sure : open);
    case 'ImplicitlyDenied':
    case 'Undetermined':
      return NONE;
  }
}

/** The order in which AWS names what was missing: organization, endpoint, identity, then its limits. */
const OF_CALLER: readonly Layer[] = ['identity', ...LIMITS_OF_CALLER];

function missesIdentity(sayings: Sayings): boolean {
  const { rules } = sayings;
  if (rules.scheme !== 'oneAccount' && rules.scheme !== 'twoAccounts') return false;
  if (identitySide(sayings) !== 'no') return false;
  // A trust or key policy can grant by naming the caller: while nothing of it matches, no identity policy is wanting.
  if (rules.scheme === 'oneAccount' && missesResource(sayings)) return false;
  return rules.scheme === 'twoAccounts' || applied(sayings, 'resource').grants.role === 'no';
}

function missesResource(sayings: Sayings): boolean {
  const { rules } = sayings;
  if (rules.exempt.resource || rules.scheme === 'free') return false;
  const required = rules.resourceRequired || !['oneAccount', 'rootOwn'].includes(rules.scheme);
  return required && resourceSide(sayings) === 'no';
}

/** The layers whose Allow was needed and absent; the one that AWS would name in front. */
export function missingLayers(sayings: Sayings): readonly Layer[] {
  const { rules } = sayings;
  if (rules.refused || rules.scheme === 'free') return [];
  const missing: Layer[] = [];
  for (const layer of LIMITS_OF_ALL) if (limit(sayings, layer) === 'no') missing.push(layer);
  const direct = rules.scheme === 'oneAccount' && applied(sayings, 'resource').grants.direct === 'yes';
  // Where a policy of the resource is required, it is what AWS looks at first in one account.
  if (rules.scheme !== 'twoAccounts' && missesResource(sayings)) missing.push('resource');
  if (!direct) {
    for (const layer of OF_CALLER) {
      const absent = layer === 'identity' ? missesIdentity(sayings) : limit(sayings, layer) === 'no';
      if (absent) missing.push(layer);
    }
  }
  if (rules.scheme === 'twoAccounts' && missesResource(sayings)) missing.push('resource');
  return missing;
}
