/** For an allow: the smallest changes that close it. */
import { isAwsManaged } from '../../catalog/aws-managed';
import type { Evaluation, StatementTrace } from '../../engine/evaluation';
import { addressKey } from '../../case/scenario';
import type { Scenario } from '../../case/scenario';
import { decidingStatements, statementName } from '../facts';
import { isTrust } from '../../case/layers';
import { code, rich } from '../rich';
import { textAt } from '../source';
import { callerEntry } from './caller';
import { appendStatement, removeStatement } from '../../language/edits-at';
import { nextAddress, policyOf } from './new-statement';
import { blockPublic } from './object-access';
import { STATEMENTS_TRIED } from './types';
import type { Proposal } from './types';

export function closeProposals(scenario: Scenario, evaluation: Evaluation): readonly Proposal[] {
  const deciding = decidingStatements(evaluation);
  return [
    ...blockPublic(scenario),
    ...onePerPolicy(deciding).flatMap((statement) => denyThis(statement, scenario, evaluation)),
    ...deciding.slice(0, STATEMENTS_TRIED).flatMap((statement) => remove(statement, scenario)),
  ];
}

function onePerPolicy(statements: readonly StatementTrace[]): readonly StatementTrace[] {
  const byPolicy = new Map(statements.map((statement) => [addressKey(statement.address), statement]));
  return [...byPolicy.values()];
}

function remove(statement: StatementTrace, scenario: Scenario): readonly Proposal[] {
  const { address, policy } = statement;
  const text = textAt(scenario, address);
  const newText = text === undefined ? undefined : removeStatement(text, statement.statement);
  if (newText === undefined) return [];
  const title = rich`Remove ${code(statementName(statement))} from ${code(policy)}`;
  return [
    {
      kind: 'removeStatement',
      layer: address.layer,
      address,
      policy,
      statement: statement.statement,
      title,
      newText,
    },
  ];
}

/** A Deny for just this request beats every Allow, wherever it comes from. */
function denyThis(
  statement: StatementTrace,
  scenario: Scenario,
  evaluation: Evaluation,
): readonly Proposal[] {
  const { address, policy } = statement;
  const { action, resource } = scenario.request;
  const text = textAt(scenario, address);
  const caller = callerEntry(scenario, evaluation);
  const inResource = address.layer === 'resource';
  if (text === undefined || (inResource && !caller)) return [];
  const deny = {
    Effect: 'Deny',
    ...(inResource ? { Principal: { [caller!.type]: caller!.value } } : {}),
    Action: action,
    ...(inResource && isTrust(action)
      ? {}
      : { Resource: /^kms:/i.test(action) && inResource ? '*' : resource }),
  };
  if (address.layer === 'identity' && isAwsManaged(policy)) {
    const next = nextAddress('identity', scenario);
    const title = rich`Add an identity policy that denies just this`;
    return [
      {
        kind: 'addDeny',
        layer: 'identity',
        address: next,
        policy: 'DenyThis',
        title,
        newText: policyOf(deny),
      },
    ];
  }
  const newText = appendStatement(text, deny);
  if (newText === undefined) return [];
  const title = rich`Deny just this in ${code(policy)}`;
  return [{ kind: 'addDeny', layer: address.layer, address, policy, title, newText }];
}
