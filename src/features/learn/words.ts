/** Words that several parts of Learn share. */
import type { Decision } from '../../engine/evaluation';
import type { Answer, Sure } from '../../lessons/progress';

export const SURE_WORDS: Readonly<Record<Sure, string>> = { 0: 'Guess', 1: 'Fairly', 2: 'Certain' };

/** Behind “You said, and were …”. */
export const WERE: Readonly<Record<Sure, string>> = { 0: 'guessing', 1: 'fairly sure', 2: 'certain' };

export const DECISION_WORDS: Readonly<Record<Decision, string>> = {
  Allowed: 'Allowed',
  ExplicitlyDenied: 'Denied by a Deny',
  ImplicitlyDenied: 'Denied, as nothing allows it',
  Undetermined: 'It can’t be said',
};

export function days(count: number): string {
  if (count <= 0) return 'today';
  return count === 1 ? 'tomorrow' : `in ${count} days`;
}

/** `Asked again in 1 day: you were certain`. */
export function againWords(answer: Answer | undefined, inDays: number | undefined): string {
  if (inDays === undefined) return 'Not asked again';
  const when =
    inDays <= 0 ? 'Asked again today' : `Asked again in ${inDays} ${inDays === 1 ? 'day' : 'days'}`;
  return answer && !answer.right && answer.sure === 2 && answer.option !== ''
    ? `${when}: you were certain`
    : when;
}

/** `1 test`, `3 tests`. */
export function count(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? '' : 's'}`;
}

export function ordinal(number: number): string {
  const ending =
    number % 100 >= 11 && number % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${ending}`;
}
