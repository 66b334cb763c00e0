/**
 * Many actions against one scenario: decisions and nothing else.
 *
 * An action bears on the decision in two ways: by the rules that it sets, and by which statements list it. So actions
 * that have both in common are decided once. Statements that no action could make match, because their principal,
 * resource or conditions differ, are left out of the comparison.
 */
import type { PolicyForm } from '../language/forms';
import { compilePolicy } from '../engine/compile';
import type { Decision } from '../engine/evaluation';
import type { Facts } from '../engine/facts';
import type { Statement } from '../engine/match/statement';
import { LAYERS, LAYER_TABLE } from '../case/layers';
import { listPolicies } from '../case/scenario';
import type { Layer, Scenario } from '../case/scenario';
import { settle } from '../engine/settle';
import { missingLayers, sayingsOf } from '../engine/verdict';
import { askFor, matchAll, readSurroundings } from '../engine/world';
import type { AskedAction, Surroundings } from '../engine/world';

/** The decision of one action. */
export interface SweptAction {
  readonly decision: Decision;
  /** Something grants the action, and only the Allow of a limit is missing: an SCP, a boundary, a session policy. */
  readonly cappedBy?: Layer;
}

/** How statements stand to the actions of one service. */
interface Listing {
  /** Those whose answer depends on the action's name. */
  readonly open: readonly Statement[];
  /** A letter for each statement: what it answers to every action of the service, or that it is open. */
  readonly settled: string;
}

/** Where an Allow grants; an Allow anywhere else only lets pass what these grant. */
const GRANTING: readonly Layer[] = ['identity', 'resource'];

/** Actions of one service that have the same rules: only which statements list them tells them apart. */
interface Group {
  readonly asked: AskedAction;
  readonly ownKeys: string;
  readonly listing: Listing;
  /** By what the statements answer whose answer depends on the action's name. */
  readonly known: Map<string, SweptAction>;
}

const LETTERS = { yes: '1', no: '0', unknown: '?' } as const;

function listedIn({ listing }: Group, facts: Facts): string {
  let listed = '';
  for (const statement of listing.open) listed += LETTERS[statement.action.truth(facts)];
  return listed;
}

/** All that an action decides by besides the statements that list it, as a text. */
function governedBy({ action, rules, facts, acl, barred }: AskedAction, ownKeys: string): string {
  const { scheme, resourceRequired, sessionRequired, refused, exempt, resourceForm } = rules;
  const layers = Object.entries(exempt).join();
  const isS3 = action?.service === 's3';
  const known = facts.resource !== undefined;
  const own = `${resourceRequired}|${sessionRequired}|${refused !== undefined}|${isS3}|${acl}|${barred}|${known}|${ownKeys}`;
  return `${scheme}|${own}|${resourceForm}|${layers}`;
}

/** Are two actions of one service, and governed alike but for the keys of their service? Quicker than the texts. */
function areAlike(one: AskedAction, other: AskedAction): boolean {
  const [a, b] = [one.rules, other.rules];
  return (
    one.action?.service === other.action?.service &&
    a.scheme === b.scheme &&
    a.resourceRequired === b.resourceRequired &&
    a.sessionRequired === b.sessionRequired &&
    (a.refused === undefined) === (b.refused === undefined) &&
    a.resourceForm === b.resourceForm &&
    one.acl === other.acl &&
    one.barred === other.barred &&
    (one.facts.resource === undefined) === (other.facts.resource === undefined) &&
    LAYERS.every((layer) => a.exempt[layer] === b.exempt[layer])
  );
}

class Sweep {
  readonly #surroundings: Surroundings;
  readonly #live = new Map<string, readonly Statement[]>();
  readonly #listings = new Map<string, Listing>();
  readonly #known = new Map<string, Group['known']>();
  readonly #groups = new Map<string, Group>();
  /** Actions come service by service, so mostly the group is that of the action before. */
  #last: Group | undefined;

  constructor(scenario: Scenario) {
    this.#surroundings = readSurroundings(scenario);
  }

  decide(action: string): SweptAction {
    const asked = askFor(this.#surroundings, action);
    const group = this.groupOf(asked);
    const listed = group && listedIn(group, asked.facts);
    const known = listed === undefined ? undefined : group?.known.get(listed);
    if (known !== undefined) return known;
    const world = matchAll(this.#surroundings, asked);
    const sayings = sayingsOf(world);
    const { decision } = settle(world, sayings);
    const [first, ...more] = decision === 'ImplicitlyDenied' ? missingLayers(sayings) : [];
    const capped = first !== undefined && [first, ...more].every((layer) => !GRANTING.includes(layer));
    const swept: SweptAction = capped ? { decision, cappedBy: first } : { decision };
    if (listed !== undefined) group?.known.set(listed, swept);
    return swept;
  }

  /** Undefined for an action that cannot be read. */
  private groupOf(asked: AskedAction): Group | undefined {
    const { action, rules, facts } = asked;
    if (!action) return undefined;
    const ownKeys = asked.ownKeys();
    if (this.#last?.ownKeys === ownKeys && areAlike(this.#last.asked, asked)) return this.#last;
    const governed = governedBy(asked, ownKeys);
    const name = `${governed}|${action.service}`;
    let group = this.#groups.get(name);
    if (!group) {
      const listing = this.listing(action.service, rules.resourceForm, facts, ownKeys);
      group = { asked, ownKeys, listing, known: this.knownOf(`${governed}|${listing.settled}`) };
      this.#groups.set(name, group);
    }
    this.#last = group;
    return group;
  }

  /** Shared by the services whose actions all the settled statements answer alike. */
  private knownOf(name: string): Group['known'] {
    let known = this.#known.get(name);
    if (!known) {
      known = new Map();
      this.#known.set(name, known);
    }
    return known;
  }

  private listing(service: string, form: PolicyForm, facts: Facts, ownKeys: string): Listing {
    // KMS knows no resource where the request names an alias of it, and some services add keys of their own.
    const reading = `${form}|${facts.resource !== undefined}|${ownKeys}`;
    const name = `${reading}|${service}`;
    let listing = this.#listings.get(name);
    if (!listing) {
      const answers = this.live(reading, form, facts).map((statement) => ({
        statement,
        answer: statement.action.truthForService(service),
      }));
      listing = {
        open: answers.flatMap(({ statement, answer }) => (answer === undefined ? [statement] : [])),
        settled: answers.map(({ answer }) => LETTERS[answer ?? 'unknown']).join(''),
      };
      this.#listings.set(name, listing);
    }
    return listing;
  }

  /** The statements in force that match this request for some action, or may. */
  private live(reading: string, form: PolicyForm, facts: Facts): readonly Statement[] {
    let live = this.#live.get(reading);
    if (!live) {
      live = listPolicies(this.#surroundings.scenario.policies)
        .filter(({ policy }) => policy.off !== true)
        .flatMap(({ address: { layer }, policy }) => {
          const compiled = compilePolicy(policy, layer === 'resource' ? form : LAYER_TABLE[layer].form);
          if (compiled.kind === 'unreadable') return [];
          return compiled.statements.filter(
            (statement) => statement.matchBesides(facts, 'yes').truth !== 'no',
          );
        });
      this.#live.set(reading, live);
    }
    return live;
  }
}

/**
 * Decides one action after another as `evaluate` would, in chunks: between two of them the caller may report, or stop.
 * Policies are read once. Actions are of the form `s3:GetObject`; the scenario's own action has no part in it.
 */
export function* sweepActions(
  scenario: Scenario,
  actions: readonly string[],
  size = 500,
): Generator<readonly SweptAction[], void, void> {
  const run = new Sweep(scenario);
  for (let at = 0; at < actions.length; at += size) {
    yield actions.slice(at, at + size).map((action) => run.decide(action));
  }
}

/** The decisions of `sweepActions` alone. */
export function* sweep(
  scenario: Scenario,
  actions: readonly string[],
  size = 500,
): Generator<readonly Decision[], void, void> {
  for (const swept of sweepActions(scenario, actions, size)) yield swept.map(({ decision }) => decision);
}
