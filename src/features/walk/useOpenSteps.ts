import { useState } from 'react';
import type { StepId } from '../../engine/evaluation';
import { useOpenStep } from '../../store/selectors';
import { useVerdict, type Selection } from '../../store/store';

interface OpenSteps {
  readonly isOpen: (step: StepId) => boolean;
  readonly allOpen: boolean;
  readonly toggle: (step: StepId) => void;
  readonly toggleAll: () => void;
}

/**
 * Which steps stand open: the deciding or chosen one, or all. A step that was closed by hand stays closed
 * until something is selected again.
 */
export function useOpenSteps(): OpenSteps {
  const openStep = useOpenStep();
  const selection = useVerdict((state) => state.selection);
  const [allOpen, setAllOpen] = useState(false);
  const [closed, setClosed] = useState<{ readonly during: Selection; readonly steps: readonly StepId[] }>();
  const closedSteps = closed?.during === selection ? closed.steps : [];
  const isOpen = (step: StepId): boolean => (allOpen || step === openStep) && !closedSteps.includes(step);

  return {
    isOpen,
    allOpen,
    toggle: (step) => {
      if (isOpen(step)) {
        setClosed({ during: selection, steps: [...closedSteps, step] });
        return;
      }
      setClosed(undefined);
      const { address, statement } = selection;
      useVerdict.getState().select({ address, statement, step });
    },
    toggleAll: () => {
      setAllOpen(!allOpen);
      setClosed(allOpen && openStep !== undefined ? { during: selection, steps: [openStep] } : undefined);
    },
  };
}
