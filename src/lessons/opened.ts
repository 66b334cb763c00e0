/** How many actions an edit opens: those that the start does not allow the caller and the edited case does. */
import type { Catalog } from '../catalog/service-reference';
import type { Scenario } from '../case/scenario';
import type { Decision } from '../engine/evaluation';
import { onOtherResource, type SweepGroup } from '../reasoning/sweep-group';
import { sweep } from '../reasoning/sweep';

export interface Opened {
  readonly count: number;
  /** As `s3:GetObject`, the first by name. */
  readonly some: readonly string[];
}

const SHOWN = 8;

/**
 * What is asked of a case: the actions on its resource, and those of other services on every resource. A catalog that
 * has not loaded the names of the actions has none.
 */
export function openedGroups(
  { linked: _, tests: _tests, ...scenario }: Scenario,
  catalog: Catalog,
): readonly SweepGroup[] {
  const owners = catalog.arnOwners(scenario.request.resource.split(':')[2] ?? '') ?? [];
  const own: string[] = [];
  const others: string[] = [];
  for (const { prefix } of catalog.services())
    for (const { name } of catalog.actions(prefix)?.values() ?? [])
      (owners.includes(prefix) ? own : others).push(`${prefix}:${name}`);
  return [
    { scenario, actions: own },
    { scenario: onOtherResource(scenario, '*'), actions: others },
  ];
}

/** What is allowed after and was not before; both in the order of the groups. */
export function openedBetween(
  groups: readonly SweepGroup[],
  before: readonly Decision[],
  after: readonly Decision[],
): Opened {
  const actions = groups.flatMap((group) => group.actions);
  const more = actions.filter((_, at) => after[at] === 'Allowed' && before[at] !== 'Allowed').sort();
  return { count: more.length, some: more.slice(0, SHOWN) };
}

/** All at once: for programs that may wait. */
export function opened(start: Scenario, edited: Scenario, catalog: Catalog): Opened {
  const groups = openedGroups(start, catalog);
  return openedBetween(groups, decided(groups), decided(openedGroups(edited, catalog)));
}

function decided(groups: readonly SweepGroup[]): readonly Decision[] {
  return groups.flatMap(({ scenario, actions }) => [...sweep(scenario, actions)].flat());
}
