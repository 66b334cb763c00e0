/** What is derived from the scenario, computed once for each scenario however many panels ask. */
import type { Evaluation } from '../engine/evaluation';
import { evaluate } from '../engine/evaluate';
import type { Scenario } from '../case/scenario';
import { explain } from '../explain/headline';
import type { Explanation } from '../explain/types';
import { evaluateCall, type CallEvaluation } from '../call/verdict';
import { LIMITS } from '../case/limits';

/**
 * Remembers the results for the last arguments: every panel asks about the same scenario, or about the one before it
 * while it waits for its turn to be drawn.
 */
export function onceFor<Argument, Result>(
  compute: (argument: Argument) => Result,
  kept = 2,
): (argument: Argument) => Result {
  const known = new Map<Argument, Result>();
  return (argument) => {
    const before = known.get(argument);
    if (before !== undefined) return before;
    const result = compute(argument);
    known.set(argument, result);
    if (known.size > kept) known.delete(known.keys().next().value!);
    return result;
  };
}

/** As many as a call has requests, and the one before: each of them is evaluated once. */
export const evaluationOf: (scenario: Scenario) => Evaluation = onceFor(evaluate, LIMITS.linked + 2);
export const callOf: (scenario: Scenario) => CallEvaluation = onceFor((scenario) =>
  evaluateCall(scenario, evaluationOf),
);
export const explanationOf: (scenario: Scenario) => Explanation = onceFor((scenario) =>
  explain(scenario, evaluationOf(scenario)),
);
