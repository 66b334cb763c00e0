/** An evaluation as plain data, for whatever leaves the program: a worker, a file, another program. */
import { plainReason } from './match/plain-reason';
import type { ElementTrace, Evaluation, LevelTrace, PolicyTrace, StatementTrace, Step } from './evaluation';

/** As an `Evaluation`, and with nothing worked out on first sight: it survives `structuredClone` and JSON whole. */
export type PlainEvaluation = Evaluation;

function plainElement({ element, truth, reason, path }: ElementTrace): ElementTrace {
  return { element, truth, reason: reason.kind === 'resourceNotListed' ? plainReason(reason) : reason, path };
}

function plainStatement(trace: StatementTrace): StatementTrace {
  const { address, policy, statement, path, sid, effect, truth, decided, elements, grant } = trace;
  return {
    address,
    policy,
    statement,
    path,
    ...(sid !== undefined && { sid }),
    effect,
    truth,
    decided,
    elements: elements.map(plainElement),
    ...(grant && { grant }),
  };
}

function plainPolicy({ address, name, state, problem, statements }: PolicyTrace): PolicyTrace {
  return { address, name, state, ...(problem && { problem }), statements: statements.map(plainStatement) };
}

const plainLevel = (level: LevelTrace): LevelTrace => ({
  ...level,
  policies: level.policies.map(plainPolicy),
});

const plainStep = (step: Step): Step => ({ ...step, levels: step.levels.map(plainLevel) });

/** The evaluation with every statement and every element of it written out. */
export function plainEvaluation(evaluation: Evaluation): PlainEvaluation {
  return { ...evaluation, steps: evaluation.steps.map(plainStep) };
}
