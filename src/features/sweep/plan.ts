/** On what each action is asked: an action of another service cannot work on the resource of the case. */
import type { Catalog } from '../../catalog/service-reference';
import type { Scenario } from '../../case/scenario';
import { onOtherResource } from '../../reasoning/sweep-group';
import type { SweepGroup } from '../../reasoning/sweep-group';

export interface Plan {
  /** Services whose ARNs the resource is one of. */
  readonly owners: readonly string[];
  readonly groups: readonly SweepGroup[];
}

/** Undefined until the names of the actions have arrived. */
export function planSweep(catalog: Catalog, scenario: Scenario): Plan | undefined {
  const { resource } = scenario.request;
  const owners = catalog.arnOwners(resource.split(':')[2] ?? '') ?? [];
  const own: string[] = [];
  const others: string[] = [];
  for (const { prefix } of catalog.services()) {
    const actions = catalog.actions(prefix);
    if (!actions) continue;
    const group = owners.includes(prefix) ? own : others;
    for (const { name } of actions.values()) group.push(`${prefix}:${name}`);
  }
  if (own.length + others.length === 0) return undefined;
  const groups = [
    { scenario, actions: own },
    { scenario: onOtherResource(scenario, '*'), actions: others },
  ];
  return { owners, groups };
}
