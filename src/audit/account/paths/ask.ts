/** Asking the evaluator, once for each question, and never twice the same. */
import type { Policy, Scenario } from '../../../case/scenario';
import { FULL_ACCESS } from '../../../case/layers';
import { evaluate } from '../../../engine/evaluate';
import type { Evaluation } from '../../../engine/evaluation';
import { boundaryOf, identityOf, trustOf } from '../../../intake/account/policies';
import { textAt } from '../../../intake/evidence/values';
import type { Account, AccountPrincipal } from '../../../intake/account/read';
import { emptyScenario } from '../../../formats/schema';
import { sweep } from '../../../reasoning/sweep';
import { accountOf, caseOf, type AccountQuestion } from '../principal-case';
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
  scenarioOf(station: Station, principal: AccountPrincipal | undefined): Scenario | undefined {
    if (principal !== undefined) return this.caseBy(principal, station.question);
    const role = this.account.principals.find(({ arn }) => arn === station.question.resource);
    return role && this.trustCase(role, station.principal);
  }

  /** May a service take the role, by the role's trust policy? */
  trusts(role: AccountPrincipal, service: string): Station | undefined {
    const scenario = this.trustCase(role, service);
    return scenario && this.judged(service, { action: 'sts:AssumeRole', resource: role.arn }, scenario);
  }

  private trustCase(role: AccountPrincipal, service: string): Scenario | undefined {
    const trust = trustOf(role.detail);
    if (trust === undefined) return undefined;
    return {
      ...emptyScenario(),
      request: { principal: service, action: 'sts:AssumeRole', resource: role.arn },
      policies: { resource: trust },
    };
  }

  private judged(principal: string, question: AccountQuestion, scenario: Scenario): Station | undefined {
    this.asked += 1;
    const { decision, decidedBy, dependsOn } = evaluate(scenario);
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
    return this.withPolicies(principal, [...this.identity(principal), FULL_ACCESS], 'full');
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
