/** What panels read from the store. */
import { useMemo } from 'react';
import type { Evaluation, Step, StepId } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { ledByMessage } from '../explain/led-by-message';
import type { Explanation } from '../explain/types';
import type { CallEvaluation } from '../call/verdict';
import { callOf, evaluationOf, explanationOf } from './derive';
import { useScenario } from './later';
import { useVerdict, viewed } from './store';

export { usePolicies, useScenario, useSettled } from './later';

/** The whole case, with all requests of the call: what is kept, shared and compared. */
export function useCase(): Scenario {
  return useVerdict((state) => state.history.present);
}

/** The verdict for every request of the call, and for the whole. */
export function useCall(): CallEvaluation {
  return callOf(useCase());
}

type Fact = string | number | boolean | undefined;

/** One plain fact of the call: who asks for it is drawn anew only when it changes, not at every key. */
export function useCallFact<Told extends Fact>(read: (call: CallEvaluation) => Told): Told {
  return useVerdict((state) => read(callOf(state.history.present)));
}

/** One plain fact of what is said of the scenario that is looked at, likewise. */
export function useExplanationFact<Told extends Fact>(read: (explanation: Explanation) => Told): Told {
  return useVerdict((state) => read(explanationOf(viewed(state))));
}

export function useEvaluation(): Evaluation {
  return evaluationOf(useScenario());
}

export function useExplanation(): Explanation {
  return explanationOf(useScenario());
}

/** What the verdict's band says: a message of AWS that the case does not account for yet comes first. */
export function useBandExplanation(): Explanation {
  const scenario = useScenario();
  const pasted = useVerdict((state) => state.pasted);
  return useMemo(() => {
    const own = explanationOf(scenario);
    const leads = pasted !== undefined && scenario.aws === undefined && own.lead !== '';
    return leads ? ledByMessage(own, pasted, scenario, evaluationOf(scenario)) : own;
  }, [scenario, pasted]);
}

/**
 * The step that decided, or that is the first to stand open: the one that the verdict's first line quotes,
 * so an explicit deny's own layer rather than the gate.
 */
export function decidingStep({ steps, decision, decidedBy, missing }: Evaluation): Step | undefined {
  const stepOf = (id: StepId | undefined): Step | undefined => steps.find((step) => step.id === id);
  switch (decision) {
    case 'ExplicitlyDenied':
    case 'Allowed':
      return stepOf(decidedBy[0]?.layer);
    case 'ImplicitlyDenied':
      return stepOf(missing[0]);
    case 'Undetermined':
      // A statement that hangs has more to show than a layer that cannot be seen.
      return [...steps.filter(hangs), ...steps.filter((step) => step.outcome.kind === 'unknown')].find(
        (step) => step.id !== 'explicitDeny' && step.id !== 'defaultDeny',
      );
  }
}

function hangs({ outcome }: Step): boolean {
  return outcome.kind === 'unknown' && outcome.why !== 'notVisible';
}

/** The open step: the one chosen, else the deciding one. */
export function useOpenStep(): StepId | undefined {
  const evaluation = useEvaluation();
  const selection = useVerdict((state) => state.selection);
  return useMemo(
    () => (selection.chosen ? selection.step : undefined) ?? decidingStep(evaluation)?.id,
    [evaluation, selection],
  );
}
