/** The outcomes of tests in words and marks. */
import type { TestCounts, TestResult } from '../../explain/run-tests';
import type { IconName } from '../../ui/Icon';

type Outcome = TestResult['kind'];

interface OutcomeWords {
  readonly word: string;
  readonly icon: IconName;
}

export const OUTCOMES: Record<Outcome, OutcomeWords> = {
  passes: { word: 'Passes', icon: 'tick' },
  fails: { word: 'Fails', icon: 'cross' },
  open: { word: 'Undetermined', icon: 'query' },
};

/** What asks for attention stands first where only one can be told. */
export const ORDER: readonly Outcome[] = ['passes', 'fails', 'open'];

/** `2 pass, 1 fails, 1 undetermined` */
export function countWords(counts: TestCounts): string {
  const told = [
    counts.passes > 0 && `${counts.passes} ${counts.passes === 1 ? 'passes' : 'pass'}`,
    counts.fails > 0 && `${counts.fails} ${counts.fails === 1 ? 'fails' : 'fail'}`,
    counts.open > 0 && `${counts.open} undetermined`,
  ];
  return told.filter((words) => words !== false).join(', ');
}

const MOST_NAMES = 3;

/** What is read out when tests fail: how many, and which. */
export function failureWords(names: readonly string[], total: number): string {
  const named = names.slice(0, MOST_NAMES).map((name) => `“${name}”`);
  const rest = names.length - named.length;
  const more = rest > 0 ? ` and ${rest} more` : '';
  return `${names.length} of ${total} ${total === 1 ? 'test' : 'tests'} ${names.length === 1 ? 'fails' : 'fail'}: ${named.join(', ')}${more}.`;
}
