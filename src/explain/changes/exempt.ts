/** For a Deny that matches: how this request could be spared, narrowest first. */
import type { ElementTrace, Evaluation, StatementTrace } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { operatorParts } from '../elements/operators';
import { statementName } from '../facts';
import { code, rich } from '../rich';
import type { Piece } from '../rich';
import { lineOf, textAt } from '../source';
import { callerEntry, principalArn } from './caller';
import { appendMember, appendValue } from '../../language/edits-at';
import { soleValue } from './conditions';
import { settingOf } from './key-source';
import { valueFor } from './limits';
import type { Wanted } from './limits';
import type { Made, StatementAt, Proposal } from './types';
import { LAYER_WORDS } from '../layer-words';

export function exemptProposals(
  statement: StatementTrace,
  scenario: Scenario,
  evaluation: Evaluation,
): readonly Proposal[] {
  const text = textAt(scenario, statement.address);
  if (text === undefined) return [];
  const { address, policy } = statement;
  const base = { layer: address.layer, address, policy, statement: statement.statement };
  const name = code(statementName(statement));
  const { action } = scenario.request;
  const edited = (kind: Proposal['kind'], title: Proposal['title'], newText: string | undefined): Made[] =>
    newText === undefined ? [] : [{ kind, title, newText }];
  const made = [
    ...statement.elements.flatMap((element) => {
      if (element.element !== 'NotAction')
        return valueProposals(element, { text, name, scenario, evaluation });
      const title = rich`Add ${code(action)} to what ${name} leaves out`;
      return edited('spareAction', title, appendValue(text, element.path, action));
    }),
    ...spareServices(statement, text, name, evaluation),
    ...edited(
      'exempt',
      rich`Exempt ${code(shownCaller(scenario, evaluation))} from ${name}`,
      exempted(statement, text, evaluation),
    ),
  ];
  const warning = LAYER_WORDS[address.layer].guard;
  return made.map((part) => ({
    ...base,
    ...part,
    ...(part.newText !== undefined && warning !== undefined ? { warning } : {}),
  }));
}

function shownCaller(scenario: Scenario, evaluation: Evaluation): string {
  return callerEntry(scenario, evaluation)?.shown ?? evaluation.principal.name;
}

/** What a condition of the Deny does not match is spared: the policy lists the value, or the request has another. */
function valueProposals(
  { path, reason }: ElementTrace,
  { text, name, scenario, evaluation }: StatementAt,
): readonly Made[] {
  if (reason.kind !== 'condition') return [];
  const { key, expected } = reason;
  const { negated, relation, set, base: operator } = operatorParts(reason.operator);
  const [first] = expected;
  const setting = (wanted: Wanted | undefined): Made[] => {
    const made = wanted && settingOf(key, wanted.shown, scenario, evaluation);
    return made ? [{ ...made, context: { key, value: wanted.value } }] : [];
  };
  if (/^null$/i.test(operator))
    return first?.toLowerCase() === 'true' ? setting(anyValue(key)) : without(key);
  if (!relation || set || first === undefined) return [];
  if (/^bool$/i.test(operator)) {
    const value = first.toLowerCase() === 'false' ? 'true' : 'false';
    return setting({ value, shown: value });
  }
  if (first.includes('${')) return [];
  if (!negated) return without(key);
  const value = soleValue(reason);
  const newText = value === undefined ? undefined : appendValue(text, path, value);
  const title = rich`Let ${code(value ?? '')} through in ${name}`;
  const added: Made[] = newText === undefined ? [] : [{ kind: 'spareValue', title, newText }];
  return [...added, ...setting(valueFor(reason.operator, first))];
}

/** Parameters that a request need not have. Others are facts about the caller, the resource or the call. */
const OPTIONAL = /^(s3:x-amz-|s3:prefix|s3:max-keys|aws:requesttag\/)/i;

function without(key: string): Made[] {
  const title = rich`Send the request without ${code(key)}`;
  return OPTIONAL.test(key) ? [{ kind: 'setKey', title, context: { key, value: undefined } }] : [];
}

/** For keys of which a policy only wants that they are there. */
function anyValue(key: string): Wanted | undefined {
  const value = key.toLowerCase() === 's3:x-amz-server-side-encryption' ? 'AES256' : 'any-value';
  return OPTIONAL.test(key) ? { value, shown: value } : undefined;
}

/** What is true of a request that a service makes: by itself, or with the rights of whoever called it. */
const BY_SERVICE = [
  ['aws:PrincipalIsAWSService', 'Spare what AWS services do by themselves, in '],
  ['aws:ViaAWSService', 'Spare what AWS services do for a caller, in '],
] as const;

/** AWS IAM User Guide, "AWS global condition context keys": both keys are meant for Denies like this. */
function spareServices({ path }: StatementTrace, text: string, name: Piece, evaluation: Evaluation): Made[] {
  return BY_SERVICE.flatMap(([key, title]): Made[] => {
    const entry = evaluation.context.find((one) => one.key.toLowerCase() === key.toLowerCase());
    const newText = entry?.value === 'true' ? withCondition(path, text, 'Bool', key, 'false') : undefined;
    return newText === undefined ? [] : [{ kind: 'spareServices', title: rich`${title}${name}`, newText }];
  });
}

/** Adds `ArnNotEquals aws:PrincipalArn`. */
function exempted({ path }: StatementTrace, text: string, evaluation: Evaluation): string | undefined {
  const arn = principalArn(evaluation);
  return arn === undefined ? undefined : withCondition(path, text, 'ArnNotEquals', 'aws:PrincipalArn', arn);
}

/** Adds a condition beside those that are there. */
function withCondition(
  path: string,
  text: string,
  operator: string,
  key: string,
  value: string,
): string | undefined {
  const block = `${path}.Condition`;
  const entry = `${block}.${operator}["${key}"]`;
  if (lineOf(text, entry) !== undefined) return appendValue(text, entry, value);
  if (lineOf(text, `${block}.${operator}`) !== undefined)
    return appendMember(text, `${block}.${operator}`, key, value);
  if (lineOf(text, block) !== undefined) return appendMember(text, block, operator, { [key]: value });
  return appendMember(text, path, 'Condition', { [operator]: { [key]: value } });
}
