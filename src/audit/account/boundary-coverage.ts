/**
 * Where permissions boundaries are missing: principals that may hand out permissions and have none, and boundaries that let their
 * holders change boundaries.
 * IAM User Guide: "Permissions boundaries for IAM entities", "Delegate responsibility to others using permissions boundaries".
 */
import type { Policy, Scenario } from '../../case/scenario';
import { evaluate } from '../../engine/evaluate';
import { boundaryArns, boundaryOf, defaultDocument, identityOf } from '../../intake/account/policies';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { textAt } from '../../intake/evidence/values';
import { emptyScenario } from '../../formats/schema';
import { isKept } from './outside';
import { resourcesListedFor } from './paths/grants';
import { caseOf } from './principal-case';
import { askOpen } from './untold-keys';

/** Actions by which somebody gets permissions that a boundary would have kept small. */
export const IAM_WRITES: readonly string[] = [
  'iam:CreateUser',
  'iam:CreateRole',
  'iam:AttachUserPolicy',
  'iam:AttachRolePolicy',
  'iam:AttachGroupPolicy',
  'iam:PutUserPolicy',
  'iam:PutRolePolicy',
  'iam:PutGroupPolicy',
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:AddUserToGroup',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
];

/** Actions that take a boundary away, or make another of it. */
export const BOUNDARY_CHANGES: readonly string[] = [
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteUserPermissionsBoundary',
  'iam:PutRolePermissionsBoundary',
  'iam:PutUserPermissionsBoundary',
];

export interface Uncovered {
  readonly principal: AccountPrincipal;
  /** The first such action that it may do; more may follow. */
  readonly action: string;
}

export interface OpenBoundary {
  readonly arn: string;
  readonly name: string;
  /** What its holders may do to boundaries, as far as the boundary goes. */
  readonly actions: readonly string[];
}

export interface BoundaryCoverage {
  readonly uncovered: readonly Uncovered[];
  readonly open: readonly OpenBoundary[];
  /** Principals that have a boundary. */
  readonly covered: number;
}

export function boundaryCoverage(account: Account): BoundaryCoverage {
  const bare = account.principals.filter(
    (principal) => !isKept(principal) && boundaryOf(account, principal.detail).policies.length === 0,
  );
  const covered = account.principals.filter(
    ({ detail }) => boundaryOf(account, detail).policies.length > 0,
  ).length;
  return {
    uncovered: bare.flatMap((principal) => {
      const action = firstWrite(account, principal);
      return action === undefined ? [] : [{ principal, action }];
    }),
    open: [...boundaryArns(account)].flatMap((arn) => openBoundary(account, arn)),
    covered,
  };
}

function firstWrite(account: Account, principal: AccountPrincipal): string | undefined {
  const { policies } = identityOf(account, principal.kind, principal.detail);
  return IAM_WRITES.find((action) =>
    resourcesListedFor(policies, action).some((resource) => {
      const { decision } = askOpen(account, caseOf(account, principal, { action, resource })).evaluation;
      return decision === 'Allowed' || decision === 'Undetermined';
    }),
  );
}

function openBoundary(account: Account, arn: string): readonly OpenBoundary[] {
  const detail = account.managed.get(arn);
  const document = defaultDocument(detail);
  if (document === undefined) return [];
  const name = textAt(detail, 'PolicyName') ?? arn.slice(arn.lastIndexOf('/') + 1);
  const owner = arn.split(':')[4] ?? '';
  const id = /^\d{12}$/.test(owner) ? owner : (account.ids[0] ?? '111122223333');
  const actions = BOUNDARY_CHANGES.filter((action) => {
    const kind = action.includes('Role') ? 'role' : 'user';
    const other = { 'iam:PermissionsBoundary': `arn:aws:iam::${id}:policy/another-boundary` };
    return isAllowedBy({ name, document }, id, action, `arn:aws:iam::${id}:${kind}/another`, other);
  });
  return actions.length === 0 ? [] : [{ arn, name, actions }];
}

/** Does a policy alone allow a role of the account the request, whatever is not known? */
export function isAllowedBy(
  policy: Policy,
  id: string,
  action: string,
  resource: string,
  context: Readonly<Record<string, string>> = {},
): boolean {
  return decisionOf(policy, id, action, resource, context) === 'Allowed';
}

export function decisionOf(
  policy: Policy,
  id: string,
  action: string,
  resource: string,
  context: Readonly<Record<string, string>>,
): ReturnType<typeof evaluate>['decision'] {
  const scenario: Scenario = {
    ...emptyScenario(),
    request: { principal: `arn:aws:iam::${id}:role/holder`, action, resource, context },
    policies: { identity: [policy] },
  };
  return evaluate(scenario).decision;
}
