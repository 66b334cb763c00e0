/** A few lines of a policy around one of them, moved to the left as far as they go together. */
export interface Excerpt {
  /** Number of the first line, from 1. */
  readonly from: number;
  readonly lines: readonly string[];
}

/** The most lines to show. */
const MOST = 12;

/**
 * The lines around line `line` (from 1): the whole `statement` that it stands in where that is short enough,
 * else three lines before and two behind.
 */
export function excerpt(
  text: string,
  line: number,
  statement?: { readonly from: number; readonly to: number },
): Excerpt {
  const whole = statement !== undefined && statement.to - statement.from < MOST;
  const from = whole ? statement.from : Math.max(1, line - 3);
  const lines = text.split(/\r?\n/).slice(from - 1, whole ? statement.to : line + 2);
  const indents = lines.filter((entry) => entry.trim() !== '').map((entry) => entry.search(/\S/));
  const common = indents.length === 0 ? 0 : Math.min(...indents);
  return { from, lines: lines.map((entry) => entry.slice(common)) };
}
