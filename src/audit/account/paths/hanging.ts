/**
 * Known ways through a thing that is there already, such as a function that runs with a role. An account's answer lists no such things, so
 * whether one runs with a role that leads to administrator is not known: who could change one, and which roles it would have to have.
 */
import { ESCALATION_PATHS } from '../../../checks/escalation-paths';
import { at } from '../../../intake/evidence/values';
import type { AccountPrincipal } from '../../../intake/account/read';
import { accountOf } from '../principal-case';
import type { Asker } from './ask';
import { anywhere, TAKERS } from './passing';
import type { HangingPath } from './types';

interface ThroughThing {
  readonly name: string;
  readonly service: string;
  readonly actions: readonly string[];
}

/** The ways that pass no role and change nobody's permissions: the role is the thing's own. */
const THROUGH_THINGS: readonly ThroughThing[] = ESCALATION_PATHS.flatMap(({ name, actions }) => {
  if (actions.some((action) => /^(?:iam|sts):/.test(action))) return [];
  const taker = TAKERS.find(([prefix]) => actions.some((action) => action.startsWith(`${prefix}:`)));
  return taker === undefined ? [] : [{ name, service: taker[1], actions }];
});

/** Roles that a service may take, by service: a thing has a role of its own account, which trusts the service. */
export class RolesOfThings {
  readonly #known = new Map<string, readonly AccountPrincipal[]>();

  constructor(
    readonly asker: Asker,
    /** The roles by which somebody is or becomes administrator. */
    readonly leading: readonly AccountPrincipal[],
  ) {}

  of(service: string): readonly AccountPrincipal[] {
    let found = this.#known.get(service);
    if (found === undefined) {
      found = this.leading.filter(
        (role) => isOnInstances(role, service) && this.asker.trusts(role, service) !== undefined,
      );
      this.#known.set(service, found);
    }
    return found;
  }
}

/** An instance has a role by an instance profile; the answer lists those of a role. */
function isOnInstances({ detail }: AccountPrincipal, service: string): boolean {
  const profiles = at(detail, 'InstanceProfileList');
  return service !== 'ec2.amazonaws.com' || !Array.isArray(profiles) || profiles.length > 0;
}

/** Of each service the first way whose every action is allowed, or may be, on something that the principal's policies list. */
export function hangingPaths(
  asker: Asker,
  from: AccountPrincipal,
  things: RolesOfThings,
): readonly HangingPath[] {
  const found = new Map<string, HangingPath>();
  for (const { name, service, actions } of THROUGH_THINGS) {
    const own = (role: AccountPrincipal): boolean => accountOf(role) === accountOf(from);
    const roles = found.has(service) ? [] : things.of(service).filter(own);
    if (roles.length === 0 || !actions.every((action) => asker.may(from, action))) continue;
    const stations = actions.map((action) => anywhere(asker, from, action));
    if (!stations.every((station) => station !== undefined)) continue;
    found.set(service, { from, path: name, service, roles: roles.map(({ arn }) => arn), stations });
  }
  return [...found.values()];
}
