/** A case with a cut made in it, to see what it changes: without a statement, with less of one, or under one more Deny of an SCP. */
import { FULL_ACCESS } from '../../../case/layers';
import { mapPolicies } from '../../../case/map-policies';
import { levelsOf, type Policy, type PolicyLevel, type Scenario } from '../../../case/scenario';
import type { StatementRef } from '../../../engine/evaluation';
import { isObject } from '../../../intake/evidence/values';
import type { CutChange, CutPart } from './types';

/** What stays is as it is written. */
export function cutCase(scenario: Scenario, cut: CutChange): Scenario {
  return cut.kind === 'scp'
    ? withDeny(scenario, cut.action, cut.resource)
    : withoutPart(scenario, cut.statement, cut.part);
}

function withoutPart(
  scenario: Scenario,
  { layer, policy, statement }: StatementRef,
  part: CutPart | undefined,
): Scenario {
  const change = (one: Policy): Policy => {
    const { document } = one;
    if (one.name !== policy || !isObject(document)) return one;
    const list = document.Statement;
    const statements: readonly unknown[] = Array.isArray(list) ? list : [list];
    return {
      ...one,
      document: {
        ...document,
        Statement: statements.flatMap((each, at) => (at === statement ? changed(each, part) : [each])),
      },
    };
  };
  const policies = mapPolicies(scenario.policies, (one, of) => (of === layer ? change(one) : one));
  return { ...scenario, policies };
}

/** What is left of a statement: nothing, or one. */
function changed(statement: unknown, part: CutPart | undefined): readonly unknown[] {
  if (part === undefined || !isObject(statement)) return [];
  switch (part.kind) {
    case 'entries': {
      const list = statement[part.element];
      if (!Array.isArray(list)) return [];
      return [
        { ...statement, [part.element]: list.filter((value) => !part.values.includes(value as string)) },
      ];
    }
    case 'narrowed': {
      const own = statement['Resource'];
      const list: readonly unknown[] = Array.isArray(own) ? own : [own];
      const rest = list.filter((value) => !part.values.includes(value as string));
      return [{ ...statement, Resource: [...rest, ...part.to] }];
    }
    case 'except': {
      const { Resource: _, ...rest } = statement;
      return [{ ...rest, NotResource: part.roles }];
    }
  }
}

/** SCPs bind every user and role of a member account: one Deny at the level of the account is enough. */
function withDeny(scenario: Scenario, action: string, resource: string): Scenario {
  const deny: Policy = {
    name: 'DenyTheWay',
    document: {
      Version: '2012-10-17',
      Statement: [{ Sid: 'DenyTheWay', Effect: 'Deny', Action: action, Resource: resource }],
    },
  };
  const levels = levelsOf(scenario.policies, 'scp');
  const last = levels.at(-1);
  const scp: readonly PolicyLevel[] =
    last === undefined
      ? [{ target: 'account', policies: [FULL_ACCESS, deny] }]
      : [...levels.slice(0, -1), { ...last, policies: [...last.policies, deny] }];
  return { ...scenario, policies: { ...scenario.policies, scp } };
}
