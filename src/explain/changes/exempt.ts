/** For a Deny that matches: how this request could be spared, narrowest first. */
import type { ElementTrace, Evaluation, StatementTrace } from '../../engine/evaluation';
import type { Scenario } from '../../engine/scenario';
import { operatorParts } from '../elements/operators';
import { statementName } from '../facts';
import { code, rich } from '../rich';
import { lineOf, textAt } from '../source';
import { callerEntry, principalArn } from './caller';
import { appendMember, appendValue } from './edit';
import type { Proposal } from './types';

export function exemptProposals(
  statement: StatementTrace,
  scenario: Scenario,
  evaluation: Evaluation,
): readonly Proposal[] {
  const text = textAt(scenario, statement.address);
  if (text === undefined) return [];
  const { address, policy } = statement;
  const base = { layer: address.layer, address, policy, statement: statement.statement };
  const edited = (
    kind: Proposal['kind'],
    title: Proposal['title'],
    newText: string | undefined,
  ): Proposal[] => (newText === undefined ? [] : [{ ...base, kind, title, newText }]);
  const name = code(statementName(statement));
  const { action } = scenario.request;
  return [
    ...statement.elements.flatMap((element) => {
      const values = valueProposals(element, text, name, edited, base);
      if (element.element !== 'NotAction') return values;
      const title = rich`Add ${code(action)} to what ${name} leaves out`;
      return [...values, ...edited('addAction', title, appendValue(text, element.path, action))];
    }),
    ...edited(
      'exempt',
      rich`Exempt ${code(shownCaller(scenario, evaluation))} from ${name}`,
      exempted(statement, text, evaluation),
    ),
  ];
}

function shownCaller(scenario: Scenario, evaluation: Evaluation): string {
  return callerEntry(scenario, evaluation)?.shown ?? evaluation.principal.name;
}

/** A negated condition spares the values it lists; the request may be made to have one of them. */
function valueProposals(
  { path, reason }: ElementTrace,
  text: string,
  name: ReturnType<typeof code>,
  edited: (kind: Proposal['kind'], title: Proposal['title'], newText: string | undefined) => Proposal[],
  base: Pick<Proposal, 'layer' | 'address' | 'policy'> & { readonly statement: number },
): readonly Proposal[] {
  if (reason.kind !== 'condition') return [];
  const { key, expected, actual } = reason;
  const { negated, relation, set, base: operator } = operatorParts(reason.operator);
  if (!relation || set) return [];
  if (/^bool$/i.test(operator)) {
    const value = expected[0]?.toLowerCase() === 'false' ? 'true' : 'false';
    const title = rich`Send the request with ${code(key)} ${code(value)}`;
    return [{ ...base, kind: 'setKey', title, context: { key, value } }];
  }
  const [first] = expected;
  if (!negated || first === undefined || first.includes('${')) return [];
  const value = Array.isArray(actual) && actual.length === 1 ? (actual as readonly string[])[0] : undefined;
  const added =
    value === undefined
      ? []
      : edited('addValue', rich`Let ${code(value)} through in ${name}`, appendValue(text, path, value));
  if (!relation.plain) return added;
  const title = rich`Send the request with ${code(key)} ${code(first)}`;
  return [...added, { ...base, kind: 'setKey', title, context: { key, value: first } }];
}

/** Adds `ArnNotEquals aws:PrincipalArn`, beside the conditions that are there. */
function exempted({ path }: StatementTrace, text: string, evaluation: Evaluation): string | undefined {
  const arn = principalArn(evaluation);
  if (arn === undefined) return undefined;
  const block = { 'aws:PrincipalArn': arn };
  const operator = `${path}.Condition.ArnNotEquals`;
  if (lineOf(text, `${operator}["aws:PrincipalArn"]`) !== undefined) {
    return appendValue(text, `${operator}["aws:PrincipalArn"]`, arn);
  }
  if (lineOf(text, operator) !== undefined) return appendMember(text, operator, 'aws:PrincipalArn', arn);
  if (lineOf(text, `${path}.Condition`) !== undefined) {
    return appendMember(text, `${path}.Condition`, 'ArnNotEquals', block);
  }
  return appendMember(text, path, 'Condition', { ArnNotEquals: block });
}
