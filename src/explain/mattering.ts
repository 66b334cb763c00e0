/** Which steps hold an unknown that the verdict depends on: until the first of them the way of a request is known. */
import type {
  Dependency,
  ElementTrace,
  Evaluation,
  StatementTrace,
  Step,
  StepId,
} from '../engine/evaluation';
import { addressKey } from '../case/scenario';
import { policiesOf, statementsOf } from './facts';

/** The steps whose unknown may change the verdict. Empty where the verdict is settled. */
export function mattering(evaluation: Evaluation): ReadonlySet<StepId> {
  if (evaluation.decision !== 'Undetermined') return new Set();
  const { dependsOn, steps } = evaluation;
  const layers = steps.filter(
    ({ id, outcome }) => outcome.kind === 'unknown' && id !== 'explicitDeny' && id !== 'defaultDeny',
  );
  const found = layers.filter((step) => hangsOn(step, dependsOn));
  // What is unknown for a reason that is not told counts, or the way would seem to be known to its end.
  const open = new Set<StepId>((found.length > 0 ? found : layers).map((step) => step.id));
  const deny = steps.find((step) => step.id === 'explicitDeny');
  if (deny?.outcome.kind === 'unknown' && (deny.outcome.why === 'notVisible' || mayDeny(layers, open))) {
    open.add('explicitDeny');
  }
  return open;
}

/** Statements of a step that hang on something and settle nothing. */
export function idleUnknowns(step: Step): number {
  if (step.outcome.kind === 'unknown') return 0;
  return statementsOf(step).filter((statement) => statement.truth === 'unknown').length;
}

function isHidden({ outcome }: Step): boolean {
  return outcome.kind === 'unknown' && outcome.why === 'notVisible';
}

function mayDeny(layers: readonly Step[], open: ReadonlySet<StepId>): boolean {
  return layers.some(
    (step) =>
      open.has(step.id) &&
      (isHidden(step) ||
        policiesOf(step).some((policy) => policy.state === 'unreadable') ||
        statementsOf(step).some(({ effect, truth }) => effect === 'Deny' && truth === 'unknown')),
  );
}

function hangsOn(step: Step, dependsOn: readonly Dependency[]): boolean {
  return dependsOn.some((dependency) => {
    switch (dependency.kind) {
      case 'layer':
        return dependency.layer === step.id;
      case 'policy':
        return policiesOf(step).some(
          (policy) => addressKey(policy.address) === addressKey(dependency.address),
        );
      case 'key':
        return openElements(step).some((element) => reads(element, dependency.key));
      case 'request':
        return openElements(step).length > 0;
    }
  });
}

function openElements(step: Step): readonly ElementTrace[] {
  const open = statementsOf(step).filter((statement: StatementTrace) => statement.truth === 'unknown');
  return open.flatMap(({ elements }) => elements.filter((element) => element.truth === 'unknown'));
}

/** Does an element that is open read the key? Other elements than conditions read one through a variable. */
function reads({ reason }: ElementTrace, key: string): boolean {
  const wanted = key.toLowerCase();
  if (reason.kind !== 'condition') return true;
  return (
    reason.key.toLowerCase() === wanted ||
    reason.expected.some((value) => value.toLowerCase().includes(`\${${wanted}`))
  );
}
