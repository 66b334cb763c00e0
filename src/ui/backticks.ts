import type { RichRuns } from './RichText';

/** A message with code between backticks, as runs of text. */
export function backticks(message: string): RichRuns {
  return message
    .split('`')
    .map((run, index) => (index % 2 === 1 ? { code: run } : run))
    .filter((run) => run !== '');
}
