/** The way a request takes through the steps, for whoever draws it: as a picture, as a rail, as text. */
import type { Evaluation, Step, StepId, StepOutcome } from '../engine/evaluation';
import { isEmpty } from './facts';

/**
 * How a stretch of the way stands.
 * - `went`: the request went there
 * - `allowed`: it went there, and the verdict is an Allow
 * - `maybe`: behind something that is not known
 * - `rest`: not reached
 */
export type PathKind = 'went' | 'allowed' | 'maybe' | 'rest';

/** `open`: through it. `shut`: nobody passes. `veiled`: not known. `absent`: not in play. */
export type GateState = 'open' | 'shut' | 'veiled' | 'absent';

export interface StepPath {
  readonly gate: GateState;
  readonly before: PathKind;
  readonly after: PathKind;
  /** The request stops here. */
  readonly halts: boolean;
}

export interface RequestPath {
  /** How the request sets out; `rest` before anything was asked. */
  readonly start: PathKind;
  readonly steps: ReadonlyMap<StepId, StepPath>;
  /** Behind the last step, or behind the point where the lanes meet. */
  readonly end: PathKind;
  /** The request passed every gate and is denied all the same: nothing allowed it. */
  readonly haltsAtEnd: boolean;
}

const GATE: Record<StepOutcome['kind'], GateState> = {
  notInPlay: 'absent',
  passes: 'open',
  allows: 'open',
  noMatch: 'open',
  denies: 'shut',
  noAllow: 'shut',
  unknown: 'veiled',
};

export function gateState(outcome: StepOutcome): GateState {
  return GATE[outcome.kind];
}

/** The steps that are gates on the way: all but the default deny, which is the end of it. */
export function gateSteps(evaluation: Evaluation): readonly Step[] {
  return evaluation.steps.filter((step) => step.id !== 'defaultDeny');
}

/** Do the two accounts decide apart from one another? */
export function hasTwoLanes(evaluation: Evaluation): boolean {
  return gateSteps(evaluation).some((step) => step.lane !== 'both');
}

/** The worse of two stretches that meet. */
function meet(one: PathKind, other: PathKind): PathKind {
  const order: readonly PathKind[] = ['rest', 'maybe', 'went', 'allowed'];
  return order.find((kind) => kind === one || kind === other) ?? 'rest';
}

/**
 * The stretch before and after each step. An allowed request went all the way, whatever an unknown step
 * might have said: the verdict did not hang on it. Before anything was asked no stretch was walked.
 */
export function requestPath(evaluation: Evaluation): RequestPath {
  const allowed = evaluation.decision === 'Allowed';
  const steps = new Map<StepId, StepPath>();
  const gates = gateSteps(evaluation);

  const empty = isEmpty(evaluation);
  const walk = (lane: Step['lane'], start: PathKind): PathKind => {
    let at = start;
    for (const step of gates.filter((candidate) => candidate.lane === lane)) {
      const before = at;
      // Before anything was asked no gate has an opinion.
      const gate = empty ? 'absent' : gateState(step.outcome);
      const halts = gate === 'shut' && before !== 'rest' && !allowed;
      if (halts) at = 'rest';
      else if (gate === 'veiled' && before === 'went') at = 'maybe';
      steps.set(step.id, { gate, before, after: at, halts });
    }
    return at;
  };

  const start = empty ? 'rest' : allowed ? 'allowed' : 'went';
  const fork = walk('both', start);
  const met = hasTwoLanes(evaluation) ? meet(walk('caller', fork), walk('resource', fork)) : fork;
  const denied = evaluation.decision === 'ExplicitlyDenied' || evaluation.decision === 'ImplicitlyDenied';
  const undetermined = evaluation.decision === 'Undetermined';
  return {
    start,
    steps,
    end: undetermined && met === 'went' ? 'maybe' : met,
    haltsAtEnd: denied && met !== 'rest',
  };
}
