/** A case without one statement, or without a part of it, to see what taking it away changes. */
import { mapPolicies } from '../../../case/map-policies';
import type { Policy, Scenario } from '../../../case/scenario';
import type { StatementRef } from '../../../engine/evaluation';
import { isObject } from '../../../intake/evidence/values';
import type { CutPart } from './types';

/** Without `part` the whole statement goes. What is there of it stays as it is written. */
export function cutCase(
  scenario: Scenario,
  { layer, policy, statement }: StatementRef,
  part?: CutPart,
): Scenario {
  const without = (one: unknown): readonly unknown[] => {
    if (part === undefined || !isObject(one)) return [];
    const { element, values } = part;
    const list = one[element];
    if (!Array.isArray(list)) return [];
    return [{ ...one, [element]: list.filter((value) => !values.includes(value as string)) }];
  };
  const change = (one: Policy): Policy => {
    const { document } = one;
    if (one.name !== policy || !isObject(document)) return one;
    const list = document.Statement;
    const statements: readonly unknown[] = Array.isArray(list) ? list : [list];
    return {
      ...one,
      document: {
        ...document,
        Statement: statements.flatMap((each, at) => (at === statement ? without(each) : [each])),
      },
    };
  };
  const policies = mapPolicies(scenario.policies, (one, of) => (of === layer ? change(one) : one));
  return { ...scenario, policies };
}
