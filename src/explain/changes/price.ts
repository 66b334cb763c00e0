/**
 * What a change costs, counted: every action that AWS has is decided before and after it, for the same caller, on the
 * resource of the request, on what the changed statement names besides, and elsewhere.
 */
import { actionsOn } from '../../catalog/resource-fit';
import { splitAction } from '../../catalog/service-lookup';
import type { AccessLevel, Catalog } from '../../catalog/service-reference';
import type { Decision } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { onOtherResource } from '../../reasoning/sweep-group';
import type { SweepGroup } from '../../reasoning/sweep-group';
import { askedOn, isBound, samplesOf } from './places';
import type { PricePlace } from './places';
import type { Proposal } from './types';

/** One change, or several that are made together. */
export interface Offer {
  readonly edits: readonly Proposal[];
  readonly after: Scenario;
}

export interface PricedAction {
  readonly action: string;
  readonly level: AccessLevel;
}

export interface PricedPlace {
  readonly place: PricePlace;
  /** Those that can do most harm first. */
  readonly actions: readonly PricedAction[];
}

export interface Price {
  /** A change of a denial opens, one of an allow closes. */
  readonly direction: 'opens' | 'closes';
  /** Places where more than the request's own action turned. */
  readonly places: readonly PricedPlace[];
  /** Each of them is sure to turn; else it depends on what is not known. */
  readonly certain: boolean;
  /** Actions that a Deny held back for the caller, and that nothing allows without it either. */
  readonly lifted: number;
  /** So many actions were asked about. */
  readonly asked: number;
}

interface PriceTry {
  readonly place: PricePlace;
  readonly before: number;
  readonly after: number;
}

export interface PricePlan {
  readonly groups: readonly SweepGroup[];
  /** For each offer the groups that it compares, by their number. */
  readonly offers: readonly (readonly PriceTry[])[];
  readonly catalog: Catalog;
  readonly request: Scenario['request'];
  readonly asked: number;
}

/** Details of single services arrive before the names of all actions do. */
export function namesAll(catalog: Catalog): boolean {
  return catalog.services().every(({ prefix }) => catalog.actions(prefix) !== undefined);
}

/** Undefined until the names of all actions have arrived. */
export function planPrices(
  catalog: Catalog,
  scenario: Scenario,
  offers: readonly Offer[],
): PricePlan | undefined {
  if (!namesAll(catalog)) return undefined;
  const { resource, action } = scenario.request;
  const here = ownActions(catalog, resource, action);
  const known = new Set(here);
  const elsewhere = catalog
    .services()
    .flatMap(({ prefix }) =>
      [...(catalog.actions(prefix)?.values() ?? [])].map(({ name }) => `${prefix}:${name}`),
    )
    .filter((name) => !known.has(name));
  const groups: SweepGroup[] = [];
  const befores = new Map<string, number>();
  const add = (group: SweepGroup): number => groups.push(group) - 1;
  const compare = (
    place: PricePlace,
    at: string,
    actions: readonly string[],
    ask: (one: Scenario) => Scenario,
    after: Scenario,
  ): PriceTry => {
    const name = `${place.kind} ${at}`;
    const before = befores.get(name) ?? add({ scenario: ask(scenario), actions });
    befores.set(name, before);
    return { place, before, after: add({ scenario: ask(after), actions }) };
  };
  const planned = offers.map(({ edits, after }) => [
    ...(resource === '*' ? [] : [compare({ kind: 'here' }, resource, here, (one) => one, after)]),
    ...edits
      .flatMap((edit) => samplesOf(edit, after))
      .map((sample) =>
        compare(
          sample.place,
          sample.resource,
          ownActions(catalog, sample.resource, action),
          (one) => askedOn(one, sample.resource),
          after,
        ),
      ),
    ...(edits.every(isBound)
      ? []
      : [
          compare(
            { kind: resource === '*' ? 'here' : 'elsewhere' },
            '*',
            elsewhere,
            (one) => onOtherResource(one, '*'),
            after,
          ),
        ]),
  ]);
  const asked = here.length + elsewhere.length;
  return { groups, offers: planned, catalog, request: scenario.request, asked };
}

/** Actions that work on a resource: of the services that have such ARNs, and of the request's own. */
function ownActions(catalog: Catalog, resource: string, action: string): readonly string[] {
  const owners = catalog.arnOwners(resource.split(':')[2] ?? '') ?? [];
  const asked = splitAction(action)?.prefix.toLowerCase() ?? '';
  const prefixes =
    resource === '*' ? [] : [...new Set([...owners, ...(catalog.hasService(asked) ? [asked] : [])])];
  return prefixes.flatMap((prefix) => actionsOn(catalog, prefix, resource));
}

/** The price of an offer, from the decisions of its groups; undefined while one of them is still being counted. */
export function priceOf(
  plan: PricePlan,
  offer: number,
  decisions: readonly (readonly Decision[] | undefined)[],
  direction: Price['direction'],
): Price | undefined {
  const places: PricedPlace[] = [];
  const lifted = new Set<string>();
  let certain = true;
  for (const { place, before, after } of plan.offers[offer] ?? []) {
    const [was, is] = [decisions[before], decisions[after]];
    if (!was || !is) return undefined;
    const turned: PricedAction[] = [];
    plan.groups[after]!.actions.forEach((action, at) => {
      const [one, other] = [was[at]!, is[at]!];
      if (one === 'ExplicitlyDenied' && other === 'ImplicitlyDenied') lifted.add(action);
      const step = OPENNESS[other] - OPENNESS[one];
      if (direction === 'opens' ? step <= 0 : step >= 0) return;
      if (place.kind === 'here' && isSame(action, plan.request.action)) return;
      if (other === 'Undetermined') certain = false;
      turned.push({ action, level: levelOf(plan.catalog, action) });
    });
    if (turned.length > 0) places.push({ place, actions: turned.sort(byHarm) });
  }
  return { direction, places, certain, lifted: lifted.size, asked: plan.asked };
}

const OPENNESS: Record<Decision, number> = {
  ExplicitlyDenied: 0,
  ImplicitlyDenied: 0,
  Undetermined: 1,
  Allowed: 2,
};

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** In the order of what can do most harm. */
export const HARM: readonly AccessLevel[] = ['Permissions management', 'Write', 'Tagging', 'Read', 'List'];

function levelOf(catalog: Catalog, action: string): AccessLevel {
  const { prefix = '', name = '' } = splitAction(action) ?? {};
  const levels = catalog.actions(prefix)?.get(name.toLowerCase())?.accessLevels ?? [];
  return HARM.find((level) => levels.includes(level)) ?? 'Write';
}

function byHarm(one: PricedAction, other: PricedAction): number {
  return HARM.indexOf(one.level) - HARM.indexOf(other.level) || (one.action < other.action ? -1 : 1);
}

/** Actions other than the request's own that turn, wherever. */
export function furtherActions({ places }: Price, action: string): number {
  const names = new Set(places.flatMap(({ actions }) => actions.map((one) => one.action.toLowerCase())));
  names.delete(action.toLowerCase());
  return names.size;
}
