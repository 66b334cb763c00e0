/** What is compared or asked about: a policy by itself, or a whole case. */
import type { Request } from '../case/scenario';
import type { StatementRef, Truth } from '../engine/evaluation';
import type { StatementNode } from '../language/policy';
import type { Formula } from './formula';

/** A statement that bears on a request. */
export interface Bearing {
  readonly ref: StatementRef;
  readonly node: StatementNode;
}

/** What the evaluator says to one request. */
export interface Said {
  readonly allowed: Truth;
  /** The Allows by which it is allowed. */
  readonly allows: readonly Bearing[];
  /** The Denies that apply. */
  readonly denies: readonly Bearing[];
  /** The Allows of the caller's limits that apply, whatever the decision. */
  readonly passes?: readonly Bearing[];
}

export interface Subject {
  /** The requests that it allows. */
  readonly allowed: Formula;
  readonly say: (request: Request) => Said;
}
