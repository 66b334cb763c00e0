/**
 * Who can become administrator, and how: from the administrators backwards, so that only ways which lead somewhere are asked about.
 * A way has at most four steps; each station of it is a request that the evaluator allowed, or left open on keys that are named.
 */
import { ESCALATION_PATHS } from '../../../checks/escalation-paths';
import type { Account, AccountPrincipal } from '../../../intake/account/read';
import { isKept, isServiceLinked } from '../outside';
import { Asker, type PathOptions } from './ask';
import { becomingSteps } from './becoming';
import { cutsOf } from './cuts';
import { hangingPaths, RolesOfThings } from './hanging';
import type { AdminPath, AdminPaths, HangingPath, PathStep } from './types';
import { wideningOther, wideningSteps } from './widening';

const MOST_STEPS = 4;
/** Ways of one principal of the same length that are told. */
const MOST_WAYS = 12;

/** Stands for every action of IAM that no list names: only a pattern over all of them allows it. */
const ANY_OTHER = 'iam:AnyOtherAction';

const KNOWN_ACTIONS = [
  ...new Set(
    ESCALATION_PATHS.flatMap(({ actions }) => actions).filter((action) => action.startsWith('iam:')),
  ),
  ...['CreateUser', 'DeleteUser', 'CreateRole', 'DeleteRole', 'DeletePolicy', 'ListUsers', 'GetUser'].map(
    (name) => `iam:${name}`,
  ),
  ANY_OTHER,
];

/** How far the search has come: principals asked about, of so many. */
export interface PathProgress {
  readonly done: number;
  readonly of: number;
}

/** The search in steps, so that a caller can report its progress, or stop. */
export function* adminPathsStepwise(
  account: Account,
  options: PathOptions = {},
): Generator<PathProgress, AdminPaths, void> {
  const asker = new Asker(account, options, options.iamActions ?? KNOWN_ACTIONS);
  const total = account.principals.length;
  const admins: AccountPrincipal[] = [];
  const others: AccountPrincipal[] = [];
  let done = 0;
  for (const principal of account.principals) {
    (asker.isAdmin(principal) ? admins : others).push(principal);
    done += 1;
    if (done % 20 === 0) yield { done, of: total * 2 };
  }
  const found = new Map<string, readonly (readonly PathStep[])[]>();
  // What AWS keeps cannot be changed or passed by anybody of the account; only AWS comes in as a service-linked role.
  const changeable = others.filter((other) => !isKept(other));
  const seekers = others.filter((other) => !isServiceLinked(other));
  let reached = admins.filter((admin) => !isKept(admin));
  for (let steps = 1; steps <= MOST_STEPS; steps += 1) {
    const next: AccountPrincipal[] = [];
    for (const from of seekers) {
      if (found.has(from.arn)) continue;
      const ways = steps === 1 ? wideningWays(asker, from, changeable) : [];
      for (const target of reached) {
        if (ways.length >= MOST_WAYS) break;
        for (const step of becomingSteps(asker, from, target))
          ways.push(...(found.get(target.arn) ?? [[]]).map((rest) => [step, ...rest]));
      }
      if (ways.length > 0) next.push(from);
      if (ways.length > 0) found.set(from.arn, ways.slice(0, MOST_WAYS));
      done += 1;
      if (done % 20 === 0) yield { done: Math.min(done, total * 2), of: total * 2 };
    }
    // Somebody found in this round is a target only in the next: the shortest way counts.
    reached = next.filter((one) => !isKept(one));
    if (next.length === 0) break;
  }
  const paths = seekers.flatMap((from) =>
    (found.get(from.arn) ?? []).map((steps): AdminPath => ({ from, steps, certain: steps.every(isCertain) })),
  );
  const roles = [...admins, ...seekers.filter(({ arn }) => found.has(arn))].filter(
    (one) => one.kind === 'role' && !isServiceLinked(one),
  );
  const things = new RolesOfThings(asker, roles);
  const hanging: HangingPath[] = [];
  for (const [at, from] of seekers.entries()) {
    if (!found.has(from.arn)) hanging.push(...hangingPaths(asker, from, things));
    if (at % 20 === 19) yield { done: total * 2, of: total * 2 };
  }
  const cutting = cutsOf(asker, paths, admins);
  let cuts = cutting.next();
  while (cuts.done !== true) {
    yield { done: total * 2, of: total * 2 };
    cuts = cutting.next();
  }
  return { admins, paths, cuts: cuts.value, hanging, asked: asker.asked };
}

/** Its ways to widen itself, then others that it can become, until there are as many as are told. */
function wideningWays(
  asker: Asker,
  from: AccountPrincipal,
  others: readonly AccountPrincipal[],
): (readonly PathStep[])[] {
  const ways = wideningSteps(asker, from).map((step) => [step]);
  for (const other of others) {
    if (ways.length >= MOST_WAYS) break;
    ways.push(...wideningOther(asker, from, other).map((step) => [step]));
  }
  return ways;
}

const isCertain = ({ stations }: PathStep): boolean =>
  stations.every(({ decision }) => decision === 'Allowed');

/** The administrators of an account, and who can become one, by known paths resolved on its own users, roles and policies. */
export function adminPaths(account: Account, options: PathOptions = {}): AdminPaths {
  const run = adminPathsStepwise(account, options);
  for (let step = run.next(); ; step = run.next()) if (step.done === true) return step.value;
}
