/**
 * The verdict for a whole call. AWS authorizes each request by itself, and the call is carried out only if all are
 * allowed. IAM User Guide: "Forward access sessions", "Policy evaluation logic"; Service Authorization Reference:
 * actions with several required resource types, and dependent actions.
 */
import { evaluate } from '../engine/evaluate';
import type { Decision, Evaluation } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { viewsOf } from './view';

export interface CallPart {
  /** The place in the call; 0 is the scenario's own request. */
  readonly at: number;
  /** Undefined for the scenario's own request, which has no name. */
  readonly name: string | undefined;
  readonly view: Scenario;
  readonly evaluation: Evaluation;
}

export interface CallEvaluation {
  /** The kind of denial is that of the first request that is denied, where AWS would stop. */
  readonly decision: Decision;
  /** The places of the requests that keep the call from being allowed: those denied, else those undetermined. */
  readonly failing: readonly number[];
  readonly parts: readonly CallPart[];
}

/** Evaluates every request of a call; a scenario without linked requests is a call of one. */
export function evaluateCall(
  scenario: Scenario,
  evaluateOne: (view: Scenario) => Evaluation = evaluate,
): CallEvaluation {
  const parts = viewsOf(scenario).map((view, at): CallPart => ({
    at,
    name: scenario.linked?.[at - 1]?.name,
    view,
    evaluation: evaluateOne(view),
  }));
  const denied = parts.filter(({ evaluation }) => isDenied(evaluation.decision));
  const open = parts.filter(({ evaluation }) => evaluation.decision === 'Undetermined');
  const failing = denied.length > 0 ? denied : open;
  return {
    decision: failing[0]?.evaluation.decision ?? 'Allowed',
    failing: failing.map(({ at }) => at),
    parts,
  };
}

export function isDenied(decision: Decision): boolean {
  return decision === 'ExplicitlyDenied' || decision === 'ImplicitlyDenied';
}
