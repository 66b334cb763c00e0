/** Where a statement that an answer speaks of stands in the texts of a case. */
import { listPolicies, policyText } from '../case/scenario';
import type { Policy, PolicyAddress, Scenario } from '../case/scenario';
import type { StatementRef } from '../engine/evaluation';
import { positionAt } from '../language/place';
import { spanOfPath, statementSpans } from '../language/spans';

export interface StatementLines {
  readonly address: PolicyAddress;
  readonly policy: Policy;
  /** Lines of the whole statement, from 1. */
  readonly from: number;
  readonly to: number;
  /** The line that is named: of its actions, where there are such. */
  readonly line: number;
  readonly path: string;
}

/** Hundreds of rows of one answer speak of the same few statements. */
const knownIn = new WeakMap<Scenario, Map<string, StatementLines | undefined>>();

/** Undefined where the case has no such policy or statement. */
export function statementLines(scenario: Scenario, ref: StatementRef): StatementLines | undefined {
  const known = knownIn.get(scenario) ?? new Map<string, StatementLines | undefined>();
  knownIn.set(scenario, known);
  const key = JSON.stringify([ref.layer, ref.policy, ref.target, ref.statement]);
  if (!known.has(key)) known.set(key, readLines(scenario, ref));
  return known.get(key);
}

function readLines(scenario: Scenario, ref: StatementRef): StatementLines | undefined {
  const found = listPolicies(scenario.policies).find(
    ({ address, policy, target }) =>
      address.layer === ref.layer && policy.name === ref.policy && (ref.target ?? target) === target,
  );
  if (!found) return undefined;
  const { address, policy } = found;
  const text = policyText(policy);
  const span = statementSpans(text)[ref.statement];
  if (!span) return undefined;
  const [from, to] = [positionAt(text, span.offset).line, positionAt(text, span.offset + span.length).line];
  const path = `Statement[${ref.statement}]`;
  const action = ['Action', 'NotAction'].flatMap((name) => spanOfPath(text, `${path}.${name}`) ?? [])[0];
  return { address, policy, from, to, line: action ? positionAt(text, action.offset).line : from, path };
}
