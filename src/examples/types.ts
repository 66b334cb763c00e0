/** A worked example: one request with its policies, the question it answers, and the rule that answers it. */
import type { Decision, StatementRef, StepId } from '../engine/evaluation';
import type { Layer, Scenario } from '../case/scenario';

/** A line of the list of examples: all that is needed to show and search it. Plain text. */
export interface ExampleTitle {
  /** Stable: links and bookmarks may name it. */
  readonly id: string;
  /** Short and human: what went wrong or right. */
  readonly title: string;
  /** What a person would ask about it. */
  readonly question: string;
}

/** What the evaluation must find; every example is also a test. */
export interface ExampleExpectation {
  readonly decision: Decision;
  /** Compared by layer, policy, statement and target. Left out where no statement decides. */
  readonly decidedBy?: readonly StatementRef[];
  /** Layers whose Allow was needed and is absent, the one AWS would name in front. */
  readonly missing?: readonly Layer[];
  /** The step at which the matter is settled. */
  readonly decidedAt?: StepId;
  /** Of a call with several requests: the whole, and each of them in order. */
  readonly call?: { readonly decision: Decision; readonly parts: readonly Decision[] };
}

/** An example without its title. */
export interface Worked {
  /** One to three sentences that teach the rule; back-ticks round policy text. */
  readonly explanation: string;
  readonly scenario: Scenario;
  readonly expect: ExampleExpectation;
  /** The AWS page of the rule. */
  readonly learn: string;
}

export interface Example extends ExampleTitle, Worked {
  readonly group: string;
}

export interface ExampleGroup {
  readonly name: string;
  readonly examples: readonly Example[];
}
