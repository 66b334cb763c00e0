/** The way a request takes through the steps, for whoever draws it: as a picture, as a rail, as text. */
import type { Evaluation, Step, StepId, StepOutcome } from '../engine/evaluation';
import { isEmpty } from './facts';
import { mattering } from './mattering';

/**
 * How a stretch of the way stands.
 * - `went`: the request went there
 * - `allowed`: it went there, and the verdict is an Allow
 * - `maybe`: behind something that is not known
 * - `rest`: not reached
 */
export type PathKind = 'went' | 'allowed' | 'maybe' | 'rest';

/**
 * `open`: through it. `supposed`: through it, if what nobody can see allows. `shut`: nobody passes. `veiled`: not known.
 * `absent`: not in play.
 */
export type GateState = 'open' | 'supposed' | 'shut' | 'veiled' | 'absent';

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
  /** Behind the last layer, or behind the point where the lanes meet: before the default deny. */
  readonly met: PathKind;
  /** Behind the default deny. */
  readonly end: PathKind;
}

const GATE: Record<StepOutcome['kind'], GateState> = {
  notInPlay: 'absent',
  passes: 'open',
  allows: 'open',
  noMatch: 'open',
  denies: 'shut',
  noAllow: 'shut',
  // Nobody can see it, and the request is drawn as it goes if it allows.
  supposed: 'supposed',
  unknown: 'veiled',
};

export function gateState(outcome: StepOutcome): GateState {
  return GATE[outcome.kind];
}

/** Do the two accounts decide apart from one another? */
export function hasTwoLanes(evaluation: Evaluation): boolean {
  return evaluation.steps.some((step) => step.lane !== 'both');
}

/** The worse of two stretches that meet. */
function meet(one: PathKind, other: PathKind): PathKind {
  const order: readonly PathKind[] = ['rest', 'maybe', 'went', 'allowed'];
  return order.find((kind) => kind === one || kind === other) ?? 'rest';
}

/**
 * Is the gate open, for the eye? A missing Allow in the identity-based policies is no wall: the request goes on, and
 * the default denies it. Every other missing Allow stops it where it is missing.
 * IAM User Guide: "Policy evaluation logic", "Determining whether a request is allowed or denied within an account".
 */
function stateOf({ id, outcome }: Step): GateState {
  return id === 'identity' && outcome.kind === 'noAllow' ? 'open' : gateState(outcome);
}

/** A request that is not whole stops nowhere yet: the part that is missing may turn what every layer says. */
export function isUnfinished({ decision, problems }: Evaluation): boolean {
  return decision === 'Undetermined' && problems.length > 0;
}

/** The last gate: shut where the request comes to it and nothing allowed it. */
function defaultState(evaluation: Evaluation, before: PathKind): GateState {
  if (before === 'rest') return 'absent';
  if (evaluation.decision === 'Allowed') return 'open';
  return evaluation.decision === 'Undetermined' ? 'veiled' : 'shut';
}

/**
 * The stretch before and after each step. An allowed request went all the way, whatever an unknown step
 * might have said: the verdict did not hang on it. Before anything was asked no stretch was walked.
 */
export function requestPath(evaluation: Evaluation): RequestPath {
  const allowed = evaluation.decision === 'Allowed';
  const steps = new Map<StepId, StepPath>();
  const empty = isEmpty(evaluation);
  const matters = mattering(evaluation);
  const unfinished = isUnfinished(evaluation);
  const pass = (step: Step, gate: GateState, before: PathKind): PathKind => {
    const halts = gate === 'shut' && before !== 'rest' && !allowed;
    const veils =
      gate === 'veiled' &&
      before === 'went' &&
      (unfinished || matters.has(step.id) || step.id === 'defaultDeny');
    const after = halts ? 'rest' : veils ? 'maybe' : before;
    steps.set(step.id, { gate, before, after, halts });
    return after;
  };
  const walk = (lane: Step['lane'], start: PathKind): PathKind =>
    evaluation.steps
      .filter((step) => step.lane === lane && step.id !== 'defaultDeny')
      // Before anything was asked no gate has an opinion.
      .reduce((at, step) => {
        const state = empty ? 'absent' : stateOf(step);
        return pass(step, unfinished && state === 'shut' ? 'veiled' : state, at);
      }, start);

  const start = empty ? 'rest' : allowed ? 'allowed' : 'went';
  const fork = walk('both', start);
  const met = hasTwoLanes(evaluation) ? meet(walk('caller', fork), walk('resource', fork)) : fork;
  const last = evaluation.steps.find((step) => step.id === 'defaultDeny');
  const end = last ? pass(last, empty ? 'absent' : defaultState(evaluation, met), met) : met;
  return { start, steps, met, end };
}
