/** Which statements and policies of a step come first, and which catch the eye. Pure. */
import type { Evaluation, PolicyTrace, StatementTrace, Step, Truth } from '../../engine/evaluation';
import { policiesOf, statementsInPlay, statementsOf } from '../../explain/facts';
import { statementWords } from '../../explain/statements';
import type { StatementWords, Tone } from '../../explain/types';
import type { Scenario } from '../../case/scenario';

/** A statement with its words; `telling` ones decided, came nearest, or keep the verdict open. */
export interface Told {
  readonly trace: StatementTrace;
  readonly words: StatementWords;
  readonly telling: boolean;
  /** The colour of the card. A near miss has the colour of the missing Allow. */
  readonly tone: Tone;
}

export function tell(trace: StatementTrace, evaluation: Evaluation, scenario: Scenario): Told {
  const words = statementWords(trace, evaluation, scenario);
  const near = words.near;
  const hangs = trace.truth === 'unknown' && evaluation.decision === 'Undetermined';
  return {
    trace,
    words,
    telling: trace.decided || near || hangs,
    tone: near && words.tone === 'miss' ? 'implicit' : words.tone,
  };
}

/** The statements of a policy, telling ones first, the rest in the order of the text. */
export function toldOf(policy: PolicyTrace, evaluation: Evaluation, scenario: Scenario): readonly Told[] {
  const told = policy.statements.map((trace) => tell(trace, evaluation, scenario));
  return [...told.filter((entry) => entry.telling), ...told.filter((entry) => !entry.telling)];
}

/** What the first gate found: every Deny that matches or may match. */
export function deniesFound(evaluation: Evaluation, scenario: Scenario): readonly Told[] {
  return statementsInPlay(evaluation)
    .filter((trace) => trace.effect === 'Deny' && trace.truth !== 'no')
    .map((trace) => tell(trace, evaluation, scenario));
}

/**
 * Should a policy stand open at first? One alone does; of several, those with a telling statement,
 * or else those with a statement that applies.
 */
export function opensAtFirst(
  policy: PolicyTrace,
  step: Step,
  telling: (policy: PolicyTrace) => boolean,
): boolean {
  const policies = policiesOf(step);
  if (policies.length === 1 || policy.state === 'unreadable') return true;
  if (policies.some(telling)) return telling(policy);
  return policy.statements.some((statement) => statement.truth !== 'no');
}

/** One mark for each element; conditions on several keys are marked key by key. */
export interface ElementMark {
  readonly name: string;
  readonly truth: Truth;
  readonly traces: StatementTrace['elements'];
}

export function elementMarks({ elements }: StatementTrace): readonly ElementMark[] {
  const conditions = elements.filter((element) => element.element === 'Condition');
  const others = elements.filter((element) => element.element !== 'Condition');
  return [
    ...others.map((trace) => ({ name: trace.element, truth: trace.truth, traces: [trace] })),
    ...(conditions.length === 1
      ? [{ name: 'Condition', truth: conditions[0]!.truth, traces: conditions }]
      : conditions.map((trace) => ({
          name: trace.reason.kind === 'condition' ? trace.reason.key : 'Condition',
          truth: trace.truth,
          traces: [trace],
        }))),
  ];
}

/** `3 statements, allows`, `no statement allows it`, `switched off`: what stands behind a policy's name. */
export function policyNote(policy: PolicyTrace, step: Step): string {
  if (policy.state === 'off') return 'switched off';
  if (policy.state === 'unreadable') return 'can’t be read';
  const count = policy.statements.length;
  if (count === 0) return 'no statements';
  const lacks = step.outcome.kind === 'noAllow' && !statementsOf(step).some((statement) => allows(statement));
  if (lacks) return policiesOf(step).length === 1 ? 'no statement allows it' : 'does not allow it';
  const word = policyWord(policy);
  return count === 1 ? word : `${count} statements, ${word}`;
}

function policyWord({ statements }: PolicyTrace): string {
  const has = (truth: Truth, effect: StatementTrace['effect']): boolean =>
    statements.some((statement) => statement.truth === truth && statement.effect === effect);
  if (has('yes', 'Deny')) return 'denies';
  if (has('unknown', 'Deny')) return 'not known';
  if (has('yes', 'Allow')) return 'allows';
  return has('unknown', 'Allow') ? 'not known' : 'no match';
}

function allows({ effect, truth }: StatementTrace): boolean {
  return effect === 'Allow' && truth === 'yes';
}
