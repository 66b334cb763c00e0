/**
 * Changes that nobody can make as they stand. Policies that AWS manages cannot be edited: where one is all there is, the
 * change goes into a copy. Roles that a service or IAM Identity Center keeps are changed there, or not at all.
 */
import { isAwsManaged } from '../../catalog/aws-managed';
import { isForeignKey } from '../../catalog/foreign-keys';
import { roleKeeper } from '../../catalog/iam-owned';
import type { RoleKeeper } from '../../catalog/iam-owned';
import { policyAt } from '../../case/scenario';
import type { Layer, Scenario } from '../../case/scenario';
import { readCaller } from '../../engine/request/caller';
import { code, rich } from '../rich';
import type { Rich } from '../types';
import type { Proposal } from './types';

const OF_ROLE: ReadonlySet<Layer> = new Set(['identity', 'boundary']);

/** Who keeps the role of the caller; undefined for roles that its account changes, and for other callers. */
export function keeperOf({ request }: Scenario): RoleKeeper | undefined {
  const { roleName, roleArn } = readCaller(request).caller;
  return roleName === undefined ? undefined : roleKeeper(roleName, roleArn);
}

/** Undefined for a change that nobody can make. */
export function ownProposal(proposal: Proposal, scenario: Scenario): Proposal | undefined {
  const { layer, newText, context } = proposal;
  if (context && context.value !== undefined && isForeignKey(context.key, scenario.request.action))
    return undefined;
  const own = newText === undefined ? proposal : unmanaged(proposal, scenario);
  const keeper = keeperOf(scenario);
  if (!own || !keeper || newText === undefined || !OF_ROLE.has(layer)) return own;
  if (keeper.kind === 'service') return undefined;
  const title = rich`In the permission set ${code(keeper.name)}: ${lowerFirst(own.title)}`;
  const warning = `IAM Identity Center writes the policies of this role: change the permission set \`${keeper.name}\`, not the role.`;
  return { ...own, title, warning };
}

function lowerFirst([first, ...rest]: Rich): Rich {
  return typeof first === 'string'
    ? [first.charAt(0).toLowerCase() + first.slice(1), ...rest]
    : [first!, ...rest];
}

/** Undefined for a change of a policy that AWS manages and that others can stand beside. */
function unmanaged(proposal: Proposal, scenario: Scenario): Proposal | undefined {
  const { layer, address } = proposal;
  const name = policyAt(scenario.policies, address)?.name;
  if (name === undefined || !isAwsManaged(name) || isInlineOfSet(name)) return proposal;
  if (layer !== 'boundary' && layer !== 'session') return undefined;
  return {
    ...proposal,
    copyAs: `${name.slice(name.lastIndexOf('/') + 1)}-own`,
    warning: `AWS manages \`${name}\`, so it cannot be edited. Copy it to a policy of your own, change that, and use it instead.`,
  };
}

/** The inline policy of a permission set is the customer's, whatever it is called. */
function isInlineOfSet(name: string): boolean {
  return name === 'AwsSSOInlinePolicy';
}

/** Why the role's own policies are left alone, in a sentence; undefined where they are the account's. */
export function keeperWords(scenario: Scenario): string | undefined {
  const keeper = keeperOf(scenario);
  if (!keeper) return undefined;
  return scenario.request.role === undefined ? `${KEPT[keeper.kind]} ${WITHOUT_PATH}` : KEPT[keeper.kind];
}

const KEPT: Readonly<Record<RoleKeeper['kind'], string>> = {
  service:
    'The caller’s role is linked to a service, so nobody can change its policies: what can be changed is the policy of the resource.',
  permissionSet:
    'The caller’s role is written by IAM Identity Center: its policies are changed in the permission set.',
};

const WITHOUT_PATH =
  'Its ARN has a path that the session does not tell: give the role in the request for a policy that names it.';
