/** Which conditions read a key, and what each makes of a request that does not have it. */
import type { ConditionReason, Evaluation } from '../../engine/evaluation';
import type { PolicyAddress } from '../../case/scenario';
import { operatorParts } from '../elements/operators';
import { statementName, statementsInPlay } from '../facts';
import { code, rich } from '../rich';
import type { Rich } from '../types';

export interface KeyReader {
  readonly condition: ConditionReason;
  /** `DenyWithoutMfa` */
  readonly statement: string;
  readonly policy: string;
  readonly effect: 'Allow' | 'Deny';
  readonly address: PolicyAddress;
  readonly index: number;
  readonly path: string;
}

/** By the key in lower case, in the order of the walk. */
export function readersOf(evaluation: Evaluation): ReadonlyMap<string, readonly KeyReader[]> {
  const readers = new Map<string, KeyReader[]>();
  for (const statement of statementsInPlay(evaluation)) {
    for (const { reason, path } of statement.elements) {
      if (reason.kind !== 'condition') continue;
      const { address, policy, effect } = statement;
      const reader = {
        condition: reason,
        statement: statementName(statement),
        policy,
        effect,
        address,
        path,
      };
      const key = reason.key.toLowerCase();
      const list = readers.get(key);
      const entry = { ...reader, index: statement.statement };
      if (list) list.push(entry);
      else readers.set(key, [entry]);
    }
  }
  return readers;
}

/** What the operator says of a request without the key. IAM User Guide, "Condition operators", "Multivalued context keys". */
export function whenAbsent({ operator, expected }: ConditionReason): Rich {
  const { base, ifExists, negated, set } = operatorParts(operator);
  const name = code(operator);
  if (/^null$/i.test(base)) {
    return expected[0]?.toLowerCase() === 'true'
      ? rich`${name} with ${code('true')} asks for its absence, so absent is a match.`
      : rich`${name} with ${code('false')} asks for its presence, so absent is no match.`;
  }
  if (set === 'ForAllValues') return rich`${name} is true of no values at all, so absent is a match.`;
  if (set === 'ForAnyValue') return rich`${name} needs at least one value, so absent is no match.`;
  if (ifExists) return rich`${name} asks nothing of a missing key, so absent is a match.`;
  if (negated) return rich`${name} is true of a missing key, so absent is a match.`;
  return rich`${name} needs a value, so absent is no match.`;
}
