/** Small hand-made evaluations and scenarios, for words that follow from a field or two. */
import type { Evaluation, Step, StepId, StepOutcome } from '../../src/engine/evaluation';
import type { Policies, Request, Scenario } from '../../src/case/scenario';

export const SESSION = 'arn:aws:sts::111122223333:assumed-role/ReportWriter/nightly-42';
export const ALICE = 'arn:aws:iam::111122223333:user/alice';

/** A request that is whole; what a test is about is overridden. */
export function request(fields: Partial<Request> = {}): Request {
  return {
    principal: ALICE,
    action: 's3:GetObject',
    resource: 'arn:aws:s3:::example-bucket/photo.jpg',
    ...fields,
  };
}

export function scenario(fields: Partial<Request> = {}, policies: Policies = {}): Scenario {
  return { schema: 2, request: request(fields), policies };
}

export function step(id: StepId, outcome: StepOutcome, fields: Partial<Step> = {}): Step {
  return { id, lane: 'both', outcome, reached: true, levels: [], notes: [], ...fields };
}

/** An evaluation with nothing in it but what is given. */
export function evaluation(fields: Partial<Evaluation> = {}): Evaluation {
  return {
    decision: 'ImplicitlyDenied',
    decidedBy: [],
    missing: [],
    dependsOn: [],
    steps: [],
    context: [],
    principal: { kind: 'user', name: 'alice', account: '111122223333' },
    resourceAccount: '111122223333',
    problems: [],
    crossAccount: false,
    keysRead: [],
    ...fields,
  };
}

/** A policy document with one statement for each argument. */
export function policy(...statements: readonly object[]): { Version: string; Statement: readonly object[] } {
  return { Version: '2012-10-17', Statement: statements };
}
