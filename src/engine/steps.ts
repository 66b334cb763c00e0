/** The walk: each layer's outcome, in the order in which people learn it, in one lane or two. */
import { applied, decide, resourceSide } from './decide';
import type { Sayings } from './decide';
import type { Decision, GrantKind, Lane, LevelTrace, Step, StepId, StepOutcome, Truth } from './evaluation';
import { sayOfLevel } from './layers/view';
import type { LayerView, LevelView } from './layers/view';
import type { Say } from './say';
import { layerNotes } from './step-notes';
import { LAYERS, layersWhere, onlyDenies } from '../case/layers';
import type { Layer } from '../case/layers';
import { tracePolicy } from './trace';
import type { DecidedIn } from './verdict';
import type { World } from './world';

const CALLER_LANE = layersWhere('side', 'caller');
const RESOURCE_LANE = layersWhere('side', 'resource');

const GRANTING: ReadonlySet<Layer> = new Set(layersWhere('does', 'grants'));

const PASSES: StepOutcome = { kind: 'passes' };
const NO_ALLOW: StepOutcome = { kind: 'noAllow' };
const HANGS: StepOutcome = { kind: 'unknown', why: 'hangs' };

/** Does some policy of these levels hang on a value, or is it only that a policy cannot be read? */
function openBecause(levels: readonly LevelView[]): StepOutcome {
  const policies = levels.flatMap((level) => level.policies);
  const unreadable = policies.some((policy) => policy.compiled?.kind === 'unreadable');
  const hangs = policies.some((policy) => policy.matches.some((match) => match.truth === 'unknown'));
  return unreadable && !hangs ? { kind: 'unknown', why: 'unreadable' } : HANGS;
}

/** The strongest grant of a resource-based policy that surely matches. */
export function surestGrant(say: Say): GrantKind | undefined {
  return (['direct', 'role', 'account'] as const).find((kind) => say.grants[kind] === 'yes');
}

function limitOutcome(allow: Truth, levels: readonly LevelView[]): StepOutcome {
  return allow === 'yes' ? PASSES : allow === 'no' ? NO_ALLOW : openBecause(levels);
}

function resourceOutcome(world: World, sayings: Sayings): StepOutcome {
  const { rules } = world;
  const side = resourceSide(sayings);
  const needed = rules.resourceRequired || !['oneAccount', 'rootOwn', 'free'].includes(rules.scheme);
  if (side === 'unknown') return openBecause(world.layers.resource.levels);
  if (side === 'no') return needed ? NO_ALLOW : { kind: 'noMatch' };
  const onlyDelegates = !needed && surestGrant(applied(sayings, 'resource')) === 'account';
  return onlyDelegates ? PASSES : { kind: 'allows' };
}

function absentOutcome(layer: Layer, world: World, sayings: Sayings): StepOutcome {
  if (layer === 'identity') return NO_ALLOW;
  if (layer === 'session' && world.rules.sessionRequired) return NO_ALLOW;
  if (layer === 'resource') {
    const outcome = resourceOutcome(world, sayings);
    if (outcome.kind !== 'noMatch') return outcome;
  }
  return { kind: 'notInPlay', why: 'noPolicy' };
}

function layerOutcome(view: LayerView, world: World, sayings: Sayings): StepOutcome {
  const { layer } = view;
  if (view.exempt) return { kind: 'notInPlay', why: view.exempt };
  if (view.state === 'absent') return absentOutcome(layer, world, sayings);
  if (view.state === 'hidden') return { kind: 'unknown', why: 'notVisible' };
  if (view.state === 'supposed') return { kind: 'supposed' };
  const { deny, allow } = sayings.of[layer];
  if (deny === 'yes') return { kind: 'denies' };
  if (deny === 'unknown') return openBecause(view.levels);
  if (onlyDenies(layer)) return PASSES;
  if (layer === 'resource') return resourceOutcome(world, sayings);
  if (layer === 'identity' && allow === 'yes') return { kind: 'allows' };
  return limitOutcome(allow, view.levels);
}

/** A level by itself. RCPs can only deny: RCPFullAWSAccess is attached everywhere. */
function levelOutcome(view: LevelView, layer: Layer): StepOutcome {
  const { deny, allow } = sayOfLevel(view);
  if (deny === 'yes') return { kind: 'denies' };
  if (deny === 'unknown') return openBecause([view]);
  return onlyDenies(layer) ? PASSES : limitOutcome(allow, [view]);
}

function traceLevels(
  view: LayerView,
  outcome: StepOutcome,
  world: World,
  decided: DecidedIn,
): readonly LevelTrace[] {
  return view.levels.map((level): LevelTrace => {
    const { target } = level;
    const policies = level.policies.map((policy) => tracePolicy(policy, world.facts, decided));
    if (target === undefined) return { outcome, policies };
    return { target, outcome: view.exempt ? outcome : levelOutcome(level, view.layer), policies };
  });
}

/** Follows the request through one lane: what it still reaches after each step. */
class Walker {
  private ended: boolean;

  constructor(
    private readonly world: World,
    private readonly sayings: Sayings,
    denied: boolean,
  ) {
    this.ended = denied;
  }

  get open(): boolean {
    return !this.ended;
  }

  /** Is this step reached? The request stops where an Allow is missing, and is through where nothing more is needed. */
  reach(layer: Layer, outcome: StepOutcome): boolean {
    const reached = this.open;
    if (outcome.kind === 'noAllow' || this.isThrough(layer, outcome)) this.ended = true;
    return reached;
  }

  private isThrough(layer: Layer, outcome: StepOutcome): boolean {
    if (this.world.rules.scheme !== 'oneAccount') return false;
    const { direct, role } = applied(this.sayings, 'resource').grants;
    if (layer === 'resource') return outcome.kind === 'allows' && direct === 'yes';
    return layer === 'session' && role === 'yes';
  }
}

function explicitDenyStep(sayings: Sayings, world: World): Step {
  const { denied } = decide(sayings);
  const hidden = LAYERS.some((layer) => {
    const { state, exempt } = world.layers[layer];
    return state === 'hidden' && !exempt;
  });
  const open: StepOutcome = hidden ? { kind: 'unknown', why: 'notVisible' } : HANGS;
  const outcome: StepOutcome = denied === 'yes' ? { kind: 'denies' } : denied === 'no' ? PASSES : open;
  return step('explicitDeny', 'both', outcome, true, [], layerNotes('explicitDeny', world, sayings));
}

function step(
  id: StepId,
  lane: Lane,
  outcome: StepOutcome,
  reached: boolean,
  levels: readonly LevelTrace[],
  notes: readonly string[],
): Step {
  return { id, lane, outcome, reached, levels, notes };
}

/** All steps, whatever the verdict: also those that the request never comes to. */
export function walk(
  world: World,
  sayings: Sayings,
  decision: Decision,
  decided: DecidedIn,
  extraNotes: readonly string[],
): readonly Step[] {
  const first = explicitDenyStep(sayings, world);
  const denied = first.outcome.kind === 'denies';
  let stopped = false;
  const lane = (name: Lane, layers: readonly Layer[]): Step[] => {
    const walker = new Walker(world, sayings, denied);
    return layers.map((layer) => {
      const view = world.layers[layer];
      const outcome = layerOutcome(view, world, sayings);
      const reached = walker.reach(layer, outcome);
      // The last two grant: without their Allow the request comes to the default.
      if (reached && outcome.kind === 'noAllow' && !GRANTING.has(layer)) stopped = true;
      const levels = traceLevels(view, outcome, world, decided);
      const made = step(layer, name, outcome, reached, levels, layerNotes(layer, world, sayings));
      const grant = layer === 'resource' ? surestGrant(applied(sayings, 'resource')) : undefined;
      return grant ? { ...made, grant } : made;
    });
  };
  const layers = world.crossAccount
    ? [...lane('caller', CALLER_LANE), ...lane('resource', RESOURCE_LANE)]
    : lane('both', LAYERS);
  return [first, ...layers, defaultDenyStep(world, sayings, decision, denied || stopped, extraNotes)];
}

function defaultDenyStep(
  world: World,
  sayings: Sayings,
  decision: Decision,
  stopped: boolean,
  extraNotes: readonly string[],
): Step {
  const { granted } = decide(sayings);
  const settled = decision === 'Allowed' ? 'yes' : decision === 'ImplicitlyDenied' ? 'no' : granted;
  const outcome = settled === 'yes' ? PASSES : settled === 'no' ? NO_ALLOW : HANGS;
  const reached = !stopped && decision !== 'Allowed' && decision !== 'ExplicitlyDenied';
  const notes = [...layerNotes('defaultDeny', world, sayings), ...extraNotes];
  return step('defaultDeny', 'both', outcome, reached, [], notes);
}
