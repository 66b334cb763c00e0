/** The outcomes of tests in words and marks. */
import type { TestCounts, TestResult } from '../../explain/run-tests';
import type { IconName } from '../../ui/Icon';

type Outcome = TestResult['kind'];

interface OutcomeWords {
  readonly word: string;
  readonly icon: IconName;
}

export const OUTCOMES: Record<Outcome, OutcomeWords> = {
  passes: { word: 'Holds', icon: 'tick' },
  fails: { word: 'Fails', icon: 'cross' },
  open: { word: 'Undetermined', icon: 'query' },
};

/** `7 of 8 tests hold`: an undetermined test does not. */
export function holdWords(counts: TestCounts, total: number): string {
  return `${counts.passes} of ${total} ${total === 1 ? 'test holds' : 'tests hold'}`;
}

const RANK: Record<Outcome, number> = { fails: 0, open: 1, passes: 2 };

/** The places of the tests in the list, what asks for attention first, else in their own order. */
export function failingFirst(
  tests: readonly { readonly result: TestResult | undefined }[],
): readonly number[] {
  const rank = (index: number): number => {
    const { result } = tests[index]!;
    return result === undefined ? RANK.passes : RANK[result.kind];
  };
  return tests.map((_, index) => index).sort((one, other) => rank(one) - rank(other) || one - other);
}

/** `2 hold, 1 fails, 1 undetermined` */
export function countWords(counts: TestCounts): string {
  const told = [
    counts.passes > 0 && `${counts.passes} ${counts.passes === 1 ? 'holds' : 'hold'}`,
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
