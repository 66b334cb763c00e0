/** How many actions an edit opens: those that the start does not allow the caller and the edited case does. */
import type { Catalog } from '../catalog/service-reference';
import type { Scenario } from '../case/scenario';
import { onOtherResource } from '../reasoning/sweep-group';
import { sweep } from '../reasoning/sweep';

export interface Opened {
  readonly count: number;
  /** As `s3:GetObject`, the first by name. */
  readonly some: readonly string[];
}

const SHOWN = 8;

/**
 * Actions on the resource of the case, and those of other services on every resource. A catalog that has not loaded the
 * names of the actions counts none.
 */
export function opened(start: Scenario, edited: Scenario, catalog: Catalog): Opened {
  const before = allowedIn(start, catalog);
  const more = [...allowedIn(edited, catalog)].filter((action) => !before.has(action)).sort();
  return { count: more.length, some: more.slice(0, SHOWN) };
}

function allowedIn(
  { linked: _, tests: _tests, ...scenario }: Scenario,
  catalog: Catalog,
): ReadonlySet<string> {
  const owners = catalog.arnOwners(scenario.request.resource.split(':')[2] ?? '') ?? [];
  const own: string[] = [];
  const others: string[] = [];
  for (const { prefix } of catalog.services())
    for (const { name } of catalog.actions(prefix)?.values() ?? [])
      (owners.includes(prefix) ? own : others).push(`${prefix}:${name}`);
  return new Set([...allowed(scenario, own), ...allowed(onOtherResource(scenario, '*'), others)]);
}

function* allowed(scenario: Scenario, actions: readonly string[]): Generator<string> {
  let at = 0;
  for (const decisions of sweep(scenario, actions))
    for (const decision of decisions) {
      if (decision === 'Allowed') yield actions[at]!;
      at += 1;
    }
}
