/** For a condition that keeps an Allow from matching: the policy takes the value, or the request gets another. */
import type { ConditionReason, ElementTrace, Evaluation, StatementTrace } from '../../engine/evaluation';
import type { Scenario } from '../../case/scenario';
import { isForeignKey } from '../../catalog/foreign-keys';
import { globMatches, globOf } from '../../language/glob';
import { parseOperator } from '../../language/operators';
import { writtenLiteral } from '../../language/template';
import { operatorParts } from '../elements/operators';
import { code, rich } from '../rich';
import { appendValue, removeMember, renameMember, replaceValue } from '../../language/edits-at';
import { readsVariables } from '../values/filled';
import { settingOf } from './key-source';
import { limitFor, valueFor } from './limits';
import type { Made, StatementAt } from './types';

/** The value that the request has is let in, or the request is made to have another. */
export function conditionRepairs(
  statement: StatementTrace,
  { path, reason }: ElementTrace,
  { text, name, scenario, evaluation }: StatementAt,
): readonly Made[] {
  if (reason.kind !== 'condition') return [];
  const { negated, relation, set } = operatorParts(reason.operator);
  const [first] = reason.expected;
  if (negated || !relation || set || first === undefined) return [];
  if (isForeignKey(reason.key, scenario.request.action)) {
    const title = rich`Leave ${code(reason.key)} out of ${name}: it never comes with ${code(scenario.request.action)}`;
    const newText = removeMember(text, path);
    return newText === undefined ? [] : [{ kind: 'dropKey', title, newText }];
  }
  if (first.includes('${')) return variableRepairs(first, reason, scenario, evaluation);
  const value = soleValue(reason);
  const made: Made[] = [];
  const put = (kind: Made['kind'], title: Made['title'], newText: string | undefined): void => {
    if (newText !== undefined) made.push({ kind, title, newText });
  };
  const pattern = value === undefined ? undefined : misreadPattern(reason, value);
  if (pattern !== undefined) {
    const like = reason.operator.replace(/StringEquals/i, 'StringLike');
    const title = rich`Read ${code(pattern)} as a pattern in ${name}: ${code(like)}`;
    put('useLike', title, renameMember(text, `${statement.path}.Condition`, reason.operator, like));
  }
  if (value !== undefined && relation.type !== 'true or false') {
    const limit = limitFor(reason.operator, value);
    const wild = parseOperator(reason.operator)?.comparison === 'like';
    const literal = readsVariables(text) ? writtenLiteral(value, wild) : value;
    const title = rich`Let ${code(value)} in for ${code(reason.key)} in ${name}`;
    if (limit === undefined) put('addValue', title, appendValue(text, path, literal));
    else if (reason.expected.length === 1)
      put(
        'moveLimit',
        rich`Move the limit of ${code(reason.key)} in ${name} to ${code(limit)}`,
        replaceValue(text, path, limit),
      );
  }
  const wanted = valueFor(reason.operator, first);
  const setting =
    wanted === undefined || pattern !== undefined
      ? undefined
      : settingOf(reason.key, wanted.shown, scenario, evaluation);
  if (setting) made.push({ ...setting, context: { key: reason.key, value: wanted!.value } });
  return made.map((one) => ({ ...one, ...stranger(one, reason.key) }));
}

export function soleValue({ actual }: ConditionReason): string | undefined {
  return Array.isArray(actual) && actual.length === 1 ? (actual as readonly string[])[0] : undefined;
}

/** StringEquals takes wildcards to the letter; here they were meant. */
function misreadPattern({ operator, expected }: ConditionReason, value: string): string | undefined {
  if (!/^StringEquals(IfExists)?$/i.test(operator)) return undefined;
  return expected.find((one) => /[*?]/.test(one) && globMatches(globOf(one), value));
}

const FOREIGN = /^aws:(source(account|arn|orgid)|principal(account|orgid|orgpaths))$/i;

function stranger({ kind }: Made, key: string): { readonly warning: string } | undefined {
  return kind === 'addValue' && FOREIGN.test(key)
    ? { warning: 'This lets in someone from outside, which the condition is there to prevent.' }
    : undefined;
}

/** A condition that compares with a variable: whichever side is known, the other is made to be the same. */
function variableRepairs(
  expected: string,
  { key, actual }: ConditionReason,
  scenario: Scenario,
  evaluation: Evaluation,
): readonly Made[] {
  const variable = /^\$\{([^},]+)\}$/.exec(expected)?.[1];
  if (variable === undefined) return [];
  const value = evaluation.context.find((entry) => entry.key.toLowerCase() === variable.toLowerCase())?.value;
  const sole = Array.isArray(actual) ? (actual as readonly string[])[0] : undefined;
  const [asked, to] = typeof value === 'string' ? [key, value] : [variable, sole];
  const setting = to === undefined ? undefined : settingOf(asked, to, scenario, evaluation);
  return setting ? [{ ...setting, context: { key: asked, value: to } }] : [];
}
