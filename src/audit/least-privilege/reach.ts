/** How much some policies allow, in numbers that each have a list. */
import type { Catalog } from '../../catalog/service-reference';
import { ESCALATION_PATHS } from '../../checks/escalation-paths';
import { levelOf } from './expand';

export interface Reach {
  readonly actions: number;
  readonly permissionsManagement: readonly string[];
  /** Names of known ways to more rights; one that holds another is not counted. */
  readonly escalations: readonly string[];
}

/** Of the distinct actions that some Allows list, on any resource: `allowedActions`. */
export function reachOf(catalog: Catalog, allowed: ReadonlySet<string>): Reach {
  const lower = new Set([...allowed].map((action) => action.toLowerCase()));
  const open = ESCALATION_PATHS.filter((path) =>
    path.actions.every((action) => lower.has(action.toLowerCase())),
  );
  const least = open.filter(
    (path) =>
      !open.some(
        (other) =>
          other !== path &&
          other.actions.length < path.actions.length &&
          other.actions.every((action) => path.actions.includes(action)),
      ),
  );
  return {
    actions: allowed.size,
    permissionsManagement: [...allowed].filter(
      (action) => levelOf(catalog, action) === 'Permissions management',
    ),
    escalations: least.map(({ name }) => name),
  };
}
