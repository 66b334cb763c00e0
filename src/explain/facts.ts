/** Small questions about an evaluation that several explanations ask. */
import type {
  Evaluation,
  LevelTrace,
  PolicyTrace,
  StatementRef,
  StatementTrace,
  Step,
  StepId,
} from '../engine/evaluation';
import { addressKey } from '../case/scenario';
import type { Layer, PolicyAddress } from '../case/scenario';
import { LAYER_TABLE } from '../case/layers';

export function stepOf(evaluation: Evaluation, id: StepId): Step | undefined {
  return evaluation.steps.find((step) => step.id === id);
}

export function inPlay(step: Step): boolean {
  return step.outcome.kind !== 'notInPlay';
}

export function policiesOf(step: Step): readonly PolicyTrace[] {
  return step.levels.flatMap((level) => level.policies);
}

export function statementsOf(step: Step): readonly StatementTrace[] {
  return policiesOf(step).flatMap((policy) => policy.statements);
}

export function unreadableIn(step: Step): readonly PolicyTrace[] {
  return policiesOf(step).filter((policy) => policy.state === 'unreadable');
}

/** The steps that read policies and take part, whether or not the request got that far. */
export function layerSteps(evaluation: Evaluation): readonly Step[] {
  return evaluation.steps.filter(
    (step) => step.id !== 'explicitDeny' && step.id !== 'defaultDeny' && inPlay(step),
  );
}

/** Every statement that takes part in the evaluation. */
export function statementsInPlay(evaluation: Evaluation): readonly StatementTrace[] {
  return layerSteps(evaluation).flatMap(statementsOf);
}

/** The traces of `decidedBy`, in its order. */
export function decidingStatements(evaluation: Evaluation): readonly StatementTrace[] {
  const all = evaluation.steps.flatMap(statementsOf).filter((statement) => statement.decided);
  const position = (statement: StatementTrace) =>
    evaluation.decidedBy.findIndex((ref) => refersTo(ref, statement));
  return [...all].sort((a, b) => position(a) - position(b));
}

function refersTo(ref: StatementRef, { address, policy, statement }: StatementTrace): boolean {
  return ref.layer === address.layer && ref.policy === policy && ref.statement === statement;
}

/** The level of an SCP or RCP in which a policy stands. */
export function levelOf(evaluation: Evaluation, address: PolicyAddress): LevelTrace | undefined {
  return address.level === undefined ? undefined : stepOf(evaluation, address.layer)?.levels[address.level];
}

export function traceAt(evaluation: Evaluation, address: PolicyAddress): PolicyTrace | undefined {
  const wanted = addressKey(address);
  const step = stepOf(evaluation, address.layer);
  return step && policiesOf(step).find((policy) => addressKey(policy.address) === wanted);
}

/** The first element that keeps a statement from applying, or leaves it open; undefined when all match. */
export function firstDifference(statement: StatementTrace): StatementTrace['elements'][number] | undefined {
  return (
    statement.elements.find((element) => element.truth === 'no') ??
    statement.elements.find((element) => element.truth === 'unknown')
  );
}

/** The Sid, or `Statement 2` counted from 1. */
export function statementName({ sid, statement }: Pick<StatementTrace, 'sid' | 'statement'>): string {
  return sid !== undefined && sid !== '' ? sid : `Statement ${statement + 1}`;
}

/** Layers that can allow nothing by themselves; a match there lets a request pass. */
export function onlyLimits(layer: Layer): boolean {
  return LAYER_TABLE[layer].does !== 'grants';
}

function isHidden({ outcome }: Step): boolean {
  return outcome.kind === 'unknown' && outcome.why === 'notVisible';
}

/** Before anything was asked: no request, and no policy in any layer. */
export function isEmpty(evaluation: Evaluation): boolean {
  const missing = (field: string) =>
    evaluation.problems.some((problem) => problem.field === field && problem.kind === 'missing');
  return (
    missing('principal') &&
    missing('action') &&
    evaluation.steps.every((step) => policiesOf(step).length === 0 && !isHidden(step))
  );
}
