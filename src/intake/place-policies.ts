/** Pasted policies, put into their places of a case. */
import { layerWithArticle, resourcePolicyNoun } from '../explain/layers';
import { targetInText } from '../explain/levels';
import type { Hidden, Layer, Policies, Policy, PolicyAddress, PolicyLevel, Request } from '../case/scenario';
import { FULL_ACCESS, LAYERS, LAYER_TABLE, isLeveled, isList, onlyDenies } from '../case/layers';
import type { LeveledLayer } from '../case/layers';
import { isHidden, levelsOf, policyAt } from '../case/scenario';
import type { EvidenceLayer, EvidencePolicy } from './evidence/types';
import { documentOf, statementsOf } from './guess-layer';
import { defaultPlace, type Incoming, type PolicyPlace } from './places';
import { mapPolicies } from '../case/map-policies';
import { isUnseen } from '../case/unseen';

export interface Placed {
  readonly policies: Policies;
  /** What was put where, one sentence each. */
  readonly told: readonly string[];
}

/** A policy that evidence holds, under its own name or one for its layer. */
export function incomingOf(
  { name, document, text, via, layer, target, uri, code }: EvidencePolicy,
  request: Pick<Request, 'action'>,
): Incoming {
  const policy = {
    name: name ?? nameFor(layer, request),
    ...(text === undefined ? { document } : { text }),
    ...(via !== undefined && layer === 'identity' && { via }),
    ...(uri !== undefined && { uri }),
  };
  return {
    policy,
    layer,
    named: name !== undefined,
    ...(target !== undefined && { target }),
    ...(code !== undefined && { code }),
  };
}

/** What the policy of a resource is called for the action that is asked: the bucket policy, the key policy. */
function nameFor(layer: EvidenceLayer, request: Pick<Request, 'action'>): string {
  if (layer === 'trust') return 'Trust policy';
  if (layer !== 'resource' || request.action === '') return pastedName(layer);
  const noun = resourcePolicyNoun(request);
  return noun.charAt(0).toUpperCase() + noun.slice(1);
}

const pastedName = (layer: Layer): string => `Pasted ${LAYER_TABLE[layer].short}`;

/** Puts policies where they belong, or where `chosen` says (by their position). What was replaced is told. */
export function placePolicies(
  policies: Policies,
  incoming: readonly Incoming[],
  request: Pick<Request, 'action'>,
  chosen: ReadonlyMap<number, PolicyPlace> = new Map(),
): Placed {
  const told: string[] = [];
  let placed = policies;
  incoming.forEach((one, index) => {
    const place = chosen.get(index) ?? defaultPlace(one, placed, request);
    const change = putAt(place, placed, one, request);
    placed = { ...placed, ...change.policies };
    told.push(change.told);
  });
  return { policies: placed, told };
}

interface Change {
  readonly policies: Policies;
  readonly told: string;
}

function putAt(
  place: PolicyPlace,
  policies: Policies,
  incoming: Incoming,
  request: Pick<Request, 'action'>,
): Change {
  const { policy } = incoming;
  switch (place.kind) {
    case 'nowhere':
      return { policies: {}, told: leftOut(incoming) };
    case 'instead':
      return instead(place.address, policies, incoming);
    case 'level':
      return atLevel(place.layer, place.level, policies, policy);
    case 'newLevel':
      return atNewLevel(place, policies, policy);
    case 'layer':
      return inLayer(place.layer, policies, incoming, request);
  }
}

function leftOut({ policy, layer }: Incoming): string {
  return layer === 'trust'
    ? `${policy.name}: a trust policy only says who may assume the role, which is not what is asked here, so it is left out.`
    : `${policy.name} is left out.`;
}

function inLayer(
  layer: Layer,
  policies: Policies,
  { policy, layer: origin }: Incoming,
  request: Pick<Request, 'action'>,
): Change {
  if (isLeveled(layer)) return atNewLevel({ layer, target: 'Root' }, policies, policy);
  if (isList(layer)) {
    const before = known(policies[layer]);
    // The same policy once more is a newer reading of it.
    const same = before.findIndex(
      (each) => each.name === policy.name && each.via === policy.via && !GENERIC.has(each.name),
    );
    if (same !== -1)
      return {
        policies: { [layer]: before.with(same, policy) },
        told: `${policy.name} is replaced by what was pasted.`,
      };
    return {
      policies: { [layer]: [...before, policy] },
      told: `${policy.name} goes in as ${layerWithArticle(layer, request)}${isUnseen(policy) ? ', by name' : ''}.`,
    };
  }
  const before = policies[layer];
  const noun = origin === 'trust' ? 'the trust policy' : layerWithArticle(layer, request);
  const told =
    before === undefined || isHidden(before) || before.name === policy.name
      ? `${policy.name} goes in as ${noun}.`
      : `${policy.name} takes the place of ${before.name} as ${noun}.`;
  return { policies: { [layer]: policy }, told };
}

const GENERIC: ReadonlySet<string> = new Set(['Trust policy', ...LAYERS.map(pastedName)]);

function known<T>(list: readonly T[] | Hidden | undefined): readonly T[] {
  return list === undefined || isHidden(list) ? [] : list;
}

/** In the place of a stand-in, whose name and way of attachment it takes over. */
function instead(address: PolicyAddress, policies: Policies, { policy, named }: Incoming): Change {
  const before = policyAt(policies, address);
  const joined: Policy = {
    ...policy,
    name: named || before === undefined ? policy.name : before.name,
    ...(before?.via !== undefined && { via: before.via }),
    ...(before?.uri !== undefined && { uri: before.uri }),
  };
  const told = `${joined.name} is no longer missing: its text is in its place.`;
  // One policy may be attached at several levels.
  if (joined.uri !== undefined)
    return { policies: mapPolicies(policies, (each) => (each.uri === joined.uri ? joined : each)), told };
  const { layer, level, index } = address;
  if (isLeveled(layer)) {
    const levels = levelsOf(policies, layer);
    const at = levels[level ?? 0];
    if (at === undefined) return { policies: {}, told };
    const next = { ...at, policies: at.policies.with(index, joined) };
    return { policies: { [layer]: levels.with(level ?? 0, next) }, told };
  }
  if (isList(layer)) return { policies: { [layer]: known(policies[layer]).with(index, joined) }, told };
  return { policies: { [layer]: joined }, told };
}

function atLevel(layer: LeveledLayer, level: number, policies: Policies, policy: Policy): Change {
  const levels = levelsOf(policies, layer);
  const at = levels[level];
  if (at === undefined) return atNewLevel({ layer, target: 'Root' }, policies, policy);
  const same = at.policies.findIndex(({ name }) => name === policy.name && !GENERIC.has(name));
  const list = same === -1 ? [...at.policies, policy] : at.policies.with(same, policy);
  return {
    policies: { [layer]: levels.with(level, { ...at, policies: list }) },
    told: `${policy.name} goes in at ${targetInText(at.target)}.`,
  };
}

type NewLevel = Omit<Extract<PolicyPlace, { kind: 'newLevel' }>, 'kind'>;

/** The root goes on top; an organizational unit above the account, and above those that were found before on the way up. */
function atNewLevel(
  { layer, target, complete = false }: NewLevel,
  policies: Policies,
  policy: Policy,
): Change {
  const levels = levelsOf(policies, layer);
  const statements = statementsOf(documentOf(policy));
  const alone =
    onlyDenies(layer) || complete || isUnseen(policy) || !statements.every(({ Effect }) => Effect === 'Deny');
  const level: PolicyLevel = { target, policies: alone ? [policy] : [FULL_ACCESS, policy] };
  const where = GENERIC_LEVELS.get(target) ?? targetInText(target);
  const moved =
    !complete && target === 'Root' && levels.length === 0
      ? '; move it to the level where it is attached'
      : '';
  return {
    policies: { [layer]: withLevel(levels, level) },
    told: alone
      ? `${policy.name} goes in at ${where}${moved}.`
      : `${policy.name} goes in at ${where}, with FullAWSAccess beside it, which AWS attaches unless someone took it off.`,
  };
}

/** Levels that were chosen without knowing their name. */
const GENERIC_LEVELS: ReadonlyMap<string, string> = new Map([
  ['Root', 'the root'],
  ['OU', 'an OU'],
  ['Account', 'the account'],
]);

function withLevel(levels: readonly PolicyLevel[], level: PolicyLevel): readonly PolicyLevel[] {
  if (level.target === 'Root') return [level, ...levels];
  if (level.target.startsWith('Account')) return [...levels, level];
  const root = levels[0]?.target === 'Root' ? 1 : 0;
  if (level.target !== 'OU') return [...levels.slice(0, root), level, ...levels.slice(root)];
  const last = levels.at(-1)?.target.startsWith('Account') === true ? levels.length - 1 : levels.length;
  return [...levels.slice(0, last), level, ...levels.slice(last)];
}
