/**
 * Steps by which one principal becomes another: it assumes a role, makes credentials for a user, or changes whom a role trusts.
 * IAM User Guide: "Policy evaluation logic" (in one account a role's trust policy that names a caller is enough).
 */
import type { Policy } from '../../../case/scenario';
import { trustOf } from '../../../intake/account/policies';
import { isObject } from '../../../intake/evidence/values';
import type { AccountPrincipal } from '../../../intake/account/read';
import type { Asker } from './ask';
import type { PathStep } from './types';
import { passingSteps } from './passing';

const ASSUME = 'sts:AssumeRole';

/** Credentials that can be made for another user. */
const FOR_USERS = [
  ['CreateAccessKey', 'iam:CreateAccessKey'],
  ['CreateLoginProfile', 'iam:CreateLoginProfile'],
  ['UpdateLoginProfile', 'iam:UpdateLoginProfile'],
] as const;

/** The steps from one principal to another, none where the evaluator allows none. */
export function becomingSteps(
  asker: Asker,
  from: AccountPrincipal,
  to: AccountPrincipal,
): readonly PathStep[] {
  if (from.arn === to.arn) return [];
  return to.kind === 'role'
    ? [...assumeSteps(asker, from, to), ...trustSteps(asker, from, to), ...passingSteps(asker, from, to)]
    : FOR_USERS.flatMap(([path, action]) => {
        if (!asker.mayOn(from, action, to.arn)) return [];
        const station = asker.station(from, { action, resource: to.arn });
        return station === undefined ? [] : [{ from, path, to: to.arn, becomes: to, stations: [station] }];
      });
}

export function assumeSteps(
  asker: Asker,
  from: AccountPrincipal,
  role: AccountPrincipal,
): readonly PathStep[] {
  // Without an Allow of its own the trust policy must name the caller, or its account.
  const trust = trustOf(role.detail);
  if (trust === undefined) return [];
  if (!asker.mayOn(from, ASSUME, role.arn) && !namesCaller(trust, from.arn)) return [];
  const station = asker.station(from, { action: ASSUME, resource: role.arn });
  return station === undefined
    ? []
    : [{ from, path: 'AssumeRole', to: role.arn, becomes: role, stations: [station] }];
}

const trustTexts = new WeakMap<object, string>();

/** Read loosely: the evaluator decides. */
function namesCaller({ document }: Policy, arn: string): boolean {
  if (!isObject(document)) return false;
  let text = trustTexts.get(document);
  if (text === undefined) {
    text = JSON.stringify(document);
    trustTexts.set(document, text);
  }
  return text.includes(arn) || text.includes('"*"');
}

export function trustSteps(
  asker: Asker,
  from: AccountPrincipal,
  role: AccountPrincipal,
): readonly PathStep[] {
  const action = 'iam:UpdateAssumeRolePolicy';
  if (!asker.mayOn(from, action, role.arn)) return [];
  const station = asker.station(from, { action, resource: role.arn });
  return station === undefined
    ? []
    : [{ from, path: 'UpdateRolePolicyToAssumeIt', to: role.arn, becomes: role, stations: [station] }];
}
