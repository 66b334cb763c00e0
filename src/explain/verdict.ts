/** The verdict in one word, as it stands at the end of the flow and of the walk. */
import type { Decision, Evaluation } from '../engine/evaluation';
import { isEmpty } from './facts';
import { ifTheyAllow } from './supposed';
import type { Tone } from './types';

interface VerdictWord {
  readonly tone: Tone;
  readonly word: string;
  /** What an allow rests on that nobody can see: `if the SCPs allow it`. */
  readonly detail?: string;
}

const WORDS: Record<Decision, VerdictWord> = {
  Allowed: { tone: 'allow', word: 'Allowed' },
  ExplicitlyDenied: { tone: 'explicit', word: 'Denied' },
  ImplicitlyDenied: { tone: 'implicit', word: 'Denied' },
  Undetermined: { tone: 'unknown', word: 'Undetermined' },
};

export function verdictWord(evaluation: Evaluation): VerdictWord {
  if (isEmpty(evaluation)) return { tone: 'none', word: 'No verdict yet' };
  const word = WORDS[evaluation.decision];
  const detail = evaluation.decision === 'Allowed' ? ifTheyAllow(evaluation) : undefined;
  return detail === undefined ? word : { ...word, detail };
}

/** The same as one text: `Allowed, if the SCPs allow it`. */
export function verdictText(evaluation: Evaluation): string {
  const { word, detail } = verdictWord(evaluation);
  return detail === undefined ? word : `${word}, ${detail}`;
}
