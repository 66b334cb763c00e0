/** The words of one step: for a gate of the flow, and for the walk. */
import type { Evaluation, Step } from '../engine/evaluation';
import type { Scenario } from '../case/scenario';
import { isEmpty } from './facts';
import { stepName, stepNumber, stepShortName } from './layers';
import { noteWords } from './steps/notes';
import { stepSentence } from './steps/sentence';
import { defaultGate, denyGate, layerGate } from './steps/words';
import type { Gate } from './steps/words';
import type { StepWords } from './types';

/**
 * What a step is called, what it did, and a sentence on why.
 * The scenario lets the words name the action and the line; without it they stay general.
 */
export function stepWords(step: Step, evaluation: Evaluation, scenario?: Scenario): StepWords {
  return {
    name: stepName(step.id, scenario?.request),
    shortName: stepShortName(step.id, scenario?.request),
    ...numbered(step),
    ...gateOf(step, evaluation, scenario),
    sentence: stepSentence(step, evaluation, scenario),
    notes: step.notes.flatMap((rule) => {
      const text = noteWords(rule);
      return text ? [{ text, rule }] : [];
    }),
  };
}

function numbered({ id }: Step): Pick<StepWords, 'number'> {
  const number = stepNumber(id);
  return number === undefined ? {} : { number };
}

function gateOf(step: Step, evaluation: Evaluation, scenario: Scenario | undefined): Gate {
  if (isEmpty(evaluation)) {
    if (step.id === 'defaultDeny') return { tone: 'none', word: 'No verdict yet', detail: '' };
    return { tone: 'none', word: step.id === 'explicitDeny' ? 'Nothing to read' : 'No policy', detail: '' };
  }
  if (step.id === 'explicitDeny') return denyGate(evaluation);
  if (step.id === 'defaultDeny') return defaultGate(step, evaluation);
  return layerGate(step, evaluation, scenario);
}
