/** Policy variables in a condition's values, told with what they stood for. Page: "IAM policy elements: Variables and tags". */
import type { ConditionReason, Evaluation } from '../../engine/evaluation';
import { list } from '../rich';
import { variablesIn } from './condition';

/** The reason with each variable replaced by its value; a sentence instead when none of the values has one. */
export function withVariables(reason: ConditionReason, evaluation: Evaluation): ConditionReason | string {
  if (reason.by !== 'value' || variablesIn(reason.expected).length === 0) return reason;
  const values = reason.expected.map((text) => resolve(text, evaluation));
  const resolved = values.filter((value) => value !== undefined);
  if (resolved.length > 0) return { ...reason, expected: resolved };
  const keys = [...new Set(variablesIn(reason.expected))];
  return `${list(keys)} ${keys.length === 1 ? 'has' : 'have'} no value to compare with`;
}

const VARIABLE = /\$\{([^},]*)(?:,\s*'([^']*)')?\}/g;

/** Undefined when a variable in it has neither a value nor a default. */
function resolve(text: string, evaluation: Evaluation): string | undefined {
  const valueOf = (name: string, fallback: string | undefined): string | undefined => {
    const key = name.trim();
    if (key === '*' || key === '?' || key === '$') return key;
    const entry = evaluation.context.find((candidate) => candidate.key.toLowerCase() === key.toLowerCase());
    return typeof entry?.value === 'string' ? entry.value : fallback;
  };
  const open = [...text.matchAll(VARIABLE)].some(
    ([, name, fallback]) => valueOf(name!, fallback) === undefined,
  );
  if (open) return undefined;
  return text.replace(VARIABLE, (_, name: string, fallback?: string) => valueOf(name, fallback) ?? '');
}
