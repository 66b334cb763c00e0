/**
 * Who becomes whom in an account: the users and roles that may assume a role, and the steps that lead from one of them to
 * a request of that role's session.
 * IAM User Guide: "Methods to assume a role"; "IAM roles", role chaining.
 */
import type { CaseBody, Request, Scenario } from '../../case/scenario';
import { evaluate } from '../../engine/evaluate';
import type { Account, AccountPrincipal } from '../../intake/account/read';
import { accountOf, caseOf } from './principal-case';

/** As many are asked, and as many are told: a person chooses among them. */
const MOST = { asked: 1500, told: 50 } as const;

export interface Assumer {
  readonly principal: AccountPrincipal;
  /** It hangs on something that the account's answer does not tell, such as MFA or an external ID. */
  readonly open: boolean;
}

export interface Assumers {
  /** Those who may for certain first; users before roles, as the account lists them. */
  readonly assumers: readonly Assumer[];
  /** There may be more: not everybody was asked, or not all are told. */
  readonly more: boolean;
}

/** The users and roles whose call to `sts:AssumeRole` on the role is allowed, or is left open by what is not told. */
export function assumersOf(account: Account, role: AccountPrincipal): Assumers {
  const others = account.principals.filter(({ arn }) => arn !== role.arn);
  const found: Assumer[] = [];
  let asked = 0;
  for (const principal of others) {
    if (asked >= MOST.asked || found.length >= MOST.told) break;
    asked += 1;
    const { decision } = evaluate(assuming(account, principal, role));
    if (decision === 'Allowed' || decision === 'Undetermined')
      found.push({ principal, open: decision === 'Undetermined' });
  }
  return {
    assumers: found.toSorted((one, other) => Number(one.open) - Number(other.open)),
    more: asked < others.length,
  };
}

/**
 * The case of a role's session with the steps that led to it. `path`: who assumed the role, who assumed that one, and so on;
 * all but the last are roles. The session is named after the first of all callers, as most tools do.
 */
export function withBecoming(
  account: Account,
  scenario: Scenario,
  role: AccountPrincipal,
  path: readonly AccountPrincipal[],
): Scenario {
  const first = path.at(-1);
  if (first === undefined) return scenario;
  const { chain: _, ...rest } = scenario;
  const steps = path.map((caller, at): CaseBody => {
    const { schema: _schema, ...body } = assuming(account, caller, path[at - 1] ?? role);
    return at === path.length - 1 ? body : { ...body, request: asSession(body.request, caller, first) };
  });
  return { ...rest, request: asSession(scenario.request, role, first), chain: steps.toReversed() };
}

function assuming(account: Account, principal: AccountPrincipal, role: AccountPrincipal): Scenario {
  return caseOf(account, principal, { action: 'sts:AssumeRole', resource: role.arn });
}

/** A session that the case names already stays as it is. */
function asSession(request: Request, role: AccountPrincipal, first: AccountPrincipal): Request {
  const partition = role.arn.split(':')[1] ?? 'aws';
  const sessions = `arn:${partition}:sts::${accountOf(role)}:assumed-role/${role.name}/`;
  const principal = request.principal.startsWith(sessions) ? request.principal : `${sessions}${first.name}`;
  return { ...request, principal, role: role.arn };
}
