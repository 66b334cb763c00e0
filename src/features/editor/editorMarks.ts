/** The marks of the open policy, for the editor: the explanation's marks, and the problem of an unreadable text. */
import type { Evaluation, PolicyTrace } from '../../engine/evaluation';
import { addressKey, policyAt, policyText, type PolicyAddress, type Scenario } from '../../case/scenario';
import { policyMarks } from '../../explain/marks';
import { firstJsonProblem } from '../../language/document';
import type { EditorMarks } from '../../ui/editor/marks';
import { problemOf } from './problems';

/** More letters than any line of a policy that is laid out: a whole policy may stand in it. */
const LONG = 400;

export function editorMarks(scenario: Scenario, evaluation: Evaluation, address: PolicyAddress): EditorMarks {
  const { brackets, lines, hits } = policyMarks(scenario, evaluation, address);
  const problem = textProblem(scenario, evaluation, address);
  const policy = policyAt(scenario.policies, address);
  const text = policy ? policyText(policy) : '';
  const notes = hits.flatMap(({ line, tone, note }) =>
    note === undefined ? [] : [{ line, tone, text: note }],
  );
  return {
    brackets,
    lines,
    hits: hits.map((hit) => ({ ...hit, long: lineLength(text, hit.line) > LONG })),
    notes: problem
      ? [...notes, { line: problem.range.endLine, tone: 'problem', text: problem.message }]
      : notes,
    problems: problem ? [{ ...problem, severity: 'error' }] : [],
  };
}

function lineLength(text: string, line: number): number {
  let start = 0;
  for (let before = 1; before < line; before += 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return (end === -1 ? text.length : end) - start;
}

/** A policy that is switched off has no trace that tells; its JSON is looked at all the same. */
export function textProblem(scenario: Scenario, evaluation: Evaluation, address: PolicyAddress) {
  const policy = policyAt(scenario.policies, address);
  if (!policy) return undefined;
  const text = policyText(policy);
  const trace = traceOf(evaluation, address);
  const problem = trace?.state === 'read' ? undefined : (trace?.problem ?? firstJsonProblem(text));
  return problem && problemOf(text, problem);
}

function traceOf(evaluation: Evaluation, address: PolicyAddress): PolicyTrace | undefined {
  const key = addressKey(address);
  return evaluation.steps
    .flatMap((step) => step.levels.flatMap((level) => level.policies))
    .find((policy) => addressKey(policy.address) === key);
}
