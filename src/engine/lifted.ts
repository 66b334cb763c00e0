/**
 * Behind a stop: what would refuse the request next, were the stop away. The flow chart is worked out again with it
 * lifted; nothing is read off the steps, for a layer without an Allow need not be one whose Allow is needed.
 * IAM User Guide: "Determining whether a request is allowed or denied within an account".
 */
import { LAYERS } from '../case/layers';
import type { Layer } from '../case/layers';
import type { Scenario } from '../case/scenario';
import { decide } from './decide';
import type { Sayings } from './decide';
import type { Decision } from './evaluation';
import { KLEENE } from './logic';
import { sayOfLevel } from './layers/view';
import { stackIn } from './say';
import type { Say } from './say';
import { decisionOf, missingLayers, sayingsOf } from './verdict';
import { readWorld } from './world';
import type { World } from './world';

/** A layer whose Allow is missing; of SCPs the first level that lacks it. */
export interface Lacking {
  readonly layer: Layer;
  readonly level?: number;
}

export interface SecondRefusal {
  /** What was lifted: every Deny, or one missing Allow. */
  readonly lifted: { readonly kind: 'denies' } | ({ readonly kind: 'allow' } & Lacking);
  readonly next: Lacking;
  /** Further layers that would refuse behind that one. */
  readonly more: number;
}

/** Undefined where the request is not denied, or would be let through, or not surely refused, without the stop. */
export function secondRefusal(scenario: Scenario): SecondRefusal | undefined {
  const world = readWorld(scenario);
  if (world.problems.length > 0) return undefined;
  const sayings = sayingsOf(world);
  const decision = decisionOf(decide(sayings));
  const lifted = liftedFrom(decision, sayings, world);
  if (!lifted) return undefined;
  const after = lift(sayings, world, lifted);
  if (decisionOf(decide(after)) !== 'ImplicitlyDenied') return undefined;
  const missing = inOrder(missingLayers(after));
  const [first, ...rest] = missing;
  if (first === undefined) return undefined;
  const without = lifted.kind === 'allow' && lifted.layer === first ? lifted.level : undefined;
  return { lifted, next: lacking(first, world, without), more: rest.length };
}

/** The order in which a request comes to the layers. */
function inOrder(layers: readonly Layer[]): readonly Layer[] {
  return LAYERS.filter((layer) => layers.includes(layer));
}

function liftedFrom(decision: Decision, sayings: Sayings, world: World): SecondRefusal['lifted'] | undefined {
  if (decision === 'ExplicitlyDenied') return { kind: 'denies' };
  if (decision !== 'ImplicitlyDenied') return undefined;
  const [first] = inOrder(missingLayers(sayings));
  return first === undefined ? undefined : { kind: 'allow', ...lacking(first, world) };
}

function lacking(layer: Layer, world: World, above = -1): Lacking {
  if (layer !== 'scp') return { layer };
  const level = world.layers.scp.levels.findIndex((one, at) => at > above && sayOfLevel(one).allow === 'no');
  return level === -1 ? { layer } : { layer, level };
}

function lift(sayings: Sayings, world: World, lifted: SecondRefusal['lifted']): Sayings {
  if (lifted.kind === 'denies') {
    const quiet = LAYERS.map((layer) => [layer, { ...sayings.of[layer], deny: 'no' }] as const);
    return { ...sayings, of: { ...sayings.of, ...Object.fromEntries(quiet) } };
  }
  const { layer, level } = lifted;
  const said = level === undefined ? allowing(sayings.of[layer], layer, world) : withLevel(world, level);
  // A layer that is not there at all, and has to allow, is put there.
  return { ...sayings, of: { ...sayings.of, [layer]: said }, present: { ...sayings.present, [layer]: true } };
}

/** A policy of the resource that names the role, or the user itself: the limits of the caller still count. */
function allowing(said: Say, layer: Layer, { caller }: World): Say {
  if (layer !== 'resource') return { ...said, allow: 'yes' };
  const direct = caller.kind === 'user' || caller.kind === 'service' || caller.kind === 'anonymous';
  const grants = {
    direct: direct ? 'yes' : said.grants.direct,
    role: direct ? said.grants.role : 'yes',
    account: 'yes',
  } as const;
  return { ...said, allow: 'yes', grants };
}

function withLevel({ layers }: World, level: number): Say {
  const levels = layers.scp.levels.map((one, at) => {
    const said = sayOfLevel(one);
    return at === level ? { ...said, allow: 'yes' as const } : said;
  });
  return stackIn(KLEENE, levels);
}
