/** A verdict at once, and the way to it on first sight. */
import type { Evaluation } from './evaluation';
import type { Sayings } from './decide';
import type { Settled } from './settle';
import { showContext } from './shown-context';
import type { ShownContext } from './shown-context';
import { walk } from './steps';
import { decidersOf, missingLayers } from './verdict';
import type { Deciders } from './verdict';
import type { World } from './world';

const NOTHING_MISSING: Evaluation['missing'] = [];

/** Each evaluation's own property, not its class's: what copies or compares evaluations sees it. */
function seen(get: (this: Evaluated) => unknown): PropertyDescriptor {
  return { enumerable: true, get };
}

/**
 * Who tries thousands of requests wants the decisions, and the page paints the verdict before the steps. World and
 * sayings are never changed, so it makes no difference when the rest is worked out.
 */
export class Evaluated implements Evaluation {
  readonly decision: Evaluation['decision'];
  readonly dependsOn: Evaluation['dependsOn'];
  readonly principal: Evaluation['principal'];
  readonly problems: Evaluation['problems'];
  readonly crossAccount: boolean;
  declare readonly hinges?: NonNullable<Evaluation['hinges']>;
  declare readonly resourceAccount?: string;
  declare readonly decidedBy: Evaluation['decidedBy'];
  declare readonly missing: Evaluation['missing'];
  declare readonly steps: Evaluation['steps'];
  declare readonly context: Evaluation['context'];
  declare readonly keysRead: Evaluation['keysRead'];
  readonly #world: World;
  readonly #sayings: Sayings;
  readonly #settled: Settled;
  #deciders: Deciders | undefined;
  #missing: Evaluation['missing'] | undefined;
  #steps: Evaluation['steps'] | undefined;
  #shown: ShownContext | undefined;

  constructor(world: World, sayings: Sayings, settled: Settled) {
    this.#world = world;
    this.#sayings = sayings;
    this.#settled = settled;
    const { kind, name, account, roleName } = world.caller;
    this.decision = settled.decision;
    this.dependsOn = settled.dependsOn;
    this.principal = {
      kind,
      name,
      ...(account !== undefined && { account }),
      ...(roleName !== undefined && { role: roleName }),
    };
    this.problems = world.problems;
    this.crossAccount = world.crossAccount;
    if (settled.hinges) this.hinges = settled.hinges;
    if (world.resourceAccount !== undefined) this.resourceAccount = world.resourceAccount;
    Object.defineProperties(this, Evaluated.#onSight);
  }

  get #decided(): Deciders {
    return (this.#deciders ??= decidersOf(this.#world, this.#sayings, this.decision));
  }

  get #shownContext(): ShownContext {
    return (this.#shown ??= showContext(this.#world));
  }

  #missingLayers(): Evaluation['missing'] {
    if (this.decision !== 'ImplicitlyDenied') return NOTHING_MISSING;
    return missingLayers(this.#settled.sayings ?? this.#sayings);
  }

  #walk(): Evaluation['steps'] {
    return walk(this.#world, this.#sayings, this.decision, this.#decided.in, this.#settled.notes);
  }

  static readonly #onSight: PropertyDescriptorMap = {
    decidedBy: seen(function () {
      return this.#decided.refs;
    }),
    missing: seen(function () {
      return (this.#missing ??= this.#missingLayers());
    }),
    steps: seen(function () {
      return (this.#steps ??= this.#walk());
    }),
    context: seen(function () {
      return this.#shownContext.context;
    }),
    keysRead: seen(function () {
      return this.#shownContext.missing;
    }),
  };
}
