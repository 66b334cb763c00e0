/** The verdict in one word, as it stands at the end of the flow and of the walk. */
import type { Decision, Evaluation } from '../engine/evaluation';
import { isEmpty } from './facts';
import type { Tone } from './types';

interface VerdictWord {
  readonly tone: Tone;
  readonly word: string;
}

const WORDS: Record<Decision, VerdictWord> = {
  Allowed: { tone: 'allow', word: 'Allowed' },
  ExplicitlyDenied: { tone: 'explicit', word: 'Denied' },
  ImplicitlyDenied: { tone: 'implicit', word: 'Denied' },
  Undetermined: { tone: 'unknown', word: 'Undetermined' },
};

export function verdictWord(evaluation: Evaluation): VerdictWord {
  return isEmpty(evaluation) ? { tone: 'none', word: 'No verdict yet' } : WORDS[evaluation.decision];
}
