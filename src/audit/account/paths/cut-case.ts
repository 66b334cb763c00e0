/** A case without one statement, to see what taking it away changes. */
import { mapPolicies } from '../../../case/map-policies';
import type { Policy, Scenario } from '../../../case/scenario';
import type { StatementRef } from '../../../engine/evaluation';
import { isObject } from '../../../intake/evidence/values';

export function cutCase(scenario: Scenario, { layer, policy, statement }: StatementRef): Scenario {
  const change = (one: Policy): Policy => {
    const { document } = one;
    if (one.name !== policy || !isObject(document)) return one;
    const list = document.Statement;
    const statements: readonly unknown[] = Array.isArray(list) ? list : [list];
    return { ...one, document: { ...document, Statement: statements.filter((_, at) => at !== statement) } };
  };
  const policies = mapPolicies(scenario.policies, (one, of) => (of === layer ? change(one) : one));
  return { ...scenario, policies };
}
