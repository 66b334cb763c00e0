/** Where a pasted policy can go in a case, and where it most likely belongs. */
import { layerNoun, layerWithArticle } from '../explain/layers';
import { targetInText } from '../explain/levels';
import { isLeveled, isTrust, holdsMany } from '../case/layers';
import type { Layer, LeveledLayer, Policies, Policy, PolicyAddress, Request } from '../case/scenario';
import { LAYERS, addressKey, levelsOf, listPolicies, policiesAt } from '../case/scenario';
import type { CodePolicy } from './code/types';
import type { EvidenceLayer } from './evidence/types';
import { isAwaited, isUnseen } from '../case/unseen';
import { documentOf, statementsOf } from './guess-layer';

export type PolicyPlace =
  /** Beside what the layer holds, or in its place where a layer holds one policy. */
  | { readonly kind: 'layer'; readonly layer: Layer }
  | { readonly kind: 'level'; readonly layer: LeveledLayer; readonly level: number }
  /** A new level, below those that are there. */
  | {
      readonly kind: 'newLevel';
      readonly layer: LeveledLayer;
      readonly target: string;
      /** All that is attached there is in the text. */
      readonly complete?: boolean;
    }
  | { readonly kind: 'instead'; readonly address: PolicyAddress }
  | { readonly kind: 'nowhere' };

/** A policy of a paste on its way into a case. */
export interface Incoming {
  readonly policy: Policy;
  readonly layer: EvidenceLayer;
  /** The id of the root, organizational unit or account that it is attached to. */
  readonly target?: string;
  /** Did the text name it, or was a name made up? */
  readonly named: boolean;
  /** Where it comes from code. */
  readonly code?: CodePolicy;
}

export interface PlaceOption {
  readonly place: PolicyPlace;
  readonly label: string;
}

/** A text that identifies a place, for lists and for remembering a choice. */
export function placeKey(place: PolicyPlace): string {
  switch (place.kind) {
    case 'layer':
      return place.layer;
    case 'level':
      return `${place.layer}/${place.level}`;
    case 'newLevel':
      return `${place.layer}/new ${place.target}`;
    case 'instead':
      return `instead ${addressKey(place.address)}`;
    case 'nowhere':
      return 'nowhere';
  }
}

/** Where it goes unless someone says otherwise. */
export function defaultPlace(
  { policy, layer, named, target }: Incoming,
  policies: Policies,
  { action }: Pick<Request, 'action'>,
): PolicyPlace {
  const waiting = waitingFor(policy, layer, named, policies);
  if (waiting !== undefined) return { kind: 'instead', address: waiting };
  // A trust policy decides who may assume the role; for any other action it is no policy of the resource.
  if (layer === 'trust' && action !== '' && !isTrust(action)) return { kind: 'nowhere' };
  const key = layer === 'trust' ? 'resource' : layer;
  if (!isLeveled(key)) return { kind: 'layer', layer: key };
  const levels = levelsOf(policies, key);
  if (target !== undefined) {
    const name = levelName(target);
    const there = levels.findIndex((level) => level.target === name);
    return there === -1
      ? { kind: 'newLevel', layer: key, target: name, complete: true }
      : { kind: 'level', layer: key, level: there };
  }
  return levels.length === 0
    ? { kind: 'newLevel', layer: key, target: 'Root' }
    : { kind: 'level', layer: key, level: levels.length - 1 };
}

/** What a level is called whose id is known: `Root`, `OU ou-ab12-…`, `Account 111122223333`. */
function levelName(target: string): string {
  if (target.startsWith('r-')) return 'Root';
  return target.startsWith('ou-') ? `OU ${target}` : `Account ${target}`;
}

/** The stand-in that it is the text of: by its name; without one, the only stand-in that there is. */
function waitingFor(
  policy: Policy,
  layer: EvidenceLayer,
  named: boolean,
  policies: Policies,
): PolicyAddress | undefined {
  const { uri } = policy;
  const same =
    uri === undefined ? undefined : listPolicies(policies).find((entry) => entry.policy.uri === uri);
  if (same !== undefined) return same.address;
  if (isUnseen(policy)) return undefined;
  const waiting = awaitedIn(policies);
  const bySids = named ? [] : waiting.filter((entry) => hasItsSids(policy, entry.policy));
  if (bySids.length === 1) return bySids[0]!.address;
  if (layer === 'trust' || layer === 'resource') return undefined;
  if (named) return waiting.find((entry) => entry.policy.name === policy.name)?.address;
  return waiting.length === 1 ? waiting[0]!.address : undefined;
}

/** Does a text have the statements that AWS said had matched, each by its Sid and with its effect? */
function hasItsSids(policy: Policy, waiting: Policy): boolean {
  const wanted = waiting.reported === true ? statementsOf(waiting.document) : [];
  const there = statementsOf(documentOf(policy));
  return (
    wanted.length > 0 &&
    wanted.every(
      ({ Sid, Effect }) =>
        typeof Sid === 'string' && there.some((each) => each['Sid'] === Sid && each['Effect'] === Effect),
    )
  );
}

function awaitedIn(policies: Policies): ReturnType<typeof listPolicies> {
  return listPolicies(policies).filter(({ policy }) => isAwaited(policy));
}

/** Every place that makes sense for it. */
export function placesFor(
  incoming: Incoming,
  policies: Policies,
  request: Pick<Request, 'action'>,
): readonly PlaceOption[] {
  const waiting = awaitedIn(policies).map(({ address, policy }) => ({
    place: { kind: 'instead' as const, address },
    label: `It is ${policy.name}${policy.via === undefined ? '' : ` (${policy.via})`}`,
  }));
  const layers = LAYERS.flatMap((layer) =>
    isLeveled(layer)
      ? levelOptions(layer, policies)
      : [{ place: { kind: 'layer' as const, layer }, label: asLayer(layer, policies, request) }],
  );
  const wanted = defaultPlace(incoming, policies, request);
  const first = placeKey(wanted);
  const named =
    wanted.kind === 'newLevel'
      ? [
          {
            place: wanted,
            label: `As an ${layerNoun(wanted.layer, request)} of ${targetInText(wanted.target)}`,
          },
        ]
      : [];
  const all: readonly PlaceOption[] = [
    ...waiting,
    ...named,
    ...layers,
    { place: { kind: 'nowhere' as const }, label: 'Leave it out' },
  ];
  const options = all.filter(
    ({ place }, index) => all.findIndex((each) => placeKey(each.place) === placeKey(place)) === index,
  );
  return [
    ...options.filter(({ place }) => placeKey(place) === first),
    ...options.filter(({ place }) => placeKey(place) !== first),
  ];
}

function asLayer(layer: Layer, policies: Policies, request: Pick<Request, 'action'>): string {
  const [before] = holdsMany(layer) ? [] : policiesAt(policies, layer);
  const noun = layerWithArticle(layer, request);
  return before ? `As ${noun}, in place of ${before.name}` : `As ${noun}`;
}

function levelOptions(layer: LeveledLayer, policies: Policies): readonly PlaceOption[] {
  const levels = levelsOf(policies, layer);
  const noun = layerNoun(layer, { action: '' });
  const there = levels.map(({ target }, level) => ({
    place: { kind: 'level' as const, layer, level },
    label: `As an ${noun} of ${targetInText(target)}`,
  }));
  const fresh = (['Root', 'OU', 'Account'] as const)
    .filter((target) => !levels.some((level) => level.target === target && target !== 'OU'))
    .map((target) => ({
      place: { kind: 'newLevel' as const, layer, target },
      label: `As an ${noun} of ${NEW_LEVEL[target]}`,
    }));
  return [...there, ...fresh];
}

const NEW_LEVEL = { Root: 'the root', OU: 'another OU', Account: 'the account' } as const;
