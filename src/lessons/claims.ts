/** Does an answer agree with what is so? */
import { evaluateCall } from '../call/verdict';
import type { Evaluation } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { decidingLayer } from './settled';
import type { Claim, Option, Predict } from './types';

/** Everything that the claim says holds; what it leaves out is free. Of a call it speaks of the whole. */
export function agrees(claim: Claim, scenario: Scenario): boolean {
  const call = evaluateCall(scenario);
  const evaluation = (call.parts[call.failing[0] ?? 0] ?? call.parts[0]!).evaluation;
  return (
    call.decision === claim.decision &&
    isDecidedBy(claim, evaluation) &&
    (claim.missing === undefined || evaluation.missing[0] === claim.missing) &&
    (claim.at === undefined || decidingLayer(evaluation) === claim.at) &&
    (claim.failing === undefined || claim.failing.join() === call.failing.join())
  );
}

function isDecidedBy({ by, statement }: Claim, { decidedBy }: Evaluation): boolean {
  if (by === undefined && statement === undefined) return true;
  return decidedBy.some(
    (one) =>
      (by === undefined || one.policy === by) && (statement === undefined || one.statement === statement),
  );
}

/** The option that is right: verdict and reason. */
export function rightOption({ options }: Predict, scenario: Scenario): Option | undefined {
  return options.find((option) => option.reasonOnly !== true && agrees(option.claims, scenario));
}

/** How an answer stands to what is so. */
export type Standing = 'right' | 'rightForAnotherReason' | 'wrong';

export function standing(option: Option, scenario: Scenario): Standing {
  if (option.reasonOnly === true) return 'rightForAnotherReason';
  return agrees(option.claims, scenario) ? 'right' : 'wrong';
}
