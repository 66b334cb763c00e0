/** What is derived from the scenario, computed once for each scenario however many panels ask. */
import type { Evaluation } from '../engine/evaluation';
import { evaluate } from '../engine/evaluate';
import type { Scenario } from '../engine/scenario';
import { explain } from '../explain/headline';
import type { Explanation } from '../explain/types';

/** Remembers the result for the last argument: every panel asks about the same scenario. */
function onceFor<Argument, Result>(compute: (argument: Argument) => Result): (argument: Argument) => Result {
  let last: { readonly argument: Argument; readonly result: Result } | undefined;
  return (argument) => {
    if (last?.argument !== argument) last = { argument, result: compute(argument) };
    return last.result;
  };
}

export const evaluationOf: (scenario: Scenario) => Evaluation = onceFor(evaluate);
export const explanationOf: (scenario: Scenario) => Explanation = onceFor((scenario) =>
  explain(scenario, evaluationOf(scenario)),
);
