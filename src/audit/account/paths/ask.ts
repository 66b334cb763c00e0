/** Asking the evaluator, once for each question, and never twice the same. */
import type { Policy, Scenario } from '../../../case/scenario';
import { FULL_ACCESS } from '../../../case/layers';
import type { Evaluation } from '../../../engine/evaluation';
import { boundaryOf, identityOf } from '../../../intake/account/policies';
import { textAt } from '../../../intake/evidence/values';
import type { Account, AccountPrincipal } from '../../../intake/account/read';
import { sweep } from '../../../reasoning/sweep';
import { accountOf, caseOf, type AccountQuestion } from '../principal-case';
import { askOpen } from '../untold-keys';
import { deniesAlways, hasDeny, listsAction, mayReach } from './grants';
import { serviceCase, stationCase } from './station-case';
import type { Station } from './types';

export interface PathOptions {
  /** Every action of IAM, such as `iam:CreateUser`; without it, those that matter for escalation. */
  readonly iamActions?: readonly string[];
  readonly scp?: AccountQuestion['scp'];
}

export class Asker {
  asked = 0;
  readonly #admin = new Map<string, boolean>();
  readonly #stations = new Map<string, Station | undefined>();

  constructor(
    readonly account: Account,
    readonly options: PathOptions,
    readonly actions: readonly string[],
  ) {}

  identity({ kind, detail }: AccountPrincipal): readonly Policy[] {
    return identityOf(this.account, kind, detail).policies;
  }

  readonly #may = new WeakMap<AccountPrincipal, Map<string, boolean>>();

  /** Could it be allowed the action at all, for whatever resource? Read loosely, to save asking: a yes is no answer. */
  may(principal: AccountPrincipal, action: string): boolean {
    let answers = this.#may.get(principal);
    if (answers === undefined) {
      answers = new Map();
      this.#may.set(principal, answers);
    }
    const known = answers.get(action);
    if (known !== undefined) return known;
    const identity = this.identity(principal);
    const boundary = boundaryOf(this.account, principal.detail).policies;
    const made =
      listsAction(identity, action) &&
      (boundary.length === 0 || listsAction(boundary, action)) &&
      !deniesAlways([...identity, ...boundary], action);
    answers.set(action, made);
    return made;
  }

  /** The same for one resource. */
  mayOn(principal: AccountPrincipal, action: string, resource: string): boolean {
    return this.may(principal, action) && mayReach(this.identity(principal), action, resource);
  }

  /** The request by a principal as a station, where it is allowed or may be; undefined where it is denied. */
  station(principal: AccountPrincipal, question: AccountQuestion): Station | undefined {
    const key = `${principal.arn}|${JSON.stringify(question)}`;
    if (this.#stations.has(key)) return this.#stations.get(key);
    const made = this.judged(principal.arn, question, this.caseBy(principal, question));
    this.#stations.set(key, made);
    return made;
  }

  private caseBy(principal: AccountPrincipal, question: AccountQuestion): Scenario {
    const { scp } = this.options;
    return caseOf(this.account, principal, { ...question, ...(scp !== undefined && { scp }) });
  }

  /** The case of a station, as it opens on the page; undefined where the role that a service takes is not there. */
  scenarioOf(station: Station): Scenario | undefined {
    return stationCase(this.account, station, this.options.scp);
  }

  /** May a service take the role, by the role's trust policy? */
  trusts(role: AccountPrincipal, service: string): Station | undefined {
    const key = `${service}|${role.arn}`;
    if (this.#stations.has(key)) return this.#stations.get(key);
    const scenario = serviceCase(role, service);
    const made = scenario && this.judged(service, { action: 'sts:AssumeRole', resource: role.arn }, scenario);
    this.#stations.set(key, made);
    return made;
  }

  private judged(principal: string, question: AccountQuestion, scenario: Scenario): Station | undefined {
    this.asked += 1;
    const { decision, decidedBy, dependsOn } = askOpen(this.account, scenario).evaluation;
    if (decision !== 'Allowed' && decision !== 'Undetermined') return undefined;
    // A policy that cannot be seen makes nothing possible that could be named.
    if (decision === 'Undetermined' && !dependsOn.every(({ kind }) => kind === 'key')) return undefined;
    return {
      principal,
      question,
      decision,
      because: decidedBy,
      keys: dependsOn.flatMap((one) => (one.kind === 'key' ? [one.key] : [])),
    };
  }

  /** Is it allowed everything that IAM can do, on everything and without conditions? */
  isAdmin(principal: AccountPrincipal): boolean {
    return this.withPolicies(principal, this.identity(principal), 'own');
  }

  /** Would it be an administrator with these identity-based policies? Its boundary still counts, and so do its Denies. */
  withPolicies(principal: AccountPrincipal, identity: readonly Policy[], name: string): boolean {
    const key = `${principal.arn}|${name}`;
    const known = this.#admin.get(key);
    if (known !== undefined) return known;
    // Who lists not even the first and the last of them is none, and needs no asking.
    const ends = [this.actions[0], this.actions.at(-1)];
    if (!ends.every((action) => action !== undefined && listsAction(identity, action))) {
      this.#admin.set(key, false);
      return false;
    }
    const { scp } = this.options;
    const question = { action: 'iam:CreateUser', resource: '*', ...(scp !== undefined && { scp }) };
    const scenario = caseOf(this.account, principal, question);
    const asked = { ...scenario, policies: { ...scenario.policies, identity } };
    let all = true;
    // The first action that is not allowed settles it.
    for (const decisions of sweep(asked, this.actions, 8)) {
      this.asked += 1;
      all = decisions.every((decision: Evaluation['decision']) => decision === 'Allowed');
      if (!all) break;
    }
    this.#admin.set(key, all);
    return all;
  }

  /** Would it be an administrator with full access added to what it has? */
  couldBeAdmin(principal: AccountPrincipal): boolean {
    const identity = this.identity(principal);
    const { scp } = this.options;
    // Nothing that it has takes anything away.
    if (
      scp === undefined &&
      boundaryOf(this.account, principal.detail).policies.length === 0 &&
      !hasDeny(identity)
    )
      return true;
    return this.withPolicies(principal, [...identity, FULL_ACCESS], 'full');
  }

  /** The same with one policy in place of another: a version that somebody wrote or brought back. */
  couldBeAdminWith(principal: AccountPrincipal, policy: string, document: unknown): boolean {
    const identity = this.identity(principal).map((one) => {
      const { text: _, ...rest } = one;
      return one.name === policy ? { ...rest, document } : one;
    });
    return this.withPolicies(principal, identity, `${policy}|${JSON.stringify(document)}`);
  }

  boundaryArn({ detail }: AccountPrincipal): string | undefined {
    return boundaryOf(this.account, detail).policies[0] === undefined
      ? undefined
      : textAt(detail, 'PermissionsBoundary', 'PermissionsBoundaryArn');
  }

  arn(principal: AccountPrincipal, kind: 'group' | 'policy', name: string): string {
    const partition = principal.arn.split(':')[1] ?? 'aws';
    return `arn:${partition}:iam::${accountOf(principal)}:${kind}/${name}`;
  }
}
